"""``decide``: may this be done?"""

from __future__ import annotations

import argparse

from secrecy_rules.cli import asking, options
from secrecy_rules.explain.phrases import Phrases

SILENCE = ("deny", "allow")
BACKENDS = ("reference", "durable")


def add(parser: argparse.ArgumentParser, say: Phrases) -> None:
    """The arguments."""
    options.question(parser, "request", say)
    parser.add_argument("--silence", choices=SILENCE, default="deny", help=say("option.silence"))
    parser.add_argument("--backend", choices=BACKENDS, default="reference", help=say("option.backend"))


def run(arguments: argparse.Namespace, say: Phrases) -> int:
    """0 if it is allowed, 1 if it is not."""
    from secrecy_rules.model import Request

    decision = asking.answer(arguments, Request, "decide", say, silence=arguments.silence, backend=arguments.backend)
    return 0 if decision else 1
