"""Questions from files: a request, item, state, occurrence, incident or inquiry as YAML or JSON.

Every problem of a file carries its line and column, also where the file uses Chinese field names.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from secrecy_rules.errors import Problem, RequestError
from secrecy_rules.model.errors import request_error
from secrecy_rules.model.facts import facts
from secrecy_rules.model.situation import Situation
from secrecy_rules.reading import REQUEST_LIMITS, position_of, read_file, read_yaml, to_plain
from secrecy_rules.reading.node import Mapping, Node, Scalar, Sequence

S = TypeVar("S", bound=Situation)


def read_question(path: str | Path, model: type[S]) -> S:
    """The question in a file, as a model. ``RequestError`` lists every problem with its line and column.

    >>> from secrecy_rules.model import Request
    >>> read_question("nowhere.yaml", Request)
    Traceback (most recent call last):
    ...
    secrecy_rules.errors.RequestError: nowhere.yaml: there is no such file (check the path)
    """
    return question_in(read_question_file(path), model, file=str(path))


def read_question_file(path: str | Path) -> Node:
    """The tree of a file with a question."""
    return read_file(path, limits=REQUEST_LIMITS, error=RequestError)


def read_question_text(text: str | bytes, *, file: str | None = None) -> Node:
    """The tree of a YAML text with a question; ``file`` is what it is called in messages."""
    return read_yaml(text, file=file, limits=REQUEST_LIMITS, error=RequestError)


def question_in(tree: Node, model: type[S], *, file: str | None = None) -> S:
    """The question that a tree holds.

    >>> from secrecy_rules.model import Request
    >>> tree = read_question_text("行为: 复印\\n对象: {密级: 机蜜}", file="request.yaml")
    >>> question_in(tree, Request, file="request.yaml")
    Traceback (most recent call last):
    ...
    secrecy_rules.errors.RequestError: request.yaml:2:1: the field `kind` is missing
    request.yaml:2:6: unknown level `机蜜` (did you mean `机密`?)
    """
    if not isinstance(tree, Mapping):
        full_width = isinstance(tree, Scalar) and "：" in str(tree.value)
        cure = "write `: ` in place of `：`" if full_width else "write one fact a line: its name, a colon, its value"
        raise RequestError([Problem("a question is a mapping of facts", file, tree.line, tree.column, cure)])
    try:
        return model.model_validate(to_plain(tree))
    except ValidationError as error:
        raise request_error(error, model, file=file, tree=_in_english(tree)) from None


def located(error: RequestError, tree: Node, *, file: str | None) -> RequestError:
    """The same error, its problems with the line and column of the facts that they name."""
    english = _in_english(tree)
    return type(error)(_located(error, english, file))


def _located(error: RequestError, tree: Node, file: str | None) -> Iterator[Problem]:
    for problem in error.problems:
        if problem.line is not None or problem.path is None:
            yield problem
            continue
        line, column = position_of(tree, tuple(problem.path.split(".")))
        yield Problem(problem.message, file, line, column, problem.cure, problem.path)


def _in_english(node: Node) -> Node:
    """The tree with every key also under the field names that its Chinese name may stand for.

    Errors name the fields; the tree has what the file says. A name that stands for different fields in
    different models (职务) is entered for each: only one of them will be looked up there.
    """
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Sequence):
        return Sequence(tuple(_in_english(item) for item in node.items), node.line, node.column)
    entries = []
    for key, value in node.entries:
        inner = _in_english(value)
        names = dict.fromkeys((str(key.value), *_fields().get(str(key.value), ())))
        entries += [(Scalar(name, key.line, key.column), inner) for name in names]
    return Mapping(tuple(entries), node.line, node.column)


@cache
def _fields() -> dict[str, tuple[str, ...]]:
    """Chinese name -> the fields of any model that it stands for."""
    found: dict[str, dict[str, None]] = {}
    for described in facts().values():
        for field, fact in described.items():
            for name in (fact.zh, *fact.also):
                found.setdefault(name, {})[field] = None
    return {name: tuple(fields) for name, fields in found.items()}
