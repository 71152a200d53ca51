"""`replay`: the same answer, or what has changed since."""

from pathlib import Path

import pytest

from secrecy_rules import Decision, Engine, RequestError, UnknownRulebookError, replay
from tests.semantics.toy import document

REQUEST = {"action": "copy", "place": "home"}


def write(folder: Path, rules: str) -> None:
    (folder / "toy.yaml").write_text(document(rules), encoding="utf-8")


def decided(folder: Path, **options: object) -> Decision:
    return Engine(folder / "toy.yaml", **options).decide({**REQUEST, "as_of": "2024-03-01"})  # type: ignore[arg-type]


def test_an_unchanged_rulebook_gives_the_same_as_of_the_same_day(tmp_path: Path) -> None:
    write(tmp_path, "- {id: ban, forbid: copy}")
    receipt = Decision.from_json(decided(tmp_path).to_json())
    found = replay(receipt, REQUEST, folder=tmp_path)
    assert (found.same, found.changes) == (True, ())
    assert found.decision == receipt


def test_a_changed_rule_is_said_with_before_and_now(tmp_path: Path) -> None:
    write(tmp_path, "- {id: ban, forbid: copy}")
    receipt = decided(tmp_path)
    write(tmp_path, "- {id: leave, permit: copy}")
    found = replay(receipt, REQUEST, folder=tmp_path)
    assert not found.same
    assert "effect: deny -> allow" in found.changes
    assert "ground: forbidden -> permitted" in found.changes
    assert any(change.startswith("rulebooks: toy ") for change in found.changes)


def test_a_rulebook_that_changed_elsewhere_gives_the_same_and_says_that_it_changed(tmp_path: Path) -> None:
    write(tmp_path, "- {id: ban, forbid: copy}")
    receipt = decided(tmp_path)
    write(tmp_path, "- {id: ban, forbid: copy}\n- {id: more, forbid: destroy}")
    found = replay(receipt, REQUEST, folder=tmp_path)
    assert found.same
    assert [change.split(":")[0] for change in found.changes] == ["rulebooks"]


def test_another_request_under_the_same_receipt_is_told_apart(tmp_path: Path) -> None:
    write(tmp_path, "- {id: ban, forbid: copy, when: {place: home}}")
    found = replay(decided(tmp_path), {"action": "copy", "place": "hospital"}, folder=tmp_path)
    assert not found.same


def test_the_stance_of_the_receipt_is_kept(tmp_path: Path) -> None:
    write(tmp_path, "- {id: ban, forbid: destroy}")
    receipt = decided(tmp_path, silence="allow", presume=False)
    found = replay(receipt, REQUEST, folder=tmp_path)
    assert found.same
    assert (found.decision.effect, found.decision.silence, found.decision.presume) == ("allow", "allow", False)


def test_comments_do_not_make_another_rulebook(tmp_path: Path) -> None:
    write(tmp_path, "- {id: ban, forbid: copy}")
    receipt = decided(tmp_path)
    write(tmp_path, "# a comment\n- {id: ban,   forbid: copy}")
    assert replay(receipt, REQUEST, folder=tmp_path).changes == ()


def test_a_rulebook_that_is_gone_and_a_wrong_request_are_errors(tmp_path: Path) -> None:
    write(tmp_path, "- {id: ban, forbid: copy}")
    receipt = decided(tmp_path)
    with pytest.raises(RequestError):
        replay(receipt, {"action": "copyy"}, folder=tmp_path)
    (tmp_path / "toy.yaml").unlink()
    with pytest.raises(UnknownRulebookError):
        replay(receipt, REQUEST, folder=tmp_path)
