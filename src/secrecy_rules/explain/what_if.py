"""What would turn an answer, in words."""

from __future__ import annotations

from collections.abc import Iterator

from secrecy_rules.explain.changes import describe_change
from secrecy_rules.explain.labels import fact_name, whole_label
from secrecy_rules.explain.lines import section, text_of
from secrecy_rules.explain.phrases import Phrases, phrases
from secrecy_rules.model.whatif import Proposal, WhatIf

GROUPS = ("obtainable", "judgement", "given")


def render_what_if(found: WhatIf, lang: str = "zh") -> str:
    """The proposals in their groups, each set on a line; for a yes the facts it hangs on."""
    say = phrases(lang)
    decision = found.decision
    lines = [
        say(
            "decision.conclusion",
            effect=say.named("effect", decision.effect),
            ground=say.named("ground", decision.ground),
        )
    ]
    if decision:
        lines += section(say("what_if.hangs_on"), _hangs_on(found, say), say) or ["", say("what_if.hangs_on_nothing")]
        return text_of(lines)
    if not found.proposals:
        return text_of([*lines, "", say("what_if.nothing")])
    for group in GROUPS:
        sets = [_set(proposal, say) for proposal in found.proposals if proposal.group == group]
        lines += section(say(f"what_if.{group}"), sets, say)
    return text_of(lines)


def _set(proposal: Proposal, say: Phrases) -> str:
    changes = [
        say("what_if.change", change=describe_change(proposed.change, say.lang), article=proposed.article)
        for proposed in proposal.changes
    ]
    return say.listed(changes, how="also")


def _hangs_on(found: WhatIf, say: Phrases) -> Iterator[str]:
    for hung in found.hangs_on:
        name = fact_name(hung.path, say.lang)
        label = whole_label(name, say.lang) if name is not None else hung.path
        yield say("what_if.fact", fact=label, articles=say.listed(list(hung.articles), how="also"))
