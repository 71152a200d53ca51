"""The phrase catalogues: one file of whole phrases per language, with the same keys and placeholders.

A sentence is never put together from pieces of another language: a phrase has placeholders for words of the
vocabulary and for other phrases of its own language, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from secrecy_rules.vocabulary.store import read_data

LANGUAGES = ("zh", "en")


class Phrases:
    """The phrases of one language. Called with a key and the values of its placeholders.

    >>> phrases("en")("duration.day.many", count=14)
    '14 days'
    """

    def __init__(self, lang: str, texts: Mapping[str, str]) -> None:
        self.lang = lang
        self.texts = dict(texts)

    def __call__(self, key: str, **values: object) -> str:
        """The phrase with its placeholders filled. ``KeyError`` if there is none of that key."""
        return self.texts[key].format_map(values)

    def __contains__(self, key: str) -> bool:
        return key in self.texts

    def named(self, group: str, word: str) -> str:
        """The phrase for a code such as a ground; an unknown code stands for itself."""
        return self.texts.get(f"{group}.{word}", word)

    def listed(self, parts: Iterator[str] | tuple[str, ...] | list[str], *, how: str = "and") -> str:
        """Several things in a row: ``and``, ``or``, or ``also`` between longer phrases."""
        found = list(parts)
        if len(found) < 2:
            return "".join(found)
        return self.texts[f"list.{how}.between"].join(found[:-1]) + self.texts[f"list.{how}.last"] + found[-1]


@cache
def phrases(lang: str, package: str = "secrecy_rules.explain") -> Phrases:
    """The catalogue of a language; ``ValueError`` for one that there is none of."""
    if lang not in LANGUAGES:
        raise ValueError(f"no such language `{lang}`: expected `zh` or `en`")
    text = (files(package) / "data" / f"phrases.{lang}.yaml").read_text(encoding="utf-8")
    return Phrases(lang, dict(_flat(read_data(text))))


def _flat(data: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
