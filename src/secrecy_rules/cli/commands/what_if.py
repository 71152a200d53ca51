"""``what-if``: what would make a yes of a no, and what a yes hangs on."""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options, output
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "request", say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if it is allowed, 1 if it is not."""
    from secrecy_rules.explain import render_what_if
    from secrecy_rules.model import Request

    found, _ = asking.found(arguments, Request, "what_if", say)
    output.write(found.to_json() if arguments.json else render_what_if(found, arguments.lang))
    return 0 if found.decision else 1
