"""The page: a table by sector, then each regulation with its ledger, readings and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from secrecy_rules.cli.words import words
from secrecy_rules.explain.phrases import Phrases, phrases
from secrecy_rules.rulebook import Rulebook, load, shipped
from secrecy_rules.rulebook.rules import Note
from secrecy_rules.testing.cases import cases_of

PAGES = {"en": "regulations.md", "zh": "regulations.zh-CN.md"}
COLUMNS = ("clauses", "encoded", "inert", "rules", "cases", "readings", "gaps")


def page(lang: str) -> str:
    """The page in ``zh`` or ``en``, as Markdown."""
    say = phrases(lang, "secrecy_rules.overview")
    books = sorted(map(load, shipped()), key=lambda book: (book.sector, book.id))
    return "\n".join([*_table(books, say), *(line for book in books for line in _section(book, say))]) + "\n"


def _table(books: list[Rulebook], say: Phrases) -> Iterator[str]:
    counts = {book.id: _counts(book) for book in books}
    yield say("page.title")
    yield ""
    yield say("page.about", count=len(books), clauses=sum(count["clauses"] for count in counts.values()))
    yield ""
    heads = [say(f"column.{name}") for name in ("rulebook", "sector", *COLUMNS)]
    yield _row(heads)
    yield _row(["---", "---", *["---:"] * len(COLUMNS)])
    for book in books:
        cells = [f"[{book.id}](#{book.id})", words(say.lang).named("sector", book.sector)]
        yield _row([*cells, *(str(counts[book.id][name]) for name in COLUMNS)])
    total = [str(sum(count[name] for count in counts.values())) for name in COLUMNS]
    yield _row([say("column.total"), "", *total])


def _section(book: Rulebook, say: Phrases) -> Iterator[str]:
    yield from ("", f"## {book.id}", "")
    yield f"{_in(book.title, say)}" + say("section.other_title", title=_other(book.title, say))
    yield ""
    yield from _bullets(_head(book, say))
    for heading, notes in (
        ("section.readings", _notes(book, "readings")),
        ("section.gaps", _notes(book, "gaps")),
        ("section.copies", [("", note) for note in book.copies]),
    ):
        if notes:
            yield from ("", say(heading), "")
            yield from _bullets(
                say("section.note", cite=cite, text=_in(note, say)) if cite else _in(note, say) for cite, note in notes
            )


def _head(book: Rulebook, say: Phrases) -> Iterator[str]:
    document = [
        say(f"document.{name}", value=value)
        for name, value in (
            ("issuer", book.issuer),
            ("number", book.number),
            ("issued", book.issued),
            ("from", book.in_force_from),
            ("to", book.in_force_to),
        )
        if value is not None
    ]
    yield say.listed(document, how="also") if document else say("document.nothing")
    yield say("section.counts", **_counts(book))
    inert = Counter(article.inert for article in book.articles if article.inert is not None)
    if inert:
        parts = [
            say("section.reason", reason=words(say.lang).named("inert", reason), count=count)
            for reason, count in sorted(inert.items())
        ]
        yield say("section.inert", reasons=say.listed(parts))


def _counts(book: Rulebook) -> dict[str, int]:
    return {
        "clauses": len(book.articles),
        "encoded": sum(article.encoded for article in book.articles),
        "inert": sum(article.inert is not None for article in book.articles),
        "rules": len(book.rules),
        "cases": len(cases_of(book.id)),
        "readings": len(_notes(book, "readings")),
        "gaps": len(_notes(book, "gaps")),
    }


def _notes(book: Rulebook, what: str) -> list[tuple[str, Note]]:
    """The readings or gaps of the head, of the articles and of their rules, with the article as cited."""
    found = [("", note) for note in getattr(book, what)]
    for article in book.articles:
        found += [(article.cite, note) for note in getattr(article, what)]
        found += [(article.cite, note) for name in article.rules for note in getattr(book.rules[name], what)]
    return found


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _bullets(lines: Iterator[str]) -> Iterator[str]:
    return (f"- {line}" for line in lines)


def _in(note: Note, say: Phrases) -> str:
    return note.zh if say.lang == "zh" else note.en


def _other(note: Note, say: Phrases) -> str:
    return note.en if say.lang == "zh" else note.zh
