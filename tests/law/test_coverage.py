"""The shipped rulebooks held against the corpus, where it stands beside the checkout."""

from __future__ import annotations

import pytest

from secrecy_rules import shipped
from tests.today import coverage_of_today, needs_corpus, shares_coverage

pytestmark = [needs_corpus, shares_coverage]


@pytest.fixture(scope="module")
def report():
    return coverage_of_today()


def test_no_clause_norm_or_rule_is_unaccounted_for(report) -> None:
    assert report.problems == ()


@pytest.mark.parametrize("name", shipped())
def test_a_rulebook_encodes_its_document(report, name: str) -> None:
    counts = report.to_data()["rulebooks"][name]
    assert counts["accounted"] == counts["clauses"]
    assert counts["encoded"] >= 0.95 * counts["executable"]
    assert counts["norms_served"] + counts["norms_reasoned"] == counts["norms"]
    assert counts["rules_fired"] == counts["rules_withheld"] == counts["rules"]
