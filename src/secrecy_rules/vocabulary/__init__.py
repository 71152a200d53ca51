"""The terms of the field as data: closed lists of words with labels, synonyms and is-a.

Each list is one file in ``data/``. A word has a Chinese and an English label, Chinese synonyms that are
accepted on input, and the broader words it is a kind of.
"""

from secrecy_rules.vocabulary.store import list_names, vocabulary
from secrecy_rules.vocabulary.words import Match, Vocabulary, WordEntry

__all__ = ["Match", "Vocabulary", "WordEntry", "list_names", "vocabulary"]
