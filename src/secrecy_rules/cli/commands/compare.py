"""``compare``: one request under every rulebook, or under those of a sector."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from secrecy_rules.cli import asking, options, output
from secrecy_rules.cli.words import words
from secrecy_rules.explain.phrases import LANGUAGES, Phrases, phrases

if TYPE_CHECKING:
    from secrecy_rules.model.comparison import ComparedRow, Comparison


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    rulebook, name = say("metavar.rulebook"), say("metavar.request")
    parser.add_argument("files", nargs="+", metavar=f"[{rulebook}…] {name}", help=say("option.compare_files"))
    parser.usage = say("help.usage_line", program=parser.prog, files=f"[{rulebook}…] {name}")
    parser.add_argument("--sector", metavar=say("metavar.sector"), default=None, help=say("option.sector"))
    options.folder(parser, say)
    options.presumptions_and_day(parser, say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0: whatever the rulebooks say, the question was answered."""
    from secrecy_rules.engine import compare
    from secrecy_rules.model import Request

    *rulebooks, file = arguments.files
    with asking.question_from(file, Request, say, as_of=arguments.as_of) as question:
        found = compare(
            question,
            rulebooks,
            sector=_sector(arguments.sector),
            folder=asking.own_folder(arguments.folder),
            presume=not arguments.no_presume,
        )
    if arguments.json:
        output.write(found.to_json())
    else:
        output.write("\n".join(_lines(found, say)))
    return 0


def _sector(told: str | None) -> str | None:
    """The sector by its id or by its name in either language; an unknown one is left to be reported."""
    from secrecy_rules.rulebook.registry import sectors

    names = {words(lang).named("sector", sector): sector for lang in LANGUAGES for sector in sectors()}
    return names.get(told, told) if told is not None else None


def _lines(found: Comparison, say: Phrases) -> Iterator[str]:
    texts = phrases(say.lang)
    counts = Counter(_answer(row, say, texts) for row in found.rows)
    head = [say(f"compare.{name}") for name in ("rulebook", "sector", "answer", "articles")]
    rows = [
        [
            row.rulebook,
            say.named("sector", row.sector),
            _answer(row, say, texts),
            texts.listed(list(row.articles), how="also"),
        ]
        for row in found.rows
    ]
    yield from output.table([head, *rows])
    yield ""
    parts = [say("compare.part", answer=answer, count=count) for answer, count in counts.items()]
    yield say("compare.total", count=len(rows), parts=say.listed(parts))


def _answer(row: ComparedRow, say: Phrases, texts: Phrases) -> str:
    """Effect and ground in a few words; the full sentences would make the table too wide."""
    if row.effect is None or row.ground is None:
        return say.named("silent", row.silent or "")
    return say("compare.cell", effect=texts.named("effect", row.effect), ground=say.named("short_ground", row.ground))
