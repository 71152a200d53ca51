"""Reads typed values out of a positioned tree and collects every problem instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from secrecy_rules.errors import Problem, RulebookError
from secrecy_rules.reading import Mapping, Node, Scalar, Sequence, did_you_mean, in_backticks
from secrecy_rules.rulebook.rules import Note
from secrecy_rules.vocabulary import vocabulary

MOST_PROBLEMS = 50


class Reader:
    """One file being read. Each method gives the value, or None after noting the problem."""

    def __init__(self, file: str | None) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def problem(self, node: Node, message: str, cure: str | None = None) -> None:
        """Note a problem at the place of a node."""
        self.problem_at(node.line, node.column, message, cure)

    def problem_at(self, line: int, column: int, message: str, cure: str | None = None) -> None:
        """Note a problem. Beyond fifty nobody reads on, and a hostile file has no end of them: they are raised."""
        self.problems.append(Problem(message, self.file, line, column, cure))
        if len(self.problems) >= MOST_PROBLEMS:
            self.raise_problems()

    def nearest(self, word: str, known: Collection[str]) -> str | None:
        """The cure for a name that leads nowhere. Among very many names it is looked for only a few times."""
        return did_you_mean(word, known) if len(known) <= 500 or len(self.problems) < 10 else None

    def raise_problems(self) -> None:
        """``RulebookError`` with everything noted, in the order of the text; nothing if there is none."""
        if self.problems:
            shown = sorted(self.problems, key=lambda p: (p.line or 0, p.column or 0))
            if len(shown) >= MOST_PROBLEMS:
                shown.append(Problem(f"only the first {MOST_PROBLEMS} problems are shown", self.file))
            raise RulebookError(shown)

    def mapping(
        self, node: Node | None, what: str, required: Iterable[str] = (), optional: Iterable[str] = ()
    ) -> Mapping | None:
        """A mapping with the required keys and no others than those named."""
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self.problem(node, f"{what} must be a mapping")
            return None
        required = tuple(required)
        known = (*required, *optional)
        for key, _ in node.entries:
            if key.value not in known:
                name = str(key.value)
                self.problem(key, f"unknown key {in_backticks(name)} in {what}", did_you_mean(name, known))
        for name in required:
            if node.get(name) is None:
                self.problem(node, f"{what} lacks the key `{name}`", f"add `{name}: …`")
        return node

    def items(self, node: Node | None, what: str) -> tuple[Node, ...]:
        """The items of a list; a single value counts as a list of one. An empty list is a problem."""
        if node is None:
            return ()
        if isinstance(node, Sequence):
            if not node.items:
                self.problem(node, f"{what} is an empty list", "leave the key out, or name something")
            return node.items
        return (node,)

    def text(self, node: Node | None, what: str) -> str | None:
        """A non-empty text."""
        if node is None:
            return None
        if isinstance(node, Scalar) and isinstance(node.value, str) and node.value.strip():
            return node.value
        cure = "put it in quotes" if isinstance(node, Scalar) and node.value is not None else None
        self.problem(node, f"{what} must be a text", cure)
        return None

    def truth(self, node: Node | None, what: str) -> bool:
        """True or false; false if the key is not there."""
        if node is None:
            return False
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        self.problem(node, f"{what} must be true or false")
        return False

    def number(self, node: Node | None, what: str) -> int | None:
        """A whole number, zero or more."""
        if node is None:
            return None
        if isinstance(node, Scalar) and type(node.value) is int and node.value >= 0:
            return node.value
        self.problem(node, f"{what} must be a whole number")
        return None

    def date(self, node: Node | None, what: str) -> date | None:
        """A date written as 2024-03-31; an explicit null is no date."""
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return None
        try:
            if isinstance(node, Scalar) and isinstance(node.value, str):
                return date.fromisoformat(node.value)
        except ValueError:
            pass
        self.problem(node, f"{what} must be a date", "write it as 2024-03-31")
        return None

    def word(self, node: Node | None, *lists: str) -> str | None:
        """A word of one of the vocabulary lists. Only the word itself: labels and synonyms are for requests."""
        if node is None:
            return None
        name = " or ".join(name.replace("_", " ") for name in lists)
        if not (isinstance(node, Scalar) and isinstance(node.value, str)):
            self.problem(node, f"expected a word of {name}")
            return None
        text = node.value
        entry = next((vocabulary(one).entries[text] for one in lists if text in vocabulary(one)), None)
        if entry is not None and entry.implies:
            facts = ", ".join(entry.implies)
            self.problem(
                node, f"{in_backticks(text)} is a word for requests", f"write `{entry.is_a[0]}` and test {facts}"
            )
            return None
        if entry is not None:
            return text
        resolved = next((w for one in lists if (w := vocabulary(one).resolve(text)) is not None), None)
        known = [w for one in lists for w in vocabulary(one).entries]
        cure = f"write `{resolved}`" if resolved else did_you_mean(text, known)
        self.problem(node, f"unknown {name} {in_backticks(text)}", cure)
        return None

    def words(self, node: Node | None, what: str, *lists: str) -> tuple[str, ...]:
        """One word or a list of them."""
        found = (self.word(item, *lists) for item in self.items(node, what))
        return tuple(word for word in found if word is not None)

    def choice(self, node: Node | None, what: str, choices: Iterable[str]) -> str | None:
        """One of a few fixed words."""
        if node is None:
            return None
        choices = tuple(choices)
        if isinstance(node, Scalar) and isinstance(node.value, str) and node.value in choices:
            return node.value
        bad = str(node.value) if isinstance(node, Scalar) else "a list or mapping"
        cure = did_you_mean(bad, choices) or "expected one of: " + ", ".join(map(in_backticks, choices))
        self.problem(node, f"unknown {what} {in_backticks(bad)}", cure)
        return None

    def note(self, node: Node | None, what: str) -> Note | None:
        """A text in both languages."""
        found = self.mapping(node, what, required=("zh", "en"))
        if found is None:
            return None
        zh, en = self.text(found.get("zh"), f"{what} zh"), self.text(found.get("en"), f"{what} en")
        return Note(zh, en) if zh is not None and en is not None else None

    def notes(self, node: Node | None, what: str) -> tuple[Note, ...]:
        """One text in both languages, or a list of them."""
        found = (self.note(item, what) for item in self.items(node, what))
        return tuple(note for note in found if note is not None)
