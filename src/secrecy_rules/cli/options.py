"""Options that several commands share."""

from __future__ import annotations

import argparse
from datetime import date

from secrecy_rules.explain.phrases import Phrases


def question(parser: argparse.ArgumentParser, file: str, say: Phrases) -> None:
    """One or more rulebooks and, last, the file with the question; the options of all six questions."""
    rulebook, name = say("metavar.rulebook"), say(f"metavar.{file}")
    # One list of files: which of them is the question is only known once all are there.
    parser.add_argument("files", nargs="+", metavar=f"{rulebook}… {name}", help=say("option.files"))
    parser.usage = say("help.usage_line", program=parser.prog, files=f"{rulebook}… {name}")
    folder(parser, say)
    presumptions_and_day(parser, say)


def presumptions_and_day(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """How a question is taken: what may be presumed, and on which day."""
    parser.add_argument("--no-presume", action="store_true", help=say("option.no_presume"))
    parser.add_argument("--as-of", type=_day, metavar=say("metavar.date"), default=None, help=say("option.as_of"))


def folder(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The user's own rulebooks."""
    parser.add_argument("--folder", metavar=say("metavar.folder"), default=None, help=say("option.folder"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text[:40]}` is not a date, write it as 2024-03-31") from None
