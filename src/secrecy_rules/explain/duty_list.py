"""A list of duties as text."""

from __future__ import annotations

from secrecy_rules.explain.duty import duty_line
from secrecy_rules.explain.lines import section
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.explain.receipt import end_of_receipt
from secrecy_rules.model.answers import DutyList


def duty_list_lines(answer: DutyList, say: Phrases) -> list[str]:
    """The whole text."""
    if not answer.duties:
        return [say("duties.none"), *end_of_receipt(answer, say)]
    _, *lines = section(say("duties.heading"), dict.fromkeys(duty_line(duty, say) for duty in answer.duties), say)
    return lines + end_of_receipt(answer, say)
