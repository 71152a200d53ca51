"""From bytes to a text that is safe to parse: size, encoding, hidden characters."""

from __future__ import annotations

from bisect import bisect_right

from secrecy_rules.reading.characters import HIDDEN, describe
from secrecy_rules.reading.limits import Limits
from secrecy_rules.reading.report import Report

__all__ = ["Lines", "admit", "check_size"]

_BOM = "\ufeff"


class Lines:
    """Turns offsets in a text into line and column, both from 1.

    >>> Lines("ab\\ncd").position(4)
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def admit(text: str | bytes, limits: Limits, report: Report) -> str:
    """The text, once its size and encoding are known to be right; hidden characters go on the report.

    They are put out of harm's way in the text returned, one for one, so that reading can go on to
    find what else is wrong and all positions stay.
    """
    check_size(len(text), limits, report)
    if isinstance(text, bytes):
        text = _decoded(text, report)
    else:
        check_size(len(text.encode("utf-8", "surrogatepass")), limits, report)
    if text.startswith(_BOM):
        report.add("the text begins with a byte order mark", 1, 1, "save the file as UTF-8 without BOM")
        text = text[1:]
    hit = HIDDEN.search(text)
    if hit is None:
        return text
    lines = Lines(text)
    for hit in HIDDEN.finditer(text):
        report.add(f"the character {describe(hit[0])} may not stand here", *lines.position(hit.start()), "delete it")
    # Those that some parsers take for a line break would shift the lines.
    return HIDDEN.sub(lambda hit: " " if hit[0] in "\r\x85\u2028\u2029" else "\ufffd", text)


def _decoded(raw: bytes, report: Report) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = Lines(before).position(len(before))
        found = f"the byte 0x{raw[error.start]:02X} is not UTF-8"
        report.stop(found, line, column, "save the file as UTF-8, not as GBK or UTF-16")


def check_size(size: int, limits: Limits, report: Report) -> None:
    """Stop if a text of so many bytes (or of at least so many) is too large."""
    if size > limits.max_bytes:
        report.stop(f"the text is larger than {limits.max_bytes:,} bytes", cure="split it, or leave something out")
