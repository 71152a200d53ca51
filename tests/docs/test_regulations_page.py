"""The pages over all regulations are what the rulebooks give, in both languages.

``RECORD_TEXTS=1`` writes them anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from secrecy_rules import load, shipped
from secrecy_rules.explain.phrases import phrases
from secrecy_rules.overview import PAGES, page

DOCS = Path(__file__).resolve().parents[2] / "docs"
PLACEHOLDER = re.compile(r"\{(\w*)\}")


@pytest.mark.parametrize("lang", PAGES)
def test_the_page_is_generated_from_the_rulebooks(lang: str) -> None:
    path = DOCS / PAGES[lang]
    if os.environ.get("RECORD_TEXTS"):
        path.write_text(page(lang), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page(lang)


def test_every_regulation_has_its_section_with_every_reading_and_gap() -> None:
    text = page("zh")
    for name in shipped():
        book = load(name)
        assert f"\n## {name}\n" in text
        notes = [*book.readings, *book.gaps, *book.copies]
        notes += [n for part in (*book.articles, *book.rules.values()) for n in (*part.readings, *part.gaps)]
        assert [note.zh for note in notes if note.zh not in text] == []


def test_both_languages_have_the_same_phrases_with_the_same_placeholders() -> None:
    zh, en = (phrases(lang, "secrecy_rules.overview").texts for lang in ("zh", "en"))
    assert zh.keys() == en.keys()
    for key, phrase in zh.items():
        assert set(PLACEHOLDER.findall(phrase)) == set(PLACEHOLDER.findall(en[key])), key
