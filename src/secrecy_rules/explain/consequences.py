"""What follows from conduct, as text: what applies, then what may."""

from __future__ import annotations

from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.labels import amount_label, role_label, word_label
from secrecy_rules.explain.lines import section
from secrecy_rules.explain.needs import in_a_row
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Consequence, Consequences


def consequences_lines(answer: Consequences, articles: Articles) -> list[str]:
    """The text, but for what every answer records."""
    say = articles.say
    lines: list[str] = []
    for certain, reward in ((True, False), (True, True), (False, False), (False, True)):
        key = f"consequences.{'' if certain else 'possible_'}{'reward' if reward else 'penalty'}"
        found = [c for c in answer.consequences if (c.certain, c.reward) == (certain, reward)]
        lines += section(say(key), [_consequence(c, articles) for c in found], say)
    return [say("consequences.some" if lines else "consequences.none"), *lines]


def _consequence(found: Consequence, articles: Articles) -> tuple[str, ...]:
    say = articles.say
    who = role_label(found.who, say.lang)
    if found.of is not None:
        who = say("consequences.of", role=who)
    measures = _measures(found.measures, _ranges(found, say), say) or say("consequences.plain")
    lines = [say("consequences.line", who=who, measures=measures)]
    if found.grades:
        grades = [word_label(word, ("gravity",), say.lang) for word in found.grades]
        lines.append(say("consequences.grades", grades=say.listed(grades)))
    if found.graver:
        lines.append(say("consequences.graver", measures=_measures(found.graver, {}, say)))
    for key, name, word in (
        ("question", "judged_by", found.judged_by),
        ("text", "under", found.under),
        ("sanction", "crime", found.crime),
    ):
        if word is not None:
            label = word_label(word, (key,), say.lang)
            lines.append(say(f"consequences.{name}", **{key if key != "sanction" else "word": label}))
    lines += [say.named("adjusted", code) for code in found.adjusted]
    if found.missing:
        lines.append(say("consequences.depends", questions=in_a_row(found.missing, articles)))
    return (*lines, *dict.fromkeys(articles.brief(citation) for citation in found.citations))


def _ranges(found: Consequence, say: Phrases) -> dict[str, str]:
    return {word: amount_label(low, high, unit, say.lang) for word, low, high, unit in found.ranges}


def _measures(measures: tuple[tuple[str, ...], ...], ranges: dict[str, str], say: Phrases) -> str:
    """The measures in a row; of a choice, its words; of an amount, its range."""
    parts = []
    for words in measures:
        labels = [word_label(word, ("sanction",), say.lang) for word in words]
        if len(words) > 1:
            parts.append(say("consequences.one_of", words=say.listed(labels, how="or")))
        elif words:
            amount = ranges.get(words[0])
            parts.append(say("consequences.amount", word=labels[0], amount=amount) if amount else labels[0])
    if "" in ranges:
        parts.append(ranges[""])
    return say.listed(parts, how="also")
