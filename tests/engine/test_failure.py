"""What breaks while deciding is a deny with the ground `failed`: never an allow, never nothing."""

import pytest

from secrecy_rules import Engine, Institution, RequestError
from secrecy_rules.semantics import act, approvals, conditions, deem, duties
from tests.semantics.toy import rulebook

BOOK = rulebook(
    "- {id: ban, forbid: copy, unless: {approved_by: {role: unit_head}}}\n- {id: leave, permit: copy}", name="breaks"
)
ALLOWED = {"action": "copy", "approvals": ["unit_head"]}


def boom(*_: object, **__: object) -> None:
    raise RuntimeError("boom")


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (act, "contribution"),
        (act, "applies"),
        (act, "excepted"),
        (act, "exemptions_from"),
        (conditions, "approved"),
        (approvals, "word_truth"),
        (deem, "derive"),
        (duties, "row_truth"),
    ],
)
def test_an_error_anywhere_denies(module: object, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Engine(BOOK).decide(ALLOWED)
    book = BOOK
    if module is duties:
        book = rulebook("- {id: leave, permit: copy}\n- {id: d, oblige: register, upon: copy}", name="breaks")
    monkeypatch.setattr(module, name, boom)
    decision = Engine(book).decide(ALLOWED)
    assert (decision.effect, decision.ground) == ("deny", "failed")
    assert decision.error == "breaks: RuntimeError: boom"
    assert decision.remedies == ()
    assert not decision


def test_silence_read_as_leave_does_not_read_a_failure_as_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(act, "contribution", boom)
    assert Engine(BOOK, silence="allow").decide({"action": "read"}).grounds == ("failed",)


def test_one_broken_book_denies_whatever_the_others_say(monkeypatch: pytest.MonkeyPatch) -> None:
    fine = rulebook("- {id: leave, permit: copy}", name="fine")
    forbids = rulebook("- {id: never, forbid: copy}", name="forbids")
    real = act.contribution

    def breaks_in_one(rule: object, facts: object) -> object:
        return boom() if facts.book.id == "breaks" else real(rule, facts)  # type: ignore[attr-defined, arg-type]

    monkeypatch.setattr(act, "contribution", breaks_in_one)
    decision = Institution([fine, BOOK]).decide(ALLOWED)
    assert (decision.effect, decision.grounds, decision.citations) == ("deny", ("failed",), ())
    # What another book forbids is still said.
    decision = Institution([forbids, BOOK]).decide(ALLOWED)
    assert decision.grounds == ("failed", "forbidden")
    assert [citation.rule for citation in decision.citations] == ["never"]


def test_a_failure_comes_back_from_json_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(act, "contribution", boom)
    decision = Engine(BOOK).decide(ALLOWED)
    assert type(decision).from_json(decision.to_json()) == decision


@pytest.mark.parametrize("request_", [None, 5, "copy", ["copy"], {}, {"action": None}, {"action": "copyy"}])
def test_what_is_no_request_is_refused_by_name(request_: object) -> None:
    with pytest.raises(RequestError):
        Engine(BOOK).decide(request_)  # type: ignore[arg-type]
