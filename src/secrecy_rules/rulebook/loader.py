"""Reads one rulebook from a file or a text."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from secrecy_rules.errors import Problem, RulebookError
from secrecy_rules.reading import RULEBOOK_LIMITS, in_backticks, read_file, read_yaml
from secrecy_rules.reading.node import Node, to_plain
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.parse_document import parse_rulebook


def read_rulebook(path: str | Path) -> Rulebook:
    """The rulebook in a YAML file.

    Raises ``RulebookError`` with every problem of the file, each with its line and column.
    """
    tree = read_file(path, limits=RULEBOOK_LIMITS, error=RulebookError)
    book = parse_rulebook(tree, digest=_digest(tree), file=str(path))
    if book.id != Path(path).stem:
        message = f"the rulebook calls itself {in_backticks(book.id)}, its file {in_backticks(Path(path).stem)}"
        raise RulebookError([Problem(message, str(path), 1, 1, "give both the same name")])
    return book


def rulebook_from_text(text: str, *, file: str | None = None) -> Rulebook:
    """The rulebook of a YAML text; ``RulebookError`` lists its problems."""
    tree = read_yaml(text, file=file, limits=RULEBOOK_LIMITS, error=RulebookError)
    return parse_rulebook(tree, digest=_digest(tree), file=file)


def _digest(tree: Node) -> str:
    """SHA-256 of the content, so that comments and line breaks do not make another rulebook of it."""
    plain = json.dumps(to_plain(tree), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
