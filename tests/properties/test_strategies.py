"""The generators themselves: what they give is well formed, and reaches what it is meant to reach."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from secrecy_rules import Engine, Request, shipped
from secrecy_rules.rulebook import Rulebook, rulebook_from_text
from secrecy_rules.rulebook.rules import Classify, Deem, Entrust, Exempt, Forbid, Permit
from secrecy_rules.testing.strategies import learned, requests_for, rulebook_texts, rulebooks
from tests.properties.books import held_by_all, loaded
from tests.properties.examples import share, times
from tests.properties.seen import Seen


def test_generated_rulebooks_load_and_hold_every_kind_of_rule() -> None:
    seen: Counter[type] = Counter()

    @times(2)
    @given(rulebooks())
    def holds(book: Rulebook) -> None:
        seen.update(type(rule) for rule in book.rules.values())
        seen["unless"] += any(rule.unless is not None for rule in book.rules.values())
        seen["absolute"] += any(rule.absolute for rule in book.rules.values())
        seen["exempt from exempt"] += any(isinstance(book.rules[t], Exempt) for t in book.exemptions)

    holds()
    for kind in (Forbid, Permit, Exempt, Entrust, "unless", "absolute", "exempt from exempt"):
        assert seen[kind], seen
    assert seen[Deem] + seen[Classify], seen


@given(rulebook_texts(), st.data())
def test_what_is_learned_keeps_everything_that_was_told(text: str, data: st.DataObject) -> None:
    book = rulebook_from_text(text)
    request = data.draw(requests_for(book))
    lesson = data.draw(learned(book, request))
    assert lesson.situation != request
    # An interval of levels is told by its bounds, which a level in it replaces.
    before = {path for path in _paths(request.to_data()) if not f"{path}.".startswith(f"{lesson.path}.")}
    assert before <= _paths(lesson.situation.to_data())


def test_requests_for_the_regulations_reach_many_of_their_rules() -> None:
    reached: set[tuple[str, str]] = set()

    def law(book: Rulebook, seen: Seen) -> None:
        engine = Engine(book)

        @share(2)
        @given(requests_for(book))
        def holds(request: Request) -> None:
            decision = seen.decision(engine.decide(request))
            reached.update((book.id, c.rule) for c in (*decision.citations, *decision.considered))

        holds()

    held_by_all(law).check(grounds=3)
    books = [loaded(name) for name in shipped()]
    on_acts = {(b.id, rule.id) for b in books for rule in b.rules.values() if isinstance(rule, Forbid | Permit)}
    assert len(reached & on_acts) > len(on_acts) / 4, sorted(on_acts - reached)


def test_the_library_imports_without_hypothesis() -> None:
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "import secrecy_rules, secrecy_rules.testing\n"
        "from secrecy_rules.errors import MissingExtraError\n"
        "try: import secrecy_rules.testing.strategies\n"
        "except MissingExtraError as error: print(error.extra)"
    )
    path = ":".join(filter(None, sys.path))
    found = subprocess.run(
        [sys.executable, "-c", program], env={"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert found.stdout == "test\n"


def _paths(data: Any, above: str = "") -> set[str]:
    """Where something is told."""
    if isinstance(data, dict):
        inner = [_paths(value, f"{above}.{key}" if above else key) for key, value in data.items()]
    elif isinstance(data, list):
        inner = [_paths(value, f"{above}.{n}") for n, value in enumerate(data)]
    else:
        return {above}
    return {above}.union(*inner) - {""}
