"""A list of duties as text."""

from __future__ import annotations

from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.duty import duty_line
from secrecy_rules.explain.lines import section
from secrecy_rules.model.answers import DutyList


def duty_list_lines(answer: DutyList, articles: Articles) -> list[str]:
    """The text, but for what every answer records."""
    say = articles.say
    if not answer.duties:
        return [say("duties.none")]
    bullets = dict.fromkeys(duty_line(duty, articles) for duty in answer.duties)
    return [say("duties.count", count=len(bullets)), *section(say("duties.heading"), bullets, say)]
