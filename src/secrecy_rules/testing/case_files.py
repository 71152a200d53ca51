"""Reads files of law cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secrecy_rules.errors import RulebookError
from secrecy_rules.reading import RULEBOOK_LIMITS, Node, in_backticks, read_file
from secrecy_rules.reading import Mapping as MappingNode
from secrecy_rules.reading.node import to_plain
from secrecy_rules.rulebook.reader import Reader
from secrecy_rules.testing.questions import QUESTIONS

EXPECT: dict[str, tuple[str, ...]] = {
    "decide": ("effect", "ground", "articles", "rules", "duties", "missing"),
    "inspect": ("verdict", "articles", "rules"),
    "classify": ("level", "in_scope", "secret_of", "retain", "circle", "articles", "rules"),
    "duties": ("duties", "due", "state", "articles", "rules"),
    "consequences": ("applies", "possible", "adjusted", "measures", "articles"),
    "authority": ("to", "next", "articles", "rules"),
}


@dataclass(frozen=True)
class LawCase:
    """One situation with the answer that the regulation gives."""

    rulebook: str
    group: str
    title: str
    case: str
    ask: str
    data: Mapping[str, Any]
    expect: Mapping[str, Any]
    line: int

    @property
    def id(self) -> str:
        """A name for test reports: rulebook, group and case."""
        return f"{self.rulebook}:{self.group}:{self.case}"


def read_cases(path: Path) -> tuple[LawCase, ...]:
    """Every case of a file; ``RulebookError`` lists what is wrong in it."""
    reader = Reader(str(path))
    tree = read_file(path, limits=RULEBOOK_LIMITS, error=RulebookError)
    head = reader.mapping(tree, "a file of cases", required=("cases", "groups"))
    rulebook = reader.text(head.get("cases"), "`cases`") if head is not None else None
    groups = reader.items(head.get("groups"), "`groups`") if head is not None else ()
    cases = [case for node in groups for case in _group(reader, node, rulebook or "")]
    seen: dict[str, int] = {}
    for case in cases:
        if case.id in seen:
            first = seen[case.id]
            reader.problem(
                tree,
                f"line {case.line}: a second case {in_backticks(case.case)} in its group",
                f"the first stands in line {first}",
            )
        seen.setdefault(case.id, case.line)
    reader.raise_problems()
    return tuple(cases)


def _group(reader: Reader, node: Node, rulebook: str) -> list[LawCase]:
    found = reader.mapping(node, "a group", required=("id", "title", "cases"), optional=("ask", "given"))
    if found is None:
        return []
    ask = reader.choice(found.get("ask"), "question", QUESTIONS) or "decide"
    group, title = (
        reader.text(found.get("id"), "`id`") or "",
        reader.text(found.get("title"), "`title`") or "",
    )
    given = _facts(reader, found.get("given"), "`given`")
    cases = []
    for item in reader.items(found.get("cases"), "`cases`"):
        one = reader.mapping(item, "a case", required=("case", "expect"), optional=("with", "without"))
        name = reader.text(one.get("case"), "`case`") if one is not None else None
        if one is None or name is None:
            continue
        without = [reader.text(n, "`without`") or "" for n in reader.items(one.get("without"), "`without`")]
        data = _changed(given, _facts(reader, one.get("with"), "`with`"), without)
        expect = _expected(reader, one.get("expect"), ask)
        cases.append(LawCase(rulebook, group, title, name, ask, data, expect, one.line))
    return cases


def _facts(reader: Reader, node: Node | None, what: str) -> dict[str, Any]:
    if node is None:
        return {}
    if not isinstance(node, MappingNode):
        reader.problem(node, f"{what} must be a mapping of facts")
        return {}
    plain = to_plain(node)
    return plain if isinstance(plain, dict) else {}


def _expected(reader: Reader, node: Node | None, ask: str) -> dict[str, Any]:
    found = reader.mapping(node, f"`expect` of `{ask}`", optional=EXPECT[ask])
    if found is None:
        return {}
    if not found.entries:
        reader.problem(found, "`expect` says nothing")
    return _facts(reader, found, "`expect`")


def _changed(given: Mapping[str, Any], changes: Mapping[str, Any], without: list[str]) -> dict[str, Any]:
    """The background with facts set (a dotted key sets one inside) and facts taken away."""
    data = _copy(given)
    for key in without:
        _take(data, key.split("."))
    for key, value in changes.items():
        _put(data, key.split("."), value)
    return data


def _copy(given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _copy(value) if isinstance(value, Mapping) else value for key, value in given.items()}


def _put(data: dict[str, Any], steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        inner = data.get(step)
        if isinstance(inner, str):
            # The short form of an object or person: a bare word.
            inner = {"kind": inner} if step in ("object", "target", "original", "meeting") else {"roles": [inner]}
        data[step] = inner if isinstance(inner, dict) else {}
        data = data[step]
    data[steps[-1]] = value


def _take(data: dict[str, Any], steps: list[str]) -> None:
    for step in steps[:-1]:
        inner = data.get(step)
        if not isinstance(inner, dict):
            return
        data = inner
    data.pop(steps[-1], None)
