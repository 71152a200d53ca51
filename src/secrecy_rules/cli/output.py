"""Writes answers to standard output and problems to standard error."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterable
from typing import Any

from secrecy_rules.errors import InputError, Problem, SecrecyRulesError
from secrecy_rules.explain.lines import text_of
from secrecy_rules.explain.phrases import Phrases

FIELDS = ("message", "file", "line", "column", "cure", "path")


def prepare_streams() -> None:
    """A terminal that cannot show Chinese gets escapes, never an exception."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def write(text: str) -> None:
    """One text on standard output, at once: a pipe that is closed must be noticed here."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def write_json(data: Any) -> None:
    """Data as JSON, Chinese as it is."""
    write(json.dumps(data, ensure_ascii=False, indent=2))


def report(error: Exception, *, json_too: bool, say: Phrases) -> None:
    """Every problem on a line of its own; with ``--json`` also as ``{"error": [...]}`` on standard output."""
    problems = problems_of(error, say)
    lines = [say("problems.one" if len(problems) == 1 else "problems.many", count=len(problems))]
    sys.stderr.write("\n".join([*lines, *map(one_line, problems)]) + "\n")
    sys.stderr.flush()
    if json_too:
        write_json({"error": [{name: getattr(problem, name) for name in FIELDS} for problem in problems]})


def problems_of(error: Exception, say: Phrases) -> tuple[Problem, ...]:
    """What is wrong, one by one."""
    if isinstance(error, InputError):
        return error.problems
    if isinstance(error, SecrecyRulesError):
        return (Problem(str(error)),)
    if isinstance(error, ImportError):
        return (Problem(say("problems.missing", name=error.name or str(error))),)
    # A fault of the library: named so that it can be reported, and no traceback over an official's screen.
    return (Problem(f"{type(error).__name__}: {error}", cure=say("problems.fault", place=_place(error))),)


def one_line(thing: object) -> str:
    """Something as one line, whatever a user has put into it.

    >>> one_line(Problem("a" + chr(10) + "b", file="c.yaml"))
    'c.yaml: a\\\\nb'
    """
    return text_of([str(thing).replace("\n", "\\n").replace("\t", "\\t")])


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace is not None else "?"


def table(rows: Iterable[Iterable[str]]) -> list[str]:
    """Rows with their columns aligned; a Chinese character is two columns wide."""
    found = [list(row) for row in rows]
    widths = [max(map(_width, column)) for column in zip(*found, strict=True)]
    return [
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in found
    ]


def _width(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
