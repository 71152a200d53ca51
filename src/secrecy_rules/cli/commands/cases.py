"""``cases``: runs the law cases that stand beside rulebooks."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from secrecy_rules.cli import options, output
from secrecy_rules.cli.asking import own_folder
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    parser.add_argument("files", nargs="*", metavar=say("metavar.rulebook"), help=say("option.cases"))
    options.folder(parser, say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if every case comes out as the regulation says, else 1."""
    from secrecy_rules.rulebook import shipped
    from secrecy_rules.rulebook.registry import rulebook_files
    from secrecy_rules.testing.cases import run_cases

    folder = own_folder(arguments.folder)
    names = arguments.files or [*shipped(), *(rulebook_files(folder) if folder is not None else ())]
    results = [result for name in dict.fromkeys(names) for result in run_cases(*_place(name, folder))]
    failed = sum(not result.passed for result in results)
    if arguments.json:
        output.write_json(
            {
                "cases": [_data(result) for result in results],
                "passed": len(results) - failed,
                "failed": failed,
            }
        )
    else:
        output.write("\n".join(_lines(results, failed, say)))
    return 1 if failed else 0


def _place(name: str, folder: Path | None) -> tuple[str, Path | None]:
    """The id and folder to look in: a rulebook given as a file has its cases beside it."""
    if name.endswith((".yaml", ".yml")):
        return Path(name).stem, Path(name).parent
    return name, folder


def _data(result: Any) -> dict[str, Any]:
    return {
        "rulebook": result.rulebook,
        "group": result.group,
        "title": result.title,
        "case": result.case,
        "passed": result.passed,
        "failures": list(result.failures),
    }


def _lines(results: Sequence[Any], failed: int, say: Phrases) -> Iterator[str]:
    shown: tuple[str, str] | None = None
    for result in results:
        if shown != (result.rulebook, result.group):
            shown = (result.rulebook, result.group)
            yield say("cases.group", rulebook=result.rulebook, title=result.title)
        yield say("cases.passed" if result.passed else "cases.failed", case=result.case)
        yield from ("      " + output.one_line(failure) for failure in result.failures)
    yield say("cases.total", passed=len(results) - failed, failed=failed)
