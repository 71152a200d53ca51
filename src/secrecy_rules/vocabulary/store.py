"""Reads the vocabulary files that ship with the library, each once and only when first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from secrecy_rules.vocabulary.words import Vocabulary, WordEntry

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DATA = files("secrecy_rules.vocabulary") / "data"


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
    raw = read_data((_DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return Vocabulary(name, {word: _entry(word, spec) for word, spec in raw.items()})


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
