"""What a YAML syntax error means, in words that help, for libyaml's and PyYAML's errors alike."""

from __future__ import annotations

import re

import yaml

from secrecy_rules.errors import Problem
from secrecy_rules.reading.quoting import in_backticks

__all__ = ["explain"]

_QUOTE = "put the text in quotes"

# What the parser's own problem (and context) matches; our message; the cure. The first match counts.
_WORDS = [
    (re.compile(pattern), message, cure)
    for pattern, message, cure in (
        (r"quoted scalar.*(end of stream|document indicator)", "a quote is never closed", "close it"),
        (r"unknown escape", "an unknown escape in a text in double quotes", r"write `\\` for a backslash"),
        (
            r"hexdec|escape code|escape sequence",
            "an escape without its digits",
            r"write `\\` for a backslash",
        ),
        (
            r"mapping values are not allowed",
            "a `:` where no key can be",
            "put a text with a `:` in quotes, or check the indentation",
        ),
        (r"mapping keys are not allowed", "a `?` that cannot stand here", _QUOTE),
        (
            r"sequence entries are not allowed",
            "a `-` that cannot stand here",
            "begin the list on a line of its own",
        ),
        (r"could not find expected ':'", "a line without a `:` among keys", "write `key: value`"),
        (r"flow node|node content", "a value is missing", "write it, and close every `[` and `{`"),
        (r"flow sequence|'\]'", "a `[` is not closed, or a `,` is missing", "close it, or write the `,`"),
        (r"flow mapping|'\}'", "a `{` is not closed, or a `,` is missing", "close it, or write the `,`"),
        (
            r"indentation indicator|block scalar",
            "a wrong beginning of a block text",
            "write `|` or `>` alone",
        ),
        (r"scanning an? (alias|anchor)", "a `*` or `&` that begins a text", _QUOTE),
        (r"tag|URI", "a `!` that begins a text", _QUOTE),
        (r"directive|YAML document|version", "a `%` directive is not allowed", "delete it"),
        (
            r"block mapping|expected key",
            "a line that does not fit among the keys above",
            "check its indentation",
        ),
        (
            r"block collection|'-' indicator",
            "a line that does not fit into the list above",
            "check its indentation",
        ),
        (r"document start", "a second document begins", "put it into a file of its own"),
    )
]
_ANYTHING = ("this cannot be read as YAML", "check the indentation and the quotes")


def explain(broken: Exception, text: str) -> Problem:
    """The problem behind a parser's error: position, our own words, a cure.

    >>> try:
    ...     list(yaml.parse("a: b: c"))
    ... except yaml.YAMLError as broken:
    ...     print(explain(broken, "a: b: c"))
    1:5: a `:` where no key can be (put a text with a `:` in quotes, or check the indentation)
    """
    if not isinstance(broken, yaml.MarkedYAMLError):
        return Problem(_ANYTHING[0], cure=_ANYTHING[1], line=1, column=1)
    jargon = f"{broken.context or ''} {broken.problem or ''}"
    late = "quoted scalar" in jargon or "could not find expected ':'" in jargon
    # Noticed only further down, at the end of the file even: where it began is the place to look.
    mark = (late and broken.context_mark) or broken.problem_mark or broken.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    if "cannot start any token" in jargon:
        character = here[column : column + 1]
        if character == "\t":
            return Problem("a tab stands where only spaces may", None, line + 1, column + 1, "write spaces")
        message = f"no text without quotes begins with {in_backticks(character)}"
        return Problem(message, None, line + 1, column + 1, _QUOTE)
    found = next((words for words in _WORDS if words[0].search(jargon)), (None, *_ANYTHING))
    cure = _full_width_colon(lines, line) or found[2]
    message = found[1]
    if "is not closed" in message and (opened := broken.context_mark):
        message += f"; it opens at {opened.line + 1}:{opened.column + 1}"
    return Problem(message, None, line + 1, column + 1, cure)


def _full_width_colon(lines: list[str], line: int) -> str | None:
    # The commonest slip at a Chinese keyboard; the parser notices it only on the line after.
    for near in (line, line - 1):
        if 0 <= near < len(lines) and "\uff1a" in lines[near] and ": " not in lines[near]:
            return f"write `: ` for the full-width `\uff1a` on line {near + 1}"
    return None
