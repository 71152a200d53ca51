"""The shipped rulebooks held against the corpus, where it stands beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from secrecy_rules import shipped
from secrecy_rules.testing.coverage import coverage

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of clause inventories is not here")


@pytest.fixture(scope="module")
def report():
    return coverage(CORPUS)


def test_no_clause_norm_or_rule_is_unaccounted_for(report) -> None:
    assert report.problems == ()


@pytest.mark.parametrize("name", shipped())
def test_a_rulebook_encodes_its_document(report, name: str) -> None:
    counts = report.to_data()["rulebooks"][name]
    assert counts["accounted"] == counts["clauses"]
    assert counts["encoded"] >= 0.95 * counts["executable"]
    assert counts["norms_served"] + counts["norms_reasoned"] == counts["norms"]
    assert counts["rules_fired"] == counts["rules_withheld"] == counts["rules"]
