"""From the positioned tree to conditions, checking every path, word and operator on the way."""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import replace
from datetime import date

from secrecy_rules.model.level import Level, LevelRange
from secrecy_rules.reading import Mapping, Node, Scalar, Sequence, did_you_mean, in_backticks
from secrecy_rules.rulebook.conditions import (
    ALWAYS,
    ActionIs,
    All,
    AnyOf,
    Compare,
    CompliesWith,
    Condition,
    Count,
    Dated,
    DutyOutcome,
    Each,
    FactRef,
    Has,
    IfTold,
    IsTerm,
    Judge,
    Not,
    NotValue,
    OneOf,
    Ordered,
    Pattern,
    Plain,
    Related,
    Satisfies,
    Test,
)
from secrecy_rules.rulebook.parse_approvals import ApprovalParser
from secrecy_rules.rulebook.paths import (
    KEY_FIELDS,
    FactType,
    Path,
    PathError,
    field_type,
    heads,
    parse_element_path,
    parse_path,
)
from secrecy_rules.rulebook.reader import Reader
from secrecy_rules.rulebook.size import DEEPEST, MOST_PARTS, Sizes
from secrecy_rules.vocabulary import vocabulary

KEYWORDS = (
    "all",
    "any",
    "not",
    "if_told",
    "is",
    "action",
    "approved_by",
    "judge",
    "satisfies",
    "complies_with",
    "breach_of",
    "fulfilled",
)
ORDERED = ("at_least", "at_most", "above", "below")
MAX_PARTS = 200
TOO_LARGE = f"written out it may have {MOST_PARTS:,} parts, {DEEPEST} levels deep"


class ConditionParser:
    """Parses conditions of one rulebook: it knows the rulebook's terms and names of levels."""

    def __init__(self, reader: Reader, level_names: Dict[str, Level] | None = None) -> None:
        self.reader = reader
        self.level_names = dict(level_names or {})
        self.terms: dict[str, Condition] = {}
        self._sizes = Sizes()
        self.approvals = ApprovalParser(reader, self.path)

    def condition(self, node: Node | None, what: str = "a condition") -> Condition:
        """The condition of a mapping, all of whose keys have to hold; absent means always."""
        if node is None:
            return ALWAYS
        if not isinstance(node, Mapping):
            self.reader.problem(node, f"{what} must be a mapping", "write `path: value`, `all:`, `any:` or `not:`")
            return ALWAYS
        if not node.entries:
            self.reader.problem(node, f"{what} is empty", "leave the key out where it always holds")
        parts = [self._entry(key, value) for key, value in node.entries]
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def conditions(self, node: Node, what: str) -> tuple[Condition, ...]:
        """One condition per key of a mapping (for ``require``: each gets a verdict of its own)."""
        if not isinstance(node, Mapping) or not node.entries:
            self.reader.problem(node, f"{what} must be a mapping with at least one key")
            return ()
        return tuple(self._entry(key, value) for key, value in node.entries)

    def _entry(self, key: Scalar, value: Node) -> Condition:
        name = str(key.value)
        if name in ("all", "any"):
            return self._several(name, value)
        if name == "not":
            return Not(self.condition(value, "`not`"))
        if name == "if_told":
            return IfTold(self.condition(value, "`if_told`"))
        if name == "is":
            return self._terms(value)
        if name == "action":
            return ActionIs(self.reader.words(value, "`action`", "action"))
        if name == "approved_by":
            return self.approvals.approved_by(value)
        if name == "judge":
            return self._judge(value)
        if name == "satisfies":
            return Satisfies(self.reader.text(value, "`satisfies`") or "")
        if name in ("breach_of", "fulfilled"):
            return DutyOutcome(self.reader.text(value, f"`{name}`") or "", name == "fulfilled")
        if name == "complies_with":
            return CompliesWith(self.reader.word(value, "text") or "")
        path = self.path(key)
        return ALWAYS if path is None else Compare(path, self.tests(value, path.type, name))

    def _several(self, name: str, value: Node) -> Condition:
        if not isinstance(value, Sequence) or not value.items:
            self.reader.problem(value, f"`{name}` must be a list of conditions")
            return ALWAYS
        if len(value.items) > MAX_PARTS:
            self.reader.problem(value, f"`{name}` has more than {MAX_PARTS} parts")
            return ALWAYS
        parts = tuple(self.condition(item, f"an item of `{name}`") for item in value.items)
        return All(parts) if name == "all" else AnyOf(parts)

    def _terms(self, value: Node) -> Condition:
        found: list[Condition] = []
        for item in self.reader.items(value, "`is`"):
            name = self.reader.text(item, "`is`")
            if name is None:
                continue
            if name not in self.terms:
                self.reader.problem(
                    item, f"unknown term {in_backticks(name)}", self.reader.nearest(name, self.terms) or _ABOVE
                )
                continue
            found.append(IsTerm(name, self.terms[name]))
        return found[0] if len(found) == 1 else AnyOf(tuple(found))

    def define(self, name: str, node: Node | None) -> None:
        """Give a condition a name. It may use the names given before, so there are no circles."""
        condition = self.condition(node, "`when`")
        if self._sizes.of(condition).too_large and node is not None:
            self.reader.problem(node, f"the term {in_backticks(name)} is too large", TOO_LARGE)
            condition = ALWAYS
        self.terms[name] = condition

    def _judge(self, value: Node) -> Condition:
        if isinstance(value, Scalar):
            return Judge(self.reader.word(value, "question") or "")
        found = self.reader.mapping(value, "`judge`", required=("question",), optional=("by",))
        if found is None:
            return ALWAYS
        question = self.reader.word(found.get("question"), "question") or ""
        return Judge(question, self.approvals.role(found.get("by")))

    def path(self, node: Node) -> Path | None:
        """The path that a text names; a wrong one is a problem with the nearest good one."""
        text = self.reader.text(node, "a path")
        if text is None:
            return None
        try:
            return parse_path(text)
        except PathError as error:
            wrong_head = error.candidates == heads()
            known = (*KEYWORDS, *error.candidates) if wrong_head else error.candidates
            near = did_you_mean(error.bad, known)
            if not known:
                near = "what stands before it is a list: compare it with {has: …}, {each: …} or {count: …}"
            self.reader.problem(node, f"unknown fact {in_backticks(error.bad)} in {in_backticks(text)}", near)
            return None

    def tests(self, node: Node, fact: FactType, what: str) -> tuple[Test, ...]:
        """The tests on one fact: a value, a list of values, or a mapping of operators."""
        if not isinstance(node, Mapping):
            if fact.many:
                self.reader.problem(
                    node, f"`{what}` is a list of facts", "write {has: …}, {has_all: […]} or {lacks: …}"
                )
                return ()
            return (OneOf(self._values(node, fact, what)),)
        if not node.entries:
            self.reader.problem(node, f"`{what}` has no comparison")
        found = (self._test(key, value, fact, what) for key, value in node.entries)
        return tuple(test for test in found if test is not None)

    def _test(self, key: Scalar, value: Node, fact: FactType, what: str) -> Test | None:
        operator = str(key.value)
        allowed = operators(fact)
        if operator not in allowed:
            message = (
                f"{in_backticks(operator)} does not compare {fact.base}s"
                if operator in _ALL
                else (f"unknown comparison {in_backticks(operator)}")
            )
            self.reader.problem(key, f"{message} (`{what}`)", did_you_mean(operator, allowed))
            return None
        if operator in ORDERED:
            return Ordered(operator, self._bound(value, fact, what))
        if operator in ("after", "before"):
            return Dated(operator, self._date_bound(value))
        if operator == "not":
            return NotValue(self._values(value, fact, what))
        if operator in ("has", "has_any", "has_all", "lacks"):
            items = (value,) if operator == "has" else self.reader.items(value, f"`{operator}`")
            patterns = tuple(self._pattern(item, fact, what) for item in items)
            return Has(patterns, all=operator == "has_all", lacks=operator == "lacks")
        if operator == "count":
            tests = self.tests(value, FactType("number"), "count")
            ordered = tuple(test for test in tests if isinstance(test, Ordered))
            if len(ordered) < len(tests):
                self.reader.problem(value, f"`count` compares a number (`{what}`)", "write {count: {at_least: 2}}")
            return Count(ordered)
        if operator == "each":
            return Each(self._pattern(value, fact, what))
        path = self.path(value)
        if path is None:
            return None
        self._check_partner(value, path, fact, many=operator != "same_as")
        return Related(operator, path)

    def _check_partner(self, node: Node, path: Path, fact: FactType, *, many: bool) -> None:
        """Two facts that are compared have to be of one type, or the comparison would silently never hold."""
        other = path.type
        words_apart = fact.base == "word" and not set(fact.lists) & set(other.lists)
        if other.base != fact.base or other.many != many or words_apart:
            wanted = f"a list of {_PLURAL[fact.base]}" if many else f"a {fact.base}"
            self.reader.problem(node, f"{in_backticks(path.text)} is not {wanted}")

    def _pattern(self, node: Node, fact: FactType, what: str) -> Pattern:
        if isinstance(node, Sequence):
            self.reader.problem(
                node, f"an element of `{what}` is one value, not a list", "write `has_any` or `has_all`"
            )
            return Pattern()
        if fact.base != "record":
            values = self._values(node, fact, what)
            return Pattern(word=values[0] if values else None)
        model = fact.models[0]
        if not isinstance(node, Mapping):
            key = KEY_FIELDS.get(model.__name__)
            if key is None:
                self.reader.problem(node, f"an element of `{what}` must be a mapping of its facts")
                return Pattern()
            return self._pattern(node, replace(field_type(model, key), many=False), what)
        facts = []
        for key_node, value in node.entries:
            name = str(key_node.value)
            try:
                inner = parse_element_path(model, name)
            except PathError as error:
                near = did_you_mean(error.bad, error.candidates)
                self.reader.problem(key_node, f"unknown fact {in_backticks(error.bad)} of `{what}`", near)
                continue
            facts.append((name, self.tests(value, inner, name)))
        return Pattern(facts=tuple(facts))

    def _values(self, node: Node, fact: FactType, what: str) -> tuple[Plain, ...]:
        found = (self.value(item, fact, what) for item in self.reader.items(node, f"`{what}`"))
        return tuple(value for value in found if value is not None)

    def value(self, node: Node, fact: FactType, what: str) -> Plain | None:
        """One plain value of the fact's type."""
        if fact.base == "word":
            return self.reader.word(node, *fact.lists)
        if fact.base == "level":
            return self.level(node)
        raw = node.value if isinstance(node, Scalar) else None
        types: dict[str, type] = {"truth": bool, "number": int, "text": str, "date": str}
        wanted = types.get(fact.base)
        if wanted is not None and type(raw) is wanted:
            if fact.base == "date":
                self._check_date(node, str(raw))
            return raw  # type: ignore[return-value]
        self.reader.problem(node, f"`{what}` is compared with {_VALUES.get(fact.base, 'a ' + fact.base)}")
        return None

    def level(self, node: Node) -> LevelRange | None:
        """A level by its name, by the rulebook's own name for it, or an interval."""
        raw: object = None
        if isinstance(node, Scalar):
            raw = self.level_names.get(str(node.value), node.value)
        elif isinstance(node, Mapping):
            raw = {
                key.value: self.level_names.get(str(value.value), value.value)
                for key, value in node.entries
                if isinstance(value, Scalar)
            }
        try:
            return LevelRange.of(raw)
        except ValueError as error:
            names = [*self.level_names, *(level.name for level in Level)]
            self.reader.problem(node, f"unknown level {in_backticks(str(error))}", did_you_mean(str(error), names))
            return None

    def _bound(self, node: Node, fact: FactType, what: str) -> Plain | FactRef:
        reference = self._reference(node, fact)
        if reference is not None:
            return reference
        if fact.base == "word" and not all(vocabulary(name).ordered for name in fact.lists):
            self.reader.problem(node, f"the words of `{what}` have no order")
        value = self.value(node, fact, what)
        return value if value is not None else ""

    def _date_bound(self, node: Node) -> str | FactRef:
        reference = self._reference(node, FactType("date"))
        if reference is not None:
            return reference
        text = self.reader.text(node, "a date") or "today"
        if text != "today":
            self._check_date(node, text)
        return text

    def _reference(self, node: Node, fact: FactType) -> FactRef | None:
        if isinstance(node, Mapping) and node.keys() == ("fact",):
            value = node.get("fact")
            path = self.path(value) if value is not None else None
            if value is not None and path is not None:
                self._check_partner(value, path, fact, many=False)
                return FactRef(path)
        return None

    def _check_date(self, node: Node, text: str) -> None:
        try:
            date.fromisoformat(text)
        except ValueError:
            self.reader.problem(node, f"{in_backticks(text)} is not a date", "write it as '2024-03-31'")


_ALL = (
    *ORDERED,
    "after",
    "before",
    "not",
    "has",
    "has_any",
    "has_all",
    "lacks",
    "count",
    "each",
    "same_as",
    "in",
    "overlaps",
)


_ABOVE = "define it under `terms`, above its first use"
_VALUES = {
    "truth": "true or false",
    "number": "a whole number, without quotes",
    "text": "a text: put it in quotes",
    "date": "a date: write it as '2024-03-31'",
}
_PLURAL = {
    "level": "levels",
    "number": "numbers",
    "word": "words of the same list",
    "text": "texts",
    "date": "dates",
    "truth": "truths",
    "record": "records",
}


def operators(fact: FactType) -> tuple[str, ...]:
    """The comparisons that a fact of that type takes."""
    if fact.many:
        return ("has", "has_any", "has_all", "lacks", "count", "each", "overlaps")
    by_base = {
        "level": (*ORDERED, "not", "same_as"),
        "number": (*ORDERED, "not", "same_as"),
        "word": (*ORDERED, "not", "same_as", "in"),
        "text": ("not", "same_as", "in"),
        "date": ("after", "before", "same_as"),
        "truth": ("same_as",),
    }
    return by_base.get(fact.base, ())
