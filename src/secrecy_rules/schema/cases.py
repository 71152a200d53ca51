"""The schema of files of law cases."""

from __future__ import annotations

import re
from functools import partial

from secrecy_rules.model.answers import DutyState, Effect, Ground, Verdict
from secrecy_rules.model.facts import chinese_fields
from secrecy_rules.schema.parts import DATE, TEXT, TRUTH, Definitions, Schema, any_of, closed, one_or_list
from secrecy_rules.schema.questions import ASKED_WITH, INPUTS
from secrecy_rules.schema.words import levels, words
from secrecy_rules.testing.case_files import EXPECT

NULL: Schema = {"type": "null"}
LIST: Schema = any_of(TEXT, {"type": "array", "items": TEXT}, NULL)
DESCRIPTION = (
    "判例：情形与制度给出的答案。 Law cases: situations with the answer that the regulation gives (docs/law-cases.md)."
)


def cases_schema() -> Schema:
    """The schema of a file of law cases.

    >>> cases_schema()["required"]
    ['cases', 'groups']
    """
    defs = Definitions()
    groups = any_of(*(defs.ref(f"group.{ask}", partial(_group, ask, defs)) for ask in EXPECT))
    root = closed({"cases": TEXT, "groups": one_or_list(groups)}, ["cases", "groups"])
    return defs.whole(root, "secrecy_rules law cases", DESCRIPTION)


def _group(ask: str, defs: Definitions) -> Schema:
    """A group of cases of one question; a group that does not say which is of ``decide``."""
    facts = defs.ref(f"facts.{ASKED_WITH[ask]}", lambda: _facts(ask))
    expect = closed({key: _expected(key, ask, defs) for key in EXPECT[ask]}, minProperties=1)
    without = one_or_list({"type": "string", "pattern": _pattern(ask)})
    case = closed({"case": TEXT, "with": facts, "without": without, "expect": expect}, ["case", "expect"])
    keys = {"id": TEXT, "title": TEXT, "ask": {"const": ask}, "given": facts, "cases": one_or_list(case)}
    return closed(keys, ["id", "title", "cases", *([] if ask == "decide" else ["ask"])])


def _facts(ask: str) -> Schema:
    """Facts of the input, a dotted key setting one inside. The values are checked when the case is run."""
    return {"type": "object", "propertyNames": {"pattern": _pattern(ask)}}


def _pattern(ask: str) -> str:
    model = INPUTS[ASKED_WITH[ask]]
    names = [*model.model_fields, *chinese_fields(model)]
    return f"^(?:{'|'.join(map(re.escape, names))})(?:\\..+)?$"


def _expected(key: str, ask: str, defs: Definitions) -> Schema:
    duty = words(defs, ("duty",))
    if key in ("effect", "ground", "verdict"):
        choices = {"effect": Effect, "ground": Ground, "verdict": Verdict}[key]
        return {"enum": [choice.value for choice in choices]}
    if key == "level":
        return any_of(levels(defs), NULL)
    if key == "in_scope":
        return any_of(TRUTH, NULL)
    if key == "due":
        return {"type": "object", "propertyNames": duty, "additionalProperties": any_of(DATE, NULL)}
    if key == "state":
        states = {"enum": [state.value for state in DutyState]}
        return {"type": "object", "propertyNames": duty, "additionalProperties": states}
    return LIST
