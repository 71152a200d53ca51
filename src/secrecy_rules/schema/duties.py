"""Duties, deadlines and periods."""

from __future__ import annotations

from secrecy_rules.rulebook.parse_duties import DURATION, NAMED, PARTIES, RELATIVE
from secrecy_rules.rulebook.rules import REGULARLY
from secrecy_rules.schema.conditions import Conditions
from secrecy_rules.schema.parts import COUNT, Definitions, Schema, any_of, closed, one_key, one_or_list
from secrecy_rules.schema.texts import described
from secrecy_rules.schema.words import words

DURATIONS: Schema = {"type": "string", "pattern": f"^(?:{DURATION.pattern})$"}


def periods(defs: Definitions) -> Schema:
    """How often: a period, `regularly`, or fixed days of the week."""
    days = closed({"weekdays": one_or_list(words(defs, ("weekday",)))}, ["weekdays"])
    return any_of(DURATIONS, {"const": REGULARLY}, days)


class Duties:
    """Schemas of duties."""

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.defs = conditions.defs

    def duty(self) -> Schema:
        """The duties, all of them or one."""
        named = one_or_list(words(self.defs, ("duty",)))
        return self.defs.ref("duty", lambda: any_of(named, closed({"one_of": named}, ["one_of"])))

    def party(self) -> Schema:
        """Who bears a duty, or to whom it is owed."""
        return self.defs.ref("party", lambda: any_of({"enum": list(PARTIES)}, self.conditions.role()))

    def events(self) -> Schema:
        """What brings a duty about."""
        return one_or_list(self._event())

    def deadline(self) -> Schema:
        """By when."""
        return self.defs.ref("deadline", self._deadline)

    def then(self) -> Schema:
        """Duties that come with an act."""
        keys = {"oblige": self.duty(), "who": self.party(), "to": self.party(), "by": self.deadline()}
        one = closed(
            {**{key: described(key, found) for key, found in keys.items()}, "renewal": self.renewal()}, ["oblige"]
        )
        return one_or_list(one)

    def otherwise(self) -> Schema:
        """The duty for when the first cannot be met."""
        keys = {
            "when": self.conditions.condition(),
            "oblige": self.duty(),
            "who": self.party(),
            "to": self.party(),
            "by": self.deadline(),
        }
        return closed(keys, ["when", "oblige"])

    def times(self) -> Schema:
        """A number of times in a period."""
        bounds = {"anyOf": [{"required": ["at_least"]}, {"required": ["at_most"]}]}
        return closed({"at_least": COUNT, "at_most": COUNT, "period": DURATIONS}, ["period"], **bounds)

    def renewal(self) -> Schema:
        """A chain of renewals with its cap."""
        total = closed({"at_most": DURATIONS, "from": self._event()}, ["at_most", "from"])
        return closed({"at": self.conditions.role(), "before": {"const": "due"}, "total": total}, ["total"])

    def _event(self) -> Schema:
        return words(self.defs, ("event", "action"))

    def _deadline(self) -> Schema:
        within = closed({"within": DURATIONS, "from": self._event()}, ["within", "from"])
        slip = {"set_by": words(self.defs, ("formality",))}
        relative = one_key({**dict.fromkeys(RELATIVE, self._event()), **slip})
        return any_of({"enum": list(NAMED)}, within, relative)
