"""``ask``: an interview that asks only what still matters, and ends in a decision."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from secrecy_rules.cli import asking, options, output
from secrecy_rules.explain.phrases import Phrases

if TYPE_CHECKING:
    from secrecy_rules.whatif import Interview


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    rulebook = say("metavar.rulebook")
    parser.add_argument("files", nargs="+", metavar=f"{rulebook}…", help=say("option.ask_rulebooks"))
    parser.usage = say("help.usage_line", program=parser.prog, files=f"{rulebook}…")
    options.folder(parser, say)
    options.presumptions_and_day(parser, say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if it is allowed, 1 if it is not. The end of the input means "don't know" from there on."""
    from secrecy_rules.engine import Institution

    institution = Institution(
        arguments.files, folder=asking.own_folder(arguments.folder), presume=not arguments.no_presume
    )
    from secrecy_rules.cli.interviewing import first_request

    request = first_request(say, as_of=arguments.as_of)
    if request is None:
        _tell(say("ask.nothing"))
        return 2
    from secrecy_rules.whatif import Interview

    talk = Interview(institution, request)
    _talk(talk, say)
    asking.show(talk.decision, institution.rulebooks, arguments)
    return 0 if talk.decision else 1


def _talk(talk: Interview, say: Phrases) -> None:
    from secrecy_rules.cli.interviewing import hint, value_of, wording
    from secrecy_rules.errors import InputError

    while talk.question is not None:
        _tell(wording(talk, say))
        _tell(hint(talk, say))
        line = _line(say)
        if line is None:
            talk.dont_know()
            continue
        try:
            value = value_of(line, talk, say)
            talk.dont_know() if value is None else talk.tell(value)
        except InputError as error:
            _tell(
                "\n".join(
                    output.one_line(problem.message + (f" ({problem.cure})" if problem.cure else ""))
                    for problem in error.problems
                )
            )


def _tell(text: str) -> None:
    """Questions go to standard error: standard output holds the decision alone."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def _line(say: Phrases) -> str | None:
    """One line of the answer; None at the end of the input."""
    sys.stderr.write(say("ask.prompt"))
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None
