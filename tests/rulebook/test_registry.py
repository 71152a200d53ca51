"""Rulebooks are found by name: the shipped ones, and the user's own beside them."""

from pathlib import Path

import pytest

from secrecy_rules import Engine, RulebookError, UnknownRulebookError, load, read_rulebook, shipped
from secrecy_rules.rulebook.registry import sectors, shipped_in
from tests.semantics.toy import document


def write(folder: Path, name: str, rules: str = "- {id: ban, forbid: copy}") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(document(rules, name=name), encoding="utf-8")
    return path


def test_a_rulebook_of_the_user_s_own_folder_loads_by_its_name_from_any_depth(tmp_path: Path) -> None:
    write(tmp_path / "sector", "own-rules")
    assert load("own-rules", folder=tmp_path).id == "own-rules"
    assert not Engine("own-rules", folder=tmp_path).decide({"action": "copy"})


def test_a_rulebook_loads_by_the_path_of_its_file(tmp_path: Path) -> None:
    path = write(tmp_path, "own-rules")
    assert load(path).id == load(str(path)).id == "own-rules"


def test_a_file_of_the_user_s_own_wins_over_a_shipped_one_of_the_same_name(tmp_path: Path) -> None:
    for name in shipped()[:1]:
        write(tmp_path, name)
        assert list(load(name, folder=tmp_path).rules) == ["ban"]
        assert list(load(name).rules) != ["ban"]


def test_law_cases_beside_a_rulebook_are_no_rulebook(tmp_path: Path) -> None:
    write(tmp_path, "own-rules")
    (tmp_path / "own-rules.cases.yaml").write_text("cases: own-rules\n", encoding="utf-8")
    assert load("own-rules", folder=tmp_path).id == "own-rules"
    with pytest.raises(UnknownRulebookError):
        load("own-rules.cases", folder=tmp_path)


def test_an_unknown_name_is_an_error_with_the_nearest_good_one(tmp_path: Path) -> None:
    write(tmp_path, "own-rules")
    with pytest.raises(UnknownRulebookError, match=r"unknown rulebook `own-rule` \(did you mean `own-rules`"):
        load("own-rule", folder=tmp_path)


def test_a_file_that_is_not_there_is_an_error_of_the_family(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="there is no such file"):
        read_rulebook(tmp_path / "missing.yaml")


def test_a_shipped_rulebook_is_read_once() -> None:
    for name in shipped()[:1]:
        assert load(name) is load(name)


def test_each_shipped_rulebook_stands_in_the_folder_of_its_sector() -> None:
    # Which rulebooks a sector has is told from the folders, without reading any.
    by_folder = {name: sector for sector in sectors() for name in shipped_in(sector)}
    assert by_folder == {name: load(name).sector for name in shipped()}
