"""What would turn an answer, what to ask next, and the interview that asks it."""

from secrecy_rules.whatif.search import what_if

__all__ = ["what_if"]
