"""What every answer records: what was assumed, what was noticed, under which rulebooks and for which day."""

from __future__ import annotations

from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.labels import fact_name, level_label, whole_label
from secrecy_rules.explain.lines import section
from secrecy_rules.model.answers import Did, Finding, Receipt
from secrecy_rules.semantics.citing import cite
from secrecy_rules.vocabulary import vocabulary

_SHORT_DIGEST = 12


def end_of_receipt(answer: Receipt, articles: Articles) -> list[str]:
    """The last sections of a text."""
    say = articles.say
    lines = section(say("finding.heading"), [finding(found, articles) for found in answer.findings], say)
    lines += section(say("assumed.heading"), [assumption(code, articles) for code in answer.assumed], say)
    if not answer.presume:
        lines += ["", say("assumed.none_allowed")]
    decided_under = [
        say("receipt_book", id=book, digest=digest[:_SHORT_DIGEST]) for book, digest in answer.rulebooks.items()
    ]
    return [*lines, "", say("receipt", day=answer.as_of, rulebooks=say.listed(decided_under), library=answer.library)]


def assumption(code: str, articles: Articles) -> str:
    """A presumption in words.

    ``untold:<path>,…`` names facts whose being left out was taken for the ordinary case, ``not_exempted_by:<rule>``
    a rule, which is told in words if its rulebook is at hand.
    """
    say = articles.say
    what, _, name = code.partition(":")
    if what == "untold":
        names = [fact_name(path, say.lang) for path in name.split(",")]
        labels = dict.fromkeys(whole_label(found, say.lang) for found in names if found is not None)
        return say("assumed.untold", facts=say.listed(list(labels))) if labels else code
    if what == "not_meant":
        return say("assumed.not_meant", act=vocabulary("action").label(name, say.lang))
    key = f"assumed.{what}"
    for book in articles.rulebooks:
        if name in book.rules:
            citation = articles.brief(cite(book.rules[name], book, Did.MAY_EXEMPT))
            return say(f"{key}_told", citation=citation) if f"{key}_told" in say else code
    return say(key, rule=name) if key in say else code


def finding(found: Finding, articles: Articles) -> str:
    """Something noticed on the way, in words."""
    say = articles.say
    citation = articles.brief(found.citation) if found.citation is not None else ""
    if found.code == "deemed":
        return say("finding.deemed", citation=citation)
    if found.code == "level_differs" and len(found.values) == 2:
        stated, derived = (level_label(value, say.lang) or value for value in found.values)
        key = "finding.level_differs_by" if citation else "finding.level_differs"
        return say(key, stated=stated, derived=derived, citation=citation)
    if found.code == "not_in_force":
        return say("finding.not_in_force", rulebook=say.listed(found.values))
    return say("finding.other", code=found.code, values=say.listed(found.values))
