"""The shipped JSON Schemas are up to date, accept what the library accepts and reject what structure can tell."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from secrecy_rules import Request, RequestError, shipped
from secrecy_rules.errors import InputError, RulebookError
from secrecy_rules.reading import RULEBOOK_LIMITS, read_file, to_plain
from secrecy_rules.rulebook.registry import cases_file, shipped_folder
from secrecy_rules.rulebook.rules import RULE_KINDS
from secrecy_rules.schema import NAMES, question_schema, rulebook_schema, schema, shipped_schema
from secrecy_rules.schema.conditions import paths
from secrecy_rules.schema.files import COMMAND
from tests.semantics.toy import document

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").rglob("*.yaml") if path.name != "answers.yaml")
BROKEN = Path(__file__).parent / "broken"
# What only the loader can tell: where names lead, what belongs together, what lies beyond structure.
BEYOND_STRUCTURE = {
    "absolute-with-exception",
    "adjust-a-ban",
    "case-of-a-case",
    "exempt-absolute",
    "exempt-unknown-rule",
    "exemption-circle",
    "lead-in-without-case",
    "misspelt-level",
    "misspelt-role",
    "norm-without-rule",
    "other-name",
    "rule-without-norm",
    "same-article-id",
    "same-rule-id",
    "satisfies-circle",
    "satisfies-unknown-rule",
    "served-by-unknown-rule",
    "unknown-term",
}


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


def content(path: Path) -> Any:
    return to_plain(read_file(path, limits=RULEBOOK_LIMITS, error=RulebookError))


def mistakes(name: str, data: Any) -> list[str]:
    # Of the alternatives that do not fit, the one that comes closest says what is wrong.
    found = best_match(validator(name).iter_errors(data))
    return [] if found is None else [f"{found.json_path}: {found.message[:200]}"]


# The other inputs are built like the request.
@pytest.mark.parametrize("name", ["rulebook", "request", "cases"])
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_file_of_a_schema_is_up_to_date(name: str) -> None:
    # Not compared in the assertion itself: the difference would fill the screen.
    same = shipped_schema(name) == schema(name)
    assert same, f"the schema `{name}` changed: run `{COMMAND}` and commit what it writes"


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_rulebook_fits_the_schema(name: str) -> None:
    [path] = shipped_folder().rglob(f"{name}.yaml")
    assert mistakes("rulebook", content(path)) == []


@pytest.mark.parametrize("name", shipped())
def test_shipped_law_cases_fit_the_schema(name: str) -> None:
    path = cases_file(name)
    assert path is not None
    assert mistakes("cases", content(path)) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_example_fits_the_schema(path: Path) -> None:
    assert mistakes("request", content(path)) == []


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_broken_rulebook_is_rejected_where_structure_tells(path: Path) -> None:
    try:
        data = content(path)
    except InputError:
        return  # not even read
    rejected = not validator("rulebook").is_valid(data)
    assert rejected is (path.stem not in BEYOND_STRUCTURE)


WHOLE = """
- id: ban
  forbid: [copy, destroy]
  when:
    all:
      - {is: 密件, carrier.level: {at_least: 机密, not: TOP_SECRET}, place: [home, abroad]}
      - {any: [{not: {action: copy}}, {if_told: {purpose: private}}, {satisfies: leave}]}
      - {history: {has: {event: carry_out, open: true}}, present: {has_all: [driver, {roles: {has: typist}}]}}
      - {copies_made: {at_most: {fact: copies_approved}}, carrier.archived_on: {before: today}}
      - {person.id: {in: carrier.designated_readers}, escorts: {count: {at_least: 2}}}
  unless:
    approved_by: {sequence: [{role: 主任, form: written}, {any: [{role: [unit_head, deputy_head]}, {role: party_office}]}]}
    judge: {question: important, by: unit_head}
    complies_with: exit_rules
  then: [{oblige: number_copies, who: performer, by: {with: copy}}]
  strength: in_principle
  reading: [{zh: 一, en: one}]
  as_state: {of: computer, require: {computer.networks: {lacks: internet}}}
- {id: leave, permit: read, gist: {zh: 可阅, en: may read}}
- {id: way, exempt: [ban], when: {circumstances.wartime: true}, presumed: false}
- {id: pc, require: {computer.passwords: {each: {length: {at_least: 10}}}}, of: [computer, server]}
- {id: d1, oblige: {one_of: [report, register]}, who: every_staff_member, upon: [leak_found, copy], by: promptly}
- {id: d2, oblige: report, every: regularly}
- {id: d3, oblige: report, times_per: {at_least: 2, period: P1Y}, otherwise: {when: {place: home}, oblige: register}}
- id: d4
  oblige: return_item
  upon: loan_made
  by: {within: P14D, from: loan_made}
  renewal: {at: 主任, before: due, total: {at_most: P1M, from: loan_made}}
- {id: d5, oblige: keep_secrets, always: true, by: {set_by: loan}}
- {id: c1, classify: {level: {at_least: CONFIDENTIAL}, retain: long, provisional: true}}
- {id: c2, classify: {level: {highest_of: information.contents_levels}, in_scope: false}}
- {id: c3, classify: {level: {from: information.provider_level}}}
- {id: c4, classify: {level: {by: harm_if_leaked, table: {ordinary: CONFIDENTIAL, grave: TOP_SECRET}}}}
- id: p
  penalize:
    who: section_head
    of: offender
    measures: [warning, {one_of: [fine, demerit]}, {deduction: {from: 50, to: 500, unit: CNY}}]
    grades: [lighter, serious]
    graver: dismissal
    crime: judicial_transfer
    by: {judge: gravity}
  when: {breach_of: d1}
- {id: r, reward: {who: person, measures: [commendation]}, when: {fulfilled: d1}}
- {id: a, adjust: p, direction: {shall: heavier}, when: {conduct.concealed: true}}
- {id: e1, entrust: {matter: copy, to: copier_operator, exclusive: true, party: performer}}
- {id: e2, entrust: {matter: change_level, steps: [{propose: drafter}, {approve: unit_head, when: {is: 密件}}]}}
- {id: m1, deem: {as: original}, when: {carrier.is_copy: true}}
- {id: m2, deem: {governed_as: document}, when: {object.kind: laptop}}
- {id: m3, deem: {level: {at_least: SECRET}}}
"""
HEAD = """
in_force: {from: 2020-01-01}
levels: {机密: SECRET}
applies_to: {person.affiliation: own_unit}
terms: {主任: {role: office_director}, 密件: {when: {carrier.level: {at_least: CONFIDENTIAL}}}}
gap: {zh: 缺, en: gap}
"""


def test_a_rulebook_that_uses_every_construct_loads_and_fits_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "whole.yaml"
    path.write_text(
        document(WHOLE, head=HEAD, later="- {id: c, case_of: p, when: {conduct.loss: true}}", name="whole"), "utf-8"
    )
    from secrecy_rules import read_rulebook

    book = read_rulebook(path)
    assert {rule.kind for rule in book.rules.values()} == {kind.__name__.lower() for kind in RULE_KINDS.values()}
    assert mistakes("rulebook", content(path)) == []


def test_every_path_and_word_stands_in_the_schema_with_a_description() -> None:
    found = rulebook_schema()
    condition = found["$defs"]["condition"]["properties"]
    assert set(paths()) <= set(condition)
    for name in ("action", "kind", "role", "place", "duty"):
        words = found["$defs"][f"word.{name}"]
        assert len(words["enum"]) == len(words["enumDescriptions"])
    assert all(found["properties"][key]["description"] for key in found["properties"])


GOOD: list[dict[str, Any]] = [
    {"action": "copy"},
    {
        "action": "复印",
        "对象": {"种类": "公文", "密级": "涉密"},
        "审批": ["院长", {"职务": "院长", "日期": "2024-03-01"}],
    },
    {"action": "copy", "object": "laptop", "person": "driver", "present": ["driver", {"roles": []}], "meeting": "会议"},
    {
        "action": "copy",
        "object": {"kind": "laptop", "passwords": ["login", {"length": 8}], "level": {"at_least": "机密"}},
    },
    {"action": "copy", "place": None, "copies_made": 3, "circumstances": {"wartime": False}, "as_of": "2024-03-01"},
    {"action": "copy", "history": ["carry_out", {"event": "leak_found", "open": True}], "formalities": ["loan"]},
]
BAD: list[dict[str, Any]] = [
    {},
    {"action": "copyy"},
    {"action": "copy", "aproval": []},
    {"action": "copy", "object": {"level": "SECRET"}},
    {"action": "copy", "object": {"kind": "document", "fixed_ip": True}},
    {"action": "copy", "object": {"kind": "document", "level": "SECRT"}},
    {"action": "copy", "meeting": "laptop"},
    {"action": "copy", "person": {"in_scope": "yes"}},
    {"action": "copy", "copies_made": "3"},
    {"action": "copy", "approvals": "unit_head"},
    {"action": "copy", "as_of": "yesterday"},
    {"action": "copy", "conduct": "leak"},
]


@pytest.mark.parametrize("data", GOOD, ids=range(len(GOOD)))
def test_a_request_that_the_library_takes_fits_the_schema(data: dict[str, Any]) -> None:
    Request.from_data(data)
    assert mistakes("request", data) == []


@pytest.mark.parametrize("data", BAD, ids=range(len(BAD)))
def test_a_request_that_the_library_refuses_does_not_fit_the_schema(data: dict[str, Any]) -> None:
    with pytest.raises(RequestError):
        Request.from_data(data)
    assert not validator("request").is_valid(data)


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("state", {"object": {"kind": "laptop", "fixed_ip": True}}, {"object": {"kind": "laptop", "fixd_ip": True}}),
        ("occurrence", {"event": "复印", "on": "2024-03-01", "done": ["register"]}, {"event": "leek_found"}),
        ("incident", {"conduct": ["leak", "merit"]}, {"conduct": {"gravity": "grave"}}),
        ("incident", {"conduct": "泄密"}, {}),
        ("inquiry", {"matter": "定密"}, {"matter": "copyy"}),
        (
            "cases",
            {
                "cases": "x",
                "groups": [{"id": "a", "title": "甲", "cases": [{"case": "一", "expect": {"effect": "allow"}}]}],
            },
            {
                "cases": "x",
                "groups": [{"id": "a", "title": "甲", "cases": [{"case": "一", "expect": {"level": "SECRET"}}]}],
            },
        ),
    ],
)
def test_the_other_inputs_too(name: str, good: Any, bad: Any) -> None:
    assert mistakes(name, good) == []
    assert not validator(name).is_valid(bad)


def test_a_question_finds_the_schema_of_its_input() -> None:
    for question, name in (
        ("decide", "request"),
        ("inspect", "state"),
        ("classify", "state"),
        ("authority", "inquiry"),
    ):
        assert question_schema(question) == question_schema(name)
    for wrong in ("", "rulebooks"):
        with pytest.raises(KeyError):
            shipped_schema(wrong)
