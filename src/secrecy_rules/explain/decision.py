"""A decision as text: the conclusion first, then the articles, then what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping

from secrecy_rules.explain.changes import ask_for, describe_change
from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.duty import duty_line
from secrecy_rules.explain.labels import word_label
from secrecy_rules.explain.lines import section
from secrecy_rules.explain.needs import asked, questions
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Change, Decision, Ground, Remedy


def decision_lines(answer: Decision, articles: Articles) -> list[str]:
    """The text, but for what every answer records."""
    say = articles.say
    obtained = {ask_for(c, say.lang) for remedy in answer.remedies for c in remedy.changes}
    # What the remedies already ask for is not asked for twice.
    needs = [need for need in answer.needs if ask_for(need.change, say.lang) not in obtained]
    lines = _conclusion(answer, say)
    lines += section(say("decision.citations"), articles.cited(answer.citations), say)
    lines += _remedies(answer.remedies, asked(answer.needs, articles), say)
    told = [need for need in needs if need.change.sort != "judge"]
    judged = [need for need in needs if need.change.sort == "judge"]
    lines += section(say("decision.needs"), questions(told, articles), say)
    lines += section(say("decision.judgements"), questions(judged, articles), say)
    lines += section(say("decision.duties"), _duties(answer, articles), say)
    if answer.ground is Ground.UNREGULATED:
        looked_at = dict.fromkeys(articles.brief(citation) for citation in answer.considered)
        lines += section(say("decision.considered"), looked_at, say)
    return lines


def _conclusion(answer: Decision, say: Phrases) -> list[str]:
    effect = say.named("effect", answer.effect)
    lines = [say("decision.conclusion", effect=effect, ground=say.named("ground", answer.ground))]
    if answer.ground is Ground.NOT_COVERED and answer:
        lines.append(say("decision.silent"))
    if len(answer.grounds) > 1:
        others = [say.named("ground", ground) for ground in answer.grounds[1:]]
        lines.append(say("decision.also", grounds=say.listed(others, how="also")))
    lines.append(say("decision.act", action=word_label(answer.action, ("action",), say.lang)))
    if answer.error is not None:
        lines.append(say("decision.error", error=answer.error))
    return lines


def _duties(answer: Decision, articles: Articles) -> list[tuple[str, ...]]:
    """The duties; a gist that the reader has just read under the articles is not repeated."""
    read = {citation.gist.in_(articles.say.lang) for citation in answer.citations}
    bullets: list[tuple[str, ...]] = []
    for line, gist in dict.fromkeys(duty_line(duty, articles) for duty in answer.duties):
        bullets.append((line,) if gist in read else (line, gist))
        read.add(gist)
    return bullets


def _remedies(remedies: tuple[Remedy, ...], needed: Mapping[str, str], say: Phrases) -> list[str]:
    """One set as a list of things, several as a numbered choice."""
    if len(remedies) == 1:
        return section(say("decision.remedy"), [_change(c, needed, say) for c in remedies[0].changes], say)
    groups = []
    for number, remedy in enumerate(remedies, 1):
        changes = [_change(c, needed, say) for c in remedy.changes]
        groups.append(say("group", number=number, changes=say.listed(changes, how="also")))
    return ["", say("heading", text=say("decision.remedies")), *groups] if groups else []


def _change(change: Change, needed: Mapping[str, str], say: Phrases) -> str:
    """What has to be so; whether the opposite was told or nothing; and which articles ask for it."""
    text = describe_change(change, say.lang)
    articles = needed.get(ask_for(change, say.lang))
    if change.told:
        return say("decision.told", change=text)
    if articles is None:
        return text if change.sort == "judge" else say("decision.untold", change=text)
    return say(
        "decision.need" if change.sort == "judge" else "decision.untold_by",
        change=text,
        question=text,
        articles=articles,
    )
