"""Without durable_rules the library works, and asking for its reading says what to install."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

import pytest

import secrecy_rules.durable
from secrecy_rules import Engine
from secrecy_rules.errors import MissingExtraError
from tests.durable.small_rulebooks import rulebook

BOOK = rulebook({"id": "copying", "forbid": "copy", "when": {"place": "home"}})


class BrokenBuild:
    """What importing the engine comes to where it was compiled against an interface that Python no longer has."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name == "durable_rules_engine":
            raise ImportError("undefined symbol: PyEval_CallObject")
        return None


@pytest.fixture(params=["not installed", "installed in a broken build"])
def _without_engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "not installed":
        monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    else:
        monkeypatch.delitem(sys.modules, "durable_rules_engine", raising=False)
        monkeypatch.setattr(sys, "meta_path", [BrokenBuild(), *sys.meta_path])


@pytest.mark.usefixtures("_without_engine")
def test_the_durable_backend_names_the_extra_before_any_question() -> None:
    with pytest.raises(
        MissingExtraError, match=r'durable-rules reading needs the extra `events`: .*"secrecy-rules\[events\]"'
    ):
        Engine(BOOK, backend="durable")


@pytest.mark.usefixtures("_without_engine")
def test_the_reference_decides_without_the_extra() -> None:
    assert Engine(BOOK).decide({"action": "copy", "object": "document"}).error is None


@pytest.mark.usefixtures("_without_engine")
def test_the_package_itself_can_be_imported_without_the_extra() -> None:
    assert secrecy_rules.durable.__all__ == ["decide"]
    with pytest.raises(AttributeError, match="no attribute 'decid'"):
        _ = secrecy_rules.durable.decid  # type: ignore[attr-defined]
