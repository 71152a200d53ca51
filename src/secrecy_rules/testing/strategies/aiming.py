"""Says the facts that make a condition true, false or unknown, as far as they are still open."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from secrecy_rules.model.level import LevelRange
from secrecy_rules.rulebook import Rulebook
from secrecy_rules.rulebook.conditions import (
    ActionIs,
    All,
    AnyOf,
    ApprovedBy,
    Approver,
    Approvers,
    Compare,
    CompliesWith,
    Condition,
    Count,
    Dated,
    DutyOutcome,
    Each,
    FactRef,
    Has,
    IfTold,
    IsTerm,
    Judge,
    Not,
    Ordered,
    Pattern,
    Related,
    Satisfies,
    Test,
)
from secrecy_rules.rulebook.paths import FactType, Path
from secrecy_rules.semantics.truth import Truth
from secrecy_rules.testing.strategies.dice import Dice
from secrecy_rules.testing.strategies.leaves import satisfied
from secrecy_rules.testing.strategies.neighbours import beside, broader, narrower
from secrecy_rules.testing.strategies.sketch import Sketch
from secrecy_rules.testing.strategies.values import TEXTS, World, candidates, plain


class Aim:
    """Works towards a truth value of a condition by saying facts in a sketch.

    It is a bias, not a promise: what was said first stands, and now and then a fact is drawn at random.
    """

    def __init__(self, dice: Dice, sketch: Sketch, book: Rulebook, world: World) -> None:
        self.dice = dice
        self.sketch = sketch
        self.book = book
        self.world = world

    def at(self, wanted: Truth, condition: Condition | None, *, negated: bool = False) -> None:
        """Make the condition (or its negation) come out as wanted."""
        match condition:
            case None:
                return
            case All(parts) | AnyOf(parts):
                self._parts(wanted, parts, isinstance(condition, All) is not negated, negated)
            case Not(part):
                self.at(wanted, part, negated=not negated)
            case IfTold(inner) | IsTerm(_, inner):
                self.at(wanted, inner, negated=negated)
            case Satisfies(rule):
                self.at(wanted, satisfied(rule, self.book), negated=negated)
            case _:
                self._leaf(wanted.opposite if negated else wanted, condition)

    def _parts(self, wanted: Truth, parts: tuple[Condition, ...], every: bool, negated: bool) -> None:
        """Of "and" every part has to come out, of "or" one; else one part carries what is wanted."""
        if not parts:
            return
        settles = Truth.FALSE if every else Truth.TRUE
        if wanted is settles.opposite:
            for part in parts:
                self.at(wanted, part, negated=negated)
            return
        chosen = self.dice.number(len(parts))
        for n, part in enumerate(parts):
            if n == chosen:
                self.at(wanted, part, negated=negated)
            elif wanted is Truth.UNKNOWN or self.dice.number(2):
                self.at(settles.opposite, part, negated=negated)

    def _leaf(self, wanted: Truth, leaf: Condition) -> None:
        if wanted is Truth.UNKNOWN and self.dice.number(2) == 0:
            return
        if self.dice.rarely(16):
            wanted = self.dice.one_of(tuple(Truth))
        match leaf:
            case Compare(path, tests):
                self._compare(wanted, path, tests)
            case ApprovedBy(approvers):
                self._approved(wanted, approvers)
            case Judge(question, by):
                self._judged(wanted, question, by)
            case CompliesWith(text):
                self.sketch.grow(("complied_with",), [text] if wanted is Truth.TRUE else [])
            case DutyOutcome(rule, fulfilled):
                key = ("conduct", "fulfilled" if fulfilled else "breached")
                self.sketch.grow(key, [rule] if wanted is Truth.TRUE else [])
            case ActionIs():
                # The act is what the request is about; it is chosen first.
                return

    # -- one fact

    def _compare(self, wanted: Truth, path: Path, tests: tuple[Test, ...]) -> None:
        if path.fields == ("kind",) and wanted is Truth.UNKNOWN and self.dice.rarely(4):
            self.sketch.without_object = True
        if path.type.many:
            self._list(wanted, path, tests)
            return
        related = [t for t in tests if isinstance(t, Related)]
        bound = [t for t in tests if isinstance(t, Ordered | Dated) and isinstance(t.bound, FactRef)]
        if related:
            self._related(wanted, path, related[0])
        elif bound:
            self._bounded(wanted, path, bound[0])
        else:
            self._pick(wanted, path, tests)

    def _pick(self, wanted: Truth, path: Path, tests: tuple[Test, ...]) -> None:
        options = self.world.options(path.type, tests)[wanted]
        if options:
            self.sketch.put(path, self.dice.one_of(options))

    def _bounded(self, wanted: Truth, path: Path, test: Ordered | Dated) -> None:
        """Compared with another fact: say that one first."""
        assert isinstance(test.bound, FactRef)
        other = self._said(test.bound.path)
        if other is None:
            return
        if isinstance(test, Dated):
            self._pick(wanted, path, (replace(test, bound=other),))
        else:
            value = LevelRange.of(other) if path.type.base == "level" else other
            self._pick(wanted, path, (replace(test, bound=value),))

    def _related(self, wanted: Truth, path: Path, test: Related) -> None:
        other = self._said(test.path)
        if other is None:
            return
        if test.relation == "in":
            inside = other if isinstance(other, list) else [other]
            self.sketch.put(path, inside[0] if wanted is Truth.TRUE and inside else "丁")
        elif wanted is Truth.TRUE:
            self.sketch.put(path, other)
        else:
            values = [plain(v) for v in candidates(path.type, (), self.world)]
            self.sketch.put(path, self.dice.one_of([v for v in values if v != other] or values))

    def _said(self, path: Path) -> Any:
        """What is said of another fact, saying something first if nothing is."""
        told = self.sketch.told(path)
        if told is None:
            single = replace(path.type, many=False)
            value = (
                self.dice.one_of(TEXTS)
                if single.base == "text"
                else plain(self.dice.one_of(candidates(single, (), self.world)))
            )
            if path.type.many:
                self.sketch.add(path, [value])
            else:
                self.sketch.put(path, value)
        return self.sketch.told(path)

    # -- lists

    def _list(self, wanted: Truth, path: Path, tests: tuple[Test, ...]) -> None:
        for test in tests:
            match test:
                case Has():
                    self._has(wanted.opposite if test.lacks else wanted, path, test)
                case Count(inner):
                    self._count(wanted, path, inner)
                case Each(pattern):
                    self._each(wanted, path, pattern)
                case Related():
                    other = self._said(test.path)
                    same = other[:1] if isinstance(other, list) else []
                    self.sketch.add(path, same if wanted is Truth.TRUE else [])

    def _has(self, wanted: Truth, path: Path, test: Has) -> None:
        patterns = list(test.patterns)
        if wanted is Truth.TRUE and not test.all:
            patterns = [self.dice.one_of(patterns)]
        elif wanted is not Truth.TRUE and test.all and len(patterns) > 1:
            # All but one are there: the near miss.
            missing = self.dice.number(len(patterns))
            for n, pattern in enumerate(patterns):
                if n != missing:
                    self._element(Truth.TRUE, path, pattern)
            patterns = [patterns[missing]]
        for pattern in patterns:
            self._element(wanted, path, pattern)

    def _element(self, wanted: Truth, path: Path, pattern: Pattern) -> None:
        options = self.world.elements(pattern, path.type)[wanted]
        told = wanted is Truth.TRUE or (options and self.dice.number(3) == 2)
        chosen = [self.dice.one_of(options)] if told and options else []
        if chosen or wanted is not Truth.UNKNOWN:
            self.sketch.add(path, chosen)

    def _each(self, wanted: Truth, path: Path, pattern: Pattern) -> None:
        options = self.world.elements(pattern, path.type)
        good, other = options[Truth.TRUE][:2], options[wanted]
        chosen = good[: self.dice.number(2) + 1]
        if wanted is not Truth.TRUE and other:
            chosen = [*chosen[:1], self.dice.one_of(other)]
        self.sketch.add(path, chosen)

    def _count(self, wanted: Truth, path: Path, tests: tuple[Ordered, ...]) -> None:
        options = self.world.options(FactType("number"), tests)[wanted]
        if options:
            self.sketch.add(path, _different(path.type, self.dice.one_of(options), self.world))

    # -- what people did

    def _approved(self, wanted: Truth, approvers: Approver | Approvers, on: str | None = None) -> None:
        if isinstance(approvers, Approver):
            self._approval(wanted, approvers, on)
            return
        parts = list(approvers.parts)
        if approvers.how == "any" and wanted is Truth.TRUE:
            parts = [self.dice.one_of(parts)]
        missing = self.dice.number(len(parts)) if wanted is not Truth.TRUE else -1
        for n, part in enumerate(parts):
            every = approvers.how != "any"
            aim = wanted if n == missing or not every else Truth.TRUE
            day = on
            if approvers.how == "sequence" and self.dice.mostly(4):
                day = self.world.as_of.replace(day=1 + n).isoformat()
            self._approved(aim, part, day)

    def _approval(self, wanted: Truth, approver: Approver, on: str | None) -> None:
        role = self.dice.one_of(approver.roles)
        if wanted is Truth.FALSE:
            near = beside("role", role)
            told = [{"role": self.dice.one_of(near)}] if near and self.dice.number(3) == 2 else []
            self.sketch.grow(("approvals",), told)
            return
        if wanted is Truth.UNKNOWN:
            near = broader("role", role)
            if near:
                self.sketch.grow(("approvals",), [{"role": self.dice.one_of(near)}])
            return
        self.sketch.grow(("approvals",), [self._good_approval(approver, role, on)])

    def _good_approval(self, approver: Approver, role: str, on: str | None) -> dict[str, Any]:
        options = (role, *narrower("role", role)[:3])
        found: dict[str, Any] = {"role": self.dice.one_of(options)}
        if approver.form is not None:
            found["form"] = self.dice.one_of((approver.form, *narrower("form", approver.form)))
        if approver.of is not None:
            found["unit"] = self._said(approver.of)
        if on is not None:
            found["on"] = on
        if self.dice.rarely(6):
            found["holder"] = self.dice.one_of(TEXTS)
        return found

    def _judged(self, wanted: Truth, question: str, by: str | None) -> None:
        if wanted is Truth.UNKNOWN:
            return
        found: dict[str, Any] = {"question": question, "answer": wanted is Truth.TRUE}
        if by is not None:
            found["by"] = by
        told = self.sketch.facts.get(("judgements",), [])
        if all(judgement["question"] != question for judgement in told):
            self.sketch.grow(("judgements",), [found])


def _different(fact: FactType, count: int, world: World) -> list[Any]:
    """So many elements that are not the same."""
    if fact.base == "record":
        model = fact.models[0]
        if "id" in model.model_fields:
            return [{"id": text} for text in (*TEXTS, "丁", "戊", "己")[:count]]
        found = world.elements(Pattern(word="registered"), fact) if model.__name__ == "Formality" else {}
        return [value for values in found.values() for value in values][:count]
    return [plain(v) for v in candidates(replace(fact, many=False), (), world)[:count]]
