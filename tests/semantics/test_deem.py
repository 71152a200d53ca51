"""`deem`: one pass before all other rules, and no chains."""

import pytest

from tests.semantics.toy import Toy

PAPER = "- {id: ban, forbid: copy, when: {carrier.kind: document}}\n"
AS_PAPER = "- {id: as-paper, deem: {governed_as: document}, when: {carrier.kind: laptop}}\n"


def findings(decision: object) -> list[str]:
    return [finding.code for finding in decision.findings]  # type: ignore[attr-defined]


def test_governed_as_lets_rules_on_another_kind_reach_it() -> None:
    decision = Toy(PAPER + AS_PAPER).decide(action="copy", object="laptop")
    assert decision.ground == "forbidden"
    assert findings(decision) == ["deemed"]
    assert decision.findings[0].citation.rule == "as-paper"  # type: ignore[union-attr]
    assert Toy(PAPER).decide(action="copy", object="laptop").ground == "unregulated"


def test_a_thing_keeps_being_what_it_is_beside_what_it_is_deemed() -> None:
    toy = Toy(AS_PAPER + "- {id: ban, forbid: copy, when: {carrier.kind: laptop}}")
    assert toy.decide(action="copy", object="laptop").ground == "forbidden"


def test_an_unknown_deeming_leaves_the_rules_it_would_bring_open() -> None:
    toy = Toy(PAPER + "- {id: d, deem: {governed_as: document}, when: {carrier.level: SECRET}}")
    open_ = toy.decide(action="copy", object="laptop")
    assert (open_.ground, findings(open_)) == ("needs_facts", [])
    assert toy.decide(action="copy", object={"kind": "laptop", "level": "PUBLIC"}).ground == "unregulated"


def test_there_are_no_chains() -> None:
    toy = Toy("""
        - {id: first, deem: {governed_as: document}, when: {carrier.kind: laptop}}
        - {id: second, deem: {governed_as: archive_file}, when: {carrier.kind: document}}
        - {id: ban, forbid: copy, when: {carrier.kind: archive_file}}
    """)
    assert toy.decide(action="copy", object="laptop").ground == "unregulated"
    assert toy.decide(action="copy", object="document").ground == "forbidden"


def test_nor_by_way_of_levels_whatever_the_order() -> None:
    raise_ = "- {id: raise, deem: {level: {at_least: SECRET}}, when: {carrier.kind: laptop}}\n"
    chain = "- {id: chain, deem: {governed_as: document}, when: {carrier.level: {at_least: SECRET}}}\n"
    laptop = {"kind": "laptop", "level": "INTERNAL"}
    for rules in (raise_ + chain, chain + raise_):
        assert Toy(PAPER + rules).decide(action="copy", object=laptop).ground == "unregulated"


LEVELS = "- {id: ban, forbid: copy, when: {carrier.level: {at_least: SECRET}}}\n"
RAISED = "- {id: d, deem: {level: {at_least: SECRET}}, when: {carrier.kind: electronic_document}}\n"


@pytest.mark.parametrize(
    ("level", "ground"), [("INTERNAL", "forbidden"), ("TOP_SECRET", "forbidden"), (None, "forbidden")]
)
def test_a_level_deemed_is_a_least_one(level: str | None, ground: str) -> None:
    told = {"kind": "electronic_document", **({"level": level} if level else {})}
    assert Toy(LEVELS + RAISED).decide(action="copy", object=told).ground == ground


def test_a_level_deemed_never_lowers() -> None:
    toy = Toy(
        "- {id: ban, forbid: copy, when: {carrier.level: TOP_SECRET}}\n"
        "- {id: d, deem: {level: {at_least: INTERNAL}}, when: {carrier.kind: document}}"
    )
    assert toy.decide(action="copy", object={"kind": "document", "level": "TOP_SECRET"}).ground == "forbidden"


def test_an_unknown_deeming_of_a_level_only_raises_the_upper_bound() -> None:
    toy = Toy(LEVELS + "- {id: d, deem: {level: SECRET}, when: {place: home}}")
    document = {"kind": "document", "level": "INTERNAL"}
    assert toy.decide(action="copy", object=document).ground == "needs_facts"
    assert toy.decide(action="copy", object=document, place="home").ground == "forbidden"
    assert toy.decide(action="copy", object=document, place="hospital").ground == "unregulated"


ORIGINAL = "- {id: copies, deem: {as: original}, when: {carrier.is_copy: true}}\n"


def test_a_copy_counts_as_its_original_by_kind_and_level() -> None:
    copy = {"kind": "document", "is_copy": True, "level": "PUBLIC"}
    secret = {"kind": "archive_file", "level": "SECRET"}
    assert Toy(LEVELS + ORIGINAL).decide(action="copy", object=copy, original=secret).ground == "forbidden"
    filed = "- {id: ban, forbid: copy, when: {carrier.kind: archive_file}}\n"
    assert Toy(filed + ORIGINAL).decide(action="copy", object=copy, original=secret).ground == "forbidden"
    assert Toy(filed + ORIGINAL).decide(action="copy", object={**copy, "is_copy": False}, original=secret).ground == (
        "unregulated"
    )


def test_deeming_reaches_inspections_too() -> None:
    toy = Toy("- {id: kept, require: {carrier.kept_in: safe}, of: document}\n" + AS_PAPER)
    assert toy.inspect(object={"kind": "laptop", "kept_in": "desk"}).verdict == "breach"
    assert toy.inspect(object={"kind": "desktop", "kept_in": "desk"}).verdict == "not_applicable"


def test_what_is_governed_as_a_broad_kind_is_no_narrower_kind_by_that() -> None:
    toy = Toy("""
        - {id: as-document, deem: {governed_as: document}, when: {carrier.kind: laptop}}
        - {id: all, forbid: lend, when: {carrier.kind: document}}
        - {id: narrow, forbid: copy, when: {carrier.kind: exam_paper}}
        - {id: state, require: {formalities: {has: registered}}, of: exam_paper}
    """)
    assert toy.decide(action="lend", object="laptop").ground == "forbidden"
    assert toy.decide(action="copy", object="laptop").ground == "unregulated"
    assert toy.inspect(object="laptop").verdict == "not_applicable"
