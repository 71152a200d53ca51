"""A page of the documentation as its headings, sections and examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULE_LANGUAGE = ROOT / "docs" / "rule-language.md"
LAW_CASES = ROOT / "docs" / "law-cases.md"
_FENCE = re.compile(r"^```(\S*) ?(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
_WORD = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Example:
    """One fenced block: its language, what is written after it, the text, and the line it begins on."""

    language: str
    what: str
    text: str
    line: int


@dataclass(frozen=True)
class Page:
    """A Markdown file."""

    text: str

    @property
    def examples(self) -> tuple[Example, ...]:
        return tuple(
            Example(found[1], found[2], found[3], self.text.count("\n", 0, found.start()) + 1)
            for found in _FENCE.finditer(self.text)
        )

    @property
    def prose(self) -> str:
        """The page without its examples."""
        return _FENCE.sub("", self.text)

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(re.findall(r"^## (.+)$", self.prose, re.MULTILINE))

    def section(self, heading: str) -> Page:
        """What stands under one heading."""
        found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", self.text, re.MULTILINE | re.DOTALL)
        assert found is not None, f"no section `{heading}`"
        return Page(found[1])

    @property
    def words(self) -> frozenset[str]:
        """What stands in backticks, and every word inside it."""
        marked = _WORD.findall(self.prose)
        return frozenset(marked) | {word for text in marked for word in re.findall(r"[a-z_]+", text)}

    @property
    def keys(self) -> frozenset[str]:
        """The keys that the examples write."""
        return frozenset(
            key for example in self.examples for key in re.findall(r"[\s{]([a-z_]+):", "\n" + example.text)
        )

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of every row of a table, the heads of the tables left out."""
        lines = self.prose.splitlines()
        return tuple(
            tuple(cell.strip() for cell in line.strip("|").split("|"))
            for line, following in zip(lines, [*lines[1:], ""], strict=True)
            if line.startswith("|") and not line.startswith("|---") and not following.startswith("|---")
        )


@cache
def page(path: Path) -> Page:
    """The page in a file."""
    return Page(path.read_text(encoding="utf-8"))


def anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading.

    >>> anchor("all, any, not")
    'all-any-not'
    """
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
