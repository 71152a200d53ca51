"""What must hold between the parts of a rulebook: every name leads somewhere, and nothing goes in circles."""

from __future__ import annotations

from collections.abc import Iterator

from secrecy_rules.errors import Problem
from secrecy_rules.reading import did_you_mean, in_backticks
from secrecy_rules.rulebook.conditions import All, AnyOf, Condition, DutyOutcome, IsTerm, Not, Satisfies, is_always
from secrecy_rules.rulebook.document import Article, Rulebook
from secrecy_rules.rulebook.reader import Reader
from secrecy_rules.rulebook.rules import Adjust, CaseOf, Exempt, Penalize, Reward, Rule


def check(book: Rulebook, reader: Reader) -> None:
    """Note every problem between the parts of ``book`` on ``reader``."""
    for line, message, cure in _problems(book):
        reader.problems.append(Problem(message, reader.file, line, 1, cure))


def _problems(book: Rulebook) -> Iterator[tuple[int, str, str | None]]:
    yield from _repeated_articles(book)
    for article in book.articles:
        yield from _names_in_article(book, article)
        yield from _norms(article)
    for rule in book.rules.values():
        yield from _names_in_rule(book, rule)
    yield from _lead_ins(book)
    yield from _cycles(book)


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


def _names_in_article(book: Rulebook, article: Article) -> Iterator[tuple[int, str, str | None]]:
    named = [*article.served_by, *(rule for norm in article.norms for rule in norm.rules)]
    for name in dict.fromkeys(named):
        if name not in book.rules:
            yield (
                article.line,
                f"article {in_backticks(article.id)} names the unknown rule {in_backticks(name)}",
                did_you_mean(name, book.rules),
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
            yield article.line, f"norm {in_backticks(norm.key)} has neither rules nor a reason", None


def _names_in_rule(book: Rulebook, rule: Rule) -> Iterator[tuple[int, str, str | None]]:
    for name in _targets(rule):
        target = book.rules.get(name)
        if target is None:
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} names the unknown rule {in_backticks(name)}",
                did_you_mean(name, book.rules),
            )
        elif isinstance(rule, Exempt) and target.absolute:
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} exempts from {in_backticks(name)}, which is absolute",
                "remove one of the two",
            )
        elif isinstance(rule, CaseOf) and isinstance(target, CaseOf):
            yield rule.line, f"rule {in_backticks(rule.id)} is a case of a case", "name the lead-in rule"
        elif isinstance(rule, Adjust) and not isinstance(target, Penalize | Reward):
            yield (
                rule.line,
                f"rule {in_backticks(rule.id)} adjusts {in_backticks(name)}, which is no penalty or reward",
                None,
            )
    if rule.absolute and rule.unless is not None:
        yield (
            rule.line,
            f"rule {in_backticks(rule.id)} is absolute and has an exception",
            "remove one of the two",
        )
    for part in (rule.when, rule.unless, rule.scope):
        for keyword, name in _named(part):
            if name not in book.rules:
                yield (
                    rule.line,
                    f"`{keyword}` names the unknown rule {in_backticks(name)}",
                    did_you_mean(name, book.rules),
                )


def _targets(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule, Exempt | Adjust):
        return rule.rules
    return (rule.rule,) if isinstance(rule, CaseOf) else ()


def _named(condition: Condition | None) -> Iterator[tuple[str, str]]:
    """Every rule that a condition names, with the keyword that names it."""
    match condition:
        case Satisfies(rule):
            yield "satisfies", rule
        case DutyOutcome(rule, fulfilled):
            yield "fulfilled" if fulfilled else "breach_of", rule
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _named(part)
        case Not(part) | IsTerm(_, part):
            yield from _named(part)


def _edges(book: Rulebook, rule: Rule) -> set[str]:
    """The rules whose outcome the outcome of this one hangs on."""
    found = {e.id for e in book.exemptions.get(rule.id, ())}
    for part in (rule.when, rule.unless, rule.scope):
        found.update(name for keyword, name in _named(part) if keyword == "satisfies")
    return found & set(book.rules)


def _cycles(book: Rulebook) -> Iterator[tuple[int, str, str | None]]:
    done: set[str] = set()
    for start in book.rules:
        trail: list[str] = []
        stack = [(start, iter(sorted(_edges(book, book.rules[start]))))] if start not in done else []
        trail.extend(name for name, _ in stack)
        while stack:
            name, edges = stack[-1]
            following = next(edges, None)
            if following is None:
                done.add(name)
                stack.pop()
                trail.pop()
            elif following in trail:
                circle = " → ".join([*trail[trail.index(following) :], following])
                yield book.rules[following].line, f"exemptions go in a circle: {circle}", "remove one of them"
                return
            elif following not in done:
                stack.append((following, iter(sorted(_edges(book, book.rules[following])))))
                trail.append(following)


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
