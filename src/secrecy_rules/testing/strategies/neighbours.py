"""Words near a word: what it is a kind of, its own kinds, and the words beside it."""

from __future__ import annotations

from functools import cache

from secrecy_rules.vocabulary import vocabulary

FEW = 4


@cache
def broader(name: str, word: str) -> tuple[str, ...]:
    """The words a word is a kind of, directly or not.

    >>> broader("action", "photograph")
    ('copy',)
    """
    return tuple(sorted(vocabulary(name).ancestors(word) - {word}))


@cache
def narrower(name: str, word: str) -> tuple[str, ...]:
    """The kinds of a word."""
    return tuple(sorted(vocabulary(name).descendants(word) - {word}))


@cache
def beside(name: str, word: str) -> tuple[str, ...]:
    """A few words that share a broader one, and a few that have nothing to do with it."""
    words = vocabulary(name)
    siblings = [w for parent in words.entries[word].is_a for w in words.descendants(parent)]
    near = {word, *broader(name, word), *narrower(name, word)}
    apart = sorted(w for w in siblings if w not in near)[:FEW]
    others = [w for w in words.entries if w not in near and w not in apart][:FEW]
    return (*apart, *others)


@cache
def list_of(lists: tuple[str, ...], word: str) -> str:
    """The list among several that has the word."""
    return next(name for name in lists if word in vocabulary(name))


@cache
def around(lists: tuple[str, ...], word: str) -> tuple[str, ...]:
    """The word, then everything near it."""
    name = list_of(lists, word)
    words = (word, *narrower(name, word)[:FEW], *broader(name, word), *beside(name, word))
    return tuple(dict.fromkeys(words))


@cache
def words_of(lists: tuple[str, ...]) -> tuple[str, ...]:
    """Every word of several lists."""
    return tuple(word for name in lists for word in vocabulary(name).entries)
