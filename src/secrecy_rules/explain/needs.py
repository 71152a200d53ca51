"""What has not been told and could matter, with the articles that make it matter."""

from __future__ import annotations

from collections.abc import Iterable

from secrecy_rules.explain.changes import ask_for
from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Need


def questions(needs: Iterable[Need], articles: Articles | None, say: Phrases) -> list[str]:
    """Each question once, with every article that asks it."""
    found: dict[str, dict[str, None]] = {}
    for need in needs:
        article = articles.of(need.article, need.rule) if articles is not None else need.article
        found.setdefault(ask_for(need.change, say.lang), {})[article] = None
    return [
        say("decision.need", question=question, articles=say.listed(list(cited), how="also"))
        for question, cited in found.items()
    ]


def in_a_row(needs: Iterable[Need], say: Phrases) -> str:
    """The questions alone, in one line."""
    return say.listed(list(dict.fromkeys(ask_for(need.change, say.lang) for need in needs)), how="also")
