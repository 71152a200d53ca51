"""An inspection as text: breaches first, then what was not told, then what is in order."""

from __future__ import annotations

from secrecy_rules.explain.changes import ask_for, describe_change
from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.lines import section
from secrecy_rules.model.answers import Inspection, Item, Verdict


def inspection_lines(answer: Inspection, articles: Articles) -> list[str]:
    """The text. Requirements that do not apply are left out."""
    say = articles.say
    lines = [say("inspection.conclusion", verdict=say.named("verdict", answer.verdict))]
    for verdict in (Verdict.BREACH, Verdict.NOT_TOLD, Verdict.IN_ORDER):
        items = dict.fromkeys(_item(item, articles) for item in answer.items if item.verdict is verdict)
        lines += section(say.named("verdict_heading", verdict), items, say)
    return lines


def _item(item: Item, articles: Articles) -> tuple[str, ...]:
    say = articles.say
    phrase = ask_for if item.verdict is Verdict.NOT_TOLD else describe_change
    wanted = say.listed([phrase(change, say.lang) for change in item.wanted], how="also")
    where = articles.brief(item.citation)
    return (wanted, where) if wanted else (where,)
