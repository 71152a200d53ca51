"""``coverage``: are all clauses of a corpus accounted for, all norms served, all rules proved by cases?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from secrecy_rules.cli import options, output
from secrecy_rules.cli.asking import own_folder
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    parser.add_argument("--corpus", required=True, metavar=say("metavar.folder"), help=say("option.corpus"))
    options.folder(parser, say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if nothing is lost, 1 if a clause, a fingerprint or a rule has a problem; each on standard error."""
    import sys
    from pathlib import Path

    from secrecy_rules.testing.coverage import coverage

    report = coverage(Path(arguments.corpus), own_folder(arguments.folder))
    if arguments.json:
        output.write_json(report.to_data())
    else:
        output.write("\n".join(_lines(report.to_data(), say)))
    for problem in report.problems:
        sys.stderr.write(output.one_line(problem) + "\n")
    return 1 if report.problems else 0


def _lines(data: Mapping[str, Any], say: Phrases) -> Iterator[str]:
    columns = [name for name in data["total"] if name != "inert"]
    rows = [*data["rulebooks"].items(), (say("coverage.total"), data["total"])]
    yield from output.table(
        [
            ["", *(say(f"coverage.{name}") for name in columns)],
            *([name, *(str(counts[column]) for column in columns)] for name, counts in rows),
        ]
    )
    inert = data["total"]["inert"]
    if inert:
        yield ""
        parts = [say("coverage.reason", reason=say.named("inert", name), count=inert[name]) for name in inert]
        yield say("coverage.inert", reasons=say.listed(parts))
