"""Builds the tree from a stream of events, and holds every cap while it does.

Iterative, so that depth costs no stack; nothing is built beyond a cap.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from secrecy_rules.reading.characters import FULL_WIDTH, HIDDEN, describe, half_width
from secrecy_rules.reading.limits import Limits
from secrecy_rules.reading.node import Mapping, Node, Scalar, Sequence
from secrecy_rules.reading.quoting import in_backticks
from secrecy_rules.reading.report import Report

__all__ = ["TreeBuilder"]


@dataclass(slots=True)
class _Open:
    """A list or mapping not yet closed."""

    line: int
    column: int
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    key: Scalar | None = None
    awaits_key: bool = True


class TreeBuilder:
    """Takes scalars, openings and closings in the order of the text; `root` is the tree."""

    def __init__(self, limits: Limits, report: Report) -> None:
        self.root: Node | None = None
        self._limits = limits
        self._report = report
        self._open: list[_Open] = []
        self._nodes = 0

    @property
    def awaits_key(self) -> bool:
        """Whether the next node is the key of a mapping."""
        return bool(self._open) and self._open[-1].is_mapping and self._open[-1].awaits_key

    @property
    def in_mapping(self) -> bool:
        """Whether the innermost open node is a mapping."""
        return bool(self._open) and self._open[-1].is_mapping

    @property
    def depth(self) -> int:
        """How many lists and mappings are open."""
        return len(self._open)

    def scalar(self, scalar: Scalar) -> None:
        """Add a value or a key."""
        self._count(scalar.line, scalar.column)
        if len(scalar.text) > self._limits.max_scalar:
            found = f"a text of more than {self._limits.max_scalar:,} characters"
            self._report.add(found, scalar.line, scalar.column, "shorten it")
        elif hidden := HIDDEN.search(scalar.text):
            # Escapes bring in what the text itself may not hold.
            found = f"the character {describe(hidden[0])} may not stand here, not even as an escape"
            self._report.add(found, scalar.line, scalar.column, "delete it")
        self._add(scalar)

    def open_sequence(self, line: int, column: int) -> None:
        """Begin a list."""
        self._begin(_Open(line, column, is_mapping=False))

    def open_mapping(self, line: int, column: int) -> None:
        """Begin a mapping."""
        self._begin(_Open(line, column, is_mapping=True))

    def close(self) -> None:
        """End the innermost list or mapping."""
        done = self._open.pop()
        if done.is_mapping:
            self._add(Mapping(tuple(done.entries), done.line, done.column))
        else:
            self._add(Sequence(tuple(done.items), done.line, done.column))

    def _begin(self, opened: _Open) -> None:
        self._count(opened.line, opened.column)
        if len(self._open) >= self._limits.max_depth:
            found = f"more than {self._limits.max_depth} levels of nesting"
            self._report.stop(found, opened.line, opened.column, "nest less deeply")
        self._open.append(opened)

    def _count(self, line: int, column: int) -> None:
        self._nodes += 1
        if self._nodes > self._limits.max_nodes:
            found = f"more than {self._limits.max_nodes:,} values and keys"
            self._report.stop(found, line, column, "split it, or leave something out")

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if not top.is_mapping:
            top.items.append(node)
        elif top.awaits_key:
            top.key = self._accepted_key(node, top.lines)
            top.awaits_key = False
        else:
            if top.key is not None:
                top.entries.append((top.key, node))
            top.awaits_key = True

    def _accepted_key(self, key: Node, lines: dict[str, int]) -> Scalar | None:
        """The key, or `None` once it is on the report; its value is then read only to be checked."""
        at = (key.line, key.column)
        if not isinstance(key, Scalar):
            self._report.add("a key is a list or a mapping", *at, "a key is one word")
        elif not isinstance(key.value, str):
            if key.text:
                self._report.add(f"the key {in_backticks(key.text)} is not text", *at, "put it in quotes")
            else:
                self._report.add("a key is missing", *at, "write one before the `:`")
        elif key.plain and key.value == "<<":
            self._report.add("the merge key `<<` is not allowed", *at, "write the entries out")
        elif key.value in lines:
            found = f"the key {in_backticks(key.value)} stands twice, first on line {lines[key.value]}"
            self._report.add(found, *at, "keep one of the two")
        else:
            lines[key.value] = key.line
            if wide := FULL_WIDTH.search(key.value):
                found = f"the key {in_backticks(key.value)} has the full-width character {in_backticks(wide[0])}"
                self._report.add(found, *at, f"write {in_backticks(half_width(key.value))}")
            return key
        return None
