"""Who decides and who answers for a matter, as text."""

from __future__ import annotations

from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.labels import role_label, word_label
from secrecy_rules.explain.needs import in_a_row
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import Authority, Competence


def authority_lines(answer: Authority, articles: Articles) -> list[str]:
    """The text, but for what every answer records."""
    say = articles.say
    matter = word_label(answer.matter, ("matter", "action"), say.lang)
    lines = [say("authority.matter", matter=matter)]
    lines.append("" if answer.competences else say("authority.none"))
    for competence in dict.fromkeys(answer.competences):
        line, *more = _competence(competence, articles)
        lines += [say("bullet", text=line), *("  " + text for text in more)]
    return lines


def _competence(found: Competence, articles: Articles) -> tuple[str, ...]:
    say = articles.say
    line = _who(found, say)
    if not found.certain:
        questions = in_a_row(found.missing, articles)
        key = "authority.possible" if questions else "authority.perhaps"
        line = say(key, line=line, questions=questions)
    following = [say("authority.next", roles=_roles(found.next, say))] if found.next else []
    return (line, *following, articles.brief(found.citation))


def _who(found: Competence, say: Phrases) -> str:
    if found.steps:
        steps = [
            say("authority.step", verb=say.named("verb", verb), roles=_roles(roles, say)) for verb, roles in found.steps
        ]
        return say("authority.steps", steps=say("authority.arrow").join(steps))
    key = "approver" if found.approver else "exclusive" if found.exclusive else "competent"
    return say(f"authority.{key}", roles=_roles(found.to, say))


def _roles(roles: tuple[str, ...], say: Phrases) -> str:
    return say.listed([role_label(role, say.lang) for role in roles], how="or")
