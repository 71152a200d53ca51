"""The words of the vocabulary as definitions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from secrecy_rules.model.level import CLASSIFIED, LEVEL_SPELLINGS, Level
from secrecy_rules.schema.parts import Definitions, Schema, any_of, closed
from secrecy_rules.vocabulary import vocabulary


def words(defs: Definitions, lists: Iterable[str]) -> Schema:
    """The words of one list or of one of several, as a rulebook writes them."""
    return any_of(*(defs.ref(f"word.{name}", partial(_words, name)) for name in lists))


def _words(name: str) -> Schema:
    entries = vocabulary(name).entries.values()
    # Editors that know `enumDescriptions` show the labels; validators pass over it.
    return {
        "enum": [entry.word for entry in entries],
        "enumDescriptions": [f"{entry.zh} {entry.en}" for entry in entries],
    }


def spellings(defs: Definitions, lists: Iterable[str]) -> Schema:
    """Everything that a request may write for the words of the lists: words, Chinese labels, synonyms."""
    return any_of(*(defs.ref(f"spelling.{name}", partial(_spellings, name)) for name in lists))


def _spellings(name: str) -> Schema:
    return {"enum": list(vocabulary(name).spellings())}


def kinds_of(defs: Definitions, family: str) -> Schema:
    """Everything that a request may write for a kind of object of one family."""
    return defs.ref(f"kind.{family}", lambda: _kinds(family))


def _kinds(family: str) -> Schema:
    kinds = vocabulary("kind")
    meant = ((text, kinds.resolve(text)) for text in kinds.spellings())
    return {"enum": [text for text, kind in meant if kind is not None and kinds.family(kind) == family]}


def level_spellings(defs: Definitions) -> Schema:
    """A level or an interval, as a request may write it."""
    bound: Schema = {"enum": list(LEVEL_SPELLINGS)}
    interval = closed({"at_least": bound, "at_most": bound}, minProperties=1)
    return defs.ref("level", lambda: any_of({"enum": [*LEVEL_SPELLINGS, *CLASSIFIED]}, interval))


def levels(defs: Definitions) -> Schema:
    """A level or an interval, as a rulebook writes it; it may have names of its own for levels."""
    named: Schema = any_of({"enum": [level.name for level in Level]}, {"type": "string"})
    interval = closed({"at_least": named, "at_most": named}, minProperties=1)
    return defs.ref("level", lambda: any_of(named, interval))
