"""``inspect``: is this in order?"""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "state", say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if it is in order, else 1."""
    from secrecy_rules.model import State

    return 0 if asking.answer(arguments, State, "inspect", say) else 1
