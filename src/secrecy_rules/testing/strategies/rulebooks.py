"""Small rulebooks of bans, permissions, exemptions and competences, as the YAML text that a user would write."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import strategies as st

from secrecy_rules.rulebook import Rulebook, rulebook_from_text
from secrecy_rules.testing.strategies.dice import Dice
from secrecy_rules.testing.strategies.palette import ACTIONS, DEEDS, FACTS, KINDS, ROLES, Condition

SCALES = (
    ("PUBLIC", "INTERNAL", "CONFIDENTIAL", "SECRET", "TOP_SECRET"),
    ("INTERNAL", "CONFIDENTIAL", "SECRET", "TOP_SECRET"),
    ("CONFIDENTIAL", "SECRET"),
)
SCOPES: tuple[Condition, ...] = (
    {"person.affiliation": "own_unit"},
    {"object.kind": "document"},
    {"not": {"recipient.affiliation": "superior_unit"}},
)
MOST_PARTS = 3


def rulebook_texts(*, max_rules: int = 6, derive: bool = True) -> st.SearchStrategy[str]:
    """Rulebooks as YAML text. All of them load: names exist, and exemptions do not go in circles.

    ``max_rules`` bounds the rules on acts; ``derive=False`` leaves out the rules that change what a thing
    counts as (``deem``, ``classify``).
    """
    return _documents(max_rules, derive).map(_dumped)


def rulebooks(*, max_rules: int = 6, derive: bool = True) -> st.SearchStrategy[Rulebook]:
    """The same, loaded."""
    return rulebook_texts(max_rules=max_rules, derive=derive).map(rulebook_from_text)


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """The strict reader takes no aliases, so what occurs twice is written twice."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dumped(document: dict[str, Any]) -> str:
    text: str = yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return text


@st.composite
def _documents(draw: st.DrawFn, max_rules: int, derive: bool) -> dict[str, Any]:
    return _Author(Dice(draw), derive).document(max_rules)


class _Author:
    """Writes one rulebook, article by article; a rule names only rules that stand before it."""

    def __init__(self, dice: Dice, derive: bool) -> None:
        self.dice = dice
        self.derive = derive
        self.rules: list[dict[str, Any]] = []
        self.terms: dict[str, Any] = {}
        # Rule -> the rules its outcome hangs on, to keep `satisfies` out of circles.
        self.hangs_on: dict[str, set[str]] = {}

    def document(self, max_rules: int) -> dict[str, Any]:
        scale = self.dice.one_of(SCALES)
        if self.dice.rarely(3):
            self.terms["密件"] = {"when": {"carrier.level": {"at_least": "CONFIDENTIAL"}}}
            self.terms["主任"] = {"role": "office_director"}
        head: dict[str, Any] = {
            "rulebook": "generated",
            "title": {"zh": "某单位保密制度", "en": "Generated rules"},
            "sector": "company",
            "document": {"number": None, "issuer": None, "issued": None},
            "scale": list(scale),
        }
        if self.dice.rarely(4):
            head["applies_to"] = self.dice.one_of(SCOPES)
        for n in range(1 + self.dice.number(max_rules)):
            self.rules.append(self._rule(f"r{n + 1}"))
        if self.derive and self.dice.rarely(4):
            self.rules.append(self._derivation("d1"))
        if self.terms:
            head["terms"] = self.terms
        articles = [self._article(rule) for rule in self.rules]
        return {**head, "articles": articles}

    def _article(self, rule: dict[str, Any]) -> dict[str, Any]:
        name = rule["id"]
        found: dict[str, Any] = {
            "id": name,
            "cite": f"第{name[1:]}条" if name[0] == "r" else f"附则{name[1:]}",
            "gist": {"zh": f"规定{name}", "en": f"rule {name}"},
            "source": {"length": 10, "sha256": "a" * 64},
        }
        if self.dice.rarely(10):
            found["applies_to"] = self.dice.one_of(SCOPES)
        return {**found, "rules": [rule]}

    def _rule(self, name: str) -> dict[str, Any]:
        self.hangs_on[name] = set()
        targets = [rule["id"] for rule in self.rules if not rule.get("absolute")]
        kinds = ("forbid", "forbid", "permit", "entrust", *(("exempt",) * 3 if targets else ()))
        return getattr(self, f"_{self.dice.one_of(kinds)}")(name)  # type: ignore[no-any-return]

    def _forbid(self, name: str) -> dict[str, Any]:
        rule: dict[str, Any] = {"id": name, "forbid": self._acts()}
        self._when(rule, name)
        if self.dice.rarely(8):
            rule["absolute"] = True
        elif self.dice.number(3):
            rule["unless"] = self._exception(name)
        if self.dice.rarely(10):
            rule["strength"] = "in_principle"
        return self._then(rule)

    def _permit(self, name: str) -> dict[str, Any]:
        rule: dict[str, Any] = {"id": name, "permit": self._acts()}
        self._when(rule, name)
        if self.dice.rarely(5):
            rule["unless"] = self._exception(name)
        return self._then(rule)

    def _exempt(self, name: str) -> dict[str, Any]:
        targets = [rule["id"] for rule in self.rules if not rule.get("absolute")]
        chosen = self.dice.some(targets, 1) or [targets[-1]]
        rule: dict[str, Any] = {"id": name, "exempt": chosen}
        for target in chosen:
            self.hangs_on[target].add(name)
        self._when(rule, name)
        if self.dice.rarely(5):
            rule["unless"] = self._exception(name)
        if self.dice.rarely(5):
            rule["presumed"] = False
        return rule

    def _entrust(self, name: str) -> dict[str, Any]:
        entrust: dict[str, Any] = {
            "matter": self.dice.one_of(ACTIONS),
            "to": self.dice.one_of((*ROLES, "driver")),
            "exclusive": True,
        }
        if self.dice.rarely(3):
            entrust["party"] = "person"
        rule: dict[str, Any] = {"id": name, "entrust": entrust}
        self._when(rule, name)
        return rule

    def _derivation(self, name: str) -> dict[str, Any]:
        """A rule that changes what the object counts as, or its level."""
        made = (
            {"deem": {"governed_as": self.dice.one_of(KINDS)}},
            {"deem": {"as": "original"}},
            {"deem": {"level": {"at_least": "SECRET"}}},
            {"classify": {"level": "SECRET"}},
            {"classify": {"level": "CONFIDENTIAL"}},
            {"classify": {"level": {"from": "carrier.highest_held"}}},
        )
        rule: dict[str, Any] = {"id": name, **self.dice.one_of(made), "when": self.dice.one_of(FACTS[7:])}
        return rule

    def _acts(self) -> Any:
        first = self.dice.one_of(ACTIONS)
        second = self.dice.one_of(ACTIONS)
        return [first, second] if second != first and self.dice.rarely(4) else first

    def _then(self, rule: dict[str, Any]) -> dict[str, Any]:
        if self.dice.rarely(8):
            rule["then"] = [{"oblige": "number_copies", "who": "performer"}]
        return rule

    def _when(self, rule: dict[str, Any], name: str) -> None:
        if self.dice.mostly(6):
            rule["when"] = self._condition(FACTS, 2, name)

    def _exception(self, name: str) -> Condition:
        return self._condition(DEEDS if self.dice.mostly(4) else FACTS, 2, name)

    def _condition(self, leaves: tuple[Condition, ...], depth: int, name: str) -> Condition:
        """One test, several keys of one mapping, or ``all``, ``any``, ``not`` over conditions."""
        form = self.dice.number(8) if depth else 0
        if form <= 3:
            return self._leaf(leaves, name)
        if form == 4:
            return {key: value for _ in range(2) for key, value in self._leaf(leaves, name).items()}
        if form == 5:
            return {"not": self._condition(leaves, depth - 1, name)}
        parts = [self._condition(leaves, depth - 1, name) for _ in range(2 + self.dice.number(MOST_PARTS - 1))]
        return {"all" if form == 6 else "any": parts}

    def _leaf(self, leaves: tuple[Condition, ...], name: str) -> Condition:
        if self.terms and self.dice.rarely(6):
            return {"is": "密件"} if leaves is FACTS else {"approved_by": {"role": "主任"}}
        if self.dice.rarely(16):
            named = [rule["id"] for rule in self.rules if "forbid" in rule and not self._leads(rule["id"], name)]
            if named:
                chosen = self.dice.one_of(named)
                self.hangs_on[name].add(chosen)
                return {"satisfies": chosen}
        return self.dice.one_of(leaves)

    def _leads(self, start: str, goal: str) -> bool:
        """Whether the outcome of one rule hangs on another."""
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            current = waiting.pop()
            if current == goal:
                return True
            if current not in seen:
                seen.add(current)
                waiting += self.hangs_on[current]
        return False
