"""Finds the clauses of a regulation in the user's own copy of it, by fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secrecy_rules.errors import Problem, SourceError
from secrecy_rules.rulebook import Article, Rulebook
from secrecy_rules.testing.fingerprint import without_space

# Every stretch of the copy is hashed once for each length of clause: some seconds at this size.
MAX_BYTES = 300_000


@dataclass(frozen=True, slots=True)
class Place:
    """A clause that was found: the original wording, and where it starts and ends in the copy (characters)."""

    clause: str
    article: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceReport:
    """Clauses ``found`` in the order of the rulebook; ``moved`` (found, but out of order); ``changed`` (the
    neighbours are there and other text stands between them); ``missing``."""

    rulebook: str
    found: tuple[Place, ...]
    changed: tuple[Place, ...]
    moved: tuple[Place, ...]
    missing: tuple[str, ...]

    def to_data(self) -> dict[str, Any]:
        """Plain data for JSON."""

        def plain(places: tuple[Place, ...]) -> list[dict[str, Any]]:
            return [
                {"clause": p.clause, "article": p.article, "text": p.text, "start": p.start, "end": p.end}
                for p in places
            ]

        return {
            "rulebook": self.rulebook,
            "found": plain(self.found),
            "changed": plain(self.changed),
            "moved": plain(self.moved),
            "missing": list(self.missing),
        }


def compare_source(book: Rulebook, path: str | Path) -> SourceReport:
    """Compare a rulebook with a plain-text copy (UTF-8) of its regulation.

    Raises ``SourceError`` if the file cannot be read.
    """
    text = _read(Path(path))
    plain = without_space(text)
    positions = _positions(text, plain)
    occurrences = _occurrences(book, plain)
    chain = _longest_in_order(book, occurrences)
    found, moved = [], []
    for article in book.articles:
        length = article.source.length
        if article.id in chain:
            start = chain[article.id]
            found.append(_place(article, text, positions, start, start + length))
        elif occurrences[article.id]:
            start = occurrences[article.id][0]
            moved.append(_place(article, text, positions, start, start + length))
    changed, missing = _not_found(book, occurrences, chain, text, positions)
    return SourceReport(book.id, tuple(found), tuple(changed), tuple(moved), tuple(missing))


def _read(path: Path) -> str:
    try:
        if not path.is_file():
            raise SourceError([Problem("there is no such file", str(path), cure="check the path")])
        if path.stat().st_size > MAX_BYTES:
            raise SourceError([Problem("the file is too large", str(path), cure="name a file of at most 300 KB")])
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError([Problem("the file is not UTF-8 text", str(path), cure="save it as UTF-8 text")]) from None
    except OSError:
        raise SourceError([Problem("this file cannot be opened", str(path), cure="check the path")]) from None


def _positions(text: str, plain: str) -> list[int]:
    """For every character of the plain text, where it stands in the text as it is."""
    positions = [i for i, character in enumerate(text) if not character.isspace()]
    if len(positions) != len(plain):
        # Decomposed characters: only the plain text has positions that can be told.
        return list(range(len(plain)))
    return positions


def _occurrences(book: Rulebook, plain: str) -> dict[str, list[int]]:
    """Clause id -> every place where its text starts. Clauses of one length are looked for together."""
    by_length: dict[int, dict[str, list[str]]] = {}
    for article in book.articles:
        by_length.setdefault(article.source.length, {}).setdefault(article.source.sha256, []).append(article.id)
    found: dict[str, list[int]] = {article.id: [] for article in book.articles}
    for length, wanted in by_length.items():
        for start in range(len(plain) - length + 1):
            digest = hashlib.sha256(plain[start : start + length].encode()).hexdigest()
            for clause in wanted.get(digest, ()):
                found[clause].append(start)
    return found


def _longest_in_order(book: Rulebook, occurrences: dict[str, list[int]]) -> dict[str, int]:
    """The most clauses that stand one behind the other in the order of the rulebook, and where.

    A title may also occur inside another clause: the place that keeps the order is the one meant.
    """
    points = [(i, start, a) for i, a in enumerate(book.articles) for start in occurrences[a.id]]
    best: list[tuple[int, int | None]] = []
    for i, (order, start, _) in enumerate(points):
        earlier = [
            (best[j][0], j)
            for j, (other, begin, article) in enumerate(points[:i])
            if other < order and begin + article.source.length <= start
        ]
        length, last = max(earlier, default=(0, None), key=lambda pair: pair[0])
        best.append((length + 1, last))
    index = max(range(len(best)), default=None, key=lambda i: best[i][0])
    chain: dict[str, int] = {}
    while index is not None:
        chain[points[index][2].id] = points[index][1]
        index = best[index][1]
    return chain


def _not_found(
    book: Rulebook, occurrences: dict[str, list[int]], chain: dict[str, int], text: str, positions: list[int]
) -> tuple[list[Place], list[str]]:
    """Clauses not found: changed where one clause is lost and other text stands between its neighbours."""
    changed: list[Place] = []
    missing: list[str] = []
    for run, before, after in _lost_runs(book, occurrences, chain):
        start = chain[before.id] + before.source.length if before is not None else 0
        end = chain[after.id] if after is not None else len(positions)
        if len(run) == 1 and end > start and (before is not None or after is not None):
            changed.append(_place(run[0], text, positions, start, end))
        else:
            missing.extend(article.id for article in run)
    return changed, missing


def _lost_runs(
    book: Rulebook, occurrences: dict[str, list[int]], chain: dict[str, int]
) -> Iterator[tuple[list[Article], Article | None, Article | None]]:
    """Runs of clauses that are not found, with the clauses found before and after each."""
    run: list[Article] = []
    before: Article | None = None
    for article in book.articles:
        if not occurrences[article.id]:
            run.append(article)
        elif article.id in chain:
            if run:
                yield run, before, article
            run, before = [], article
    if run:
        yield run, before, None


def _place(article: Article, text: str, positions: list[int], start: int, end: int) -> Place:
    first, last = positions[start], positions[end - 1] + 1
    return Place(article.id, article.cite, text[first:last], first, last)
