"""A decision is a receipt: equal requests give equal ones, they can be stored, and replayed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from secrecy_rules import Decision, Engine, Request, replay
from secrecy_rules.engine.files import question_in, read_question_text
from secrecy_rules.errors import RequestError
from secrecy_rules.model.situation import Incident, Inquiry, Occurrence, Situation, State
from secrecy_rules.reading import REQUEST_LIMITS, read_json, to_plain
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.testing.strategies import requests_for, rulebook_texts, situations
from tests.properties.chinese import in_chinese
from tests.properties.examples import times
from tests.properties.seen import Seen

QUESTIONS: tuple[type[Situation], ...] = (Request, State, Occurrence, Incident, Inquiry)


def test_equal_requests_give_equal_receipts_in_whatever_words_they_are_written() -> None:
    seen = Seen()

    @given(rulebook_texts(), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        request = data.draw(requests_for(rulebook_from_text(text)))
        other = Request.from_data(in_chinese(request.to_data(), Request))
        assert other == request
        # Two engines over two readings of the text: nothing may hang on an identity or on what was asked before.
        one, two = (Engine(rulebook_from_text(text)).decide(asked) for asked in (request, other))
        assert seen.decision(one).to_json() == two.to_json()

    holds()
    seen.check(grounds=5)


@times(2)
@given(st.sampled_from(QUESTIONS), rulebook_texts(max_rules=3), st.data())
def test_a_question_survives_plain_data_yaml_and_json(
    question: type[Situation], text: str, data: st.DataObject
) -> None:
    asked = data.draw(situations(rulebook_from_text(text), question))
    plain = asked.to_data()
    assert question.from_data(plain) == asked
    written = yaml.safe_dump(plain, allow_unicode=True)
    assert question_in(read_question_text(written), question) == asked
    tree = read_json(json.dumps(plain), file=None, limits=REQUEST_LIMITS, error=RequestError)
    assert question.from_data(to_plain(tree)) == asked


def test_a_decision_survives_json_and_replays_to_the_same() -> None:
    seen = Seen()

    @given(rulebook_texts(), st.booleans(), st.sampled_from(["deny", "allow"]), st.data())
    def holds(text: str, presume: bool, silence: str, data: st.DataObject) -> None:
        book = rulebook_from_text(text)
        request = data.draw(requests_for(book))
        decision = seen.decision(Engine(book, presume=presume, silence=silence).decide(request))
        stored = Decision.from_json(decision.to_json())
        assert stored == decision
        assert stored.to_json() == decision.to_json()
        with TemporaryDirectory() as folder:
            (Path(folder) / f"{book.id}.yaml").write_text(text, encoding="utf-8")
            again = replay(stored, request.to_data(), folder=folder)
        assert again.same, again.changes
        assert again.decision == decision

    holds()
    seen.check(grounds=5)


ANSWER = """
import json, sys
from secrecy_rules import Engine, Request
from secrecy_rules.rulebook import rulebook_from_text
for text, request in json.load(sys.stdin):
    print(Engine(rulebook_from_text(text)).decide(Request.from_data(request)).to_json())
"""


def test_receipts_do_not_hang_on_the_order_that_sets_happen_to_have() -> None:
    asked: list[tuple[str, object]] = []

    @settings(max_examples=40, database=None)
    @given(rulebook_texts(), st.data())
    def collect(text: str, data: st.DataObject) -> None:
        asked.append((text, data.draw(requests_for(rulebook_from_text(text))).to_data()))

    collect()
    answers = {
        subprocess.run(
            [sys.executable, "-c", ANSWER],
            input=json.dumps(asked),
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1
