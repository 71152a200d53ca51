"""A rulebook: one regulation, its articles in the order of the text, and what became of every clause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from secrecy_rules.model.level import Level
from secrecy_rules.rulebook.conditions import ALWAYS, Condition
from secrecy_rules.rulebook.rules import CaseOf, Exempt, Note, Rule


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Length in characters and SHA-256 of a clause text without white space (NFC, UTF-8)."""

    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm of a clause: the rules that serve it, or why no rule does."""

    key: str
    rules: tuple[str, ...] = ()
    inert: str | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One clause: encoded (``rules``), carried by others (``served_by``), or ``inert`` with the reason."""

    id: str
    cite: str
    gist: Note
    source: Fingerprint
    line: int
    rules: tuple[str, ...] = ()
    served_by: tuple[str, ...] = ()
    inert: str | None = None
    note: Note | None = None
    norms: tuple[Norm, ...] = ()
    readings: tuple[Note, ...] = ()
    gaps: tuple[Note, ...] = ()

    @property
    def encoded(self) -> bool:
        """Whether rules carry this clause, here or elsewhere."""
        return bool(self.rules or self.served_by)


@dataclass(frozen=True)
class Rulebook:
    """One regulation as data. ``digest``: SHA-256 of its file's content, for receipts."""

    id: str
    title: Note
    sector: str
    number: str | None
    issuer: str | None
    issued: date | None
    in_force_from: date | None
    in_force_to: date | None
    scale: tuple[Level, ...]
    articles: tuple[Article, ...]
    rules: Mapping[str, Rule]
    digest: str
    file: str | None = None
    level_names: Mapping[str, Level] = field(default_factory=dict)
    scope: Condition = ALWAYS
    readings: tuple[Note, ...] = ()
    gaps: tuple[Note, ...] = ()
    copies: tuple[Note, ...] = ()

    @cached_property
    def _by_clause(self) -> dict[str, Article]:
        return {article.id: article for article in self.articles}

    def article(self, clause: str) -> Article:
        """The article of that clause id; ``KeyError`` if there is none."""
        return self._by_clause[clause]

    def article_of(self, rule: Rule) -> Article:
        """The article that a rule stands under."""
        return self._by_clause[rule.clause]

    @cached_property
    def exemptions(self) -> Mapping[str, tuple[Exempt, ...]]:
        """Rule id -> the exemptions that name it."""
        found: dict[str, list[Exempt]] = {}
        for rule in self.rules.values():
            if isinstance(rule, Exempt):
                for target in rule.rules:
                    found.setdefault(target, []).append(rule)
        return {target: tuple(rules) for target, rules in found.items()}

    @cached_property
    def cases(self) -> Mapping[str, tuple[CaseOf, ...]]:
        """Rule id -> the rules in later clauses that are cases of it."""
        found: dict[str, list[CaseOf]] = {}
        for rule in self.rules.values():
            if isinstance(rule, CaseOf):
                found.setdefault(rule.rule, []).append(rule)
        return {lead_in: tuple(cases) for lead_in, cases in found.items()}

    def __repr__(self) -> str:
        return f"<Rulebook {self.id}: {len(self.articles)} articles, {len(self.rules)} rules>"
