"""What must hold between the parts of a rulebook: every name leads somewhere, and nothing goes in circles."""

from __future__ import annotations

from collections.abc import Iterator

from secrecy_rules.reading import in_backticks
from secrecy_rules.rulebook.conditions import Condition, DutyOutcome, Satisfies, is_always, nodes
from secrecy_rules.rulebook.document import Article, Rulebook
from secrecy_rules.rulebook.parse_conditions import TOO_LARGE
from secrecy_rules.rulebook.reader import Reader
from secrecy_rules.rulebook.rules import (
    Adjust,
    AsState,
    CaseOf,
    Entrust,
    Exempt,
    Forbid,
    Oblige,
    Otherwise,
    Penalize,
    Require,
    Reward,
    Rule,
)
from secrecy_rules.rulebook.size import MOST_PARTS_IN_ALL, Size, Sizes

MOST_NAMED = 10


def check(book: Rulebook, reader: Reader) -> None:
    """Note every problem between the parts of ``book`` on ``reader``."""
    # What is too large is not looked at any further: looking is what would take too long.
    for line, message, cure in list(_too_large(book)) or _problems(book, reader):
        reader.problem_at(line, 1, message, cure)


def _problems(book: Rulebook, reader: Reader) -> Iterator[tuple[int, str, str | None]]:
    yield from _repeated_articles(book)
    for article in book.articles:
        yield from _names_in_article(book, article, reader)
        yield from _norms(article)
    for rule in book.rules.values():
        yield from _names_in_rule(book, rule, reader)
    yield from _lead_ins(book)
    order: list[str] = []
    yield from _cycles(book, order)
    yield from _interwoven(book, order)


def _repeated_articles(book: Rulebook) -> Iterator[tuple[int, str, str | None]]:
    seen: dict[str, int] = {}
    for article in book.articles:
        if article.id in seen:
            yield (
                article.line,
                f"a second article {in_backticks(article.id)}",
                f"the first stands in line {seen[article.id]}",
            )
        seen.setdefault(article.id, article.line)


def _names_in_article(book: Rulebook, article: Article, reader: Reader) -> Iterator[tuple[int, str, str | None]]:
    named = [*article.served_by, *(rule for norm in article.norms for rule in norm.rules)]
    for name in dict.fromkeys(named):
        if name not in book.rules:
            yield (
                article.line,
                f"article {in_backticks(article.id)} names the unknown rule {in_backticks(name)}",
                reader.nearest(name, book.rules.keys()),
            )


def _norms(article: Article) -> Iterator[tuple[int, str, str | None]]:
    """With norms listed, a rule that serves none of them is a rule the clause does not know."""
    if not article.norms:
        return
    served = {rule for norm in article.norms for rule in norm.rules}
    for rule in article.rules:
        if rule not in served:
            yield (
                article.line,
                f"rule {in_backticks(rule)} serves no norm of article {in_backticks(article.id)}",
                "name it under the norm it serves",
            )
    for norm in article.norms:
        if not norm.rules and norm.inert is None:
            yield (
                article.line,
                f"norm {in_backticks(norm.key)} has neither rules nor a reason",
                "name its rules, or write `inert:`",
            )


def _names_in_rule(book: Rulebook, rule: Rule, reader: Reader) -> Iterator[tuple[int, str, str | None]]:
    for name in _targets(rule):
        target = book.rules.get(name)
        if target is None:
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} names the unknown rule {in_backticks(name)}",
                reader.nearest(name, book.rules.keys()),
            )
        elif isinstance(rule, Exempt) and target.absolute:
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} exempts from {in_backticks(name)}, which is absolute",
                "remove one of the two",
            )
        elif isinstance(rule, Exempt) and isinstance(target, CaseOf):
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} exempts from the case {in_backticks(name)}",
                f"exempt from its lead-in rule {in_backticks(target.rule)}",
            )
        elif isinstance(rule, CaseOf) and isinstance(target, CaseOf):
            yield rule.line, f"rule {in_backticks(rule.id)} is a case of a case", "name the lead-in rule"
        elif isinstance(rule, Adjust) and not isinstance(target, Penalize | Reward):
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} adjusts {in_backticks(name)}, which is no penalty or reward",
                "name a `penalize` or `reward` rule",
            )
    if rule.absolute and rule.unless is not None:
        yield (
            rule.line,
            f"rule {in_backticks(rule.id)} is absolute and has an exception",
            "remove one of the two",
        )
    if isinstance(rule, CaseOf) and (rule.unless is not None or rule.scope != book.scope):
        yield (
            rule.line,
            f"the case {in_backticks(rule.id)} has an exception or a scope of its own",
            "put it into its `when`, or on the lead-in rule",
        )
    for part in _conditions(rule):
        for keyword, name in _named(part):
            if name not in book.rules:
                yield (
                    rule.line,
                    f"`{keyword}` names the unknown rule {in_backticks(name)}",
                    reader.nearest(name, book.rules.keys()),
                )


def _targets(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule, Exempt | Adjust):
        return rule.rules
    return (rule.rule,) if isinstance(rule, CaseOf) else ()


def _conditions(rule: Rule) -> Iterator[Condition | None]:
    """Every condition that stands in a rule, wherever it stands."""
    yield from (rule.when, rule.unless, rule.scope)
    match rule:
        case Forbid(as_state=AsState(_, when, require)):
            yield from (when, *require)
        case Require(items=items):
            yield from items
        case Oblige(otherwise=Otherwise(when, _)):
            yield when
        case Entrust(steps=steps):
            yield from (step.when for step in steps)


def _named(condition: Condition | None) -> Iterator[tuple[str, str]]:
    """Every rule that a condition names, with the keyword that names it."""
    for node in nodes(condition) if condition is not None else ():
        match node:
            case Satisfies(rule):
                yield "satisfies", rule
            case DutyOutcome(rule, fulfilled):
                yield "fulfilled" if fulfilled else "breach_of", rule


def _edges(book: Rulebook, rule: Rule) -> set[str]:
    """The rules whose outcome the outcome of this one hangs on."""
    found = {e.id for e in book.exemptions.get(rule.id, ())}
    for part in (rule.when, rule.unless, rule.scope):
        found.update(name for keyword, name in _named(part) if keyword == "satisfies")
    return {name for name in found if name in book.rules}


def _too_large(book: Rulebook) -> Iterator[tuple[int, str, str | None]]:
    """Rules whose conditions come to too much once their terms are written out."""
    sizes, parts = Sizes(), 0
    for rule in book.rules.values():
        size = Size()
        for condition in _conditions(rule):
            size = size.beside(sizes.of(condition))
        parts += size.parts
        if size.too_large or parts > MOST_PARTS_IN_ALL:
            yield rule.line, f"the conditions up to rule {in_backticks(rule.id)} are too large", TOO_LARGE
            return


def _interwoven(book: Rulebook, order: list[str]) -> Iterator[tuple[int, str, str | None]]:
    """Rules that hang on too many others. ``order``: every rule after those it hangs on, if there is such an order."""
    if len(order) < len(book.rules):
        return
    sizes, parts = Sizes(), 0
    for name in order:
        rule = book.rules[name]
        size = Size()
        for condition in (rule.when, rule.unless, rule.scope):
            size = size.beside(sizes.of(condition))
        for exemption in book.exemptions.get(name, ()):
            size = size.beside(sizes.rules[exemption.id].within)
        sizes.rules[name] = size
        parts += size.parts
        if size.too_large or parts > MOST_PARTS_IN_ALL:
            yield rule.line, f"rule {in_backticks(name)} hangs on too many others", TOO_LARGE
            return


def _cycles(book: Rulebook, order: list[str]) -> Iterator[tuple[int, str, str | None]]:
    done: set[str] = set()
    for start in book.rules:
        stack = [(start, iter(sorted(_edges(book, book.rules[start]))))] if start not in done else []
        # In the order of the way taken; a dict, because looking a name up in a list would take longer and longer.
        trail = dict.fromkeys(name for name, _ in stack)
        while stack:
            name, edges = stack[-1]
            following = next(edges, None)
            if following is None:
                done.add(name)
                order.append(name)
                stack.pop()
                del trail[name]
            elif following in trail:
                way = list(trail)
                circle = _shortened([*way[way.index(following) :], following])
                yield (
                    book.rules[following].line,
                    f"rules hang on each other in a circle: {circle}",
                    "remove one of them",
                )
                return
            elif following not in done:
                stack.append((following, iter(sorted(_edges(book, book.rules[following])))))
                trail[following] = None


def _shortened(way: list[str]) -> str:
    """The names on a way, those in the middle left out if they are many."""
    return " → ".join(way if len(way) <= MOST_NAMED else [*way[: MOST_NAMED - 2], "…", *way[-2:]])


def _lead_ins(book: Rulebook) -> Iterator[tuple[int, str, str | None]]:
    """A penalty with neither a condition of its own nor a case would follow from nothing at all."""
    cased = {rule.rule for rule in book.rules.values() if isinstance(rule, CaseOf)}
    for rule in book.rules.values():
        if isinstance(rule, Penalize | Reward) and is_always(rule.when) and rule.id not in cased:
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} has no condition and no case",
                "add `when` or a `case_of` rule",
            )
