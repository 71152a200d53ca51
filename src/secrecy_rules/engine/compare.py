"""Puts one request to many rulebooks, each for itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from secrecy_rules.engine import inputs
from secrecy_rules.engine.engine import Engine
from secrecy_rules.errors import InputError, NotInForceError, OffScaleError, Problem
from secrecy_rules.model.answers import BothLanguages, Ground
from secrecy_rules.model.comparison import ComparedRow, Comparison
from secrecy_rules.model.situation import Request
from secrecy_rules.reading import did_you_mean, in_backticks
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.registry import load, rulebook_files, sectors, shipped, shipped_in
from secrecy_rules.version import __version__


def compare(
    request: Request | Mapping[str, Any],
    rulebooks: Iterable[str | Path | Rulebook] = (),
    *,
    sector: str | None = None,
    folder: str | Path | None = None,
    presume: bool = True,
) -> Comparison:
    """One request under each of the rulebooks named, or under all there are; with ``sector``, those of one.

    Raises ``RequestError`` for a request that is wrong, ``UnknownRulebookError`` or ``RulebookError`` for a
    rulebook that cannot be had, ``InputError`` for a sector that no rulebook is of.

    >>> found = compare({"action": "leave_vehicle", "object": "car"}, sector="hospital")
    >>> {row.sector for row in found.rows}
    {'hospital'}
    """
    question = inputs.as_model(request, Request)
    books = [b if isinstance(b, Rulebook) else load(b, folder=folder) for b in rulebooks]
    books = _of_sector(books, sector) if books else _everything(sector, folder)
    rows = [_row(question, book, presume=presume) for book in books]
    as_of = question.as_of or date.today()
    return Comparison(library=__version__, action=question.action, as_of=as_of, rows=_rarest_first(rows))


def _everything(sector: str | None, folder: str | Path | None) -> list[Rulebook]:
    own = list(rulebook_files(folder)) if folder is not None else []
    # The shipped ones stand in a folder for each sector, so that those of the others need not be read.
    names = shipped() if sector is None else shipped_in(sector)
    return _of_sector([load(name, folder=folder) for name in dict.fromkeys([*names, *own])], sector)


def _of_sector(books: list[Rulebook], sector: str | None) -> list[Rulebook]:
    found = [book for book in books if sector is None or book.sector == sector]
    if not found:
        cure = did_you_mean(sector or "", [*sectors(), *(book.sector for book in books)])
        raise InputError([Problem(f"no rulebook is of the sector {in_backticks(sector or '')}", cure=cure)])
    return found


def _row(question: Request, book: Rulebook, *, presume: bool) -> ComparedRow:
    row = ComparedRow(
        rulebook=book.id,
        title=BothLanguages(zh=book.title.zh, en=book.title.en),
        sector=book.sector,
        digest=book.digest,
    )
    said: dict[str, Any]
    try:
        decision = Engine(book, presume=presume).decide(question)
        said = {"effect": decision.effect, "ground": decision.ground, "articles": decision.articles}
    except OffScaleError:
        said = {"silent": "off_scale"}
    except NotInForceError:
        said = {"silent": "not_in_force"}
    return row.model_copy(update=said)


def _rarest_first(rows: list[ComparedRow]) -> tuple[ComparedRow, ...]:
    """Grouped by answer, the answers that few give first; equally rare ones in the order of the grounds."""
    count = Counter(_answer(row) for row in rows)
    grounds = list(Ground)

    def place(row: ComparedRow) -> tuple[bool, bool, int, int]:
        mute = row.silent is not None
        untouched = mute or row.ground is Ground.NOT_COVERED
        return untouched, mute, count[_answer(row)], grounds.index(row.ground) if row.ground is not None else 0

    return tuple(sorted(rows, key=place))


def _answer(row: ComparedRow) -> tuple[object, ...]:
    return row.effect, row.ground, row.silent
