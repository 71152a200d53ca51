"""A few rules wrapped into the smallest rulebook, so that a test shows only what it is about."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import Any

from secrecy_rules import (
    Authority,
    Classification,
    Consequences,
    Decision,
    DutyList,
    Engine,
    Explanation,
    Inspection,
    Rulebook,
    WhatIf,
)
from secrecy_rules.rulebook import rulebook_from_text

SHA256 = "a" * 64
HEAD = """\
rulebook: {name}
title: {{zh: 玩具制度, en: Toy rules}}
sector: hospital
document: {{number: null, issuer: 某单位, issued: 2020-01-01}}
"""
SCALE = "scale: [PUBLIC, INTERNAL, CONFIDENTIAL, SECRET, TOP_SECRET]\n"


def article(clause: str, rules: str, *, extra: str = "") -> str:
    """One article with its rules; ``extra`` are further keys of the article."""
    return indent(
        f'- id: "{clause}"\n'
        f"  cite: 第{clause}条\n"
        f"  gist: {{zh: 第{clause}条的要点。, en: Gist of article {clause}.}}\n"
        f"  source: {{length: 8, sha256: {SHA256}}}\n"
        + indent(dedent(extra).strip() + "\n" if extra else "", "  ")
        + "  rules:\n"
        + indent(dedent(rules).strip(), "    ")
        + "\n",
        "  ",
    )


def document(rules: str, *, head: str = "", later: str = "", name: str = "toy", extra: str = "") -> str:
    """The text of a rulebook: ``rules`` in article 1, ``later`` in article 2, ``head`` further keys on top."""
    top = HEAD.format(name=name) + (dedent(head).strip() + "\n" if head else "")
    scale = "" if "scale:" in top else SCALE
    return top + scale + "articles:\n" + article("1", rules, extra=extra) + (article("2", later) if later else "")


def rulebook(rules: str, *, head: str = "", later: str = "", name: str = "toy", extra: str = "") -> Rulebook:
    """The rulebook of that text."""
    return rulebook_from_text(document(rules, head=head, later=later, name=name, extra=extra))


class Toy:
    """A toy rulebook that answers questions; what is asked is given as keyword arguments."""

    def __init__(
        self, rules: str, *, head: str = "", later: str = "", name: str = "toy", extra: str = "", **options: Any
    ) -> None:
        self.book = rulebook(rules, head=head, later=later, name=name, extra=extra)
        self.engine = Engine(self.book, **options)

    def decide(self, **request: Any) -> Decision:
        return self.engine.decide(request)

    def explain(self, **request: Any) -> Explanation:
        return self.engine.explain(request)

    def what_if(self, **request: Any) -> WhatIf:
        return self.engine.what_if(request)

    def classify(self, **item: Any) -> Classification:
        return self.engine.classify(item)

    def inspect(self, **state: Any) -> Inspection:
        return self.engine.inspect(state)

    def duties(self, **occurrence: Any) -> DutyList:
        return self.engine.duties(occurrence)

    def consequences(self, **incident: Any) -> Consequences:
        return self.engine.consequences(incident)

    def authority(self, **inquiry: Any) -> Authority:
        return self.engine.authority(inquiry)


def cited(decision: Decision) -> list[tuple[str, str]]:
    """What a decision cites: each rule and what it did."""
    return [(citation.rule, citation.did.value) for citation in decision.citations]


def copying(when: str) -> Toy:
    """One ban on copying under a condition: the decision shows the condition's truth value (see ``truth``)."""
    return Toy(f"- {{id: ban, forbid: copy, when: {when}}}")


def truth(when: str, **facts: Any) -> str:
    """The truth of a condition for an act of copying: ``true``, ``false`` or ``unknown``."""
    decision = copying(when).decide(action="copy", **facts)
    if decision:
        return "false"
    return {"forbids": "true", "left_open": "unknown"}[decision.citations[0].did.value]
