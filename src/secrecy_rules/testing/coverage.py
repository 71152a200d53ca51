"""Holds rulebooks against a corpus: is every clause accounted for, every norm served, every rule proved?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from secrecy_rules.rulebook import Article, Rulebook, load
from secrecy_rules.rulebook.registry import rulebook_files, shipped
from secrecy_rules.testing.case_files import LawCase
from secrecy_rules.testing.cases import cases_of
from secrecy_rules.testing.corpus import Clause, Inventory, read_corpus
from secrecy_rules.testing.questions import question
from secrecy_rules.testing.trace import trace

COUNTS = (
    "clauses",
    "accounted",
    "executable",
    "encoded",
    "norms",
    "norms_served",
    "norms_reasoned",
    "rules",
    "cases",
    "rules_fired",
    "rules_withheld",
)


@dataclass
class BookCoverage:
    """The counts of one rulebook, and what is wrong."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    inert: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def to_data(self) -> dict[str, Any]:
        """The counts in their documented order, ``inert`` after ``encoded``."""
        data: dict[str, Any] = {}
        for name in COUNTS:
            data[name] = self.counts[name]
            if name == "encoded":
                data["inert"] = dict(sorted(self.inert.items()))
        return data


@dataclass(frozen=True)
class CoverageReport:
    """Counts for every rulebook that the corpus has a document for, and the problems of all."""

    rulebooks: dict[str, BookCoverage]
    problems: tuple[str, ...]

    def to_data(self) -> dict[str, Any]:
        """``{"total": {…}, "rulebooks": {"<id>": {…}}}``."""
        total = BookCoverage()
        for book in self.rulebooks.values():
            total.inert.update(book.inert)
            for name in COUNTS:
                total.counts[name] += book.counts[name]
        return {
            "total": total.to_data(),
            "rulebooks": {name: book.to_data() for name, book in self.rulebooks.items()},
        }


def coverage(corpus: str | Path, folder: str | Path | None = None) -> CoverageReport:
    """Compare every rulebook with its document in the corpus.

    A rulebook without a document in the corpus is counted all the same, its clauses as they stand. Raises
    ``SourceError`` for a corpus, ``RulebookError`` for a rulebook or case file that cannot be read.
    """
    inventories = {inventory.id: inventory for inventory in read_corpus(corpus)}
    names = [*shipped(), *(rulebook_files(folder) if folder is not None else ())]
    books = {name: _book(load(name, folder=folder), inventories.get(name), folder) for name in dict.fromkeys(names)}
    problems = tuple(f"{name}: {problem}" for name, book in books.items() for problem in book.problems)
    return CoverageReport(books, problems)


def _book(book: Rulebook, inventory: Inventory | None, folder: str | Path | None) -> BookCoverage:
    found = BookCoverage()
    _ledger(book, inventory, found)
    _cases(book, cases_of(book.id, folder=folder), found)
    return found


def _ledger(book: Rulebook, inventory: Inventory | None, found: BookCoverage) -> None:
    articles = {article.id: article for article in book.articles}
    clauses = inventory.clauses if inventory is not None else tuple(_as_clause(a) for a in book.articles)
    for clause in clauses:
        found.counts["clauses"] += 1
        found.counts["executable"] += clause.executable
        article = articles.pop(clause.id, None)
        if article is None:
            found.problems.append(f"clause {clause.id} is not accounted for")
            continue
        if article.source != clause.source:
            found.problems.append(f"clause {clause.id} has another fingerprint than the corpus")
            continue
        found.counts["accounted"] += 1
        _clause(article, clause, found)
    found.problems.extend(f"clause {name} is not in the corpus" for name in articles)
    order = [clause.id for clause in clauses]
    if [a.id for a in book.articles if a.id in order] != [
        name for name in order if name in {a.id for a in book.articles}
    ]:
        found.problems.append("the clauses do not stand in the order of the text")


def _as_clause(article: Article) -> Clause:
    return Clause(article.id, article.encoded, max(1, len(article.norms)), article.source)


def _clause(article: Article, clause: Clause, found: BookCoverage) -> None:
    if article.inert is not None:
        found.inert[article.inert] += 1
    elif clause.executable:
        found.counts["encoded"] += 1
    if not clause.executable:
        return
    found.counts["norms"] += clause.norms
    if not article.norms:
        if article.encoded and clause.norms > 1:
            found.problems.append(
                f"clause {clause.id} has {clause.norms} norms and does not say which rule serves which"
            )
        else:
            found.counts["norms_served" if article.encoded else "norms_reasoned"] += clause.norms
        return
    if len(article.norms) != clause.norms:
        found.problems.append(
            f"clause {clause.id} has {clause.norms} norms in the corpus, {len(article.norms)} in the rulebook"
        )
    found.counts["norms_served"] += sum(1 for norm in article.norms if norm.rules)
    found.counts["norms_reasoned"] += sum(1 for norm in article.norms if norm.inert is not None)


def _cases(book: Rulebook, cases: tuple[LawCase, ...], found: BookCoverage) -> None:
    fired: set[str] = set()
    withheld: set[str] = set()
    for case in cases:
        traced = trace(case.ask, question(case.ask, case.data), book)
        fired |= traced.fired
        withheld |= traced.withheld
    found.counts["rules"] = len(book.rules)
    found.counts["cases"] = len(cases)
    found.counts["rules_fired"] = len(fired & set(book.rules))
    found.counts["rules_withheld"] = len(withheld & set(book.rules))
    found.problems.extend(f"rule {name} is fired by no case" for name in book.rules if name not in fired)
    found.problems.extend(f"rule {name} is withheld by no case" for name in book.rules if name not in withheld)
