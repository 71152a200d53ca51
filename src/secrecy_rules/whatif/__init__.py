"""What would turn an answer, what to ask next, and the interview that asks it."""

from secrecy_rules.whatif.interview import Interview
from secrecy_rules.whatif.questions import next_question
from secrecy_rules.whatif.search import what_if

__all__ = ["Interview", "next_question", "what_if"]
