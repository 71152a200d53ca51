"""The arguments of every command. Wrong ones raise ``InputError``, like any other wrong input."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any, NoReturn

from secrecy_rules.cli.commands import (
    ask,
    authority,
    cases,
    classify,
    compare,
    consequences,
    coverage,
    decide,
    duties,
    explain,
    inspect,
    listing,
    source,
    what_if,
)
from secrecy_rules.errors import InputError, Problem
from secrecy_rules.explain.phrases import LANGUAGES, Phrases
from secrecy_rules.version import __version__

PROGRAM = "secrecy-rules"
COMMANDS: dict[str, ModuleType] = {
    "list": listing,
    "decide": decide,
    "ask": ask,
    "explain": explain,
    "what-if": what_if,
    "classify": classify,
    "inspect": inspect,
    "duties": duties,
    "consequences": consequences,
    "authority": authority,
    "compare": compare,
    "coverage": coverage,
    "cases": cases,
    "source": source,
}


class Parser(argparse.ArgumentParser):
    """An argument parser that raises, and whose own words are in the language of the user."""

    def __init__(self, *, say: Phrases, **options: Any) -> None:
        super().__init__(
            allow_abbrev=False,
            add_help=False,
            formatter_class=lambda prog: _Formatter(prog, say=say),
            **options,
        )
        self._say = say
        self._positionals.title = say("help.arguments")
        self._optionals.title = say("help.options")
        self.add_argument("-h", "--help", action="help", help=say("help.help"))

    def error(self, message: str) -> NoReturn:
        raise InputError([Problem(message, cure=self._say("help.see", program=self.prog))])


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str, *, say: Phrases) -> None:
        super().__init__(prog, width=100, max_help_position=30)
        self._say = say

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._say("help.usage") if prefix is None else prefix)


def build_parser(say: Phrases) -> Parser:
    """The parser with every command."""
    parser = Parser(say=say, prog=PROGRAM, description=say("help.program"), epilog=say("help.exit"))
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}", help=say("help.version"))
    commands = parser.add_subparsers(
        dest="command", metavar=say("metavar.command"), title=say("help.commands"), required=True
    )
    for name, module in COMMANDS.items():
        text = say(f"command.{name}")
        command: Parser = commands.add_parser(name, say=say, help=text, description=text)
        module.add(command, say)
        _common(command, say)
    _common(parser, say)
    return parser


def _common(parser: argparse.ArgumentParser, say: Phrases) -> None:
    # Given before or after the command; the default must not overwrite what was given before.
    parser.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=say("option.json"))
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=say("option.lang"))


def parse(arguments: Sequence[str], say: Phrases) -> argparse.Namespace:
    """The arguments as a namespace. Options may stand between the files.

    Raises ``InputError`` for arguments that are wrong, ``SystemExit`` after ``--help`` and ``--version``.
    """
    parser = build_parser(say)
    found, rest = parser.parse_known_args(arguments)
    # argparse takes a list of files in one stretch only; those after an option come back as unknown.
    unknown = [argument for argument in rest if argument.startswith("-") and argument != "-"]
    if unknown or (rest and not hasattr(found, "files")):
        unknown = unknown or rest
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    if rest:
        found.files = [*found.files, *rest]
    found.json = getattr(found, "json", False)
    found.lang = say.lang
    return found
