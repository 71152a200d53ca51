"""Characters that have no business in an input: those one cannot see, and full-width ones in keys.

>>> describe(chr(0x202E))
'U+202E right-to-left override'
>>> half_width("approvals" + chr(0xFF1A))
'approvals:'
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["FULL_WIDTH", "HIDDEN", "describe", "half_width"]

# Two files that look alike must mean alike. Controls (a carriage return only before a line feed),
# every format character of Unicode 16 (category Cf: bidi, zero width, tags), line and paragraph
# separators, blank-looking letters, surrogates, non-characters. Tab and line feed may stand.
HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\xad"
    "\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f"
    "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ud800-\\udfff\\ufdd0-\\ufdef"
    "\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff"
    "\\U000110bd\\U000110cd\\U00013430-\\U0001343f\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a"
    "\\U000e0000-\\U000e00ff]|\\r(?!\\n)"
)

# Punctuation, letters and digits of the full-width block and the CJK brackets, commas and quotes;
# not the signs in between that are letters or numerals, such as U+3007, the Chinese zero.
FULL_WIDTH = re.compile(
    "[\\u2018-\\u201f\\u3000-\\u3003\\u3008-\\u3020\\u3030\\u303d-\\u303f\\uff01-\\uff65\\uffe0-\\uffee]"
)

_ASCII = str.maketrans(
    {
        0x3001: ",",
        0x3002: ".",
        0x2018: "'",
        0x2019: "'",
        0x201C: '"',
        0x201D: '"',
        0x3010: "[",
        0x3011: "]",
        0x3014: "[",
        0x3015: "]",
        0x300A: "<",
        0x300B: ">",
        0x300C: '"',
        0x300D: '"',
    }
)


def half_width(text: str) -> str:
    """The text with the keys of an English keyboard."""
    return unicodedata.normalize("NFKC", text.translate(_ASCII)).strip()


def describe(character: str) -> str:
    """A character that cannot be shown, by its number and name.

    >>> describe(chr(7))
    'U+0007 control character'
    """
    kind = "control character" if unicodedata.category(character) == "Cc" else "unnamed character"
    return f"U+{ord(character):04X} {unicodedata.name(character, kind).lower()}"
