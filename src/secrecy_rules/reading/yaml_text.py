"""Reads a strict part of YAML into a positioned tree.

Works on PyYAML's stream of events, so that nothing is constructed and no alias is followed: the caps
are checked as the events come. (Plain PyYAML keeps the last of two equal keys without a word, and
reads `no` as false, `010` as 8 and `12:30` as 750.)

>>> from secrecy_rules.errors import RulebookError
>>> from secrecy_rules.reading.limits import RULEBOOK_LIMITS
>>> from secrecy_rules.reading.node import to_plain
>>> node = read_yaml("in_force: {from: 2020-01-01}", file=None, limits=RULEBOOK_LIMITS, error=RulebookError)
>>> to_plain(node)
{'in_force': {'from': '2020-01-01'}}
>>> read_yaml("a: no\\na: 1", file="a.yaml", limits=RULEBOOK_LIMITS, error=RulebookError)
Traceback (most recent call last):
...
secrecy_rules.errors.RulebookError: a.yaml:1:4: `no` is read as true or false by some and as text by others \
(write true or false, or put it in quotes)
a.yaml:2:1: the key `a` stands twice, first on line 1 (keep one of the two)
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from secrecy_rules.errors import InputError
from secrecy_rules.reading.builder import TreeBuilder
from secrecy_rules.reading.limits import Limits
from secrecy_rules.reading.node import Node, Scalar
from secrecy_rules.reading.plain import Refusal, read_plain
from secrecy_rules.reading.quoting import in_backticks
from secrecy_rules.reading.report import Report
from secrecy_rules.reading.text import Lines, admit
from secrecy_rules.reading.yaml_syntax import explain

__all__ = ["read_yaml"]

# libyaml where PyYAML was built with it (all wheels are): some thirty times faster.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=[^\s])", re.MULTILINE)


def read_yaml(text: str | bytes, *, file: str | None, limits: Limits, error: type[InputError]) -> Node:
    """The tree of a YAML text; raises `error` with everything wrong in it."""
    report = Report(file, error)
    text = admit(text, limits, report)
    _refuse_tabs(text, report)
    builder = TreeBuilder(limits, report)
    try:
        _feed(text, builder, report)
    except (yaml.YAMLError, ValueError, OverflowError) as broken:
        # The latter two: PyYAML without libyaml, at an escape beyond the last character.
        found = explain(broken, text)
        report.stop(found.message, found.line, found.column, found.cure)
    if builder.root is None:
        report.stop("the file is empty", 1, 1, "write at least one key")
    report.raise_if_any()
    return builder.root


def _refuse_tabs(text: str, report: Report) -> None:
    # Parsers differ on tabs, and what follows one is then misread: so say all of this, and stop.
    lines, found = Lines(text), False
    for hit in _TAB_INDENT.finditer(text):
        found = True
        report.add("a tab indents the line", *lines.position(text.index("\t", hit.start())), "indent with spaces")
    if found:
        report.raise_if_any()


def _feed(text: str, builder: TreeBuilder, report: Report) -> None:
    """Pass PyYAML's events on, refusing those of the parts of YAML that are not allowed."""
    documents = 0
    event: Any  # typed loosely because libyaml's marks are not PyYAML's, and may be None by their stubs
    for event in yaml.parse(text, Loader=_LOADER):
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            _refuse_marks(event, line, column, report)
            plain = not event.style
            if plain and not event.value and not builder.depth and event.anchor is event.tag is None:
                continue  # a document without a node: reported as empty
            builder.scalar(Scalar(_value(event, plain, line, column, report), line, column, plain, event.value))
        elif isinstance(event, yaml.AliasEvent):
            name = in_backticks(f"*{event.anchor}")
            report.add(f"the alias {name} is not allowed", line, column, "write out what it stands for")
            builder.scalar(Scalar(f"*{event.anchor}", line, column, plain=False, text=f"*{event.anchor}"))
        elif isinstance(event, yaml.CollectionStartEvent):
            _refuse_marks(event, line, column, report)
            if isinstance(event, yaml.MappingStartEvent):
                builder.open_mapping(line, column)
            else:
                builder.open_sequence(line, column)
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.close()
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                report.stop("a second document begins", line, column, "put it into a file of its own")
            if event.version or event.tags:
                report.add("a `%` directive is not allowed", line, column, "delete it")


def _refuse_marks(event: Any, line: int, column: int, report: Report) -> None:
    if event.anchor is not None:
        report.add(f"the anchor {in_backticks('&' + event.anchor)} is not allowed", line, column, "delete it")
    if event.tag is not None:
        cure = "delete it, and quote what is to be text"
        report.add(f"the tag {in_backticks(event.tag)} is not allowed", line, column, cure)


def _value(event: Any, plain: bool, line: int, column: int, report: Report) -> str | int | float | bool | None:
    text: str = event.value
    value = read_plain(text) if plain else text
    if isinstance(value, Refusal):
        report.add(f"{in_backticks(text)} {value.what}", line, column, value.cure)
        return text
    return value
