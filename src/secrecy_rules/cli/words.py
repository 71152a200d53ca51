"""The words of the command line itself, in the language of the user."""

from __future__ import annotations

from collections.abc import Sequence

from secrecy_rules.explain.phrases import LANGUAGES, Phrases, phrases

DEFAULT = "zh"


def words(lang: str) -> Phrases:
    """The catalogue of the command line."""
    return phrases(lang, "secrecy_rules.cli")


def language_asked(arguments: Sequence[str]) -> str:
    """The language of ``--lang``, looked up before the arguments are parsed: help and errors need it.

    >>> language_asked(["list", "--lang", "en"]), language_asked(["--lang=zh"]), language_asked(["--lang", "fr"])
    ('en', 'zh', 'zh')
    """
    found = DEFAULT
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[place + 1] if place + 1 < len(arguments) else "")
            found = value if value in LANGUAGES else found
    return found
