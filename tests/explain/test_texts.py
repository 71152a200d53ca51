"""The whole text of an answer in both languages, against the files in ``texts/``.

``RECORD_TEXTS=1`` writes the files anew, so that git shows what changed in them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from secrecy_rules import Institution
from secrecy_rules.engine.files import read_question
from secrecy_rules.explain import render
from secrecy_rules.model.answers import Receipt
from secrecy_rules.rulebook import read_rulebook
from secrecy_rules.testing.questions import QUESTIONS

HERE = Path(__file__).parent
CLINIC = HERE.parent / "cli" / "books" / "example-clinic.yaml"
ASKED = {
    "copy-approved.yaml": "decide",
    "copy-not-approved.yaml": "decide",
    "copy-top-secret.json": "decide",
    "copy-little-told.yaml": "decide",
    "take-out.yaml": "decide",
    "take-out-internal.yaml": "decide",
    "read.yaml": "decide",
    "plan.yaml": "classify",
    "computer-in-order.yaml": "inspect",
    "computer-in-breach.yaml": "inspect",
    "loan.yaml": "duties",
    "leak.yaml": "consequences",
    "change-level.yaml": "authority",
}


def answer_to(file: str) -> Receipt:
    name = ASKED[file]
    question = read_question(HERE.parent / "cli" / "questions" / file, QUESTIONS[name])
    answer: Receipt = getattr(Institution([CLINIC]), name)(question)
    return answer


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("file", ASKED)
def test_an_answer_reads_as_recorded(file: str, lang: str) -> None:
    # The last line names the version of the library and the digest of the rulebook.
    text = "\n".join(render(answer_to(file), lang, rulebooks=[read_rulebook(CLINIC)]).split("\n")[:-1]) + "\n"
    recorded = HERE / "texts" / f"{Path(file).stem}.{lang}.txt"
    if os.environ.get("RECORD_TEXTS"):
        recorded.write_text(text, encoding="utf-8")
    assert text == recorded.read_text(encoding="utf-8")


def test_every_recorded_text_belongs_to_a_question() -> None:
    recorded = {path.name for path in (HERE / "texts").iterdir()}
    assert recorded == {f"{Path(file).stem}.{lang}.txt" for file in ASKED for lang in ("zh", "en")}


def test_the_last_line_names_day_rulebook_and_version() -> None:
    answer = answer_to("read.yaml")
    last = render(answer, "en").split("\n")[-1]
    digest = answer.rulebooks["example-clinic"][:12]
    assert last == (
        f"Decided under the rulebooks as of 2024-03-01: example-clinic (digest {digest}). "
        f"secrecy-rules {answer.library}"
    )


def test_text_from_a_rulebook_cannot_move_the_cursor() -> None:
    answer = answer_to("copy-approved.yaml")
    citation = answer.citations[0].model_copy(update={"article": "3\x1b[2J\u202e"})  # type: ignore[attr-defined]
    text = render(answer.model_copy(update={"citations": (citation,)}), "en")
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "3\\x1b[2J\\u202e" in text
