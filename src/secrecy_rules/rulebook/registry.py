"""Finds rulebooks by name: the shipped ones, and those in folders of the user's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from secrecy_rules.errors import Problem, UnknownRulebookError
from secrecy_rules.reading import did_you_mean, in_backticks
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.loader import read_rulebook

CASES_SUFFIX = ".cases.yaml"


def shipped_folder() -> Path:
    """Where the shipped rulebooks are: inside the installed package, or beside ``src`` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped"
    return installed if installed.is_dir() else package.parent.parent / "rulebooks"


def rulebook_files(folder: str | Path) -> dict[str, Path]:
    """Rulebook id -> file, for every rulebook below a folder, sorted by sector and name."""
    files = sorted(Path(folder).rglob("*.yaml"), key=lambda file: (file.parent, file.stem))
    return {file.stem: file for file in files if not file.name.endswith(CASES_SUFFIX)}


def shipped() -> tuple[str, ...]:
    """The ids of the rulebooks that ship with the library."""
    return tuple(_shipped_files())


def sectors() -> tuple[str, ...]:
    """The sectors of the shipped rulebooks, sorted."""
    return tuple(sorted({file.parent.name for file in _shipped_files().values()}))


def shipped_in(sector: str) -> tuple[str, ...]:
    """The ids of the shipped rulebooks of one sector, without reading any: each sector has its folder."""
    return tuple(name for name, file in _shipped_files().items() if file.parent.name == sector)


@cache
def _shipped_files() -> dict[str, Path]:
    return rulebook_files(shipped_folder())


@cache
def _load_shipped(rulebook_id: str) -> Rulebook:
    return read_rulebook(_shipped_files()[rulebook_id])


def load(rulebook: str | Path, *, folder: str | Path | None = None) -> Rulebook:
    """A rulebook by its id, or by the path of a file.

    Looks in ``folder`` (the user's own) first, then among the shipped ones; a shipped rulebook is read
    once. Raises ``UnknownRulebookError`` with the nearest id, ``RulebookError`` if the file is wrong.

    >>> load("hospital-2017").title.zh
    '绍兴市中医院保密工作制度'
    """
    name = str(rulebook)
    if isinstance(rulebook, Path) or name.endswith((".yaml", ".yml")):
        return read_rulebook(rulebook)
    own = rulebook_files(folder) if folder is not None else {}
    if name in own:
        return read_rulebook(own[name])
    if name in _shipped_files():
        return _load_shipped(name)
    cure = did_you_mean(name, [*own, *shipped()])
    raise UnknownRulebookError([Problem(f"unknown rulebook {in_backticks(name)}", cure=cure)])


def cases_file(rulebook_id: str, *, folder: str | Path | None = None) -> Path | None:
    """The file of law cases that stands beside a rulebook, if there is one."""
    files = {**_shipped_files(), **(rulebook_files(folder) if folder is not None else {})}
    file = files.get(rulebook_id)
    beside = file.with_name(f"{rulebook_id}{CASES_SUFFIX}") if file is not None else None
    return beside if beside is not None and beside.is_file() else None
