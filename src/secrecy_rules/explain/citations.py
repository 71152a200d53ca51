"""Citations as an official writes them, with what the article did and our gist of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Answer, BothLanguages, Change, Citation, Receipt
from secrecy_rules.rulebook.document import Rulebook
from secrecy_rules.semantics.citing import both


class Articles:
    """How articles are cited in one answer: alone where one document was asked, else each with its document."""

    def __init__(self, answer: Receipt, rulebooks: Sequence[Rulebook], say: Phrases) -> None:
        self.say = say
        self.rulebooks = rulebooks
        self._several = len(answer.rulebooks) > 1
        self._citations = tuple(dict.fromkeys(_citations_in(answer)))
        self._by_rule = {(c.rule, c.article): c for c in self._citations}

    def heading(self) -> str | None:
        """The document, where there is only one and its name is known."""
        if self._several:
            return None
        for citation in self._citations:
            return self.document(citation.title, citation.number)
        for book in self.rulebooks:
            return self.document(both(book.title), book.number)
        return None

    def place(self, citation: Citation) -> str:
        """``三、（一）5``, with its document before it where several were asked."""
        if not self._several:
            return citation.article
        document = self.document(citation.title, citation.number)
        return self.say("citation.place", document=document, article=citation.article)

    def place_of(self, article: str, rule: str) -> str:
        """The same for the article of a rule that the answer cites elsewhere."""
        citation = self._by_rule.get((rule, article))
        return self.place(citation) if citation is not None else article

    def in_words(self, change: Change) -> Change:
        """The change with its rules, if it names any, as articles: 违反 names the article, not our id of a rule."""
        if change.path not in ("conduct.breached", "conduct.fulfilled"):
            return change
        rules = {rule.id: book.article_of(rule).cite for book in self.rulebooks for rule in book.rules.values()}
        return change.model_copy(update={"wanted": tuple(rules.get(word, word) for word in change.wanted)})

    def brief(self, citation: Citation) -> str:
        """Article and gist on one line."""
        return self.say("citation.brief", place=self.place(citation), gist=citation.gist.in_(self.say.lang))

    def cited(self, citations: Iterable[Citation]) -> list[tuple[str, ...]]:
        """One bullet per rule; a reading or gap of an article stands where it is first cited."""
        say = self.say
        shown: set[BothLanguages] = set()
        bullets: dict[tuple[str, ...], None] = {}
        for citation in dict.fromkeys(citations):
            line = say("citation.line", place=self.place(citation), did=say.named("did", citation.did))
            notes = [
                say(key, text=note.in_(say.lang))
                for key, notes in (("citation.reading", citation.readings), ("citation.gap", citation.gaps))
                for note in notes
                if note not in shown
            ]
            shown.update(citation.readings, citation.gaps)
            bullets[line, citation.gist.in_(say.lang), *notes] = None
        return list(bullets)

    def document(self, title: BothLanguages, number: str | None) -> str:
        """The name of a document, with its number if it has one."""
        text = title.in_(self.say.lang)
        if number is None:
            return self.say("citation.document", title=text)
        return self.say("citation.numbered", title=text, number=number)


def _citations_in(part: object) -> Iterator[Citation]:
    """Every citation anywhere in an answer."""
    if isinstance(part, Citation):
        yield part
    elif isinstance(part, Answer):
        for name in type(part).model_fields:
            yield from _citations_in(getattr(part, name))
    elif isinstance(part, tuple):
        for inner in part:
            yield from _citations_in(inner)
