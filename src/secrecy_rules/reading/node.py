"""The tree a text is read into: plain data that still knows where each piece stood.

>>> when = Scalar("when", 1, 1)
>>> tree = Mapping(((when, Sequence((Scalar(1, 1, 8), Scalar(2, 1, 11)), 1, 7)),), 1, 1)
>>> to_plain(tree)
{'when': [1, 2]}
>>> position_of(tree, ("when", 1))
(1, 11)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Loc", "Mapping", "Node", "Plain", "Scalar", "Sequence", "dotted_path", "position_of", "to_plain"]

ScalarValue: TypeAlias = str | int | float | bool | None
Plain: TypeAlias = "ScalarValue | list[Plain] | dict[str, Plain]"
Loc: TypeAlias = tuple[str | int, ...]
"""Where something stands within the data: keys and indices, as pydantic's `loc`."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. `plain` tells that it stood without quotes, `text` how it was written."""

    value: ScalarValue
    line: int
    column: int
    plain: bool = True
    text: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their nodes, in the order of the text; keys are strings, each once."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    # The schema above looks up every key of every mapping: a scan each time would be quadratic.
    _index: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index = {str(key.value): place for place, (key, _) in enumerate(self.entries)}
        object.__setattr__(self, "_index", index)

    def get(self, key: str) -> Node | None:
        """The node under a key, `None` if there is no such key."""
        entry = self.entry(key)
        return None if entry is None else entry[1]

    def entry(self, key: str) -> tuple[Scalar, Node] | None:
        """The key as it stands in the text, with its node."""
        place = self._index.get(key)
        return None if place is None else self.entries[place]

    def keys(self) -> tuple[str, ...]:
        """The keys, in the order of the text."""
        return tuple(self._index)


Node: TypeAlias = Scalar | Sequence | Mapping


def to_plain(node: Node) -> Plain:
    """The data alone: dicts, lists and scalars."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return {str(key.value): to_plain(value) for key, value in node.entries}


def position_of(node: Node, loc: Loc) -> tuple[int, int]:
    """Line and column of what a location names: for a key of a mapping, of the key itself.

    Steps that lead nowhere are passed over, because pydantic puts the tags of unions into its
    locations; a missing key so gives the place of what it is missing from.

    >>> leaf = Mapping(((Scalar("level", 2, 3), Scalar("SECRET", 2, 10)),), 2, 3)
    >>> tree = Mapping(((Scalar("object", 1, 1), leaf),), 1, 1)
    >>> position_of(tree, ("object", "carrier", "level"))
    (2, 3)
    >>> position_of(tree, ("object", "status"))
    (1, 1)
    """
    position = (node.line, node.column)
    for step in loc:
        if isinstance(node, Mapping) and isinstance(step, str):
            entry = node.entry(step)
            if entry is not None:
                key, node = entry
                position = (key.line, key.column)
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
            position = (node.line, node.column)
    return position


def dotted_path(loc: Loc) -> str:
    """A location as people write it.

    >>> dotted_path(("articles", 3, "rules", 0, "when"))
    'articles[3].rules[0].when'
    """
    path = ""
    for step in loc:
        path += f"[{step}]" if isinstance(step, int) else f".{step}" if path else step
    return path
