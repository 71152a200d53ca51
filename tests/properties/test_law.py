"""What must hold of every shipped regulation, whatever it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules import Citation, Decision, Engine, Ground, Request, Rulebook
from secrecy_rules.model.answers import Change, Did
from secrecy_rules.rulebook.paths import parse_element_path, parse_path
from secrecy_rules.rulebook.rules import CaseOf, Entrust
from secrecy_rules.testing.strategies import learned, requests_for
from secrecy_rules.vocabulary import vocabulary
from tests.properties.books import approvers, held_by_all, loaded
from tests.properties.edits import without, without_exceptions
from tests.properties.examples import share
from tests.properties.excuses import excused, presumed
from tests.properties.granting import remedied
from tests.properties.seen import Seen
from tests.properties.standing import OBTAINABLE, assert_stands, without_obtainable

pytestmark = pytest.mark.law

DECLARED: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("declared_exceptions.yaml").read_text(encoding="utf-8")
)["higher_level_allows"]


def test_every_denial_names_an_article_that_exists_and_asks_for_facts_that_exist() -> None:
    def law(book: Rulebook, seen: Seen) -> None:
        engine = Engine(book)

        @share(1.5)
        @given(requests_for(book))
        def holds(request: Request) -> None:
            decision = seen.decision(engine.decide(request))
            assert decision.error is None
            assert decision or decision.articles or decision.ground is Ground.NOT_COVERED
            for citation in decision.citations:
                _exists(citation, book)
            for change in _changes(decision):
                _leads_somewhere(change)

        holds()

    held_by_all(law).check(grounds=3)


def test_the_cited_articles_matter() -> None:
    def law(book: Rulebook, seen: Seen) -> None:
        engine = Engine(book)

        @share()
        @given(requests_for(book))
        def holds(request: Request) -> None:
            decision = seen.decision(engine.decide(request))
            if not decision.citations:
                return
            rest = Engine(without(book, {c.rule for c in decision.citations})).decide(request)
            if decision:
                # An allow that cites something rests on a permission or on a ban that is lifted: all of it is gone.
                assert rest.ground is not Ground.PERMITTED, rest.citations
            else:
                # A denial cites every ban: without them nothing is left that denies, except silence.
                assert rest or rest.ground is Ground.NOT_COVERED, rest.citations
            if decision:
                _what_lifts_matters(decision, request, book, seen)

        holds()

    held_by_all(law).check(grounds=3, things=("lifted",))


def _what_lifts_matters(decision: Decision, request: Request, book: Rulebook, seen: Seen) -> None:
    """Without the exemptions and exceptions that took away the bans which an allow cites, it is no allow."""
    # Who performs an act is a duty beside the allow while nobody is named, so what lifts that lifts no ban.
    lifted = {c.rule for c in decision.citations if c.did is Did.LIFTED}
    lifted = {rule for rule in lifted if not isinstance(book.rules[rule], Entrust | CaseOf)}
    if lifted:
        seen.thing("lifted")
        exempting = {c.rule for c in decision.citations if c.did is Did.EXEMPTS}
        rest = Engine(without_exceptions(without(book, exempting), lifted)).decide(request)
        assert not rest, f"{sorted(lifted)} were lifted by nothing"


def test_more_approvals_never_turn_allow_into_deny() -> None:
    def law(book: Rulebook, seen: Seen) -> None:
        engine = Engine(book)
        more = st.lists(_approval(book), min_size=1, max_size=3)

        @share()
        @given(requests_for(book), more)
        def holds(request: Request, more: list[dict[str, Any]]) -> None:
            before = seen.decision(engine.decide(request))
            if not before:
                return
            data = request.to_data()
            after = engine.decide(Request.from_data({**data, "approvals": [*data.get("approvals", []), *more]}))
            assert after, f"{more} brought {after.ground}: {after.articles}"

        holds()

    held_by_all(law).check(grounds=3)


def _approval(book: Rulebook) -> st.SearchStrategy[dict[str, Any]]:
    """An approval by a role that the rulebook names somewhere, told in short or in full."""
    role = st.sampled_from(approvers(book))
    short = st.fixed_dictionaries({"role": role})
    full = st.fixed_dictionaries(
        {"role": role, "holder": st.just("批准人"), "form": st.just("signature"), "on": st.just("2024-07-15")}
    )
    return short | full


def test_raising_the_level_never_turns_deny_into_allow_unless_declared() -> None:
    def law(book: Rulebook, seen: Seen) -> None:
        engine = Engine(book)
        scale = sorted(book.scale)

        @share(1.5)
        @given(requests_for(book), st.integers(1, len(scale) - 1))
        def holds(request: Request, steps: int) -> None:
            before = seen.decision(engine.decide(request))
            level = getattr(request.object, "level", None)
            if level is None or not level.exact or level.lowest is scale[-1]:
                return
            seen.thing("raised")
            higher = scale[min(scale.index(level.lowest) + steps, len(scale) - 1)]
            data = request.to_data()
            data["object"]["level"] = higher.name
            after = engine.decide(Request.from_data(data))
            if not before and after:
                cited = [c.rule for c in (*before.citations, *after.citations) if c.rule in DECLARED.get(book.id, {})]
                assert cited, f"{level.label('en')} {before.articles} but {higher.name} {after.ground} {after.articles}"

        holds()

    held_by_all(law).check(grounds=3, things=("raised",))


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_a_declared_exception_names_a_rule_and_its_article(name: str) -> None:
    book = loaded(name)
    for rule, declared in DECLARED[name].items():
        assert book.article_of(book.rules[rule]).cite == declared["article"]
        assert declared["why"]


def test_learning_a_fact_changes_neither_an_allow_nor_a_forbidden_of_the_law() -> None:
    def law(book: Rulebook, seen: Seen) -> None:
        engine = Engine(book, silence="allow")

        @share()
        @given(requests_for(book), st.data())
        def holds(request: Request, data: st.DataObject) -> None:
            before = seen.decision(engine.decide(request))
            if before or before.ground is Ground.FORBIDDEN:
                lesson = data.draw(learned(book, request))
                if not excused(lesson, before, request, book):
                    seen.thing("learned")
                    assert_stands(before, engine.decide(lesson.situation), lesson)

        holds()

    held_by_all(law).check(grounds=3, things=("learned",))


def test_leaving_untold_what_was_not_done_gains_nothing_under_the_law() -> None:
    def law(book: Rulebook, seen: Seen) -> None:
        engine = Engine(book)

        @share()
        @given(requests_for(book))
        def holds(request: Request) -> None:
            none, untold = (engine.decide(asked) for asked in without_obtainable(request))
            seen.decision(untold)
            if not any(presumed(head, untold, book) for head in OBTAINABLE):
                assert none or not untold, f"none: {none.articles}, untold: {untold.ground}"

        holds()

    held_by_all(law).check(grounds=3)


def test_granting_a_remedy_of_the_law_allows() -> None:
    # In some regulations few remedies are made of nothing but what can be granted here.
    held_by_all(_granting_allows).check(grounds=3, things=("granted",))


def _granting_allows(book: Rulebook, seen: Seen) -> None:
    engine = Engine(book)

    @share(2)
    @given(requests_for(book))
    def holds(request: Request) -> None:
        decision = seen.decision(engine.decide(request))
        if decision.grounds != (Ground.NEEDS_APPROVAL,):
            return
        assert decision.remedies
        for asked in remedied(decision, request, book):
            seen.thing("granted")
            after = engine.decide(asked)
            assert after, f"{asked!r} is still {after.ground} by {after.articles}"

    holds()


def _exists(citation: Citation, book: Rulebook) -> None:
    assert citation.rulebook == book.id
    assert book.article(citation.clause).cite == citation.article
    assert book.rules[citation.rule].clause == citation.clause
    assert citation.rule in book.article(citation.clause).rules


def _changes(decision: Decision) -> list[Change]:
    needed = [need.change for need in decision.needs]
    return [*needed, *(change for remedy in decision.remedies for change in remedy.changes)]


def _leads_somewhere(change: Change) -> None:
    """The fact that is asked for is one that a request can tell, and the words are words of its list."""
    if change.path == "approvals.on":
        parse_element_path(parse_path("approvals").type.models[0], "on")
    else:
        parse_path(change.path)
    if change.lists and change.operator in ("is", "not", "has", "has_all", "lacks", "approved_by", "judge"):
        for word in change.wanted:
            assert any(word in vocabulary(name) for name in change.lists), f"{word} in {change}"
