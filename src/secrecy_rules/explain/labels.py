"""What words, values and facts are called in a language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from secrecy_rules.explain.phrases import phrases
from secrecy_rules.model.facts import fact
from secrecy_rules.model.level import LevelRange, level_named
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.model.situation import Situation
from secrecy_rules.rulebook.paths import (
    OBJECT_PARTS,
    QUESTIONS,
    SETTINGS,
    FactType,
    PathError,
    field_type,
    parse_path,
)
from secrecy_rules.rulebook.rules import REGULARLY
from secrecy_rules.vocabulary import vocabulary


def word_label(word: str, lists: Sequence[str], lang: str) -> str:
    """The label of a word of one of the lists; a word of none stands for itself.

    >>> word_label("photocopy", ("action",), "zh")
    '复印'
    """
    for name in lists:
        words = vocabulary(name)
        if word in words:
            return words.label(word, lang)
    return word


def role_label(word: str, lang: str) -> str:
    """A role, or one of the parties that a rule may name in its place.

    >>> role_label("every_staff_member", "en"), role_label("office_director", "en")
    ('every member of staff', 'the office director')
    """
    say = phrases(lang)
    if f"party.{word}" in say:
        return say(f"party.{word}")
    return definite(word_label(word, ("role",), lang), lang)


def definite(label: str, lang: str) -> str:
    """A noun with its article, where the language has articles."""
    if lang != "en" or label.startswith(("the ", "a ", "an ", "any ")):
        return label
    return f"the {label}"


def level_label(text: str, lang: str) -> str | None:
    """``SECRET`` or ``CONFIDENTIAL..SECRET`` in words; None if the text is no level.

    >>> level_label("CONFIDENTIAL..SECRET", "zh")
    '秘密至机密'
    """
    low, _, high = text.partition("..")
    bounds = level_named(low), level_named(high or low)
    if bounds[0] is None or bounds[1] is None:
        return None
    return LevelRange((bounds[0], bounds[1])).label(lang)


@dataclass(frozen=True, slots=True)
class FactName:
    """What a fact is called: its label, whose it is (if not the object's own), and what type it is of."""

    label: str
    owner: str | None
    field: str
    type: FactType


@cache
def fact_name(path: str, lang: str) -> FactName | None:
    """The name of the fact at a path; None if the path leads nowhere.

    >>> fact_name("recipient.in_scope", "zh").owner
    '接收人'
    """
    try:
        parsed = parse_path(path)
    except PathError:
        return None
    head, fields = parsed.head, parsed.fields
    owners: list[str] = []
    if head in FAMILIES or head in OBJECT_PARTS:
        models: tuple[type[BaseModel], ...] = (FAMILIES[head],) if head in FAMILIES else tuple(FAMILIES.values())
        if head in SETTINGS or head in ("target", "original") or fields == ("kind",):
            whole = head if head in (*SETTINGS, *OBJECT_PARTS) else "object"
            owners.append(_label(Situation, whole, lang))
    else:
        models = QUESTIONS
        fields = (head, *fields)
    if not fields:
        return FactName(owners[-1] if owners else head, None, head, parsed.type)
    for step, field in enumerate(fields):
        owner = next(model for model in models if field in model.model_fields)
        label = _label(owner, field, lang)
        if step == len(fields) - 1:
            # 会议安排 is already the meeting's.
            whose = [owner for owner in owners if not label.startswith(owner)]
            return FactName(label, _joined(whose, lang), field, parsed.type)
        owners.append(label)
        models = field_type(owner, field).models
    raise AssertionError(path)  # pragma: no cover


def _joined(owners: list[str], lang: str) -> str | None:
    say = phrases(lang)
    found: str | None = None
    for owner in owners:
        found = owner if found is None else say("fact.of", owner=found, fact=owner)
    return found


def _label(model: type, field: str, lang: str) -> str:
    described = fact(model, field)
    return described.zh if lang == "zh" else described.en


def whole_label(name: FactName, lang: str) -> str:
    """A fact with its owner: 接收人的隶属, "affiliation of the recipient"."""
    if name.owner is None:
        return name.label
    return phrases(lang)("fact.of", owner=name.owner, fact=name.label)


def value_label(value: str, lists: Sequence[str], type_: FactType | None, lang: str) -> str:
    """A wanted value in words: a word of a list, a level, yes or no, another fact, or the text itself."""
    if lists and (label := word_label(value, lists, lang)) != value:
        return label
    say = phrases(lang)
    if type_ is not None and type_.base == "level" and (level := level_label(value, lang)) is not None:
        return level
    if value in ("true", "false", "today"):
        return say(f"value.{value}")
    return element_label(value, type_, lang) or _other_fact(value, lang) or value


def element_label(value: str, type_: FactType | None, lang: str) -> str | None:
    """The label of a fact of the elements of a list (the length of each password), if the value names one."""
    for model in type_.models if type_ is not None else ():
        if value in model.model_fields:
            return _label(model, value, lang)
    return None


def _other_fact(value: str, lang: str) -> str | None:
    if not re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", value):
        return None
    name = fact_name(value, lang)
    return whole_label(name, lang) if name is not None else None


_DURATION = re.compile(r"P(T?)(\d+)([YMWDH])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute"}


def duration_label(duration: str, lang: str, *, how: str = "") -> str:
    """An ISO duration in words; ``how="every"`` for a period that comes again and again.

    >>> duration_label("P6M", "zh"), duration_label("P1Y", "en", how="every")
    ('6个月', 'every year')
    """
    match = _DURATION.fullmatch(duration)
    if duration == REGULARLY:
        return phrases(lang)("duration.regularly")
    if match is None:
        return duration
    timed, count, unit = match.groups()
    number = "one" if count == "1" else "many"
    group = f"{how}." if how else ""
    return phrases(lang)(f"duration.{group}{_UNITS[timed + unit]}.{number}", count=count)


def amount_label(low: int | None, high: int | None, unit: str | None, lang: str) -> str:
    """A range of money or points, with its unit.

    >>> amount_label(50, 500, "CNY", "zh")
    '50至500元'
    """
    say = phrases(lang)
    unit_words = say.named("unit", unit) if unit else ""
    values: dict[str, Any] = {"low": low, "high": high, "unit": unit_words}
    if low is not None and high is not None:
        return say("amount.exactly" if low == high else "amount.between", **values)
    if low is None and high is None:
        return unit_words
    return say("amount.at_most" if low is None else "amount.at_least", **values)
