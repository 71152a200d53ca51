"""The valid word that a misspelt one was probably meant to be.

>>> did_you_mean("aprovals", ["approvals", "formalities"])
'did you mean `approvals`?'
>>> did_you_mean("xyz", ["approvals", "formalities"])
'expected one of: `approvals`, `formalities`'
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice

from secrecy_rules.reading.quoting import in_backticks

__all__ = ["did_you_mean", "nearest"]

_LONGEST = 64
_MOST = 5_000
_FEW = 12


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like the word, `None` if none is like it.

    Case, width, hyphens and spaces do not count: `Top-Secret` is very near `TOP_SECRET`. Words beyond
    64 characters have no near ones, since nobody mistypes those and comparing them is costly.

    >>> nearest("Top-Secret", ["SECRET", "TOP_SECRET"])
    'TOP_SECRET'
    >>> nearest("复制", ["传阅", "复印"])
    '复印'
    """
    if len(word) > _LONGEST:
        return None
    folded = _fold(word)
    # One character of a Chinese word of two is half of it; half of an English word is noise.
    cutoff = 0.6 if folded.isascii() else 0.5
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(folded)
    best, best_score = None, 0.0
    for candidate in islice(candidates, _MOST):
        if len(candidate) > _LONGEST:
            continue
        matcher.set_seq1(_fold(candidate))
        # The two quick ratios are upper bounds, and spare most candidates the slow one.
        least = max(cutoff, best_score)
        if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
            continue
        score = matcher.ratio()
        if score >= cutoff and score > best_score:
            best, best_score = candidate, score
    return best


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """The cure for a wrong word: the nearest valid one, or all of them if they are few.

    >>> did_you_mean("xyz", map(str, range(100))) is None
    True
    """
    known = tuple(candidates)
    near = nearest(word, known)
    if near is not None:
        return f"did you mean {in_backticks(near)}?"
    if 0 < len(known) <= _FEW:
        return "expected one of: " + ", ".join(map(in_backticks, known))
    return None


def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().replace("-", "_").replace(" ", "_")
