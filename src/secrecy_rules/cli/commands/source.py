"""``source``: finds the clauses of a rulebook in the user's own copy of the regulation."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from secrecy_rules.cli import options, output
from secrecy_rules.cli.asking import own_folder
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    parser.add_argument("rulebook", metavar=say("metavar.rulebook"), help=say("option.rulebook"))
    parser.add_argument("copy", metavar=say("metavar.copy"), help=say("option.copy"))
    options.folder(parser, say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if the copy is the text that the rulebook was written from, 1 if anything changed, moved or is missing."""
    from pathlib import Path

    from secrecy_rules.rulebook import load
    from secrecy_rules.testing.source import compare_source

    book = load(arguments.rulebook, folder=own_folder(arguments.folder))
    report = compare_source(book, Path(arguments.copy))
    if arguments.json:
        output.write_json(report.to_data())
    else:
        output.write("\n".join(_lines(report, book, say)))
    return 1 if report.changed or report.moved or report.missing else 0


def _lines(report: Any, book: Any, say: Phrases) -> Iterator[str]:
    for group in ("changed", "moved", "found"):
        for number, place in enumerate(getattr(report, group)):
            if number == 0:
                yield say(f"source.{group}")
            yield say("source.article", article=place.article)
            yield say("source.wording", text=" ".join(place.text.split()))
            yield say("source.gist", text=_gist(book.article(place.clause), say))
        if getattr(report, group):
            yield ""
    for number, clause in enumerate(report.missing):
        if number == 0:
            yield say("source.missing")
        yield say("source.article", article=book.article(clause).cite)
        yield say("source.gist", text=_gist(book.article(clause), say))
    if report.missing:
        yield ""
    yield say(
        "source.total",
        found=len(report.found),
        changed=len(report.changed),
        moved=len(report.moved),
        missing=len(report.missing),
    )


def _gist(article: Any, say: Phrases) -> str:
    return str(article.gist.zh if say.lang == "zh" else article.gist.en)
