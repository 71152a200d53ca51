"""Conditions: every path with the comparisons that its type takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from pydantic import BaseModel

from secrecy_rules.rulebook.parse_approvals import HOW
from secrecy_rules.rulebook.parse_conditions import KEYWORDS, MAX_PARTS, ORDERED, operators
from secrecy_rules.rulebook.paths import KEY_FIELDS, FactType, PathError, field_type, heads, parse_path
from secrecy_rules.schema.parts import (
    COUNT,
    DATE,
    NUMBER,
    TEXT,
    TRUTH,
    Definitions,
    Schema,
    any_of,
    closed,
    one_key,
    one_or_list,
)
from secrecy_rules.schema.texts import described
from secrecy_rules.schema.words import levels, words
from secrecy_rules.vocabulary import vocabulary


@cache
def paths() -> dict[str, FactType]:
    """Every path that a condition may compare, with the type of its fact."""
    found: dict[str, FactType] = {}
    for head in heads():
        try:
            found.update(_below(head, parse_path(head).type))
        except PathError:
            continue
    return {path: fact for path, fact in found.items() if operators(fact) and (fact.many or fact.base != "record")}


def _below(path: str, fact: FactType) -> Iterator[tuple[str, FactType]]:
    if fact.base == "record" and not fact.many:
        fields = dict.fromkeys(field for model in fact.models for field in model.model_fields)
        for field in fields:
            yield from _below(f"{path}.{field}", parse_path(f"{path}.{field}").type)
    yield path, fact


class Conditions:
    """Schemas of conditions, of the facts they compare and of the approvals they want."""

    def __init__(self, defs: Definitions) -> None:
        self.defs = defs

    def condition(self) -> Schema:
        """A mapping all of whose keys have to hold."""
        return self.defs.ref("condition", self._condition)

    def entries(self) -> Schema:
        """The same for ``require``, where each key has a verdict of its own."""
        return self.condition()

    def role(self) -> Schema:
        """A role by its word, or by a name of the rulebook's own."""
        return self.defs.ref("role", lambda: any_of(words(self.defs, ("role",)), TEXT))

    def path(self, *, base: str | None = None, many: bool | None = None) -> Schema:
        """A path as text; with ``base`` and ``many`` only those to facts of that type."""

        def fits(fact: FactType) -> bool:
            return base in (None, fact.base) and many in (None, fact.many)

        name = ".".join(["path", *([base] if base else []), *([] if many is None else ["list" if many else "one"])])
        return self.defs.ref(name, lambda: {"enum": [path for path, fact in paths().items() if fits(fact)]})

    def approver(self) -> Schema:
        """One approval, or several under ``all``, ``any``, ``sequence``."""
        return self.defs.ref("approver", self._approver)

    def _condition(self) -> Schema:
        keywords = {keyword: described(keyword, self._keyword(keyword)) for keyword in KEYWORDS}
        facts = {path: self.tests(fact) for path, fact in paths().items()}
        return closed({**keywords, **facts}, minProperties=1)

    def _keyword(self, keyword: str) -> Schema:
        if keyword in ("all", "any"):
            return {"type": "array", "items": self.condition(), "minItems": 1, "maxItems": MAX_PARTS}
        if keyword == "judge":
            question = words(self.defs, ("question",))
            return any_of(question, closed({"question": question, "by": self.role()}, ["question"]))
        simple: dict[str, Callable[[], Schema]] = {
            "not": self.condition,
            "if_told": self.condition,
            "is": lambda: one_or_list(TEXT),
            "action": lambda: one_or_list(words(self.defs, ("action",))),
            "approved_by": self.approver,
            "satisfies": lambda: TEXT,
            "breach_of": lambda: TEXT,
            "fulfilled": lambda: TEXT,
            "complies_with": lambda: words(self.defs, ("text",)),
        }
        return simple[keyword]()

    def _approver(self) -> Schema:
        formality = words(self.defs, ("formality",))
        one = closed(
            {
                "role": one_or_list(self.role()),
                "of": self.path(),
                "form": words(self.defs, ("form",)),
                "before": formality,
                "after": formality,
            },
            ["role"],
        )
        several = one_key({how: {"type": "array", "items": self.approver(), "minItems": 1} for how in HOW})
        return any_of(one, several)

    def tests(self, fact: FactType) -> Schema:
        """What a fact may be compared with."""
        return self.defs.ref(f"tests.{_name(fact)}", lambda: self._tests(fact))

    def _tests(self, fact: FactType) -> Schema:
        allowed = [operator for operator in operators(fact) if not _unordered(operator, fact)]
        compared = closed(
            {operator: described(operator, self._operand(operator, fact)) for operator in allowed}, minProperties=1
        )
        return compared if fact.many else any_of(one_or_list(self._value(fact)), compared)

    def _operand(self, operator: str, fact: FactType) -> Schema:
        if operator in ORDERED:
            return any_of(self._value(fact), closed({"fact": self.path(base=fact.base, many=False)}, ["fact"]))
        if operator in ("after", "before"):
            other = closed({"fact": self.path(base="date", many=False)}, ["fact"])
            return any_of(DATE, {"const": "today"}, other)
        if operator == "not":
            return one_or_list(self._value(fact))
        if operator in ("has", "each"):
            return self._element(fact)
        if operator in ("has_any", "has_all", "lacks"):
            return one_or_list(self._element(fact))
        if operator == "count":
            return closed(dict.fromkeys(ORDERED, COUNT), minProperties=1)
        return self.path(base=fact.base, many=operator != "same_as")

    def _element(self, fact: FactType) -> Schema:
        """An element of a list: a word or value, or a mapping of the facts of a record."""
        if fact.base != "record":
            return self._value(fact)
        model = fact.models[0]
        facts = closed({path: self.tests(found) for path, found in _facts_of(model).items()})
        key = KEY_FIELDS.get(model.__name__)
        mapping = self.defs.ref(f"element.{model.__name__}", lambda: facts)
        return mapping if key is None else any_of(self._element(field_type(model, key)), mapping)

    def _value(self, fact: FactType) -> Schema:
        if fact.base == "word":
            return words(self.defs, fact.lists)
        if fact.base == "level":
            return levels(self.defs)
        return {"truth": TRUTH, "number": NUMBER, "text": {"type": "string"}, "date": DATE}[fact.base]


def _facts_of(model: type[BaseModel], before: str = "") -> dict[str, FactType]:
    """The facts of a list element by their path inside it."""
    found: dict[str, FactType] = {}
    for field in model.model_fields:
        fact = field_type(model, field)
        if fact.base == "record" and not fact.many:
            found.update(_facts_of(fact.models[0], f"{before}{field}."))
        else:
            found[before + field] = fact
    return found


def _unordered(operator: str, fact: FactType) -> bool:
    return operator in ORDERED and fact.base == "word" and not all(vocabulary(name).ordered for name in fact.lists)


def _name(fact: FactType) -> str:
    what = fact.lists or tuple(model.__name__ for model in fact.models) or (fact.base,)
    return "_or_".join(what) + (".list" if fact.many else "")
