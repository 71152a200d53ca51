"""``list``: the rulebooks that ship with the library, and those of the user."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from secrecy_rules.cli import options, output
from secrecy_rules.cli.asking import own_folder
from secrecy_rules.errors import InputError
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.folder(parser, say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0; wrong rulebooks among the user's own are reported with the rest, all at once."""
    from secrecy_rules.rulebook import load, shipped
    from secrecy_rules.rulebook.registry import rulebook_files

    folder = own_folder(arguments.folder)
    own = rulebook_files(folder) if folder is not None else {}
    books, wrong = [], []
    for name in dict.fromkeys([*shipped(), *own]):
        try:
            books.append(load(name, folder=folder))
        except InputError as error:
            wrong.append(error)
    if wrong:
        raise InputError(problem for error in wrong for problem in error.problems)
    if arguments.json:
        output.write_json({"rulebooks": [_data(book) for book in books]})
    else:
        output.write("\n".join(output.table(_rows(books, say))))
    return 0


def _data(book: Any) -> dict[str, Any]:
    return {
        "id": book.id,
        "title": {"zh": book.title.zh, "en": book.title.en},
        "sector": book.sector,
        "number": book.number,
        "in_force": {"from": _day(book.in_force_from), "to": _day(book.in_force_to)},
        "clauses": len(book.articles),
        "rules": len(book.rules),
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _rows(books: list[Any], say: Phrases) -> Iterator[tuple[str, ...]]:
    yield say("list.id"), say("list.sector"), say("list.clauses"), say("list.rules"), say("list.title")
    for book in books:
        title = book.title.zh if say.lang == "zh" else book.title.en
        yield book.id, say.named("sector", book.sector), str(len(book.articles)), str(len(book.rules)), title
