"""The fingerprint of a clause: its text without white space, NFC, UTF-8."""

from __future__ import annotations

import hashlib
import unicodedata

from secrecy_rules.rulebook.document import Fingerprint


def without_space(text: str) -> str:
    """The text with all white space removed, composed (NFC).

    >>> without_space("第一条　 保密 ")
    '第一条保密'
    """
    return "".join(unicodedata.normalize("NFC", text).split())


def fingerprint(text: str) -> Fingerprint:
    """Length in characters and SHA-256.

    >>> fingerprint("第一条　 保密 ").length
    5
    """
    plain = without_space(text)
    return Fingerprint(len(plain), hashlib.sha256(plain.encode()).hexdigest())
