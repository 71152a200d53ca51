"""Carries out what a remedy proposes: the request as it is after somebody has obtained everything it lists."""

from __future__ import annotations

from typing import Any

from secrecy_rules import Decision, Request, Rulebook
from secrecy_rules.model.answers import Change, Remedy
from secrecy_rules.vocabulary import Match, vocabulary
from tests.properties.directions import has_sequence, only_help, says_everything

# Heads that a person can bring about by himself, and how the elements of the lists are written.
LISTS = {"approvals": "role", "formalities": "kind", "measures": None, "evidence": None}
SINGLE = ("place", "channel")


def grantable(remedy: Remedy) -> bool:
    """Whether a remedy is made of nothing but approvals, formalities, measures, evidence, a place or a channel.

    Two different places at once cannot be had, and are not counted.
    """
    heads = [change.path for change in remedy.changes]
    within = all(c.sort == "obtain" and c.path in (*LISTS, *SINGLE) for c in remedy.changes)
    return within and all(heads.count(head) <= 1 for head in SINGLE)


def granted(request: Request, remedy: Remedy) -> Request | None:
    """The request with every change made; None where a change cannot be made out of what it says."""
    data = request.to_data()
    if "person" in data:
        # Known by name, so that an approval by the holder of the same post is plainly somebody else's.
        data["person"].setdefault("id", "申请人")
    made = all(_make(data, change) for change in remedy.changes)
    return Request.from_data(data) if made else None


def remedied(decision: Decision, request: Request, book: Rulebook) -> list[Request]:
    """The request with each remedy carried out that can be, and that cannot bring about a new ban."""
    undated = any(approval.on is None for approval in request.approvals or ())
    if undated and has_sequence(book):
        return []
    found = []
    for remedy in decision.remedies:
        heads = {change.path for change in remedy.changes}
        if grantable(remedy) and only_help(heads, book) and all(says_everything(head, book) for head in heads):
            asked = granted(request, remedy)
            if asked is not None:
                found.append(asked)
    return found


def _make(data: dict[str, Any], change: Change) -> bool:
    if change.operator == "approved_by":
        return _approve(data, change)
    if change.path in SINGLE:
        return _go(data, change)
    key = LISTS[change.path]
    told = data.setdefault(change.path, [])
    adds = change.operator in ("has", "has_all") and not change.negated
    if adds:
        told.extend({key: word} if key else word for word in _wanted(change))
        return True
    if (change.operator == "lacks") is not change.negated:
        data[change.path] = [e for e in told if not _is(e[key] if key else e, change)]
        return True
    return False


def _wanted(change: Change) -> tuple[str, ...]:
    return change.wanted if change.operator == "has_all" else change.wanted[:1]


def _approve(data: dict[str, Any], change: Change) -> bool:
    """An approval by somebody else, today, in the form and of the unit that are wanted."""
    if change.negated:
        return False
    details = dict(detail.split("=", 1) for detail in change.detail)
    approval = {"role": change.wanted[0], "holder": "批准人", "on": data["as_of"]}
    if "form" in details:
        approval["form"] = details["form"]
    if "of" in details:
        unit = _told(data, details["of"])
        if unit is None:
            return False
        approval["unit"] = unit
    if {"before", "after"} & details.keys():
        return False
    data.setdefault("approvals", []).append(approval)
    return True


def _go(data: dict[str, Any], change: Change) -> bool:
    """To the place wanted, or away from the one that is not."""
    if change.operator not in ("is", "not"):
        return False
    there = (change.operator == "is") is not change.negated
    words = vocabulary(change.lists[0])
    elsewhere = [w for w in words.entries if all(words.match(w, one) is Match.APART for one in change.wanted)]
    data[change.path] = change.wanted[0] if there else elsewhere[0]
    return True


def _is(word: str, change: Change) -> bool:
    words = vocabulary(change.lists[0])
    return any(words.match(word, one) is not Match.APART for one in change.wanted)


def _told(data: Any, path: str) -> Any:
    for part in path.split("."):
        data = data.get(part) if isinstance(data, dict) else None
    return data
