"""What could change an answer, in words: as something to bring about, and as a question to be answered."""

from __future__ import annotations

from secrecy_rules.explain.labels import (
    FactName,
    element_label,
    fact_name,
    role_label,
    value_label,
    whole_label,
    word_label,
)
from secrecy_rules.explain.phrases import Phrases, phrases
from secrecy_rules.model.answers import Change

# The opposite of a comparison, so that no phrase has to be wrapped into "it is not so that".
_OPPOSITE = {
    "is": "not",
    "not": "is",
    "true": "false",
    "false": "true",
    "at_least": "below",
    "below": "at_least",
    "at_most": "above",
    "above": "at_most",
    "has": "lacks",
    "lacks": "has",
    "after": "not_after",
    "before": "not_before",
    "has_all": "not_all",
    "each": "not_each",
    "same_as": "not_same_as",
    "in": "not_in",
    "overlaps": "not_overlaps",
    "approved_by": "not_approved_by",
    "judge": "judge_no",
    "complies_with": "not_complies_with",
}
# A question is the same whichever answer would help.
_ASKED = {"not": "is", "lacks": "has", "false": "true"}


def describe_change(change: Change, lang: str = "zh") -> str:
    """The change as something that has to be so: 须经办公室主任批准, "consent of the office director".

    >>> describe_change(Change(sort="obtain", path="place", wanted=("archive_room",), lists=("place",)), "zh")
    '须在档案室进行'
    """
    operator = _operator(change)
    if change.negated:
        operator = _OPPOSITE.get(operator, operator)
    return _phrase("say", operator, change, lang)


def ask_for(change: Change, lang: str = "zh") -> str:
    """The change as a question about what has not been told.

    >>> ask_for(Change(sort="tell", path="carrier.level", operator="at_least", wanted=("SECRET",)), "zh")
    '密级是否不低于机密'
    """
    operator = _operator(change)
    return _phrase("ask", _ASKED.get(operator, operator), change, lang)


def _operator(change: Change) -> str:
    """The operator; a truth value has phrases of its own, and a count those of its bound."""
    if change.operator in ("is", "not") and change.wanted in (("true",), ("false",)):
        true = (change.wanted == ("true",)) == (change.operator == "is")
        return "true" if true else "false"
    return change.operator


def _phrase(mood: str, operator: str, change: Change, lang: str) -> str:
    say = phrases(lang)
    if operator == "count":
        return _count(mood, change, say)
    name = fact_name(change.path, lang)
    key = _key(mood, operator, change.path, say)
    return say(
        key,
        fact=whole_label(name, lang) if name is not None else change.path,
        label=name.label if name is not None else change.path,
        owner=_owner(name, say),
        values=_values(change, operator, name, lang),
        roles=_roles(change, lang),
        **_details(change, lang),
    )


def _key(mood: str, operator: str, path: str, say: Phrases) -> str:
    """The phrase made for this very fact, else the one for its last part, else the general one."""
    last = path.rpartition(".")[2]
    for name in dict.fromkeys((path.replace(".", "_"), last)):
        key = f"change.{mood}.{name}.{operator}"
        if key in say:
            return key
    key = f"change.{mood}.any.{operator}"
    return key if key in say else f"change.{mood}.any.other"


def _owner(name: FactName | None, say: Phrases) -> str:
    """The words before a truth value: whose fact it is."""
    return say("fact.owner", owner=name.owner) if name is not None and name.owner is not None else ""


def _values(change: Change, operator: str, name: FactName | None, lang: str) -> str:
    type_ = name.type if name is not None else None
    if operator in ("each", "not_each"):
        labels = [_element(value, type_, lang, change) for value in change.wanted]
    else:
        labels = [value_label(value, change.lists, type_, lang) for value in change.wanted]
    return phrases(lang).listed(labels, how="and" if operator in ("has_all", "not_all") else "or")


def _element(value: str, type_: object, lang: str, change: Change) -> str:
    from secrecy_rules.rulebook.paths import FactType

    found = element_label(value, type_, lang) if isinstance(type_, FactType) else None
    return found or value_label(value, change.lists, None, lang)


def _roles(change: Change, lang: str) -> str:
    if change.lists != ("role",):
        return ""
    return phrases(lang).listed([role_label(role, lang) for role in change.wanted], how="or")


def _details(change: Change, lang: str) -> dict[str, str]:
    """Form, unit and time of an approval, who judges; each an empty text where nothing is said of it."""
    say = phrases(lang)
    told = dict(part.partition("=")[::2] for part in change.detail)
    form = say("detail.form", form=word_label(told["form"], ("form",), lang)) if "form" in told else ""
    of = ""
    if "of" in told:
        name = fact_name(told["of"], lang)
        of = say("detail.of", of=whole_label(name, lang) if name is not None else told["of"])
    order = "".join(
        say(f"detail.{when}", formality=word_label(told[when], ("formality",), lang))
        for when in ("before", "after")
        if when in told
    )
    by = role_label(told["by"], lang) if "by" in told else say("party.competent_person")
    return {"form": form, "of": of, "order": order, "by": by}


def _count(mood: str, change: Change, say: Phrases) -> str:
    """``count`` carries its bounds as ``at_least:2``."""
    name = fact_name(change.path, say.lang)
    label = whole_label(name, say.lang) if name is not None else change.path
    bounds = [value.partition(":") for value in change.wanted]
    parts = [
        say(f"count.{operator}", number=bound) if f"count.{operator}" in say else bound for operator, _, bound in bounds
    ]
    negated = change.negated and mood == "say"
    key = f"change.{mood}.any.{'not_count' if negated else 'count'}"
    return say(key, fact=label, values=say.listed(parts, how="and"))
