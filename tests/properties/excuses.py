"""What may change an answer when it is learned, because the answer did not claim to know it.

Each case is a place where absence has a meaning. There are four, and each is spelled out in docs/properties.md.
"""

from __future__ import annotations

import re

from secrecy_rules import Decision, Request, Rulebook
from secrecy_rules.rulebook.conditions import ApprovedBy, Compare, CompliesWith, Judge
from secrecy_rules.rulebook.paths import parse_path
from secrecy_rules.rulebook.rules import Classify, Deem, Entrust
from secrecy_rules.testing.strategies import Learned
from secrecy_rules.testing.strategies.leaves import Leaf, leaves, leaves_of
from secrecy_rules.testing.strategies.sketch import key_of

# An approval that is stated is one by somebody else, for this act, unless the request says otherwise.
WHOSE_APPROVAL = re.compile(r"approvals\.\d+\.(act|holder)|person|person\.(id|roles)(\..*)?")


def excused(lesson: Learned[Request], before: Decision, request: Request, book: Rulebook) -> bool:
    """Whether the answer left the learned fact open on purpose."""
    return (
        presumed(lesson.path, before, book)
        or who_performs(lesson.path, book)
        or whose_approval(lesson.path, request)
        or sets_the_level(lesson.path, book)
    )


def presumed(path: str, decision: Decision, book: Rulebook) -> bool:
    """Whether the decision lists a presumption about the fact at that path."""
    spoken_of = [key for assumed in decision.assumed for key in _spoken_of(assumed, book)]
    if any(_touch(key, made) for key in spoken_of for made in ("object.kind", "object.level")):
        # What a thing counts as hangs on the facts that `deem` rules look at.
        deems = [rule for rule in book.rules.values() if isinstance(rule, Deem)]
        spoken_of += [key for rule in deems for leaf in leaves_of(rule, book) for key in _places(leaf)]
    return any(_touch(path, key) for key in spoken_of)


def who_performs(path: str, book: Rulebook) -> bool:
    """Whether the fact is who performs an act that is reserved for somebody: an allow says nothing of it."""
    reserved = any(isinstance(r, Entrust) and r.exclusive and r.party == "performer" for r in book.rules.values())
    return reserved and path.partition(".")[0] == "performer"


def whose_approval(path: str, request: Request) -> bool:
    """Whether the fact tells an approval that is stated from one of the person's own, or from one for another act."""
    return bool(request.approvals) and WHOSE_APPROVAL.fullmatch(path) is not None


def sets_the_level(path: str, book: Rulebook) -> bool:
    """Whether the fact is the level itself or one that a row of a classification looks at.

    While it is not known whether a row raises the level, the stated one counts; where none is stated, the one
    that the rows give.
    """
    rows = [rule for rule in book.rules.values() if isinstance(rule, Classify)]
    looked_at = [key for row in rows for leaf in leaves_of(row, book) for key in _places(leaf)]
    from_facts = [place(row.level.from_path.text) for row in rows if row.level and row.level.from_path]
    from_lists = [place(row.level.highest_of.text) for row in rows if row.level and row.level.highest_of]
    return bool(rows) and any(_touch(path, key) for key in ["object.level", *looked_at, *from_facts, *from_lists])


def _spoken_of(assumed: str, book: Rulebook) -> list[str]:
    """The places in a request that a presumption is about."""
    kind, _, about = assumed.partition(":")
    if kind == "in_scope_of_rulebook":
        return [key for rule in book.rules.values() for leaf in leaves(rule.scope, book) for key in _places(leaf)]
    if kind == "not_exempted_by":
        return [key for leaf in leaves_of(book.rules[about], book) for key in _places(leaf)]
    if kind == "not_meant":
        return ["action"]
    if kind == "untold":
        return [place(path) for path in about.split(",")]
    if kind.startswith("not_"):
        return [f"circumstances.{kind.removeprefix('not_')}"]
    return [kind.removeprefix("no_")]


def _places(leaf: Leaf) -> list[str]:
    match leaf:
        case Compare(path):
            return [".".join(key_of(path))]
        case ApprovedBy():
            return ["approvals", "person.id", "person.roles"]
        case Judge():
            return ["judgements"]
        case CompliesWith():
            return ["complied_with"]
    return ["action"]


def place(path: str) -> str:
    """Where the fact of a rule's path stands in a request."""
    return path if path == "action" else ".".join(key_of(parse_path(path)))


def _touch(path: str, other: str) -> bool:
    one, two = path.split("."), other.split(".")
    shorter = min(len(one), len(two))
    return one[:shorter] == two[:shorter]
