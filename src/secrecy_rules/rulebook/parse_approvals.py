"""The approvals a condition wants: one role, or several under ``all``, ``any`` or ``sequence``."""

from __future__ import annotations

from collections.abc import Callable

from secrecy_rules.reading import Mapping, Node, Scalar, Sequence
from secrecy_rules.rulebook.conditions import ALWAYS, ApprovedBy, Approver, Approvers, Condition
from secrecy_rules.rulebook.paths import Path
from secrecy_rules.rulebook.reader import Reader

HOW = ("all", "any", "sequence")


class ApprovalParser:
    """Parses ``approved_by``; ``roles`` are the rulebook's own names for roles (``terms``)."""

    def __init__(self, reader: Reader, path: Callable[[Node], Path | None]) -> None:
        self.reader = reader
        self.roles: dict[str, str] = {}
        self._path = path

    def approved_by(self, node: Node) -> Condition:
        """The condition that the approvals told satisfy what stands here."""
        wanted = self._wanted(node)
        return ALWAYS if wanted is None else ApprovedBy(wanted)

    def role(self, node: Node | None) -> str | None:
        """A role by its word or by the rulebook's own name for it."""
        if isinstance(node, Scalar) and isinstance(node.value, str) and node.value in self.roles:
            return self.roles[node.value]
        return self.reader.word(node, "role")

    def role_list(self, node: Node | None, what: str) -> tuple[str, ...]:
        """One role or a list of them."""
        found = (self.role(item) for item in self.reader.items(node, what))
        return tuple(role for role in found if role is not None)

    def _wanted(self, node: Node) -> Approver | Approvers | None:
        if isinstance(node, Sequence):
            self.reader.problem(
                node,
                "a bare list of approvers does not say whether all or any of them",
                "write `all:`, `any:` or `sequence:`",
            )
            return None
        if isinstance(node, Mapping) and len(node.keys()) == 1 and node.keys()[0] in HOW:
            how = node.keys()[0]
            inner = node.get(how)
            if not isinstance(inner, Sequence) or not inner.items:
                self.reader.problem(node, f"`{how}` must be a list of approvers")
                return None
            parts = (self._wanted(item) for item in inner.items)
            return Approvers(how, tuple(part for part in parts if part is not None))
        found = self.reader.mapping(
            node, "`approved_by`", required=("role",), optional=("of", "form", "before", "after")
        )
        if found is None:
            return None
        role = found.get("role")
        of = found.get("of")
        named = role.value if isinstance(role, Scalar) and role.value in self.roles else None
        return Approver(
            roles=self.role_list(role, "`role`"),
            of=self._path(of) if of is not None else None,
            form=self.reader.word(found.get("form"), "form"),
            before=self.reader.word(found.get("before"), "formality"),
            after=self.reader.word(found.get("after"), "formality"),
            named=str(named) if named is not None else None,
        )
