"""The clauses of a regulation are found again in a copy of it, whatever its line breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from secrecy_rules.errors import SourceError
from secrecy_rules.rulebook import read_rulebook
from secrecy_rules.testing.source import compare_source
from tests.testing.helpers import CLAUSES, write_clinic

TEXT = "\n".join(CLAUSES.values())


def _report(tmp_path: Path, text: str):
    copy = tmp_path / "copy.txt"
    copy.write_text(text, encoding="utf-8")
    return compare_source(read_rulebook(write_clinic(tmp_path) / "clinic.yaml"), copy)


def test_every_clause_is_found_with_its_wording(tmp_path: Path) -> None:
    report = _report(tmp_path, TEXT)
    assert {place.clause: place.text for place in report.found} == CLAUSES
    assert (report.changed, report.moved, report.missing) == ((), (), ())


def test_line_breaks_and_spaces_inside_a_clause_do_not_matter(tmp_path: Path) -> None:
    report = _report(tmp_path, "　前言\n" + TEXT.replace("复印，", "复 印，\n  "))
    assert [place.clause for place in report.found] == ["m", "1", "2", "3"]
    assert "\n" in report.found[1].text


def test_a_changed_clause_is_shown_as_it_reads_now(tmp_path: Path) -> None:
    report = _report(tmp_path, TEXT.replace("提高认识", "提高警惕"))
    assert [(place.clause, place.text.strip()) for place in report.changed] == [("2", "（二）提高警惕。")]


def test_a_clause_that_vanished_is_missing(tmp_path: Path) -> None:
    report = _report(tmp_path, TEXT.replace(CLAUSES["2"], ""))
    assert report.missing == ("2",)


def test_a_clause_in_another_place_has_moved(tmp_path: Path) -> None:
    order = [CLAUSES[name] for name in ("m", "3", "1", "2")]
    report = _report(tmp_path, "\n".join(order))
    assert [place.clause for place in report.moved] == ["3"]


def test_a_title_that_also_occurs_inside_a_clause_is_found_in_its_own_place(tmp_path: Path) -> None:
    report = _report(tmp_path, TEXT + "\n附件：某门诊部保密制度")
    assert report.found[0].start == 0


@pytest.mark.parametrize(
    ("content", "words"), [(b"\xff\xfe\x00", "not UTF-8"), (b"a" * 300_001, "too large")], ids=["words", "size"]
)
def test_a_copy_that_cannot_be_read_is_an_error(tmp_path: Path, content: bytes, words: str) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(content)
    with pytest.raises(SourceError, match=words):
        compare_source(read_rulebook(write_clinic(tmp_path) / "clinic.yaml"), copy)


def test_a_copy_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        compare_source(read_rulebook(write_clinic(tmp_path) / "clinic.yaml"), tmp_path / "nowhere.txt")
