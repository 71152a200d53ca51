"""The entry point: from arguments to an exit status, whatever happens on the way."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from secrecy_rules.cli import output
from secrecy_rules.cli.parser import COMMANDS, parse
from secrecy_rules.cli.words import language_asked, words

WRONG_INPUT = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never raises for anything that is in the input.

    0: the answer is given (of ``decide``: allow; of ``inspect``: in order). 1: the answer is no. 2: the input
    is wrong. 130 and 141 as usual for Ctrl-C and a closed pipe.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    output.prepare_streams()
    say = words(language_asked(arguments))
    try:
        try:
            found = parse(arguments, say)
            return int(COMMANDS[found.command].run(found, say))
        except SystemExit as done:
            # argparse has printed its help or version.
            return WRONG_INPUT if done.code else 0
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001
            # Whatever breaks is a named error and exit status 2: never a traceback, never an allow.
            output.report(error, json_too="--json" in arguments, say=say)
            return WRONG_INPUT
    except KeyboardInterrupt:
        sys.stderr.write(say("problems.interrupted") + "\n")
        return INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()


def _pipe_closed() -> int:
    """Whoever read our output has gone. The interpreter must not try to flush it again on its way out."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
