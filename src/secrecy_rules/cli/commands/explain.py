"""``explain``: why the decision comes out as it does, down to the facts."""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options, output
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "request", say)
    parser.add_argument("--whole", action="store_true", help=say("option.whole"))


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if it is allowed, 1 if it is not."""
    from secrecy_rules.explain import render_why
    from secrecy_rules.model import Request

    found, _ = asking.found(arguments, Request, "explain", say)
    output.write(found.to_json() if arguments.json else render_why(found, arguments.lang, whole=arguments.whole))
    return 0 if found.decision else 1
