"""Runs law cases: asks the engine and compares with the answer the regulation gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from secrecy_rules.engine import Engine
from secrecy_rules.errors import SecrecyRulesError
from secrecy_rules.model.answers import (
    Authority,
    Classification,
    Consequences,
    Decision,
    Did,
    DutyList,
    Inspection,
    Receipt,
    Verdict,
)
from secrecy_rules.model.level import LevelRange
from secrecy_rules.rulebook import Rulebook, load
from secrecy_rules.rulebook.registry import cases_file
from secrecy_rules.testing.case_files import LawCase, read_cases
from secrecy_rules.testing.questions import ask, question


@dataclass(frozen=True)
class CaseResult:
    """How one case came out; ``failures`` say what was expected and what came."""

    rulebook: str
    group: str
    title: str
    case: str
    passed: bool
    failures: tuple[str, ...]


def cases_of(rulebook_id: str, *, folder: str | Path | None = None) -> tuple[LawCase, ...]:
    """The cases that stand beside a rulebook; none where there is no such file."""
    file = cases_file(rulebook_id, folder=folder)
    return read_cases(file) if file is not None else ()


def run_cases(rulebook_id: str, folder: str | Path | None = None) -> tuple[CaseResult, ...]:
    """Run every case of a rulebook. Raises for a rulebook or case file that cannot be read."""
    book = load(rulebook_id, folder=folder)
    return tuple(run_case(case, book) for case in cases_of(rulebook_id, folder=folder))


def run_case(case: LawCase, book: Rulebook) -> CaseResult:
    """Run one case; an error of the library is a failure of the case."""
    try:
        answer = ask(Engine(book), case.ask, question(case.ask, case.data))
        failures = tuple(compare(case.expect, answer))
    except SecrecyRulesError as error:
        failures = (str(error),)
    return CaseResult(case.rulebook, case.group, case.title, case.case, not failures, failures)


def compare(expect: Mapping[str, Any], answer: Receipt) -> Iterable[str]:
    """One line for each difference between the expected and the given answer."""
    got = _given(answer)
    for key, wanted in expect.items():
        given = got[key]
        if key in ("duties", "missing") and isinstance(answer, Decision):
            yield from _among(key, _listed(wanted), given)
        elif isinstance(given, set):
            if set(_listed(wanted)) != given:
                yield f"{key}: expected {_show(_listed(wanted))}, got {_show(given)}"
        elif isinstance(given, dict):
            for name, value in wanted.items():
                if name not in given or given[name] != value:
                    yield f"{key} of {name}: expected {value}, got {given.get(name, 'no such duty')}"
        elif (LevelRange.of(wanted) if isinstance(given, LevelRange) and wanted else wanted) != given:
            yield f"{key}: expected {wanted}, got {given}"


def _among(key: str, wanted: list[Any], given: set[str]) -> Iterable[str]:
    """Each of the wanted must be there; an empty list says that there is none."""
    if any(word not in given for word in wanted) or (not wanted and given):
        yield f"{key}: expected {_show(wanted)} among {_show(given)}"


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _show(values: Iterable[Any]) -> str:
    return "[" + ", ".join(sorted(map(str, values))) + "]"


def _given(answer: Receipt) -> dict[str, Any]:
    """What the answer says, under the keys of ``expect``."""
    match answer:
        case Decision():
            return {
                "effect": answer.effect.value,
                "ground": answer.ground.value,
                "articles": {c.article for c in answer.citations},
                "rules": {c.rule for c in answer.citations},
                "duties": {word for item in answer.duties for word in item.duties},
                "missing": {
                    path for need in answer.needs for path in (need.change.path, need.change.path.split(".")[0])
                },
            }
        case Inspection():
            worst = [item for item in answer.items if item.verdict is answer.verdict]
            if answer.verdict is Verdict.NOT_APPLICABLE:
                worst = []
            return {
                "verdict": answer.verdict.value,
                "articles": {i.citation.article for i in worst},
                "rules": {i.citation.rule for i in worst},
            }
        case Classification():
            return {
                "level": answer.level,
                "in_scope": answer.in_scope,
                "secret_of": set(answer.secret_of),
                "retain": set(answer.retain),
                "circle": set(answer.circle),
                "articles": {c.article for c in answer.citations},
                "rules": {c.rule for c in answer.citations},
            }
        case DutyList():
            return {
                "duties": {word for item in answer.duties for word in item.duties},
                "due": {w: _day(item.due) for item in answer.duties for w in item.duties},
                "state": {w: item.state.value for item in answer.duties for w in item.duties},
                "articles": {i.citation.article for i in answer.duties},
                "rules": {i.citation.rule for i in answer.duties},
            }
        case Consequences():
            return {
                "applies": {c.citations[0].rule for c in answer.consequences if c.certain},
                "adjusted": {
                    x.rule for c in answer.consequences if c.certain for x in c.citations if x.did is Did.ADJUSTS
                },
                "possible": {c.citations[0].rule for c in answer.consequences if not c.certain},
                "measures": {w for c in answer.consequences if c.certain for m in c.measures for w in m},
                "articles": {x.article for c in answer.consequences if c.certain for x in c.citations},
            }
        case Authority():
            return {
                "to": set(answer.to),
                "next": {role for c in answer.competences for role in c.next},
                "articles": {c.citation.article for c in answer.competences},
                "rules": {c.citation.rule for c in answer.competences},
            }
    raise TypeError(type(answer).__name__)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
