"""``authority``: who decides, and who answers for it?"""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options
from secrecy_rules.explain.phrases import Phrases


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "inquiry", say)


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """Always 0."""
    from secrecy_rules.model import Inquiry

    asking.answer(arguments, Inquiry, "authority", say)
    return 0
