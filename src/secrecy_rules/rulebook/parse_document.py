"""From the positioned tree of a file to a rulebook: head, articles, norms."""

from __future__ import annotations

import re

from secrecy_rules.model.level import Level, level_named
from secrecy_rules.reading import Mapping, Node, did_you_mean, in_backticks
from secrecy_rules.rulebook.checks import check
from secrecy_rules.rulebook.conditions import All, Condition, is_always
from secrecy_rules.rulebook.document import Article, Fingerprint, Norm, Rulebook
from secrecy_rules.rulebook.ledger import INERT_REASONS
from secrecy_rules.rulebook.parse_conditions import ConditionParser
from secrecy_rules.rulebook.parse_rules import RuleParser
from secrecy_rules.rulebook.reader import Reader
from secrecy_rules.rulebook.rules import Note, Rule

HEAD = ("rulebook", "title", "sector", "document", "scale", "articles")
HEAD_OPTIONAL = ("in_force", "levels", "applies_to", "terms", "reading", "gap", "copies")
ARTICLE = ("id", "cite", "gist", "source")
ARTICLE_OPTIONAL = ("norms", "rules", "served_by", "inert", "note", "reading", "gap", "applies_to")
# The longest regulation has a few hundred.
MOST_RULES = 5_000
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def parse_rulebook(tree: Node, *, digest: str, file: str | None) -> Rulebook:
    """The rulebook of a tree; ``RulebookError`` lists every problem of the file, each with its position."""
    reader = Reader(file)
    book = _Parser(reader).book(tree, digest)
    if book is not None:
        check(book, reader)
    reader.raise_problems()
    assert book is not None  # noqa: S101  (no book without a problem)
    return book


class _Parser:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.rules: dict[str, Rule] = {}

    def book(self, tree: Node, digest: str) -> Rulebook | None:
        head = self.reader.mapping(tree, "a rulebook", HEAD, HEAD_OPTIONAL)
        if head is None:
            return None
        self.conditions = ConditionParser(self.reader, self._level_names(head.get("levels")))
        self.parser = RuleParser(self.reader, self.conditions)
        self._terms(head.get("terms"))
        self.scope = self.conditions.condition(head.get("applies_to"), "`applies_to`")
        book_id = self.reader.text(head.get("rulebook"), "`rulebook`")
        if book_id is not None and not NAME.fullmatch(book_id):
            self.reader.problem(
                head.get("rulebook") or head,
                f"{in_backticks(book_id)} is not a name",
                "small letters, digits and hyphens",
            )
        title = self.reader.note(head.get("title"), "`title`")
        document = self.reader.mapping(head.get("document"), "`document`", optional=("number", "issuer", "issued"))
        in_force = self.reader.mapping(head.get("in_force"), "`in_force`", optional=("from", "to"))
        scale = tuple(
            level.lowest
            for item in self.reader.items(head.get("scale"), "`scale`")
            if (level := self.conditions.level(item))
        )
        articles = tuple(
            a for item in self.reader.items(head.get("articles"), "`articles`") if (a := self._article(item))
        )
        first = self.reader.date(in_force.get("from") if in_force else None, "`from`")
        last = self.reader.date(in_force.get("to") if in_force else None, "`to`")
        if in_force is not None and first is not None and last is not None and first > last:
            self.reader.problem(in_force, "`in_force` ends before it starts", "exchange `from` and `to`")
        if book_id is None or title is None:
            return None
        return Rulebook(
            id=book_id,
            title=title,
            sector=self.reader.text(head.get("sector"), "`sector`") or "",
            number=self._optional_text(document, "number"),
            issuer=self._optional_text(document, "issuer"),
            issued=self.reader.date(document.get("issued") if document else None, "`issued`"),
            in_force_from=first,
            in_force_to=last,
            scale=tuple(sorted(scale)),
            articles=articles,
            rules=self.rules,
            digest=digest,
            file=self.reader.file,
            level_names=self.conditions.level_names,
            scope=self.scope,
            readings=self.reader.notes(head.get("reading"), "`reading`"),
            gaps=self.reader.notes(head.get("gap"), "`gap`"),
            copies=self.reader.notes(head.get("copies"), "`copies`"),
        )

    def _optional_text(self, node: Mapping | None, key: str) -> str | None:
        value = node.get(key) if node is not None else None
        if value is None or getattr(value, "value", "") is None:
            return None
        return self.reader.text(value, f"`{key}`")

    def _level_names(self, node: Node | None) -> dict[str, Level]:
        names: dict[str, Level] = {}
        if node is not None and not isinstance(node, Mapping):
            self.reader.problem(node, "`levels` must be a mapping", "write {机密: SECRET}")
        for key, value in node.entries if isinstance(node, Mapping) else ():
            text = self.reader.text(value, "a level")
            level = level_named(text) if text is not None else None
            if level is None:
                cure = did_you_mean(str(text), [known.name for known in Level])
                self.reader.problem(value, f"unknown level {in_backticks(str(text))}", cure)
            else:
                names[str(key.value)] = level
        return names

    def _terms(self, node: Node | None) -> None:
        if node is None:
            return
        if not isinstance(node, Mapping):
            self.reader.problem(node, "`terms` must be a mapping")
            return
        for key, value in node.entries:
            name = str(key.value)
            found = self.reader.mapping(value, f"the term {in_backticks(name)}", optional=("role", "when"))
            if found is None:
                continue
            if len(found.entries) != 1:
                self.reader.problem(found, f"the term {in_backticks(name)} is either a `role` or a condition (`when`)")
            elif found.get("role") is not None:
                role = self.reader.word(found.get("role"), "role")
                if role is not None:
                    self.conditions.approvals.roles[name] = role
            else:
                self.conditions.define(name, found.get("when"))

    def _article(self, node: Node) -> Article | None:
        found = self.reader.mapping(node, "an article", ARTICLE, ARTICLE_OPTIONAL)
        if found is None:
            return None
        ledger = [key for key in ("rules", "served_by", "inert") if found.get(key) is not None]
        if len(ledger) != 1:
            self.reader.problem(
                found,
                "an article has exactly one of `rules`, `served_by`, `inert`",
                "say what became of the clause",
            )
        clause = self.reader.text(found.get("id"), "the article's `id`")
        cite = self.reader.text(found.get("cite"), "`cite`")
        gist = self.reader.note(found.get("gist"), "`gist`")
        source = self._source(found.get("source"))
        scope = _both(self.scope, self.conditions.condition(found.get("applies_to"), "`applies_to`"))
        rules = self._rules(found.get("rules"), clause or "", scope)
        if clause is None or cite is None or gist is None or source is None:
            return None
        return Article(
            id=clause,
            cite=cite,
            gist=gist,
            source=source,
            line=found.line,
            rules=rules,
            served_by=self._ids(found.get("served_by"), "`served_by`"),
            inert=self.reader.choice(found.get("inert"), "reason", INERT_REASONS),
            note=self._note(found.get("note")),
            norms=self._norms(found.get("norms")),
            readings=self.reader.notes(found.get("reading"), "`reading`"),
            gaps=self.reader.notes(found.get("gap"), "`gap`"),
        )

    def _note(self, node: Node | None) -> Note | None:
        return self.reader.note(node, "`note`")

    def _source(self, node: Node | None) -> Fingerprint | None:
        found = self.reader.mapping(node, "`source`", required=("length", "sha256"))
        if found is None:
            return None
        length, sha256 = (
            self.reader.number(found.get("length"), "`length`"),
            self.reader.text(found.get("sha256"), "`sha256`"),
        )
        if sha256 is not None and not re.fullmatch(r"[0-9a-f]{64}", sha256):
            self.reader.problem(found, "`sha256` must be 64 hexadecimal digits")
        return Fingerprint(length, sha256) if length is not None and sha256 is not None else None

    def _rules(self, node: Node | None, clause: str, scope: Condition) -> tuple[str, ...]:
        ids: list[str] = []
        for item in self.reader.items(node, "`rules`"):
            rule = self.parser.rule(item, clause, scope)
            if rule is None:
                continue
            if rule.id in self.rules:
                first = self.rules[rule.id].line
                self.reader.problem(
                    item, f"a second rule called {in_backticks(rule.id)}", f"the first stands in line {first}"
                )
                continue
            if len(self.rules) == MOST_RULES:
                self.reader.problem(item, f"more than {MOST_RULES:,} rules", "split the rulebook")
                self.reader.raise_problems()
            self.rules[rule.id] = rule
            ids.append(rule.id)
        return tuple(ids)

    def _norms(self, node: Node | None) -> tuple[Norm, ...]:
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            self.reader.problem(node, "`norms` must be a mapping")
            return ()
        norms = []
        for key, value in node.entries:
            name = str(key.value)
            if isinstance(value, Mapping):
                found = self.reader.mapping(
                    value, f"the norm {in_backticks(name)}", required=("inert",), optional=("note",)
                )
                reason = self.reader.choice(found.get("inert") if found else None, "reason", INERT_REASONS)
                norms.append(Norm(name, inert=reason, note=self._note(found.get("note")) if found else None))
            else:
                norms.append(Norm(name, rules=self._ids(value, f"the norm {in_backticks(name)}")))
        return tuple(norms)

    def _ids(self, node: Node | None, what: str) -> tuple[str, ...]:
        found = (self.reader.text(item, what) for item in self.reader.items(node, what))
        return tuple(text for text in found if text is not None)


def _both(first: Condition, second: Condition) -> Condition:
    if is_always(first):
        return second
    return first if is_always(second) else All((first, second))
