"""`compare`: one request under many rulebooks; what few say stands first, what nobody was asked last."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secrecy_rules import Comparison, compare
from secrecy_rules.errors import InputError, RequestError, UnknownRulebookError
from tests.semantics.toy import document, rulebook

COPY = {"action": "copy", "object": {"kind": "document", "level": "SECRET"}, "as_of": "2026-01-01"}
FORBIDS = "- {id: ban, forbid: copy}"
PERMITS = "- {id: may, permit: copy}"
SILENT = "- {id: other, forbid: lend}"


def ids(found: Comparison) -> list[str]:
    return [row.rulebook for row in found.rows]


def test_a_row_says_effect_ground_and_articles() -> None:
    [row] = compare(COPY, [rulebook(FORBIDS)]).rows
    assert (row.rulebook, row.effect, row.ground, row.articles) == ("toy", "deny", "forbidden", ("第1条",))


def test_the_answer_that_few_give_stands_first_and_rulebooks_that_say_nothing_last() -> None:
    books = [
        rulebook(SILENT, name="silent"),
        rulebook(FORBIDS, name="ban-a"),
        rulebook(PERMITS, name="may"),
        rulebook(FORBIDS, name="ban-b"),
    ]
    assert ids(compare(COPY, books)) == ["may", "ban-a", "ban-b", "silent"]


def test_a_rulebook_without_that_level_or_not_in_force_is_named_and_not_asked() -> None:
    small = rulebook(FORBIDS, name="small", head="scale: [PUBLIC, INTERNAL]")
    later = rulebook(FORBIDS, name="later", head="in_force: {from: 2030-01-01}")
    found = compare(COPY, [small, later, rulebook(PERMITS)])
    assert [(row.rulebook, row.effect, row.silent) for row in found.rows] == [
        ("toy", "allow", None),
        ("small", None, "off_scale"),
        ("later", None, "not_in_force"),
    ]


def test_without_names_every_rulebook_is_asked_the_users_own_too(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(document(FORBIDS, name="own"), encoding="utf-8")
    found = compare({"action": "copy", "object": "document"}, sector="hospital", folder=tmp_path)
    assert {"own", "hospital-2017", "hospital-statistics-2024"} <= set(ids(found))
    assert {row.sector for row in found.rows} == {"hospital"}


def test_the_day_is_that_of_the_request() -> None:
    assert compare(COPY, [rulebook(FORBIDS)]).as_of == date(2026, 1, 1)


def test_json_gives_an_equal_comparison_back() -> None:
    found = compare(COPY, [rulebook(FORBIDS)])
    assert Comparison.from_json(found.to_json()) == found


def test_an_unknown_sector_rulebook_or_word_is_an_error_and_never_an_empty_table() -> None:
    with pytest.raises(InputError, match=r"no rulebook is of the sector `hospitl` \(did you mean `hospital`\?\)"):
        compare(COPY, sector="hospitl")
    with pytest.raises(InputError, match="no rulebook is of the sector `school`"):
        compare(COPY, [rulebook(FORBIDS)], sector="school")
    with pytest.raises(UnknownRulebookError):
        compare(COPY, ["hospital-2071"])
    with pytest.raises(RequestError):
        compare({**COPY, "action": "coppy"}, [rulebook(FORBIDS)])
