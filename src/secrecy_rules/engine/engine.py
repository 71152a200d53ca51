"""Answers the six questions under one rulebook, or under several that bind one institution."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from secrecy_rules.engine import combine, inputs
from secrecy_rules.errors import Problem, RulebookError
from secrecy_rules.model.answers import (
    Authority,
    Classification,
    Consequences,
    Decision,
    DutyList,
    Effect,
    Finding,
    Ground,
    Inspection,
)
from secrecy_rules.model.explanation import Explanation
from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.model.situation import Incident, Inquiry, Occurrence, Request, Situation, State
from secrecy_rules.model.whatif import NextQuestion, WhatIf
from secrecy_rules.rulebook import Rulebook, load
from secrecy_rules.semantics import authority as authority_
from secrecy_rules.semantics import consequences as consequences_
from secrecy_rules.semantics import decide as decide_
from secrecy_rules.semantics import duties as duties_
from secrecy_rules.semantics import inspect as inspect_
from secrecy_rules.semantics.classify import derive
from secrecy_rules.semantics.decide import Verdict
from secrecy_rules.semantics.deem import deem, prepare
from secrecy_rules.semantics.facts import Facts
from secrecy_rules.semantics.why import why_book
from secrecy_rules.version import __version__

Silence = Literal["deny", "allow"]
Backend = Literal["reference", "durable"]


class Institution:
    """Several rulebooks that bind one institution. All are asked; any no wins.

    ``rulebooks``: ids, paths or rulebooks; ids are looked up in ``folder`` first. ``silence`` says what an
    act that no rulebook covers comes to; ``presume=False`` turns every presumption off; ``backend`` names the
    reading of the rules that ``decide`` uses (``durable`` needs the extra ``events``).

    Raises ``UnknownRulebookError`` or ``RulebookError`` for a rulebook that cannot be had.

    >>> hospital = Institution(["hospital-2017", "hospital-statistics-2024"])
    >>> [book.id for book in hospital.rulebooks]
    ['hospital-2017', 'hospital-statistics-2024']
    """

    def __init__(
        self,
        rulebooks: Iterable[str | Path | Rulebook],
        *,
        folder: str | Path | None = None,
        silence: Silence = "deny",
        presume: bool = True,
        backend: Backend = "reference",
    ) -> None:
        self.rulebooks = tuple(b if isinstance(b, Rulebook) else load(b, folder=folder) for b in rulebooks)
        if not self.rulebooks:
            raise RulebookError([Problem("an institution needs at least one rulebook")])
        self.silence = silence
        self.presume = presume
        self.backend = backend
        self._verdict = _backend(backend)

    def decide(self, request: Request | Mapping[str, Any]) -> Decision:
        """May this be done? Allow or deny, with ground, articles, duties and what is missing.

        Raises ``RequestError`` for a request that is wrong, ``OffScaleError`` for a level that a rulebook does
        not have, ``NotInForceError`` if no rulebook holds on the day of the request. Nothing else is raised: what
        breaks while deciding is a deny with the ground ``failed``.
        """
        question = inputs.as_model(request, Request)
        as_of, books, findings = self._bound_on(question)
        verdicts = [self._one(question, book, as_of) for book in books]
        broken = [v for v in verdicts if isinstance(v, str)]
        found = combine.binding([v for v in verdicts if not isinstance(v, str)])
        effect = combine.effect_of(found, silence=self.silence) if not broken else Effect.DENY
        resting = combine.deciding(found, effect)
        grounds = combine.grounds_of(found, effect) if found else ()
        if broken:
            grounds = (Ground.FAILED, *(g for g in grounds if effect is Effect.DENY and _denies(g)))
            resting = [v for v in resting if v.effect is Effect.DENY]
        return Decision(
            **self._receipt(books, as_of, found, findings),
            effect=effect,
            ground=grounds[0],
            grounds=grounds,
            action=question.action,
            citations=tuple(c for v in resting for c in v.citations),
            duties=tuple(d for v in resting for d in v.duties),
            needs=tuple(n for v in resting for n in v.needs),
            remedies=decide_.remedies_of(combine.lifted_by(found)) if effect is Effect.DENY and not broken else (),
            considered=tuple(c for v in found for c in v.considered),
            silence=self.silence,
            error="; ".join(broken) or None,
        )

    def explain(self, request: Request | Mapping[str, Any]) -> Explanation:
        """Why the decision on a request comes out as it does: the decision, and the tree behind it.

        Built by the reference evaluator, whatever the backend; nothing of it is done by ``decide``. Raises what
        ``decide`` raises.
        """
        question = inputs.as_model(request, Request)
        decision = self.decide(question)
        as_of, books, _ = self._bound_on(question)
        seen = []
        for book in books:
            facts = self._facts(question, book, as_of)
            seen.append((facts, decide_.decide(facts)))
        covering = combine.binding([verdict for _, verdict in seen])
        return Explanation(
            decision=decision,
            books=tuple(why_book(v, combine.weight_of(v, covering, decision.effect), facts) for facts, v in seen),
        )

    def what_if(self, request: Request | Mapping[str, Any]) -> WhatIf:
        """What would change the decision: for a no the smallest sets of changes with which it is a yes, each
        confirmed by deciding it; for a yes the stated facts it hangs on. Raises what ``decide`` raises.

        >>> found = Engine("hospital-2017").what_if({"action": "copy", "purpose": "official",
        ...     "object": {"kind": "official_document", "level": "SECRET"}})
        >>> [change.change.wanted for change in found.proposals[0].changes]
        [('office_director',)]
        """
        from secrecy_rules.whatif import what_if

        question = inputs.as_model(request, Request)
        return what_if(self, question, question.as_of or date.today())

    def next_question(self, request: Request | Mapping[str, Any]) -> NextQuestion | None:
        """Of the facts that are not told, the one to ask for next: it can still change the answer and leaves the
        fewest others open. None if nothing that can be told matters. Raises what ``decide`` raises."""
        from secrecy_rules.whatif import next_question

        question = inputs.as_model(request, Request)
        return next_question(self, question, question.as_of or date.today())

    def classify(self, item: State | Mapping[str, Any]) -> Classification:
        """What level is this, who may know it, for how long? The strictest of the rulebooks that speak of it."""
        question = inputs.as_model(item, State)
        as_of, books, findings = self._bound_on(question)
        each = []
        for book in books:
            facts = self._facts(question, book, as_of)
            findings.extend(deem(facts)[0])
            each.append((facts, derive(facts, asking=True)))
        found = [derived for _, derived in each]
        deemed = [facts.level for facts, _ in each if facts.level is not None and _raised(facts.level, question)]
        levels = [*(d.level for d in found if d.level is not None), *deemed]
        scopes = [d.in_scope for d in found if d.in_scope is not None]
        stated = getattr(question.object, "level", None)
        level = LevelRange((max(v.lowest for v in levels), max(v.highest for v in levels))) if levels else None
        if stated is not None and level is not None and not _compatible(stated, level):
            findings.append(Finding(code="level_differs", values=(str(stated), str(level))))
        return Classification(
            **self._receipt(books, as_of, [facts for facts, _ in each], findings),
            level=level,
            stated=stated,
            in_scope=any(scopes) if scopes else None,
            secret_of=_each_once(word for d in found for word in d.secret_of),
            retain=_each_once(word for d in found for word in d.retain),
            circle=_each_once(word for d in found for word in d.circle),
            provisional=any(d.provisional for d in found),
            citations=tuple(c for d in found for c in d.citations),
            needs=tuple(n for d in found for n in d.needs),
        )

    def inspect(self, state: State | Mapping[str, Any]) -> Inspection:
        """Is this in order? Every requirement with its verdict; the worst wins."""
        question = inputs.as_model(state, State)
        as_of, books, findings = self._bound_on(question)
        each = [self._prepared(question, book, as_of, findings) for book in books]
        items = tuple(item for facts in each for item in inspect_.inspect(facts)[0])
        verdict = inspect_.worst(item.verdict for item in items)
        return Inspection(**self._receipt(books, as_of, each, findings), verdict=verdict, items=items)

    def duties(self, occurrence: Occurrence | Mapping[str, Any]) -> DutyList:
        """What must be done after an event or act, by when; without an event, what somebody must do anyway."""
        question = inputs.as_model(occurrence, Occurrence)
        as_of, books, findings = self._bound_on(question)
        each = [self._prepared(question, book, as_of, findings) for book in books]
        items = tuple(item for facts in each for item in duties_.duties(facts).items)
        return DutyList(**self._receipt(books, as_of, each, findings), duties=items)

    def consequences(self, incident: Incident | Mapping[str, Any]) -> Consequences:
        """What follows from a breach, or from merit? A set: several are not merged."""
        question = inputs.as_model(incident, Incident)
        as_of, books, findings = self._bound_on(question)
        each = [self._prepared(question, book, as_of, findings) for book in books]
        found = tuple(c for facts in each for c in consequences_.consequences(facts)[0])
        return Consequences(**self._receipt(books, as_of, each, findings), consequences=found)

    def authority(self, inquiry: Inquiry | Mapping[str, Any]) -> Authority:
        """Who decides on a matter, who answers for it? Everybody the texts name, unordered."""
        question = inputs.as_model(inquiry, Inquiry)
        as_of, books, findings = self._bound_on(question)
        each = [self._prepared(question, book, as_of, findings) for book in books]
        found = tuple(c for facts in each for c in authority_.authority(facts)[0])
        return Authority(**self._receipt(books, as_of, each, findings), matter=question.matter, competences=found)

    def _one(self, question: Request, book: Rulebook, as_of: date) -> Verdict | str:
        """The verdict of one rulebook, or the words for what broke: a failure must never become an allow."""
        try:
            return self._verdict(self._facts(question, book, as_of))
        except Exception as error:  # noqa: BLE001
            return f"{book.id}: {type(error).__name__}: {error}"

    def _bound_on(self, question: Situation) -> tuple[date, list[Rulebook], list[Finding]]:
        """The day of the question, the rulebooks that bind on it, and a finding for each that does not."""
        as_of = question.as_of or date.today()
        books, outside = inputs.in_force(self.rulebooks, as_of, alone=len(self.rulebooks) == 1)
        for book in books:
            inputs.check_scale(question, book)
        return as_of, books, [Finding(code="not_in_force", values=(book.id,)) for book in outside]

    def _facts(self, question: Situation, book: Rulebook, as_of: date) -> Facts:
        return Facts(question, book, as_of=as_of, presume=self.presume)

    def _prepared(self, question: Situation, book: Rulebook, as_of: date, findings: list[Finding]) -> Facts:
        facts = self._facts(question, book, as_of)
        findings.extend(prepare(facts)[0])
        return facts

    def _receipt(
        self, books: list[Rulebook], as_of: date, seen: Iterable[Verdict | Facts], findings: list[Finding]
    ) -> dict[str, Any]:
        seen = list(seen)
        found = [f for one in seen if isinstance(one, Verdict) for f in one.findings]
        return {
            "library": __version__,
            "rulebooks": {book.id: book.digest for book in books},
            "as_of": as_of,
            "presume": self.presume,
            "assumed": tuple(sorted({what for one in seen for what in one.assumed})),
            "findings": (*findings, *found),
        }

    def __repr__(self) -> str:
        return f"{type(self).__name__}({[book.id for book in self.rulebooks]})"


class Engine(Institution):
    """One rulebook, asked directly.

    >>> Engine("hospital-2017").decide({"action": "leave_vehicle", "object": "car"}).effect.value
    'deny'
    """

    def __init__(
        self,
        rulebook: str | Path | Rulebook,
        *,
        folder: str | Path | None = None,
        silence: Silence = "deny",
        presume: bool = True,
        backend: Backend = "reference",
    ) -> None:
        super().__init__([rulebook], folder=folder, silence=silence, presume=presume, backend=backend)


def _backend(name: Backend) -> Callable[[Facts], Verdict]:
    """The reading of the rules by that name."""
    if name == "reference":
        return decide_.decide
    if name == "durable":
        from secrecy_rules.durable import decide as durable_decide

        return durable_decide
    raise ValueError(f"unknown backend `{name}`: expected `reference` or `durable`")


def _denies(ground: Ground) -> bool:
    return ground not in (Ground.PERMITTED, Ground.UNREGULATED)


def _raised(level: LevelRange, question: Situation) -> bool:
    """Whether a level is above the one stated: something was deemed to be of it."""
    stated: LevelRange | None = getattr(question.object, "level", None)
    return level.lowest > (stated.lowest if stated is not None else Level.PUBLIC)


def _compatible(stated: LevelRange, derived: LevelRange) -> bool:
    return stated.highest >= derived.lowest and stated.lowest <= derived.highest


def _each_once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
