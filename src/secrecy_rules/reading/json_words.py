"""What a JSON word without quotes means: a number or one of three literals.

>>> read_word("-1.5e3"), read_word("true"), read_word("null")
(-1500.0, True, None)
>>> read_word("NaN").cure
'write a finite number'
"""

from __future__ import annotations

import re
from math import isfinite

from secrecy_rules.reading.plain import LONGEST_NUMBER, Refusal

__all__ = ["read_word"]

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")
_LITERALS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_CURES = {
    **dict.fromkeys(("nan", "-nan", "inf", "-inf", "infinity", "-infinity"), "write a finite number"),
    "true": "write true",
    "false": "write false",
    "null": "write null",
    "none": "write null",
}


def read_word(word: str) -> int | float | bool | Refusal | None:
    """The value of a word, or why it has none.

    Python's reader takes numbers of any size, at a cost that grows with the square of it.
    """
    if word in _LITERALS:
        return _LITERALS[word]
    if not _NUMBER.fullmatch(word):
        return Refusal("is not a JSON value", _CURES.get(word.lower(), "put text in double quotes"))
    if len(word) > LONGEST_NUMBER or not isfinite(float(word)):
        return Refusal("is too large a number", "put it in double quotes")
    return float(word) if set(word) & set(".eE") else int(word)
