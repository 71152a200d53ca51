"""One schema for each kind of rule: the keys that all share, and what the kind adds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from secrecy_rules.rulebook.parse_rules import CLASSIFY_KEYS, COMMON, EXTRA, PENALTY_KEYS, STEP_VERBS
from secrecy_rules.rulebook.rules import RULE_KINDS
from secrecy_rules.schema.conditions import Conditions
from secrecy_rules.schema.duties import Duties, periods
from secrecy_rules.schema.parts import (
    COUNT,
    TEXT,
    TRUTH,
    Schema,
    any_of,
    closed,
    exactly_one,
    one_key,
    one_or_list,
)
from secrecy_rules.schema.texts import described
from secrecy_rules.schema.words import levels, words

NOTE = closed({"zh": TEXT, "en": TEXT}, ["zh", "en"])
SUFFERERS = ("offender", "person", "knower", "unit_of_offender", "company_of_offender")
# A case is a part of its lead-in's condition, which has the exception.
TAKES_NOT: dict[str, tuple[str, ...]] = {"case_of": ("unless",)}
ACTS = ("forbid", "permit", "exempt", "entrust")


class Rules:
    """Schemas of rules. A kind or key that is added to the language without a schema is a ``KeyError`` here."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.duties = Duties(conditions)
        self.defs = conditions.defs

    def rule(self) -> Schema:
        """A rule of any kind."""
        return {"oneOf": [self.defs.ref(f"rule.{kind}", partial(self._kind, kind)) for kind in RULE_KINDS]}

    def _kind(self, kind: str) -> Schema:
        shared = self._shared()
        left_out = (*TAKES_NOT.get(kind, ()), *(() if kind in ACTS else ("then",)))
        keys = {key: shared[key]() for key in COMMON if key not in left_out}
        keys[kind] = self._body(kind)
        keys.update({key: self._extra(kind, key) for key in EXTRA.get(kind, ())})
        more = exactly_one("upon", "every", "times_per", "always") if kind == "oblige" else {}
        required = {"require": ("id", kind, "of"), "adjust": ("id", kind, "direction")}.get(kind, ("id", kind))
        return closed({key: described(key, schema) for key, schema in keys.items()}, required, **more)

    def _shared(self) -> dict[str, Callable[[], Schema]]:
        return {
            "id": lambda: TEXT,
            "when": self.conditions.condition,
            "unless": self.conditions.condition,
            "gist": lambda: NOTE,
            "reading": lambda: one_or_list(NOTE),
            "gap": lambda: one_or_list(NOTE),
            "absolute": lambda: TRUTH,
            "strength": lambda: {"const": "in_principle"},
            "then": self.duties.then,
        }

    def _extra(self, kind: str, key: str) -> Schema:
        kinds = one_or_list(words(self.defs, ("kind",)))
        extra: dict[str, Callable[[], Schema]] = {
            "as_state": lambda: closed(
                {"of": kinds, "when": self.conditions.condition(), "require": self.conditions.condition()},
                ["of", "require"],
            ),
            "presumed": lambda: TRUTH,
            "of": lambda: kinds,
            "who": self.duties.party,
            "to": self.duties.party,
            "by": self.duties.deadline,
            "upon": self.duties.events,
            "every": lambda: periods(self.defs),
            "times_per": self.duties.times,
            "always": lambda: TRUTH,
            "otherwise": self.duties.otherwise,
            "renewal": self.duties.renewal,
            "direction": self._direction,
        }
        return extra[key]()

    def _body(self, kind: str) -> Schema:
        bodies: dict[str, Callable[[], Schema]] = {
            "forbid": lambda: one_or_list(words(self.defs, ("action",))),
            "permit": lambda: one_or_list(words(self.defs, ("action",))),
            "exempt": lambda: one_or_list(TEXT),
            "require": self.conditions.condition,
            "oblige": self.duties.duty,
            "classify": self._classify,
            "penalize": self._penalize,
            "reward": self._reward,
            "adjust": lambda: one_or_list(TEXT),
            "entrust": self._entrust,
            "deem": self._deem,
            "case_of": lambda: TEXT,
        }
        return bodies[kind]()

    def _classify(self) -> Schema:
        keys: dict[str, Schema] = {
            "level": self._level_row(),
            "in_scope": TRUTH,
            "secret_of": words(self.defs, ("secret_of",)),
            "retain": words(self.defs, ("period",)),
            "circle": words(self.defs, ("circle",)),
            "provisional": TRUTH,
        }
        return closed({key: keys[key] for key in CLASSIFY_KEYS}, minProperties=1)

    def _level_row(self) -> Schema:
        harms = {
            "type": "object",
            "propertyNames": words(self.defs, ("harm",)),
            "additionalProperties": levels(self.defs),
        }
        return any_of(
            levels(self.defs),
            one_key({"highest_of": self.conditions.path(base="level", many=True)}),
            one_key({"from": self.conditions.path(base="level", many=False)}),
            closed({"by": words(self.defs, ("question",)), "table": harms}, ["by", "table"]),
        )

    def _reward(self) -> Schema:
        keys = {"who": self._sufferer(), "measures": self._measures(), "under": words(self.defs, ("text",))}
        return closed(keys, ["who", "measures"])

    def _penalize(self) -> Schema:
        keys: dict[str, Schema] = {
            "of": {"const": "offender"},
            "under": words(self.defs, ("text",)),
            "grades": one_or_list(words(self.defs, ("gravity",))),
            "graver": self._measures(),
            "crime": words(self.defs, ("sanction",)),
            "by": closed({"judge": words(self.defs, ("question",))}, ["judge"]),
        }
        more = {key: keys[key] for key in PENALTY_KEYS}
        return closed({"who": self._sufferer(), "measures": self._measures(), **more}, ["who"])

    def _sufferer(self) -> Schema:
        return any_of({"enum": list(SUFFERERS)}, self.conditions.role())

    def _measures(self) -> Schema:
        return one_or_list(self.defs.ref("measure", self._measure))

    def _measure(self) -> Schema:
        sanction = words(self.defs, ("sanction",))
        amount = {
            "type": "object",
            "propertyNames": sanction,
            "additionalProperties": closed({"from": COUNT, "to": COUNT, "unit": TEXT}),
            "minProperties": 1,
            "maxProperties": 1,
        }
        return any_of(sanction, one_key({"one_of": one_or_list(sanction)}), amount)

    def _direction(self) -> Schema:
        way: Schema = {"enum": ["lighter", "heavier", "exempted"]}
        return one_key({"may": way, "shall": way})

    def _entrust(self) -> Schema:
        roles = one_or_list(self.conditions.role())
        verbs = {**dict.fromkeys(STEP_VERBS, roles), "when": self.conditions.condition()}
        matter = one_or_list(words(self.defs, ("matter", "action")))
        only_of_acts = {"matter": one_or_list(words(self.defs, ("action",)))}
        keys: dict[str, Schema] = {
            "matter": matter,
            "to": roles,
            "steps": one_or_list(closed(verbs, **exactly_one(*STEP_VERBS))),
            "exclusive": TRUTH,
            "party": {"enum": ["person", "performer"]},
        }
        exclusive = {
            "if": {"properties": {"exclusive": {"const": True}}, "required": ["exclusive"]},
            "then": {"properties": only_of_acts, "required": ["to"]},
        }
        return closed(keys, ["matter"], **exactly_one("to", "steps"), **exclusive)

    def _deem(self) -> Schema:
        governed = words(self.defs, ("kind",))
        return one_key({"as": {"const": "original"}, "governed_as": governed, "level": levels(self.defs)})
