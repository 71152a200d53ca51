"""Duties, deadlines and periods as a rulebook writes them."""

from __future__ import annotations

import re
from collections.abc import Callable

from secrecy_rules.reading import Mapping, Node, Scalar, in_backticks
from secrecy_rules.rulebook.reader import Reader
from secrecy_rules.rulebook.rules import REGULARLY, Deadline, Duty, Renewal, Times

PARTIES = ("person", "performer", "recipient", "every_staff_member")
NAMED = ("promptly", "immediately")
RELATIVE = ("before", "after", "with", "during", "same_day")
# Whole days, weeks, months or years, or minutes and hours: what the regulations count in.
DURATION = re.compile(r"P(?:\d{1,4}[YMWD]|T\d{1,4}[HM])")


class DutyParser:
    """Parses duties of one rulebook; ``role`` reads a role by its word or the rulebook's own name."""

    def __init__(self, reader: Reader, role: Callable[[Node | None], str | None]) -> None:
        self.reader = reader
        self._role = role

    def then(self, node: Node) -> Duty | None:
        """A duty that comes with an act: ``{oblige: …, who: …, by: …}``."""
        found = self.reader.mapping(node, "a duty", required=("oblige",), optional=("who", "to", "by", "renewal"))
        body = found.get("oblige") if found is not None else None
        return None if found is None or body is None else self.duty(body, found)

    def duty(self, body: Node, around: Mapping) -> Duty | None:
        """The duty named in ``body`` with who, to whom and by when from the mapping around it."""
        one_of = isinstance(body, Mapping)
        inner: Node | None = body
        if isinstance(body, Mapping):
            inner = (self.reader.mapping(body, "a duty", required=("one_of",)) or body).get("one_of")
        words = self.reader.words(inner, "a duty", "duty")
        if not words:
            return None
        return Duty(
            duties=words,
            one_of=one_of,
            who=self._party(around.get("who")),
            to=self._party(around.get("to")),
            by=self.deadline(around.get("by")),
            renewal=self._renewal(around.get("renewal")),
        )

    def _party(self, node: Node | None) -> str | None:
        if isinstance(node, Scalar) and node.value in PARTIES:
            return str(node.value)
        return self._role(node)

    def deadline(self, node: Node | None) -> Deadline | None:
        """A deadline: a named one, or a mapping with its event."""
        if node is None:
            return None
        if isinstance(node, Scalar):
            word = self.reader.choice(node, "deadline", NAMED)
            return Deadline(word) if word is not None else None
        found = self.reader.mapping(node, "a deadline", optional=("within", "from", "set_by", *RELATIVE))
        if found is None:
            return None
        if found.get("within") is not None:
            if set(found.keys()) - {"within", "from"}:
                self.reader.problem(found, "a deadline says one thing", "keep `within` and `from`, or the other")
            if found.get("from") is None:
                self.reader.problem(found, "`within` needs `from`", "name the event that the time runs from")
            duration = self.duration(found.get("within"), "`within`")
            return Deadline("within", duration, self._event(found.get("from")))
        keys = found.keys()
        if len(keys) != 1 or keys[0] == "from":
            self.reader.problem(found, "a deadline says one thing", "write `within` with `from`, or one other key")
            return None
        if keys[0] == "set_by":
            return Deadline("set_by", event=self.reader.word(found.get("set_by"), "formality"))
        return Deadline(keys[0], event=self._event(found.get(keys[0])))

    def _event(self, node: Node | None) -> str | None:
        return self.reader.word(node, "event", "action")

    def duration(self, node: Node | None, what: str) -> str | None:
        """A duration in ISO 8601: ``P14D``, ``P6M``, ``P1Y``."""
        text = self.reader.text(node, what)
        if text is None or node is None:
            return None
        if not DURATION.fullmatch(text):
            self.reader.problem(node, f"{in_backticks(text)} is not a duration", "write P14D, P2W, P6M, P1Y or PT30M")
            return None
        return text

    def period(self, node: Node | None, what: str) -> str | None:
        """A period that comes again and again: a duration, or ``regularly`` where the text gives no figure."""
        if isinstance(node, Scalar) and node.value == REGULARLY:
            return REGULARLY
        return None if isinstance(node, Mapping) else self.duration(node, what)

    def weekdays(self, node: Node | None) -> tuple[str, ...]:
        """The fixed days of the week of ``every: {weekdays: [tuesday, friday]}``."""
        if not isinstance(node, Mapping):
            return ()
        found = self.reader.mapping(node, "`every`", required=("weekdays",))
        return self.reader.words(found.get("weekdays"), "`weekdays`", "weekday") if found is not None else ()

    def times(self, node: Node | None) -> Times | None:
        """A number of times in a period."""
        found = self.reader.mapping(node, "`times_per`", required=("period",), optional=("at_least", "at_most"))
        if found is None:
            return None
        period = self.duration(found.get("period"), "`period`")
        least = self.reader.number(found.get("at_least"), "`at_least`")
        most = self.reader.number(found.get("at_most"), "`at_most`")
        if least is None and most is None:
            self.reader.problem(found, "`times_per` says neither `at_least` nor `at_most`")
        return Times(least, most, period) if period is not None else None

    def _renewal(self, node: Node | None) -> Renewal | None:
        found = self.reader.mapping(node, "`renewal`", required=("total",), optional=("at", "before"))
        if found is None:
            return None
        total = self.reader.mapping(found.get("total"), "`total`", required=("at_most", "from"))
        if total is None:
            return None
        cap = self.duration(total.get("at_most"), "`at_most`")
        start = self._event(total.get("from"))
        before = self.reader.choice(found.get("before"), "`before`", ("due",))
        return Renewal(self._role(found.get("at")), before, cap, start) if cap and start else None
