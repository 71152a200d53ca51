"""``classify``: what level is this?"""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "item", say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """Always 0: every level is an answer."""
    from secrecy_rules.model import State

    asking.answer(arguments, State, "classify", say)
    return 0
