"""From a rule to the citation of its article."""

from __future__ import annotations

from secrecy_rules.model.answers import BothLanguages, Change, Citation, Did, Need
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.rulebook.rules import Note, Rule


def both(note: Note) -> BothLanguages:
    """A note of the rulebook as part of an answer."""
    return BothLanguages(zh=note.zh, en=note.en)


def cite(rule: Rule, book: Rulebook, did: Did) -> Citation:
    """The citation of a rule: its article, our gist of it, and what it did."""
    article = book.article_of(rule)
    return Citation(
        rulebook=book.id,
        title=both(book.title),
        number=book.number,
        clause=article.id,
        article=article.cite,
        rule=rule.id,
        did=did,
        gist=both(rule.gist or article.gist),
        readings=tuple(both(note) for note in (*article.readings, *rule.readings)),
        gaps=tuple(both(note) for note in (*article.gaps, *rule.gaps)),
    )


def need(change: Change, rule: Rule, book: Rulebook) -> Need:
    """A fact that is not told, with the article that makes it matter."""
    return Need(change=change, article=book.article_of(rule).cite, rule=rule.id)
