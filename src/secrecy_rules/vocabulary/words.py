"""One closed list of words: labels in two languages, synonyms, is-a, and an order where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any


class Match(Enum):
    """How a stated word stands to the word a rule names.

    ``BROADER`` is the coarse case: the request says ``copy`` where the rule says ``photograph``. It may be
    the thing meant and may not, so it counts as unknown.
    """

    WITHIN = "within"
    BROADER = "broader"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word as the data file gives it. ``family`` only for kinds of object, ``order`` only in ranked lists,
    ``manner`` for an act that is a (mostly wrong) manner of the broader one and would be told as such,
    ``implies`` for a kind whose name states facts of the thing (a classified computer)."""

    word: str
    zh: str
    en: str
    also: tuple[str, ...] = ()
    is_a: tuple[str, ...] = ()
    family: str | None = None
    order: int | None = None
    manner: bool = False
    implies: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Vocabulary:
    """A closed list of words.

    >>> from secrecy_rules.vocabulary import vocabulary
    >>> actions = vocabulary("action")
    >>> actions.resolve("复印")
    'photocopy'
    >>> actions.match("photograph", "copy")
    <Match.WITHIN: 'within'>
    >>> actions.match("copy", "photograph")
    <Match.BROADER: 'broader'>
    """

    name: str
    entries: Mapping[str, WordEntry]

    def __contains__(self, word: object) -> bool:
        return word in self.entries

    @cached_property
    def _spellings(self) -> dict[str, str]:
        spellings: dict[str, str] = {}
        for entry in self.entries.values():
            for text in (entry.word, entry.zh, *entry.also):
                spellings.setdefault(text, entry.word)
        return spellings

    @cached_property
    def _ancestors(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}

        def walk(word: str) -> frozenset[str]:
            if word not in found:
                parents = self.entries[word].is_a
                found[word] = frozenset({word}).union(*(walk(parent) for parent in parents))
            return found[word]

        for word in self.entries:
            walk(word)
        return found

    def spellings(self) -> tuple[str, ...]:
        """Everything that is accepted on input: words, Chinese labels and synonyms."""
        return tuple(self._spellings)

    def resolve(self, text: str) -> str | None:
        """The word that ``text`` stands for: itself, its Chinese label or a synonym; None if there is none."""
        return self._spellings.get(text)

    def ancestors(self, word: str) -> frozenset[str]:
        """``word`` and every broader word."""
        return self._ancestors[word]

    def descendants(self, word: str) -> frozenset[str]:
        """``word`` and every narrower word."""
        return frozenset(other for other, above in self._ancestors.items() if word in above)

    def match(self, stated: str, wanted: str) -> Match:
        """How the stated word stands to the wanted one: within it, broader than it, or apart."""
        if wanted in self._ancestors[stated]:
            return Match.WITHIN
        if stated in self._ancestors[wanted]:
            return Match.BROADER
        return Match.APART

    def order(self, word: str) -> int:
        """The rank of a word in an ordered list; ``ValueError`` if the list has no order."""
        order = self.entries[word].order
        if order is None:
            raise ValueError(f"`{word}` of `{self.name}` has no rank")
        return order

    @cached_property
    def ordered(self) -> bool:
        """Whether every word of the list has a rank."""
        return bool(self.entries) and all(entry.order is not None for entry in self.entries.values())

    def family(self, word: str) -> str:
        """The family of objects a kind belongs to: its own or that of the nearest broader kind."""
        entry = self.entries[word]
        if entry.family is not None:
            return entry.family
        return self.family(entry.is_a[0])

    def label(self, word: str, lang: str) -> str:
        """The label in ``zh`` or ``en``."""
        entry = self.entries[word]
        return entry.zh if lang == "zh" else entry.en
