"""Puts an example of the rule language into the rulebook of the page, so that it can be loaded."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import indent

from tests.docs.page import RULE_LANGUAGE, page

_ARTICLE = """- id: "example"
  cite: 例
  gist: {{zh: 例。, en: An example.}}
  source: {{length: 2, sha256: {}}}
  rules:
""".format("a" * 64)


def rulebook(articles: str) -> str:
    """The rulebook that the page begins with, with these articles in place of its own."""
    whole = next(example.text for example in page(RULE_LANGUAGE).examples if example.what == "rulebook")
    head, begin, _ = whole.partition("\narticles:\n")
    return head + begin + indent(articles, "  ")


def rules(text: str) -> str:
    """A rulebook of these rules."""
    return rulebook(_ARTICLE + indent(text, "    "))


def keys(text: str) -> str:
    """A rulebook of one ban with these keys."""
    return rules("- id: example\n  forbid: copy\n" + indent(text, "  "))


def conditions(text: str) -> str:
    """A rulebook with a ban for each of these conditions, which is its exception."""
    bans: list[str] = []
    for line in text.splitlines():
        if line.startswith("- "):
            bans.append(f"- id: example-{len(bans)}\n  forbid: copy\n  unless:\n    {line[2:]}")
        else:
            bans.append(f"  {line}")
    return rules("\n".join(bans))


WRAPPINGS: dict[str, Callable[[str], str]] = {
    "rulebook": lambda text: text,
    "article": rulebook,
    "rule": rules,
    "keys": keys,
    "conditions": conditions,
}
"""What may stand after ``yaml`` at the beginning of an example -> the rulebook that it makes."""
