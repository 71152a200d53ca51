"""Reads JSON into a positioned tree.

The standard library's reader gives no positions, takes `NaN` and keeps the last of two equal keys; so
the structure is walked here, without recursion, and only strings are left to it.

>>> from secrecy_rules.errors import RequestError
>>> from secrecy_rules.reading.limits import REQUEST_LIMITS
>>> read_json('{"level": NaN}', file=None, limits=REQUEST_LIMITS, error=RequestError)
Traceback (most recent call last):
...
secrecy_rules.errors.RequestError: 1:11: `NaN` is not a JSON value (write a finite number)
"""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from secrecy_rules.errors import InputError
from secrecy_rules.reading.builder import TreeBuilder
from secrecy_rules.reading.json_words import read_word
from secrecy_rules.reading.limits import Limits
from secrecy_rules.reading.node import Node, Scalar
from secrecy_rules.reading.plain import Refusal
from secrecy_rules.reading.quoting import in_backticks
from secrecy_rules.reading.report import Report
from secrecy_rules.reading.text import Lines, admit

__all__ = ["read_json"]

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_STRINGS = JSONDecoder()


def read_json(text: str | bytes, *, file: str | None, limits: Limits, error: type[InputError]) -> Node:
    """The tree of a JSON text; raises `error` with everything wrong in it."""
    report = Report(file, error)
    reader = _Reader(admit(text, limits, report), TreeBuilder(limits, report), report)
    root = reader.read()
    report.raise_if_any()
    return root


class _Reader:
    """Walks the text once. The builder knows what is open; this only knows what may come next."""

    def __init__(self, text: str, builder: TreeBuilder, report: Report) -> None:
        self._text, self._builder, self._report = text, builder, report
        self._lines = Lines(text)
        self._at = 0
        self._opened = False

    def read(self) -> Node:
        if self._peek():
            self._value()
        while self._builder.depth:
            self._next()
        if self._peek():
            self._stop("something follows after the end", "delete it")
        if self._builder.root is None:
            self._report.stop("the text is empty", 1, 1, "write at least `{}`")
        return self._builder.root

    def _next(self) -> None:
        """What comes after a complete value inside a list or mapping, or after its opening."""
        in_mapping = self._builder.in_mapping
        closing = "}" if in_mapping else "]"
        mark = self._peek()
        if mark == closing:
            self._at += 1
            self._builder.close()
            self._opened = False
            return
        if not self._opened:
            if mark != ",":
                self._stop(f"expected `,` or `{closing}`", "write it, or put text in double quotes")
            self._at += 1
            if self._peek() == closing:
                self._stop(f"a `,` before `{closing}`", "delete the `,`")
        if in_mapping:
            if self._peek() != '"':
                self._stop("expected a key", "keys stand in double quotes")
            self._string()
            if self._peek() != ":":
                self._stop("expected `:` after the key", "write it")
            self._at += 1
        self._value()

    def _value(self) -> None:
        mark = self._peek()
        line, column = self._lines.position(self._at)
        self._opened = bool(mark) and mark in "[{"
        if self._opened:
            self._at += 1
            (self._builder.open_mapping if mark == "{" else self._builder.open_sequence)(line, column)
        elif mark == '"':
            self._string()
        elif word := _WORD.match(self._text, self._at):
            value = read_word(word[0])
            if isinstance(value, Refusal):
                self._report.add(f"{in_backticks(word[0])} {value.what}", line, column, value.cure)
                value = None
            self._builder.scalar(Scalar(value, line, column, plain=True, text=word[0]))
            self._at = word.end()
        else:
            self._stop("expected a value", "write one")

    def _string(self) -> None:
        try:
            value, end = _STRINGS.raw_decode(self._text, self._at)
        except JSONDecodeError as broken:
            message = "a quote is never closed" if broken.msg.startswith("Unterm") else "a wrong escape or line break"
            self._report.stop(message, *self._lines.position(broken.pos), r"close it, or write `\\` or `\n`")
        self._builder.scalar(Scalar(value, *self._lines.position(self._at), plain=False, text=value))
        self._at = end

    def _peek(self) -> str:
        mark = self._text[self._at : self._at + 1]
        if mark > " ":
            return mark
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def _stop(self, message: str, cure: str) -> NoReturn:
        self._report.stop(message, *self._lines.position(self._at), cure)
