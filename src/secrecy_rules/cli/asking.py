"""What the six questions have in common: read the file, ask, print the answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from secrecy_rules.cli import output
from secrecy_rules.errors import InputError, Problem, RequestError
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Receipt
from secrecy_rules.model.situation import Situation
from secrecy_rules.rulebook.document import Rulebook

if TYPE_CHECKING:
    from secrecy_rules.engine import Institution

S = TypeVar("S", bound=Situation)
STDIN = "-"


def answer(arguments: argparse.Namespace, model: type[S], ask: str, say: Phrases, **options: Any) -> Any:
    """Ask the question of that name and print the answer; returns the answer.

    Raises ``InputError`` or another error of the library for whatever is wrong in the input.
    """
    told, institution = found(arguments, model, ask, say, **options)
    show(told, institution.rulebooks, arguments)
    return told


def found(
    arguments: argparse.Namespace, model: type[S], ask: str, say: Phrases, **options: Any
) -> tuple[Any, Institution]:
    """The answer to the question, and who gave it."""
    from secrecy_rules.engine import Institution

    *rulebooks, file = arguments.files
    if not rulebooks:
        program = f"secrecy-rules {ask.replace('_', '-')}"
        raise InputError([Problem(say("problems.no_question"), cure=say("help.see", program=program))])
    with question_from(file, model, say, as_of=arguments.as_of) as question:
        institution = Institution(
            rulebooks, folder=own_folder(arguments.folder), presume=not arguments.no_presume, **options
        )
        return getattr(institution, ask)(question), institution


@contextmanager
def question_from(file: str, model: type[S], say: Phrases, *, as_of: date | None) -> Iterator[S]:
    """The question in a file; what turns out to be wrong with it while it is asked gets its place in the file."""
    from secrecy_rules.engine.files import located, question_in

    tree, name = _tree(file, say)
    question = question_in(tree, model, file=name)
    try:
        yield question if as_of is None else question.model_copy(update={"as_of": as_of})
    except RequestError as error:
        raise located(error, tree, file=name) from None


def show(found: Receipt, rulebooks: Iterable[Rulebook], arguments: argparse.Namespace) -> None:
    """The answer as text, or as its own JSON."""
    if arguments.json:
        output.write(found.to_json())
        return
    from secrecy_rules.explain import render

    output.write(render(found, arguments.lang, rulebooks=rulebooks))


def _tree(file: str, say: Phrases) -> tuple[Any, str]:
    """The tree of a file, or of standard input, and what it is called in messages."""
    from secrecy_rules.engine.files import read_question_file, read_question_text
    from secrecy_rules.reading import REQUEST_LIMITS

    if file != STDIN:
        return read_question_file(file), file
    name = say("stdin")
    # One byte more than allowed is enough to know that it is too much.
    return read_question_text(sys.stdin.buffer.read(REQUEST_LIMITS.max_bytes + 1), file=name), name


def own_folder(folder: str | None) -> Path | None:
    """The user's folder. ``InputError`` if there is none: a misspelt one must not silently mean the shipped ones."""
    if folder is None:
        return None
    if not Path(folder).is_dir():
        raise InputError([Problem("there is no such folder", folder, cure="check the path")])
    return Path(folder)
