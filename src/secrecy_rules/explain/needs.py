"""What has not been told and could matter, with the articles that make it matter."""

from __future__ import annotations

from collections.abc import Iterable

from secrecy_rules.explain.changes import ask_for
from secrecy_rules.explain.citations import Articles
from secrecy_rules.model.answers import Need


def asked(needs: Iterable[Need], articles: Articles) -> dict[str, str]:
    """Each question once -> every article that asks it."""
    say = articles.say
    found: dict[str, dict[str, None]] = {}
    for need in needs:
        article = articles.place_of(need.article, need.rule)
        found.setdefault(ask_for(articles.in_words(need.change), say.lang), {})[article] = None
    return {question: say.listed(list(cited), how="also") for question, cited in found.items()}


def questions(needs: Iterable[Need], articles: Articles) -> list[str]:
    """Each question with its articles."""
    return [
        articles.say("decision.need", question=question, articles=cited)
        for question, cited in asked(needs, articles).items()
    ]


def in_a_row(needs: Iterable[Need], articles: Articles) -> str:
    """The questions alone, in one line."""
    lang = articles.say.lang
    found = dict.fromkeys(ask_for(articles.in_words(need.change), lang) for need in needs)
    return articles.say.listed(list(found), how="also")
