"""The coverage of today, computed once in a process: it goes through every law case of every rulebook."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from secrecy_rules.testing.coverage import CoverageReport, coverage

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of clause inventories is not here")
# Tests that share it run in one process, also where several share the work.
shares_coverage = pytest.mark.xdist_group("coverage")


@cache
def coverage_of_today() -> CoverageReport:
    """Every shipped rulebook held against the corpus."""
    return coverage(CORPUS)
