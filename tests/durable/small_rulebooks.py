"""Small rulebooks and requests that touch them, made to nest conditions deeply and to leave much untold."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

from secrecy_rules.model.situation import Request
from secrecy_rules.rulebook import Rulebook, rulebook_from_text

Data = dict[str, Any]

# Mostly on one act and its kinds, so that rules meet.
ACTIONS = ("copy", "copy", "photocopy", "photograph", "read")
# Of several families; `device` is coarser than `laptop`, which alone is a computer.
KINDS = ("document", "official_document", "laptop", "device", "meeting", "spoken_information")
ROLES = ("office_director", "unit_head", "unit_leader", "competent_leader")
QUESTIONS = ("work_need", "special_circumstances")
LEVELS = ("PUBLIC", "INTERNAL", "CONFIDENTIAL", "SECRET", "TOP_SECRET")
PLACES = ("home", "public_place", "outside")
OTHERS: tuple[Data, ...] = (
    {"computer.classified_use": True},
    {"carrier.is_copy": True},
    {"carrier.important": False},
    {"meeting.level": {"at_least": "SECRET"}},
    {"meeting.venue_secure": True},
    {"vehicle.leader_aboard": True},
    {"circumstances.wartime": True},
    {"circumstances.emergency": False},
    {"person.affiliation": "own_unit"},
    {"formalities": {"has": "registered"}},
    {"formalities": {"lacks": "registered"}},
    {"action": "photograph"},
    {"complies_with": "medical_record_rules"},
    {"is": "密件"},
)


def comparisons(rules: list[str]) -> st.SearchStrategy[Data]:
    """Comparisons with facts of several families; no request has an object of all of them."""
    bounds = st.sampled_from(["at_least", "at_most", "above", "below"])
    found = [
        st.builds(lambda how, level: {"carrier.level": {how: level}}, bounds, st.sampled_from(LEVELS)),
        st.sampled_from(KINDS).map(lambda kind: {"object.kind": kind}),
        st.sampled_from(PLACES).map(lambda place: {"place": place}),
        st.sampled_from(PLACES).map(lambda place: {"place": {"not": place}}),
        st.sampled_from(ROLES).map(lambda role: {"approved_by": {"role": role}}),
        st.sampled_from(QUESTIONS).map(lambda question: {"judge": {"question": question}}),
        st.sampled_from(OTHERS),
    ]
    if rules:
        found.append(st.sampled_from(rules).map(lambda rule: {"satisfies": rule}))
    return st.one_of(found)


def conditions(rules: list[str]) -> st.SearchStrategy[Data]:
    """Nested ``all``, ``any`` and ``not`` over comparisons."""
    return st.recursive(
        comparisons(rules),
        lambda inner: st.one_of(
            st.lists(inner, min_size=1, max_size=4).map(lambda parts: {"all": parts}),
            st.lists(inner, min_size=1, max_size=4).map(lambda parts: {"any": parts}),
            inner.map(lambda part: {"not": part}),
        ),
        max_leaves=6,
    )


@st.composite
def rules(draw: st.DrawFn) -> list[Data]:
    """Rules of every kind that a decision can hang on; a rule names only rules before it."""
    made: list[Data] = []
    for i in range(draw(st.integers(2, 7))):
        kind = draw(st.sampled_from(KINDS_OF_RULE if made else ("forbid", "permit")))
        # An exemption that hangs on the rule it exempts from would go in a circle.
        before = [rule["id"] for rule in made] if kind != "exempt" else []
        rule: Data = {"id": f"rule-{i}", **_heads(draw, kind, made)}
        if draw(st.booleans()) or kind in ("case_of", "deem", "classify"):
            rule["when"] = draw(conditions(before))
        if draw(st.booleans()) and kind in ("forbid", "exempt", "oblige", "classify"):
            rule["unless"] = draw(conditions(before))
        if draw(st.booleans()) and kind in ("forbid", "permit", "exempt"):
            rule["then"] = [{"oblige": "report", "who": "person"}]
        made.append(rule)
    return made


OTHER_KINDS = ("permit", "entrust", "oblige", "deem", "classify", "case_of")
KINDS_OF_RULE = (*OTHER_KINDS, "forbid", "forbid", "forbid", "exempt", "exempt", "deem")


def _heads(draw: st.DrawFn, kind: str, made: list[Data]) -> Data:
    """The keys that only this kind of rule has."""
    act = draw(st.sampled_from(ACTIONS))
    if kind in ("forbid", "permit"):
        return {kind: act}
    if kind == "exempt":
        targets = [rule["id"] for rule in made if "case_of" not in rule]
        return {
            "exempt": [draw(st.sampled_from(targets))],
            **draw(st.sampled_from([{}, {"presumed": False}])),
        }
    if kind == "entrust":
        return {"entrust": {"matter": act, "to": "copier_operator", "exclusive": True}}
    if kind == "oblige":
        return {"oblige": "report", "who": "person", "upon": act}
    if kind == "deem":
        level = {"level": {"at_least": draw(st.sampled_from(LEVELS))}}
        return {"deem": draw(st.sampled_from([level, {"governed_as": "official_document"}]))}
    if kind == "classify":
        return {"classify": {"level": draw(st.sampled_from(LEVELS))}}
    leads = [rule["id"] for rule in made if "forbid" in rule or "permit" in rule]
    return {"case_of": draw(st.sampled_from(leads))} if leads else {"forbid": act}


def rulebook(*rules: Data, **head: Any) -> Rulebook:
    """A rulebook of one article with these rules."""
    text: Data = {
        "rulebook": "small",
        "title": {"zh": "小制度", "en": "Small"},
        "sector": "hospital",
        "document": {"number": None, "issuer": "某", "issued": "2020-01-01"},
        "scale": list(LEVELS),
        "terms": {"密件": {"when": {"carrier.level": {"at_least": "CONFIDENTIAL"}}}},
        "articles": [
            {
                "id": "1",
                "cite": "第一条",
                "gist": {"zh": "规则。", "en": "Rules."},
                "source": {"length": 3, "sha256": "a" * 64},
                "rules": list(rules),
            }
        ],
        **head,
    }
    return rulebook_from_text(json.dumps(text, ensure_ascii=False))


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """A rulebook of a few rules on a few acts."""
    scope = {"applies_to": {"person.affiliation": "own_unit"}}
    return rulebook(*draw(rules()), **(scope if draw(st.booleans()) else {}))


def _told(**facts: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """Some of the facts."""
    return st.fixed_dictionaries({}, optional=facts)


def requests() -> st.SearchStrategy[Request]:
    """Requests about the facts that the rulebooks ask for, each fact told or not."""
    levels = st.sampled_from([*LEVELS, "classified"])
    content = {"level": levels}
    carrier = {**content, "is_copy": st.booleans(), "important": st.booleans()}
    facts: dict[str, dict[str, st.SearchStrategy[Any]]] = {
        "document": carrier,
        "official_document": carrier,
        "device": {**carrier, "classified_use": st.booleans()},
        "laptop": {**carrier, "classified_use": st.booleans()},
        "meeting": {"level": levels, "venue_secure": st.booleans()},
        "spoken_information": content,
    }
    things = st.sampled_from(KINDS).flatmap(lambda kind: _told(**facts[kind]).map(lambda told: {"kind": kind, **told}))
    role = st.sampled_from([*ROLES, "copier_operator"])
    judgement = st.builds(
        lambda question, answer: {"question": question, "answer": answer},
        st.sampled_from(QUESTIONS),
        st.booleans(),
    )
    told = _told(
        object=things,
        person=_told(affiliation=st.sampled_from(["own_unit", "outside"])),
        performer=st.lists(role, max_size=2).map(lambda roles: {"roles": roles}),
        place=st.sampled_from(PLACES),
        approvals=st.lists(st.sampled_from(ROLES), max_size=2),
        formalities=st.sampled_from([[], ["registered"]]),
        judgements=st.lists(judgement, max_size=2),
        circumstances=_told(wartime=st.booleans(), emergency=st.booleans()),
        complied_with=st.just(["medical_record_rules"]),
        meeting=st.just({"kind": "meeting", "level": "SECRET"}),
    )
    return st.builds(
        lambda action, data: Request.from_data({"action": action, "as_of": "2024-05-01", **data}),
        st.sampled_from(ACTIONS),
        told,
    )
