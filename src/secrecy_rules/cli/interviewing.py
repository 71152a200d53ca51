"""The questions of an interview in words, and what was typed as facts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from secrecy_rules.errors import InputError, Problem
from secrecy_rules.explain.changes import ask_for
from secrecy_rules.explain.labels import value_label
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.model.situation import Request
from secrecy_rules.reading.nearest import nearest
from secrecy_rules.rulebook.paths import FactType
from secrecy_rules.vocabulary import vocabulary
from secrecy_rules.vocabulary.store import read_data
from secrecy_rules.whatif import Interview

_SEPARATORS = re.compile(r"[、，,;；]\s*")


@cache
def _accepted() -> dict[str, frozenset[str]]:
    """What counts as yes, as no, as "there are none" and as "don't know", in both languages."""
    data = read_data((files("secrecy_rules.cli") / "data" / "answers.yaml").read_text(encoding="utf-8"))
    return {meaning: frozenset(words) for meaning, words in data.items()}


def _means(meaning: str, typed: str) -> bool:
    return typed.lower() in _accepted()[meaning]


def first_request(say: Phrases, *, as_of: date | None) -> Request | None:
    """The act and the thing, asked until they are understood; None if the input ends before."""
    action = _word("action", say("ask.action"), say)
    if action is None:
        return None
    kind = _word("kind", say("ask.kind"), say)
    data: dict[str, Any] = {"action": action}
    if kind:
        data["object"] = {"kind": kind}
    if as_of is not None:
        data["as_of"] = as_of
    return Request.from_data(data)


def _word(name: str, question: str, say: Phrases) -> str | None:
    """A word of a list; empty for "don't know", None at the end of the input."""
    words = vocabulary(name)
    while True:
        sys.stderr.write(question + "\n" + say("ask.prompt"))
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            return None
        typed = line.strip()
        word = words.resolve(typed)
        if word is not None:
            return word
        if _means("untold", typed) and name != "action":
            return ""
        sys.stderr.write(_unknown(typed, words.spellings(), say) + "\n")


def wording(talk: Interview, say: Phrases) -> str:
    """The question, with the article that makes it matter."""
    question = talk.question
    if question is None:  # pragma: no cover
        raise ValueError("nothing is asked")
    return say("ask.question", question=ask_for(question.change, say.lang), article=question.article)


def hint(talk: Interview, say: Phrases) -> str:
    """What may be typed."""
    fact = talk.fact
    if talk.question is not None and (talk.question.change.sort == "judge" or fact.base == "truth"):
        return say("ask.hint.truth")
    if fact.base == "level":
        return say("ask.hint.level", levels=say.listed([level.label(say.lang) for level in talk.levels]))
    if fact.base in ("number", "date"):
        return say(f"ask.hint.{fact.base}")
    wanted = talk.question.change if talk.question is not None else None
    labels = [value_label(value, wanted.lists, fact, say.lang) for value in wanted.wanted] if wanted else []
    return say("ask.hint.words" if fact.many else "ask.hint.word", words=say.listed(labels))


def value_of(line: str, talk: Interview, say: Phrases) -> Any:
    """What was typed, as a fact; None for "don't know". ``InputError`` for what makes no sense."""
    if _means("untold", line):
        return None
    fact = talk.fact
    if talk.question is not None and talk.question.change.sort == "judge":
        return _truth(line, say)
    if fact.many:
        if _means("none", line):
            return []
        return [part for part in _SEPARATORS.split(line) if part]
    return _single(line, fact, say)


def _single(line: str, fact: FactType, say: Phrases) -> Any:
    if fact.base == "truth":
        return _truth(line, say)
    if fact.base == "number":
        if not line.isdecimal():
            raise _wrong(say("ask.hint.number"))
        return int(line)
    if fact.base == "level":
        try:
            return LevelRange.of(line).plain()
        except ValueError:
            names = [level.label("zh") for level in Level] + [level.name for level in Level]
            raise _wrong(_unknown(line, names, say)) from None
    # Where a record is wanted, its model takes the word that names it.
    return line


def _truth(line: str, say: Phrases) -> bool:
    if _means("yes", line):
        return True
    if _means("no", line):
        return False
    raise _wrong(say("ask.hint.truth"))


def _unknown(typed: str, known: Iterable[str], say: Phrases) -> str:
    near = nearest(typed, tuple(known))
    return say("ask.unknown", word=typed) if near is None else say("ask.unknown_near", word=typed, near=near)


def _wrong(message: str) -> InputError:
    return InputError([Problem(message)])
