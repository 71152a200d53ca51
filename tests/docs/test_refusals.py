"""What the page on the rule language says is refused is refused, and for that reason."""

from __future__ import annotations

import pytest

from secrecy_rules.errors import RulebookError
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.rulebook.rules import RULE_KINDS
from tests.docs.page import RULE_LANGUAGE, page
from tests.docs.wrapping import conditions, keys, rulebook, rules

ARTICLE = next(example.text for example in page(RULE_LANGUAGE).section("articles").examples)
BAN = "- {id: ban, forbid: copy}\n"
CASE = "- {id: leak, penalize: {who: offender}}\n- {id: case, case_of: leak, when: {conduct.gravity: lighter}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (rules(BAN + "- {id: deed, deem: {as: original}, then: [{oblige: report}]}"), "`then` does not stand on"),
        (rules(BAN + "- {id: twice, forbid: copy, permit: copy}"), "a rule is both"),
        (rules(BAN + "- {id: ban, permit: copy}"), "a second rule called"),
        (rules("- {id: ban, forbid: copy, who: person}"), "unknown key `who`"),
        (keys("absolute: true\nunless: {place: home}"), "is absolute and has an exception"),
        (rules(CASE + ", unless: {place: home}}"), "an exception or a scope of its own"),
        (rules(CASE + ", then: [{oblige: report}]}"), "`then` does not stand on"),
        (rules(CASE + "}\n- {id: free, exempt: case}"), "exempts from the case"),
        (rules(CASE + "}\n- {id: inner, case_of: case}"), "is a case of a case"),
        (
            rules(CASE + "}").replace("  rules:", "  applies_to: {place: home}\n    rules:"),
            "an exception or a scope of its own",
        ),
        (rules("- {id: leak, penalize: {who: offender}}"), "has no condition and no case"),
        (rules("- {id: due, oblige: report, upon: leak_found, always: true}"), "in exactly one way"),
        (rules("- {id: due, oblige: report, times_per: {at_least: 1, period: regularly}}"), "is not a duration"),
        (rules("- {id: due, oblige: report, upon: leak_found, by: {within: P14D}}"), "`within` needs `from`"),
        (rules("- {id: due, oblige: report, every: P1Y6M}"), "is not a duration"),
        (rules("- {id: only, entrust: {matter: keep_seal, to: driver, steps: [{sign: driver}]}}"), "either `to` or"),
        (
            rules("- {id: only, entrust: {matter: change_level, steps: [{sign: driver}], exclusive: true}}"),
            "needs `to`",
        ),
        (rules("- {id: only, entrust: {matter: keep_password, to: driver, exclusive: true}}"), "unknown action"),
        (rules("- {id: deed, deem: {as: original, level: SECRET}}"), "exactly one of"),
        (rules("- {id: row, classify: {level: {from: carrier.contents_levels}}}"), "wants a fact that is a level"),
        (keys("when: {}"), "`when` is empty"),
        (conditions("- approved_by: [office_director, group_head]"), "a bare list of approvers"),
        (conditions("- person.roles: {has: 主任}"), "unknown role"),
        (conditions("- approvals: {has: unit_leader}"), "must be a mapping of its facts"),
        (conditions("- escorts: driver"), "is a list of facts"),
        (conditions("- escorts: {has: [driver, nurse]}"), "one value, not a list"),
        (conditions("- place: {at_least: home}"), "have no order"),
        (conditions("- carrier.is_copy: {not: true}"), "does not compare truths"),
        (conditions("- carrier.level: {same_as: place}"), "is not a level"),
        (conditions("- place: {same_as: channel}"), "`channel` is not a word"),
        (conditions("- carrier.level: 复印"), "unknown level"),
        (conditions("- is: [密件, 疏忽]"), "unknown term"),
        (rulebook(ARTICLE + "  inert: title\n"), "exactly one of `rules`, `served_by`, `inert`"),
    ],
    ids=lambda value: value if "\n" not in value else "",
)
def test_what_the_page_says_is_refused_is_refused(text: str, why: str) -> None:
    with pytest.raises(RulebookError, match=why):
        rulebook_from_text(text)


@pytest.mark.parametrize("kind", sorted(set(RULE_KINDS) - {"case_of"}))
def test_every_kind_but_a_case_takes_an_exception(kind: str) -> None:
    bodies = {
        "forbid": "copy",
        "permit": "copy",
        "exempt": "ban",
        "require": "{storage.locked: true}, of: safe",
        "oblige": "report, always: true",
        "classify": "{in_scope: true}",
        "penalize": "{who: offender}, when: {conduct.loss: true}",
        "reward": "{who: person, measures: bonus}, when: {conduct.loss: false}",
        "adjust": "leak, direction: {may: exempted}",
        "entrust": "{matter: keep_seal, to: driver}",
        "deem": "{level: 机密}",
    }
    lead_in = "- {id: leak, penalize: {who: offender}, when: {conduct.kinds: {has: leak}}}\n"
    rule = f"- {{id: tried, {kind}: {bodies[kind]}, unless: {{place: home}}}}"
    assert rulebook_from_text(rules(BAN + lead_in + rule)).rules["tried"].unless is not None
