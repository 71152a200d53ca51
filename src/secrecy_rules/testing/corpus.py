"""Reads the inventories of a corpus: every clause of a document with its text's fingerprint and its norms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from secrecy_rules.errors import Problem, SourceError
from secrecy_rules.rulebook.document import Fingerprint
from secrecy_rules.testing.fingerprint import fingerprint
from secrecy_rules.vocabulary.store import read_data


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of an inventory. ``norms``: how many separate norms it states (at least one)."""

    id: str
    executable: bool
    norms: int
    source: Fingerprint


@dataclass(frozen=True, slots=True)
class Inventory:
    """One document of the corpus."""

    id: str
    clauses: tuple[Clause, ...]


def read_corpus(folder: str | Path) -> tuple[Inventory, ...]:
    """Every confidentiality regulation of a corpus folder.

    Raises ``SourceError`` if the folder has none, or a clause's text does not have the fingerprint that the
    inventory gives it.
    """
    place = Path(folder)
    files = sorted(place.glob("*.yaml"))
    if not files:
        raise SourceError([Problem("there is no corpus here", str(place), cure="name the folder of the inventories")])
    inventories = [_inventory(file) for file in files]
    return tuple(inventory for inventory in inventories if inventory is not None)


def _inventory(file: Path) -> Inventory | None:
    data = read_data(file.read_text(encoding="utf-8"))
    if not data.get("confidentiality"):
        return None
    clauses = []
    for raw in data["clauses"]:
        source = Fingerprint(raw["length"], raw["sha256"])
        if fingerprint(raw["text"]) != source:
            raise SourceError([Problem(f"clause `{raw['id']}` does not have the fingerprint it is given", str(file))])
        clauses.append(Clause(str(raw["id"]), bool(raw["executable"]), len(raw.get("norms") or [None]), source))
    return Inventory(data["id"], tuple(clauses))
