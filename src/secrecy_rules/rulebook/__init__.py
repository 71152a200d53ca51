"""The document as data: articles, rules, conditions; strict reading; the registry."""

from secrecy_rules.rulebook.document import Article, Fingerprint, Norm, Rulebook
from secrecy_rules.rulebook.loader import read_rulebook, rulebook_from_text
from secrecy_rules.rulebook.registry import load, shipped

__all__ = [
    "Article",
    "Fingerprint",
    "Norm",
    "Rulebook",
    "load",
    "read_rulebook",
    "rulebook_from_text",
    "shipped",
]
