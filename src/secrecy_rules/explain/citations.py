"""Citations as an official writes them, with what the article did and our gist of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import BothLanguages, Citation


def document(citation: Citation, say: Phrases) -> str:
    """The title of the document and, if it has one, its number."""
    title = citation.title.in_(say.lang)
    if citation.number is None:
        return say("citation.document", title=title)
    return say("citation.numbered", title=title, number=citation.number)


def brief(citation: Citation, say: Phrases) -> str:
    """Document, article and gist on one line."""
    return say(
        "citation.brief",
        document=document(citation, say),
        article=citation.article,
        gist=citation.gist.in_(say.lang),
    )


def cited(citations: Iterable[Citation], say: Phrases) -> list[tuple[str, ...]]:
    """One bullet per rule; a reading or gap of an article stands where it is first cited."""
    shown: set[BothLanguages] = set()
    bullets: dict[tuple[str, ...], None] = {}
    for citation in dict.fromkeys(citations):
        line = say(
            "citation.line",
            document=document(citation, say),
            article=citation.article,
            did=say.named("did", citation.did),
        )
        notes = [
            say(key, text=note.in_(say.lang))
            for key, notes in (("citation.reading", citation.readings), ("citation.gap", citation.gaps))
            for note in notes
            if note not in shown
        ]
        shown.update(citation.readings, citation.gaps)
        bullets[line, citation.gist.in_(say.lang), *notes] = None
    return list(bullets)


class Articles:
    """Finds how the article of a rule is cited; names the document too where several are asked."""

    def __init__(self, rulebooks: Mapping[str, str], citations: Iterable[Citation], say: Phrases) -> None:
        self._say = say
        self._several = len(rulebooks) > 1
        self._by_rule = {(c.rule, c.article): c for c in citations}

    def of(self, article: str, rule: str) -> str:
        """``三、（一）5``, with the title of its document before it if there are several."""
        citation = self._by_rule.get((rule, article))
        if citation is None or not self._several:
            return article
        return self._say("duty.article", document=document(citation, self._say), article=article)
