"""``duties``: what must be done, by when?"""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "occurrence", say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """Always 0."""
    from secrecy_rules.model import Occurrence

    asking.answer(arguments, Occurrence, "duties", say)
    return 0
