"""From the positioned tree to rules: the keys that all rules share, and what each kind adds."""

from __future__ import annotations

from typing import Any

from secrecy_rules.reading import Mapping, Node, Scalar, in_backticks
from secrecy_rules.rulebook.conditions import Condition
from secrecy_rules.rulebook.parse_conditions import ConditionParser
from secrecy_rules.rulebook.parse_duties import DutyParser
from secrecy_rules.rulebook.reader import Reader
from secrecy_rules.rulebook.rules import (
    RULE_KINDS,
    AsState,
    LevelRow,
    Measure,
    Otherwise,
    Rule,
    Step,
)

COMMON = ("id", "when", "unless", "gist", "reading", "gap", "absolute", "strength", "then")
EXTRA: dict[str, tuple[str, ...]] = {
    "forbid": ("as_state",),
    "exempt": ("presumed",),
    "require": ("of",),
    "oblige": ("who", "to", "by", "upon", "every", "times_per", "always", "otherwise", "renewal"),
    "adjust": ("direction",),
}
STEP_VERBS = ("propose", "review", "approve", "sign", "file", "carry_out", "supervise")
CLASSIFY_KEYS = ("level", "in_scope", "secret_of", "retain", "circle", "provisional")
PENALTY_KEYS = ("of", "under", "grades", "graver", "crime", "by")


class RuleParser:
    """Parses the rules of one rulebook."""

    def __init__(self, reader: Reader, conditions: ConditionParser) -> None:
        self.reader = reader
        self.conditions = conditions
        self.duties = DutyParser(reader, conditions.approvals.role)

    def rule(self, node: Node, clause: str, scope: Condition) -> Rule | None:
        """The rule of a mapping, or None after noting what is wrong."""
        if not isinstance(node, Mapping):
            self.reader.problem(node, "a rule must be a mapping")
            return None
        kinds = [str(key.value) for key, _ in node.entries if key.value in RULE_KINDS]
        if len(kinds) != 1:
            if not kinds:
                self.reader.mapping(node, "a rule", optional=(*COMMON, *RULE_KINDS))
            message = "a rule has no kind" if not kinds else f"a rule is both `{kinds[0]}` and `{kinds[1]}`"
            self.reader.problem(node, message, "write exactly one of: " + ", ".join(RULE_KINDS))
            return None
        kind = kinds[0]
        article = "an" if kind[0] in "aeiou" else "a"
        self.reader.mapping(node, f"{article} `{kind}` rule", ("id",), (*COMMON, kind, *EXTRA.get(kind, ())))
        rule_id = self.reader.text(node.get("id"), "the rule's `id`")
        body = node.get(kind)
        own = getattr(self, f"_{kind}")(body, node) if body is not None else None
        if rule_id is None or own is None:
            return None
        strength = self.reader.choice(node.get("strength"), "strength", ("in_principle",))
        return RULE_KINDS[kind](
            id=rule_id,
            clause=clause,
            line=node.line,
            scope=scope,
            when=self.conditions.condition(node.get("when"), "`when`"),
            unless=self._unless(node.get("unless")),
            gist=self.reader.note(node.get("gist"), "`gist`"),
            readings=self.reader.notes(node.get("reading"), "`reading`"),
            gaps=self.reader.notes(node.get("gap"), "`gap`"),
            absolute=self.reader.truth(node.get("absolute"), "`absolute`"),
            in_principle=strength is not None,
            then=self._then(node.get("then"), kind),
            **own,
        )

    def _unless(self, node: Node | None) -> Condition | None:
        return None if node is None else self.conditions.condition(node, "`unless`")

    def _then(self, node: Node | None, kind: str) -> tuple[Any, ...]:
        if node is not None and kind not in ("forbid", "permit", "exempt", "entrust"):
            self.reader.problem(node, f"`then` does not stand on a `{kind}` rule")
        found = (self.duties.then(item) for item in self.reader.items(node, "`then`"))
        return tuple(duty for duty in found if duty is not None)

    def _forbid(self, body: Node, rule: Mapping) -> dict[str, Any]:
        actions = self.reader.words(body, "`forbid`", "action")
        return {"actions": actions, "as_state": self._as_state(rule.get("as_state"))}

    def _permit(self, body: Node, rule: Mapping) -> dict[str, Any]:
        return {"actions": self.reader.words(body, "`permit`", "action")}

    def _as_state(self, node: Node | None) -> AsState | None:
        found = self.reader.mapping(node, "`as_state`", required=("of", "require"), optional=("when",))
        if found is None:
            return None
        of, require = found.get("of"), found.get("require")
        return AsState(
            of=self.reader.words(of, "`of`", "kind"),
            when=self.conditions.condition(found.get("when"), "`when`"),
            require=self.conditions.conditions(require, "`require`") if require is not None else (),
        )

    def _exempt(self, body: Node, rule: Mapping) -> dict[str, Any]:
        presumed = rule.get("presumed")
        return {
            "rules": self._ids(body, "`exempt`"),
            "presumed": self.reader.truth(presumed, "`presumed`") if presumed is not None else True,
        }

    def _ids(self, node: Node, what: str) -> tuple[str, ...]:
        found = (self.reader.text(item, what) for item in self.reader.items(node, what))
        return tuple(text for text in found if text is not None)

    def _require(self, body: Node, rule: Mapping) -> dict[str, Any]:
        if rule.get("of") is None:
            self.reader.problem(rule, "a `require` rule lacks the key `of`", "name the kind that is inspected")
        return {
            "items": self.conditions.conditions(body, "`require`"),
            "of": self.reader.words(rule.get("of"), "`of`", "kind"),
        }

    def _oblige(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        triggers = [key for key in ("upon", "every", "times_per", "always") if rule.get(key) is not None]
        if len(triggers) != 1:
            self.reader.problem(
                rule,
                "an `oblige` rule says when in exactly one way",
                "write one of `upon`, `every`, `times_per`, `always`",
            )
        duty = self.duties.duty(body, rule)
        return (
            None
            if duty is None
            else {
                "duty": duty,
                "upon": self.reader.words(rule.get("upon"), "`upon`", "event", "action"),
                "every": self.duties.period(rule.get("every"), "`every`"),
                "weekdays": self.duties.weekdays(rule.get("every")),
                "times": self.duties.times(rule.get("times_per")),
                "always": self.reader.truth(rule.get("always"), "`always`"),
                "otherwise": self._otherwise(rule.get("otherwise")),
            }
        )

    def _otherwise(self, node: Node | None) -> Otherwise | None:
        found = self.reader.mapping(node, "`otherwise`", required=("when", "oblige"), optional=("who", "to", "by"))
        body = found.get("oblige") if found is not None else None
        if found is None or body is None:
            return None
        duty = self.duties.duty(body, found)
        return None if duty is None else Otherwise(self.conditions.condition(found.get("when"), "`when`"), duty)

    def _classify(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        found = self.reader.mapping(body, "`classify`", optional=CLASSIFY_KEYS)
        if found is None:
            return None
        if not found.entries:
            self.reader.problem(found, "`classify` says nothing")
        in_scope = found.get("in_scope")
        return {
            "level": self._level_row(found.get("level")),
            "in_scope": self.reader.truth(in_scope, "`in_scope`") if in_scope is not None else None,
            "secret_of": self.reader.word(found.get("secret_of"), "secret_of"),
            "retain": self.reader.word(found.get("retain"), "period"),
            "circle": self.reader.word(found.get("circle"), "circle"),
            "provisional": self.reader.truth(found.get("provisional"), "`provisional`"),
        }

    def _level_row(self, node: Node | None) -> LevelRow | None:
        if node is None:
            return None
        if isinstance(node, Mapping) and node.keys()[:1] in (("highest_of",), ("from",)):
            key = node.keys()[0]
            self.reader.mapping(node, "`level`", required=(key,))
            inner = node.get(key)
            path = self.conditions.path(inner) if inner is not None else None
            if path is not None and (path.type.base != "level" or path.type.many != (key == "highest_of")):
                self.reader.problem(
                    node, f"`{key}` wants a fact that is {'levels' if key == 'highest_of' else 'a level'}"
                )
            return LevelRow(highest_of=path) if key == "highest_of" else LevelRow(from_path=path)
        if isinstance(node, Mapping) and node.get("table") is not None:
            found = self.reader.mapping(node, "`level`", required=("by", "table"))
            return self._table(found) if found is not None else None
        return LevelRow(fixed=self.conditions.level(node))

    def _table(self, node: Mapping) -> LevelRow:
        table = node.get("table")
        rows = []
        for key, value in table.entries if isinstance(table, Mapping) else ():
            level = self.conditions.level(value)
            word = self.reader.word(key, "harm")
            if level is not None and word is not None:
                rows.append((word, level.lowest))
        return LevelRow(by=self.reader.word(node.get("by"), "question"), table=tuple(rows))

    def _penalize(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        found = self.reader.mapping(body, "`penalize`", required=("who",), optional=("measures", *PENALTY_KEYS))
        if found is None:
            return None
        by = found.get("by")
        judged = self.reader.mapping(by, "`by`", required=("judge",))
        return {
            "who": self._sufferer(found.get("who")),
            "measures": self._measures(found.get("measures")),
            "of": self.reader.choice(found.get("of"), "relation", ("offender",)),
            "under": self.reader.word(found.get("under"), "text"),
            "grades": self.reader.words(found.get("grades"), "`grades`", "gravity"),
            "graver": self._measures(found.get("graver")),
            "crime": self.reader.word(found.get("crime"), "sanction"),
            "judged_by": self.reader.word(judged.get("judge"), "question") if judged is not None else None,
        }

    def _reward(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        found = self.reader.mapping(body, "`reward`", required=("who", "measures"), optional=("under",))
        if found is None:
            return None
        return {
            "who": self._sufferer(found.get("who")),
            "measures": self._measures(found.get("measures")),
            "under": self.reader.word(found.get("under"), "text"),
        }

    def _sufferer(self, node: Node | None) -> str:
        if isinstance(node, Scalar) and node.value in (
            "offender",
            "person",
            "knower",
            "unit_of_offender",
            "company_of_offender",
        ):
            return str(node.value)
        return self.conditions.approvals.role(node) or ""

    def _measures(self, node: Node | None) -> tuple[Measure, ...]:
        return tuple(self._measure(item) for item in self.reader.items(node, "`measures`"))

    def _measure(self, node: Node) -> Measure:
        if not isinstance(node, Mapping):
            return Measure(word=self.reader.word(node, "sanction"))
        if node.keys() == ("one_of",):
            return Measure(one_of=self.reader.words(node.get("one_of"), "`one_of`", "sanction"))
        if len(node.entries) != 1:
            self.reader.problem(node, "a measure is a word, `one_of`, or one word with its range")
            return Measure()
        key, value = node.entries[0]
        word = self.reader.word(key, "sanction")
        amount = self.reader.mapping(value, in_backticks(str(key.value)), optional=("from", "to", "unit"))
        if amount is None:
            return Measure(word=word)
        return Measure(
            word=word,
            amount_from=self.reader.number(amount.get("from"), "`from`"),
            amount_to=self.reader.number(amount.get("to"), "`to`"),
            unit=self.reader.text(amount.get("unit"), "`unit`"),
        )

    def _adjust(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        direction = rule.get("direction")
        if not (isinstance(direction, Mapping) and len(direction.entries) == 1):
            self.reader.problem(direction or rule, "`direction` must be `{may: lighter}` or the like")
            return None
        key, value = direction.entries[0]
        force = self.reader.choice(key, "force", ("may", "shall"))
        way = self.reader.choice(value, "direction", ("lighter", "heavier", "exempted"))
        if force is None or way is None:
            return None
        return {"rules": self._ids(body, "`adjust`"), "force": force, "direction": way}

    def _entrust(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        found = self.reader.mapping(
            body, "`entrust`", required=("matter",), optional=("to", "steps", "exclusive", "party")
        )
        if found is None:
            return None
        if (found.get("to") is None) == (found.get("steps") is None):
            self.reader.problem(found, "`entrust` names either `to` or `steps`")
        exclusive = self.reader.truth(found.get("exclusive"), "`exclusive`")
        if exclusive and found.get("to") is None:
            self.reader.problem(found, "`exclusive` needs `to`", "name who alone may do it")
        lists = ("action",) if exclusive else ("matter", "action")
        return {
            "matters": self.reader.words(found.get("matter"), "`matter`", *lists),
            "to": self.conditions.approvals.role_list(found.get("to"), "`to`"),
            "steps": tuple(self._step(item) for item in self.reader.items(found.get("steps"), "`steps`")),
            "exclusive": exclusive,
            "party": self.reader.choice(found.get("party"), "party", ("person", "performer")) or "performer",
        }

    def _step(self, node: Node) -> Step:
        found = self.reader.mapping(node, "a step", optional=("when", *STEP_VERBS))
        verbs = [str(key.value) for key, _ in found.entries if key.value in STEP_VERBS] if found else []
        if found is None or len(verbs) != 1:
            self.reader.problem(node, "a step has exactly one verb", "one of: " + ", ".join(STEP_VERBS))
            return Step("", ())
        roles = self.conditions.approvals.role_list(found.get(verbs[0]), f"`{verbs[0]}`")
        return Step(verbs[0], roles, self.conditions.condition(found.get("when"), "`when`"))

    def _deem(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        found = self.reader.mapping(body, "`deem`", optional=("as", "governed_as", "level"))
        if found is None:
            return None
        if len(found.entries) != 1:
            self.reader.problem(found, "`deem` says exactly one of `as`, `governed_as`, `level`")
        level = found.get("level")
        return {
            "as_original": self.reader.choice(found.get("as"), "`as`", ("original",)) is not None,
            "governed_as": self.reader.word(found.get("governed_as"), "kind"),
            "level": self.conditions.level(level) if level is not None else None,
        }

    def _case_of(self, body: Node, rule: Mapping) -> dict[str, Any] | None:
        text = self.reader.text(body, "`case_of`")
        return None if text is None else {"rule": text}
