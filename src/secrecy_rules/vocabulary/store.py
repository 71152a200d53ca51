"""Reads the vocabulary that ships with the library, each list once and only when first asked for.

The lists are written as YAML, which takes long to read; beside them stands the same content as JSON
(``compiled.json``, written by ``python -m secrecy_rules.vocabulary``). It is used only while it is of exactly the
YAML that is there, so an edited list counts at once.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from secrecy_rules.vocabulary.words import Vocabulary, WordEntry

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATA = files("secrecy_rules.vocabulary") / "data"
COMPILED = files("secrecy_rules.vocabulary") / "compiled.json"


@cache
def list_names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    return tuple(sorted(f.name.removesuffix(".yaml") for f in _DATA.iterdir() if f.name.endswith(".yaml")))


def read_data(text: str) -> Any:
    """Data of our own that ships with the library; inputs from users go through ``secrecy_rules.reading``."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506  (either of the two safe loaders)


@cache
def vocabulary(name: str) -> Vocabulary:
    """The list of that name. ``KeyError`` if the library has no such list."""
    if name not in list_names():
        raise KeyError(name)
    compiled = _compiled().get(name)
    raw = compiled if compiled is not None else read_data(_text(name))
    return Vocabulary(name, {word: _entry(word, spec) for word, spec in raw.items()})


def compiled() -> str:
    """All lists as one JSON text, with the digest of the YAML they were read from."""
    lists = {name: read_data(_text(name)) for name in list_names()}
    return json.dumps({"digest": _digest(), "lists": lists}, ensure_ascii=False, indent=0) + "\n"


@cache
def _compiled() -> dict[str, Any]:
    """The lists of ``compiled.json``; none if it is not of the YAML that is there."""
    if not COMPILED.is_file():
        return {}
    found = json.loads(COMPILED.read_text(encoding="utf-8"))
    return dict(found["lists"]) if found["digest"] == _digest() else {}


def _digest() -> str:
    """SHA-256 over the names and texts of all lists."""
    digest = hashlib.sha256()
    for name in list_names():
        digest.update(f"{name}\0{_text(name)}\0".encode())
    return digest.hexdigest()


def _text(name: str) -> str:
    return (_DATA / f"{name}.yaml").read_text(encoding="utf-8")


def _entry(word: str, spec: dict[str, Any]) -> WordEntry:
    is_a = spec.get("is_a", ())
    return WordEntry(
        word=word,
        zh=spec["zh"],
        en=spec["en"],
        also=tuple(spec.get("also", ())),
        is_a=(is_a,) if isinstance(is_a, str) else tuple(is_a),
        family=spec.get("family"),
        order=spec.get("order"),
        manner=spec.get("manner", False),
        implies=spec.get("implies", {}),
    )
