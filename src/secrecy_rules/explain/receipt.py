"""What every answer records: what was assumed, what was noticed, under which rulebooks and for which day."""

from __future__ import annotations

from secrecy_rules.explain.citations import brief
from secrecy_rules.explain.labels import level_label
from secrecy_rules.explain.lines import section
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Finding, Receipt

_SHORT_DIGEST = 12


def end_of_receipt(answer: Receipt, say: Phrases) -> list[str]:
    """The last sections of a text."""
    lines = section(say("finding.heading"), [finding(found, say) for found in answer.findings], say)
    lines += section(say("assumed.heading"), [assumption(code, say) for code in answer.assumed], say)
    if not answer.presume:
        lines += ["", say("assumed.none_allowed")]
    books = [
        say("receipt_book", id=book, digest=digest[:_SHORT_DIGEST])
        for book, digest in answer.rulebooks.items()
    ]
    return [*lines, "", say("receipt", day=answer.as_of, rulebooks=say.listed(books), library=answer.library)]


def assumption(code: str, say: Phrases) -> str:
    """A presumption in words; ``not_exempted_by:<rule>`` names a rule."""
    what, _, rule = code.partition(":")
    key = f"assumed.{what}"
    return say(key, rule=rule) if key in say else code


def finding(found: Finding, say: Phrases) -> str:
    """Something noticed on the way, in words."""
    citation = brief(found.citation, say) if found.citation is not None else ""
    if found.code == "deemed":
        return say("finding.deemed", citation=citation)
    if found.code == "level_differs" and len(found.values) == 2:
        stated, derived = (level_label(value, say.lang) or value for value in found.values)
        key = "finding.level_differs_by" if citation else "finding.level_differs"
        return say(key, stated=stated, derived=derived, citation=citation)
    if found.code == "not_in_force":
        return say("finding.not_in_force", rulebook=say.listed(found.values))
    return say("finding.other", code=found.code, values=say.listed(found.values))
