"""A classification as text."""

from __future__ import annotations

from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.labels import word_label
from secrecy_rules.explain.lines import section
from secrecy_rules.explain.needs import questions
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Classification


def classification_lines(answer: Classification, articles: Articles) -> list[str]:
    """The text, but for what every answer records."""
    say = articles.say
    lines = [_level(answer, say)]
    if answer.stated is not None:
        lines.append(say("classification.stated", level=answer.stated.label(say.lang)))
    if answer.in_scope is not None:
        lines.append(say(f"classification.scope.{'in' if answer.in_scope else 'out'}"))
    for key, words, name in (
        ("secret_of", answer.secret_of, "secret_of"),
        ("retain", answer.retain, "period"),
        ("circle", answer.circle, "circle"),
    ):
        if words:
            labels = [word_label(word, (name,), say.lang) for word in words]
            lines.append(say(f"classification.{key}", words=say.listed(labels)))
    if answer.provisional:
        lines.append(say("classification.provisional"))
    lines += section(say("decision.citations"), articles.cited(answer.citations), say)
    lines += section(say("decision.needs"), questions(answer.needs, articles), say)
    return lines


def _level(answer: Classification, say: Phrases) -> str:
    if answer.level is None:
        return say("classification.none")
    key = "classification.conclusion" if answer.level.exact else "classification.open"
    return say(key, level=answer.level.label(say.lang))
