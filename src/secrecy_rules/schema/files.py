"""The schemas as files that ship with the library."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from secrecy_rules.schema.cases import cases_schema
from secrecy_rules.schema.parts import Schema
from secrecy_rules.schema.questions import INPUTS, question_schema
from secrecy_rules.schema.rulebook import rulebook_schema

NAMES = ("rulebook", *INPUTS, "cases")
COMMAND = "python -m secrecy_rules.schema"


def schema(name: str) -> Schema:
    """The schema of that name, built from the library as it is; ``KeyError`` if there is none."""
    if name == "rulebook":
        return rulebook_schema()
    return cases_schema() if name == "cases" else question_schema(name)


def shipped_schema(name: str) -> Schema:
    """The schema of that name as it ships; ``KeyError`` if there is none."""
    if name not in NAMES:
        raise KeyError(name)
    text = (files("secrecy_rules.schema") / "data" / file_name(name)).read_text(encoding="utf-8")
    found: Schema = json.loads(text)
    return found


def file_name(name: str) -> str:
    """The name of the file of a schema.

    >>> file_name("request")
    'request.schema.json'
    """
    return f"{name}.schema.json"


def text_of(found: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def write(folder: Path) -> list[Path]:
    """Write every schema into a folder; the files that changed."""
    changed = []
    for name in NAMES:
        path, text = folder / file_name(name), text_of(schema(name))
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path)
    return changed
