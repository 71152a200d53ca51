"""The why-tree in words: documents, articles, what they come to, and the facts it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from secrecy_rules.explain.changes import ask_for
from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.labels import fact_name, role_label, value_label
from secrecy_rules.explain.lines import text_of
from secrecy_rules.explain.phrases import Phrases, phrases
from secrecy_rules.model.answers import Change
from secrecy_rules.model.explanation import (
    Comes,
    Explanation,
    Standing,
    WhyBook,
    WhyCondition,
    WhyRule,
)


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of the tree and what hangs below it; ``mark`` is the standing of a condition."""

    text: str
    mark: Standing | None = None
    below: tuple[Branch, ...] = ()


def render_why(found: Explanation, lang: str = "zh", *, whole: bool = False) -> str:
    """The why-tree as indented text in ``zh`` or ``en``; ``ValueError`` for another language.

    Unless the ``whole`` is wanted, a condition shows only the parts it hangs on.
    """
    articles = Articles(found.decision, (), phrases(lang))
    return text_of(lines(branches(found, articles, whole=whole), articles.say))


def branches(found: Explanation, articles: Articles, *, whole: bool = False) -> Branch:
    """The tree in words. Unless it is to be ``whole``, a condition shows only the parts it hangs on."""
    say = articles.say
    decision = found.decision
    text = say(
        "decision.conclusion",
        effect=say.named("effect", decision.effect),
        ground=say.named("ground", decision.ground),
    )
    return Branch(text, below=tuple(_book(book, articles, whole) for book in found.books))


def _book(book: WhyBook, articles: Articles, whole: bool) -> Branch:
    say = articles.say
    document = articles.document(book.title, book.number)
    text = say("why.book", document=document, weight=say.named("weight", book.weight))
    rules = [_rule(rule, articles, whole) for rule in book.rules]
    aside = tuple(_rule(rule, articles, whole) for rule in book.aside)
    if aside:
        rules.append(Branch(say("why.aside"), below=aside))
    return Branch(text, below=tuple(rules))


def _rule(rule: WhyRule, articles: Articles, whole: bool) -> Branch:
    say = articles.say
    citation = rule.citation
    roles = say.listed([role_label(role, say.lang) for role in rule.reserved_for], how="or")
    text = say(f"why.rule.{rule.comes}", article=citation.article, gist=citation.gist.in_(say.lang), roles=roles)
    return Branch(text, below=tuple(_below_rule(rule, articles, whole)))


def _below_rule(rule: WhyRule, articles: Articles, whole: bool) -> Iterator[Branch]:
    say = articles.say
    if rule.scope is not None and (whole or rule.scope.standing is not Standing.HOLDS):
        yield _headed("why.scope", rule.scope, articles, whole)
    if rule.condition is not None:
        yield _headed("why.condition", rule.condition, articles, whole)
    for case in rule.cases:
        if whole or case.condition.standing is not Standing.FAILS:
            yield Branch(
                say("why.case", article=case.citation.article, gist=case.citation.gist.in_(say.lang)),
                case.condition.standing,
                tuple(_parts(case.condition, articles, whole)),
            )
    if rule.comes is Comes.DOES_NOT_APPLY and not whole:
        # Whether its exception would hold is then beside the point.
        return
    if rule.exception is not None:
        yield _headed("why.exception", rule.exception, articles, whole)
    yield from (_rule(exemption, articles, whole) for exemption in rule.exemptions)


def _headed(key: str, condition: WhyCondition, articles: Articles, whole: bool) -> Branch:
    """A condition under a heading that says how it stands as a whole."""
    text = articles.say(f"{key}.{condition.standing}")
    return Branch(text, condition.standing, tuple(_parts(condition, articles, whole)))


def _parts(condition: WhyCondition, articles: Articles, whole: bool) -> Iterator[Branch]:
    """The parts of a condition; one that is all of its parts adds no level of its own."""
    if condition.kind == "fact":
        yield _fact(condition, articles)
        return
    for part in condition.parts if whole else _telling(condition):
        flat = part.kind == "fact" or part.kind == condition.kind or len(_telling(part)) == 1
        if flat and not whole:
            yield from _parts(part, articles, whole)
        elif part.kind == "fact":
            yield _fact(part, articles)
        else:
            yield Branch(articles.say(f"why.group.{part.kind}"), part.standing, tuple(_parts(part, articles, whole)))


def _telling(condition: WhyCondition) -> tuple[WhyCondition, ...]:
    """The parts on which a condition hangs: of an alternative that holds, those that hold; of a list that fails,
    those that fail; else those that are open, and what is settled the same way."""
    if condition.kind == "fact":
        return (condition,)
    deciding = {
        ("any", Standing.HOLDS): (Standing.HOLDS,),
        ("all", Standing.FAILS): (Standing.FAILS, Standing.NOT_APPLICABLE),
        ("any", Standing.UNKNOWN): (Standing.UNKNOWN,),
        ("all", Standing.UNKNOWN): (Standing.UNKNOWN, Standing.HOLDS),
    }.get((condition.kind, condition.standing))
    found = [part for part in condition.parts if deciding is None or part.standing in deciding]
    applicable = [part for part in found if part.standing is not Standing.NOT_APPLICABLE]
    # That a path is of another kind of thing says little; it is told only where nothing else can be.
    return tuple(applicable or found or condition.parts)


def _fact(condition: WhyCondition, articles: Articles) -> Branch:
    say = articles.say
    if condition.asks is None:
        return Branch(say.named("standing", condition.standing), condition.standing)
    asks = articles.in_words(condition.asks)
    question = ask_for(asks, say.lang)
    if condition.presumed:
        text = say("why.fact.presumed", question=question)
    elif condition.standing is Standing.NOT_APPLICABLE:
        text = say("why.fact.not_applicable", question=question)
    elif condition.told is None:
        text = say("why.fact.untold", question=question)
    else:
        told = say.listed([_value(value, asks, say) for value in condition.told]) or say("why.none")
        answer = say.named("why.answer", _answer(condition.standing, asks))
        text = say("why.fact.told", question=question, answer=answer, told=told)
    return Branch(text, condition.standing)


def _answer(standing: Standing, asks: Change) -> str:
    """Yes or no to the question as it is put, which is the plain one, also where its opposite is wanted."""
    if standing not in (Standing.HOLDS, Standing.FAILS):
        return "open"
    opposite = asks.operator in ("not", "lacks") or asks.wanted == ("false",)
    return "yes" if (standing is Standing.HOLDS) is (asks.negated is opposite) else "no"


def _value(value: str, asks: Change, say: Phrases) -> str:
    name = fact_name(asks.path, say.lang)
    return value_label(value, asks.lists, name.type if name is not None else None, say.lang)


def lines(branch: Branch, say: Phrases, depth: int = 0) -> Iterator[str]:
    """The tree as plain text, two spaces a level; the mark of a condition is a sign before it."""
    mark = say.named("mark", branch.mark) if branch.mark is not None else ""
    yield "  " * depth + say("why.line", mark=mark, text=branch.text) if mark else "  " * depth + branch.text
    for below in branch.below:
        yield from lines(below, say, depth + 1)
