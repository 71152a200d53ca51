"""What is presumed: little, in the strict direction, listed, and only where the caller lets it."""

from tests.semantics.toy import Toy

SCOPED = "- {id: ban, forbid: copy}"
HEAD = "applies_to: {person.affiliation: own_unit}"


def test_a_scope_that_is_not_told_is_presumed_to_hold() -> None:
    decision = Toy(SCOPED, head=HEAD).decide(action="copy")
    assert decision.ground == "forbidden"
    assert decision.assumed == ("in_scope_of_rulebook",)


def test_a_scope_that_is_told_is_not_presumed() -> None:
    toy = Toy(SCOPED, head=HEAD)
    inside = toy.decide(action="copy", person={"affiliation": "own_unit"})
    assert (inside.ground, inside.assumed) == ("forbidden", ())
    outside = toy.decide(action="copy", person={"affiliation": "outside"})
    assert (outside.ground, outside.assumed) == ("unregulated", ())


def test_without_presumptions_an_unknown_scope_leaves_the_rule_open() -> None:
    decision = Toy(SCOPED, head=HEAD, presume=False).decide(action="copy")
    assert decision.ground == "needs_facts"
    assert [need.change.path for need in decision.needs] == ["person.affiliation"]
    assert (decision.presume, decision.assumed) == (False, ())


def test_the_scope_of_an_article_is_and_ed_to_that_of_the_rulebook() -> None:
    toy = Toy(SCOPED, head=HEAD, extra="applies_to: {place: home}")
    own = {"affiliation": "own_unit"}
    assert toy.decide(action="copy", person=own, place="home").ground == "forbidden"
    assert toy.decide(action="copy", person=own, place="hospital").ground == "unregulated"
    assert toy.decide(action="copy", person={"affiliation": "outside"}, place="home").ground == "unregulated"


def test_a_scope_never_lifts_a_ban() -> None:
    # It is and-ed to the condition, not to the exception.
    toy = Toy("- {id: ban, forbid: copy, unless: {purpose: official}}", head=HEAD)
    assert toy.decide(action="copy", purpose="official").ground == "permitted"
    assert toy.decide(action="copy", purpose="private").ground == "forbidden"


WAR = "- {id: ban, forbid: copy, when: {circumstances.wartime: true}}"


def test_circumstances_out_of_the_ordinary_are_presumed_absent() -> None:
    decision = Toy(WAR).decide(action="copy")
    assert (decision.ground, decision.assumed) == ("unregulated", ("not_wartime",))
    assert Toy(WAR).decide(action="copy", circumstances={"wartime": True}).ground == "forbidden"
    stated = Toy(WAR).decide(action="copy", circumstances={"wartime": False})
    assert (stated.ground, stated.assumed) == ("unregulated", ())
    assert Toy(WAR, presume=False).decide(action="copy").ground == "needs_facts"


MEETING = "- {id: ban, forbid: record_audio, when: {meeting.level: {at_least: CONFIDENTIAL}}}"


def test_a_setting_that_is_not_told_is_presumed_not_to_be_there() -> None:
    decision = Toy(MEETING).decide(action="record_audio", object="spoken_information")
    assert (decision.ground, decision.assumed) == ("unregulated", ("no_meeting",))
    assert Toy(MEETING, presume=False).decide(action="record_audio", object="spoken_information").ground == (
        "needs_facts"
    )


def test_a_setting_is_not_presumed_away_where_no_object_is_told() -> None:
    assert Toy(MEETING).decide(action="record_audio").ground == "needs_facts"


def test_a_ban_outside_meetings_holds_where_the_meeting_is_presumed_not_to_be_there() -> None:
    toy = Toy("- {id: ban, forbid: record_audio, when: {not: {meeting.large: true}}}")
    decision = toy.decide(action="record_audio", object="spoken_information")
    assert (decision.ground, decision.assumed) == ("forbidden", ("no_meeting",))


def test_what_protects_is_never_presumed() -> None:
    for protection in (
        "person.in_scope: true",
        "approved_by: {role: unit_head}",
        "formalities: {has: registered}",
        "escorts: {count: {at_least: 2}}",
        "computer.physically_isolated: true",
    ):
        decision = Toy(f"- {{id: ban, forbid: copy, unless: {{{protection}}}}}").decide(
            action="copy", object="computer"
        )
        assert (decision.effect, decision.assumed) == ("deny", ())


TOLD = "- {id: ban, forbid: copy, when: {if_told: {recipient.roles: {has: journalist}}}}"


def test_a_circumstance_that_would_be_told_is_presumed_absent_and_listed() -> None:
    decision = Toy(TOLD).decide(action="copy")
    assert (decision.ground, decision.assumed) == ("unregulated", ("untold:recipient.roles",))
    assert Toy(TOLD, presume=False).decide(action="copy").ground == "needs_facts"


def test_once_told_it_decides_and_nothing_is_assumed() -> None:
    told = Toy(TOLD).decide(action="copy", recipient="foreign_journalist")
    assert (told.effect, told.assumed) == ("deny", ())
    told = Toy(TOLD).decide(action="copy", recipient="driver")
    assert (told.ground, told.assumed) == ("unregulated", ())


def test_what_is_presumed_absent_is_true_under_not_and_what_does_not_apply_is_false() -> None:
    toy = Toy("- {id: ban, forbid: enter, when: {not: {if_told: {carrier.level: SECRET}}}}")
    assert toy.decide(action="enter", object="document").ground == "forbidden"
    assert toy.decide(action="enter", object="premises").ground == "unregulated"


def test_a_wrong_manner_of_an_act_is_presumed_not_to_be_meant_unless_told() -> None:
    toy = Toy("- {id: ban, forbid: self_circulate}")
    decision = toy.decide(action="circulate")
    assert (decision.ground, decision.assumed) == ("unregulated", ("not_meant:self_circulate",))
    assert toy.decide(action="self_circulate").ground == "forbidden"
    assert Toy("- {id: ban, forbid: self_circulate}", presume=False).decide(action="circulate").ground == "needs_facts"


def test_what_is_not_looked_at_presumes_nothing() -> None:
    rules = "- {id: ban, forbid: copy, when: {place: home, circumstances.wartime: true}}"
    assert Toy(rules).decide(action="copy", place="hospital").assumed == ()


def test_what_was_left_untold_is_named_also_where_the_condition_is_that_of_another_rule() -> None:
    toy = Toy("""
        - {id: other, forbid: lend, unless: {place: home, complies_with: computer_rules}}
        - {id: ban, forbid: copy, when: {if_told: {satisfies: other}}}
    """)
    assert toy.decide(action="copy", object="document").assumed == ("untold:place,complied_with",)
