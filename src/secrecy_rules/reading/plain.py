"""What a YAML value without quotes means. Whatever two YAML readers could differ on is refused.

>>> read_plain("SECRET"), read_plain("8"), read_plain("0.5"), read_plain("true"), read_plain("null")
('SECRET', 8, 0.5, True, None)
>>> read_plain("2020-01-01")
'2020-01-01'
>>> read_plain("no").cure
'write true or false, or put it in quotes'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["LONGEST_NUMBER", "Refusal", "read_plain"]

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
LONGEST_NUMBER = 32
_QUOTES = "put it in quotes"

# Anything number-like of that length. One pass, whereas the patterns below would go over a long word
# again and again.
_LONG_NUMBER = re.compile(r"[-+]?(?:0[xXoObB][0-9a-fA-F_]+|[0-9._:]+(?:[eE][-+]?[0-9]+)?)")

# Beginning with one of these a word may be a number, and only then the patterns are tried.
_MAY_BE_NUMBER = frozenset("+-.0123456789")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a word may not stand without quotes; what it is called, and the cure."""

    what: str
    cure: str


_WORDS: dict[str, str | int | float | bool | Refusal | None] = {
    "true": True,
    "false": False,
    "null": None,
    "": None,
    "~": Refusal("is another way to write null", "write null, or put it in quotes"),
}
_TRUTH = Refusal("is read as true or false by some and as text by others", "write true or false, or put it in quotes")
_FOLDED = {
    **dict.fromkeys(("yes", "no", "on", "off", "y", "n"), _TRUTH),
    "true": Refusal("is not lower case", "write true, or put it in quotes"),
    "false": Refusal("is not lower case", "write false, or put it in quotes"),
    "null": Refusal("is not lower case", "write null, or put it in quotes"),
}
_LONGEST_FOLDED = 5

_NUMBERS = [
    (re.compile(pattern), Refusal(what, cure))
    for pattern, what, cure in (
        (
            r"[-+]?[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?",
            "is read by some as a number to the base 60",
            _QUOTES,
        ),
        (
            r"[-+]?0[xXoObB][0-9a-fA-F_]+",
            "is a number not in decimals",
            "write it in decimals, or put it in quotes",
        ),
        (
            r"[-+]?[0-9._]*_[0-9._]*(?:[eE][-+]?[0-9_]+)?",
            "has an underscore",
            "leave it out, or put it in quotes",
        ),
        (
            r"[-+]?0[0-9]+(?:\.[0-9]*)?",
            "is read by some as an octal number",
            "leave out the zero, or put it in quotes",
        ),
        (
            r"[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)",
            "is not a finite number",
            "write a finite one, or put it in quotes",
        ),
        (
            r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+",
            "is a number with an exponent",
            "write out its digits, or put it in quotes",
        ),
        (r"\+[0-9]+(?:\.[0-9]*)?", "is a number with a plus sign", "leave out the sign, or put it in quotes"),
        (
            r"[-+]?(?:\.[0-9]+|[0-9]+\.)",
            "is a number that begins or ends with its point",
            "write digits on both sides, or put it in quotes",
        ),
    )
]


def read_plain(text: str) -> str | int | float | bool | Refusal | None:
    """The value of a word without quotes, or why it may not stand so.

    Dates stay text: the schema types them, and knows which fields are dates.
    """
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= _LONGEST_FOLDED and (refusal := _FOLDED.get(text.lower())):
        return refusal
    if text[0] not in _MAY_BE_NUMBER:
        return text
    if len(text) > LONGEST_NUMBER:
        return Refusal("is too long for a number", _QUOTES) if _LONG_NUMBER.fullmatch(text) else text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return next((refusal for pattern, refusal in _NUMBERS if pattern.fullmatch(text)), text)
