"""What level is this: true rows raise the lower bound, unknown rows the upper one; doubt never lowers."""

from __future__ import annotations

from dataclasses import dataclass, field

from secrecy_rules.model.answers import Change, Citation, Did, Need
from secrecy_rules.model.level import LevelRange
from secrecy_rules.rulebook.rules import Classify, LevelRow, Rule
from secrecy_rules.semantics.citing import cite, need
from secrecy_rules.semantics.exemptions import exemptions_from
from secrecy_rules.semantics.facts import Absent, Facts
from secrecy_rules.semantics.remedies import unknowns
from secrecy_rules.semantics.scope import applies, condition_of, excepted
from secrecy_rules.semantics.truth import Truth, all_of
from secrecy_rules.vocabulary import vocabulary


@dataclass
class Derived:
    """What the rows make of a thing."""

    level: LevelRange | None = None
    # The row that sets the lower bound.
    raised_by: Citation | None = None
    in_scope: bool | None = None
    secret_of: list[str] = field(default_factory=list)
    retain: list[str] = field(default_factory=list)
    circle: list[str] = field(default_factory=list)
    provisional: bool = False
    citations: list[Citation] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    outcomes: dict[str, Truth] = field(default_factory=dict)


def row_truth(rule: Rule, facts: Facts) -> Truth:
    """Whether a rule of a question other than ``decide`` applies: condition, exception, exemptions."""
    truth = all_of([applies(rule, facts), excepted(rule, facts).opposite])
    if truth is Truth.FALSE:
        # Its exemptions are not looked at: what they presume would be listed although nothing hangs on it.
        return truth
    exempt = exemptions_from(rule, facts)
    if exempt.hold:
        return Truth.FALSE
    return Truth.UNKNOWN if truth is Truth.TRUE and exempt.open else truth


def derive(facts: Facts, *, asking: bool = False) -> Derived:
    """Go through every ``classify`` rule.

    ``asking``: also note which facts the rows are waiting for. Other questions derive the level on the way and
    have no use for that; it costs more than all the rest.
    """
    derived = Derived()
    sure: list[LevelRange] = []
    doubt: list[LevelRange] = []
    for rule in facts.book.rules.values():
        if not isinstance(rule, Classify):
            continue
        assumed = set(facts.assumed)
        truth = row_truth(rule, facts)
        if truth is not Truth.FALSE and _spared(rule.level, facts):
            truth = Truth.FALSE
        derived.outcomes[rule.id] = truth
        if truth is not Truth.TRUE:
            # What a row presumes is worth listing only where the row counts.
            facts.assumed = set(assumed)
        if truth is Truth.FALSE:
            continue
        level = _level(rule.level, facts)
        if truth is Truth.UNKNOWN:
            if asking:
                changes = unknowns(condition_of(rule, facts.book), facts)
                derived.needs.extend(need(change, rule, facts.book) for change in changes)
            facts.assumed = assumed
            if level is not None:
                doubt.append(level)
            continue
        citation = cite(rule, facts.book, Did.CLASSIFIES)
        _take(rule, derived, citation)
        question = rule.level.by if rule.level is not None else None
        if asking and question is not None and judged_harm(question, facts) is None:
            derived.needs.append(need(_asked(question), rule, facts.book))
        if level is not None:
            if not sure or level.lowest > max(other.lowest for other in sure):
                derived.raised_by = citation
            sure.append(level)
    derived.level = _combined(sure, doubt)
    return derived


def _combined(sure: list[LevelRange], doubt: list[LevelRange]) -> LevelRange | None:
    """Sure rows raise the lower bound, doubtful ones the upper. A row that leaves the level open says nothing
    against a definite one, but that it is at least its own lower bound; doubtful rows alone bound nothing, for
    the level may be higher than any of them."""
    if not sure:
        return None
    low = max(level.lowest for level in sure)
    definite = [level.highest for level in sure if level.exact]
    high = max(definite) if definite else max(level.highest for level in sure)
    raised = [level.highest if level.exact or not definite else level.lowest for level in doubt]
    return LevelRange((low, max([low, high, *raised])))


def _take(rule: Classify, derived: Derived, citation: Citation) -> None:
    derived.citations.append(citation)
    if rule.in_scope is not None:
        # Within scope by one row and without by another: the stricter counts.
        derived.in_scope = rule.in_scope or bool(derived.in_scope)
    for word, words in (
        (rule.secret_of, derived.secret_of),
        (rule.retain, derived.retain),
        (rule.circle, derived.circle),
    ):
        if word is not None and word not in words:
            words.append(word)
    derived.provisional = derived.provisional or rule.provisional


def _level(row: LevelRow | None, facts: Facts) -> LevelRange | None:
    if row is None:
        return None
    if row.fixed is not None:
        return row.fixed
    if row.by is not None:
        harm = judged_harm(row.by, facts)
        levels = [level for word, level in row.table if harm is None or _reaches(harm, word)]
        return LevelRange((min(levels) if harm is None else max(levels), max(levels))) if levels else None
    path = row.highest_of or row.from_path
    value = facts.read(path) if path is not None else Absent.UNKNOWN
    if isinstance(value, Absent):
        return None
    if isinstance(value, LevelRange):
        return value
    return LevelRange((max(v.lowest for v in value), max(v.highest for v in value))) if value else None


def judged_harm(question: str, facts: Facts) -> str | None:
    """The harm that was judged; of two answers that differ the greater one, for doubt never lowers."""
    told = [j.harm for j in facts.situation.judgements or () if j.question == question and j.harm is not None]
    return max(told, key=_degree, default=None)


def _spared(row: LevelRow | None, facts: Facts) -> bool:
    """Whether the harm was judged to be less than the least that the table speaks of."""
    if row is None or row.by is None:
        return False
    harm = judged_harm(row.by, facts)
    return harm is not None and not any(_reaches(harm, word) for word, _ in row.table)


def _reaches(harm: str, row: str) -> bool:
    return _degree(harm) >= _degree(row)


def _degree(harm: str) -> int:
    return vocabulary("harm").order(harm)


def _asked(question: str) -> Change:
    return Change(sort="judge", path="judgements", operator="judge", wanted=(question,), lists=("question",))
