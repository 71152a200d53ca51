"""Hostile rulebooks are refused in no more time than a second of an ordinary machine, and within 100 MB."""

from pathlib import Path

import pytest

from tests.hostile import assert_refused_cheaply, measured
from tests.semantics.toy import document


def rules(*lines: str, terms: str = "") -> str:
    return document("\n".join(f"- {line}" for line in lines), head=terms, name="hostile")


def terms(number: int, width: int) -> str:
    """Terms each of which stands for several of the one above."""
    several = "{{all: [{}]}}"
    return "terms:\n  t0: {when: {place: home}}\n" + "".join(
        f"  t{i}: {{when: {several.format(', '.join([f'{{is: t{i - 1}}}'] * width))}}}\n" for i in range(1, number)
    )


def ban(i: int, unless: str) -> str:
    return f"{{id: r{i}, forbid: copy, unless: {unless}}}"


FIRST = "{id: r0, forbid: copy, unless: {place: home}}"
HOSTILE = {
    "terms-that-multiply": rules("{id: f, forbid: copy, when: {is: t39}}", terms=terms(40, 9)),
    "terms-that-go-deep": rules("{id: f, forbid: copy, when: {is: t1999}}", terms=terms(2000, 1)),
    "a-large-term-in-many-rules": rules(
        *(f"{{id: f{i}, forbid: copy, when: {{is: t11}}}}" for i in range(2000)), terms=terms(12, 2)
    ),
    "satisfies-that-multiplies": rules(
        FIRST, *(ban(i, f"{{all: [{', '.join([f'{{satisfies: r{i - 1}}}'] * 9)}]}}") for i in range(1, 40))
    ),
    "satisfies-that-goes-deep": rules(FIRST, *(ban(i, f"{{satisfies: r{i - 1}}}") for i in range(1, 3000))),
    "satisfies-in-a-circle": rules(*(ban(i, f"{{satisfies: r{(i + 1) % 3000}}}") for i in range(3000))),
    "exemptions-that-multiply": rules(
        "{id: r0x0, forbid: copy}",
        *(
            f"{{id: r{i}x{j}, exempt: [{', '.join(f'r{i - 1}x{k}' for k in range(9 if i > 1 else 1))}]}}"
            for i in range(1, 40)
            for j in range(9)
        ),
    ),
    "exemptions-that-go-deep": rules(FIRST, *(f"{{id: r{i}, exempt: r{i - 1}}}" for i in range(1, 3000))),
    "exemptions-in-a-circle": rules(*(f"{{id: r{i}, exempt: r{(i + 1) % 3000}}}" for i in range(3000))),
    "too-many-rules": rules(*(f"{{id: r{i}, forbid: copy}}" for i in range(8000))),
    "an-unknown-word-everywhere": rules(*(f"{{id: r{i}, forbid: copyy{i}}}" for i in range(3000))),
    "an-unknown-key-everywhere": rules(*(f"{{id: r{i}, forbid: copy, whenn: 1}}" for i in range(3000))),
    "an-unknown-rule-everywhere": rules(*(f"{{id: a{i}, exempt: a_{i}}}" for i in range(3000))),
    "one-id-everywhere": rules(*["{id: r, forbid: copy}"] * 3000),
    "an-unknown-term-everywhere": rules(
        *(f"{{id: r{i}, forbid: copy, when: {{is: termm{i}}}}}" for i in range(1000)),
        terms="terms:\n" + "".join(f"  term{i}: {{when: {{place: home}}}}\n" for i in range(1000)),
    ),
    "a-condition-too-deep": rules("{id: r, forbid: copy, when: " + "{not: " * 200 + "{place: home}" + "}" * 201),
    "a-condition-too-wide": rules("{id: r, forbid: copy, when: {all: [" + "{place: home}, " * 20_000 + "]}}"),
    "a-duration-too-long": rules(f"{{id: r, oblige: report, every: P{'9' * 15_000}D}}"),
}


@measured
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_rulebook_is_refused_quickly_and_in_little_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(HOSTILE[name], encoding="utf-8")
    assert_refused_cheaply(path, "read_rulebook(sys.argv[1])")


def test_a_rulebook_with_no_end_of_mistakes_shows_the_first_fifty() -> None:
    from secrecy_rules import RulebookError
    from secrecy_rules.rulebook import rulebook_from_text

    with pytest.raises(RulebookError) as caught:
        rulebook_from_text(HOSTILE["an-unknown-key-everywhere"])
    assert len(caught.value.problems) == 51
    assert caught.value.problems[-1].message == "only the first 50 problems are shown"
