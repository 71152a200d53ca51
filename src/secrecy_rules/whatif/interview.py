"""An interview: asks what still matters, one fact at a time, and ends in a decision."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

from secrecy_rules.engine.inputs import check_scale
from secrecy_rules.model.answers import Decision
from secrecy_rules.model.level import Level
from secrecy_rules.model.situation import Request
from secrecy_rules.model.whatif import NextQuestion
from secrecy_rules.rulebook.paths import SETTINGS, FactType, parse_path
from secrecy_rules.whatif.apply import place_of
from secrecy_rules.whatif.questions import best, topic

if TYPE_CHECKING:
    from secrecy_rules.engine import Institution


class Interview:
    """Holds what was told so far. ``tell`` answers the present ``question``, ``dont_know`` passes it by.

    Raises what ``decide`` raises for a first request that is wrong; ``RequestError`` or ``OffScaleError`` for an
    answer that is, which is then not taken down.

    >>> from secrecy_rules import Engine
    >>> talk = Interview(Engine("hospital-2017"), {"action": "copy", "object": "official_document"})
    >>> talk.question.change.path
    'approvals'
    """

    def __init__(self, institution: Institution, request: Request | Mapping[str, Any]) -> None:
        self._institution = institution
        given = request if isinstance(request, Request) else Request.from_data(request)
        self._data = given.to_data()
        self._skipped: frozenset[str] = frozenset()
        self._ask()

    @property
    def request(self) -> Request:
        """What was told so far."""
        return Request.from_data(self._data)

    @property
    def decision(self) -> Decision:
        """The decision on what was told so far."""
        return self._institution.decide(self.request)

    @property
    def question(self) -> NextQuestion | None:
        """What to ask now; None once nothing that can be told matters any more."""
        return self._found[0] if self._found is not None else None

    @property
    def path(self) -> str:
        """Where the fact asked for stands in a request, dotted: ``object.level``, ``approvals``."""
        return ".".join(self._place())

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that every rulebook asked knows, lowest first."""
        return tuple(level for level in Level if all(level in book.scale for book in self._institution.rulebooks))

    @property
    def fact(self) -> FactType:
        """The type of the fact asked for."""
        return parse_path(self._change_path()).type

    def tell(self, value: Any) -> None:
        """The fact asked for, as in a request file: a word, a level, true or false, a list of words."""
        if self._found is None:
            raise ValueError("nothing is asked")
        told = deepcopy(self._data)
        *above, last = self._place()
        at = told
        for key in above:
            at = at.setdefault(key, {"kind": key} if key in SETTINGS else {})
        fill = {"judgements": self._judgement, "complied_with": self._text}.get(last)
        at[last] = fill(value) if fill is not None else value
        request = Request.from_data(told)
        for book in self._institution.rulebooks:
            # Before it is taken down: a wrong answer leaves the interview as it was.
            check_scale(request, book)
        self._data = request.to_data()
        if self._place() == (*above, last):
            # A coarse answer leaves the question open; it is not put twice all the same.
            self._skipped |= {topic(self._found[1])}
        self._ask()

    def dont_know(self) -> None:
        """Pass the question by; it is not asked again."""
        if self._found is not None:
            self._skipped |= {topic(self._found[1])}
            self._ask()

    def _ask(self) -> None:
        as_of = self.request.as_of or date.today()
        self._found = best(self._institution, self.request, as_of, skipped=self._skipped)

    def _change_path(self) -> str:
        return self._found[1].change.path if self._found is not None else ""

    def _place(self) -> tuple[str, ...]:
        """The keys of the fact; of a second object that is not told yet, its kind comes first."""
        place = place_of(self._data, parse_path(self._change_path()))
        if place[0] in ("target", "original") and place[0] not in self._data:
            return place[0], "kind"
        return place

    def _judgement(self, value: Any) -> list[Any]:
        change = self._found[1].change if self._found is not None else None
        if change is None or not isinstance(value, bool):
            return value if isinstance(value, list) else [value]
        by = [part.partition("=")[2] for part in change.detail if part.startswith("by=")]
        answer = {"question": change.wanted[0], "answer": value, **({"by": by[0]} if by else {})}
        return [*(self._data.get("judgements") or ()), answer]

    def _text(self, value: Any) -> list[Any]:
        """Whether a text outside was followed; that it was not is the same as not known."""
        told = list(self._data.get("complied_with") or ())
        if value is True and self._found is not None:
            return [*told, self._found[1].change.wanted[0]]
        self._skipped |= {topic(self._found[1])} if self._found is not None else set()
        return told
