"""``consequences``: what follows from a breach, or from merit?"""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "incident", say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """Always 0."""
    from secrecy_rules.model import Incident

    asking.answer(arguments, Incident, "consequences", say)
    return 0
