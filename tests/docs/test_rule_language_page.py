"""The page on the rule language is true: its examples load, and it leaves nothing of the language out."""

from __future__ import annotations

import pytest

from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.reading import RULEBOOK_LIMITS
from secrecy_rules.rulebook import rulebook_from_text
from secrecy_rules.rulebook.ledger import INERT_REASONS
from secrecy_rules.rulebook.parse_approvals import HOW
from secrecy_rules.rulebook.parse_conditions import KEYWORDS, MAX_PARTS, operators
from secrecy_rules.rulebook.parse_document import ARTICLE, ARTICLE_OPTIONAL, HEAD, HEAD_OPTIONAL, MOST_RULES
from secrecy_rules.rulebook.parse_duties import NAMED, PARTIES, RELATIVE
from secrecy_rules.rulebook.parse_rules import CLASSIFY_KEYS, COMMON, EXTRA, PENALTY_KEYS, STEP_VERBS
from secrecy_rules.rulebook.paths import FactType, heads
from secrecy_rules.rulebook.reader import MOST_PROBLEMS
from secrecy_rules.rulebook.rules import RULE_KINDS
from secrecy_rules.rulebook.size import DEEPEST, MOST_PARTS, MOST_PARTS_IN_ALL
from secrecy_rules.vocabulary import vocabulary
from secrecy_rules.vocabulary.store import list_names
from tests.docs.page import RULE_LANGUAGE, Example, anchor, page
from tests.docs.wrapping import WRAPPINGS

PAGE = page(RULE_LANGUAGE)
# A heading may be of several constructs: "penalize and reward", "all, any, not".
SECTIONS = {name: heading for heading in PAGE.headings for name in heading.replace(" and ", ", ").split(", ")}


@pytest.mark.parametrize("example", PAGE.examples, ids=lambda example: f"line {example.line}")
def test_every_example_loads(example: Example) -> None:
    assert example.language == "yaml"
    assert example.what in WRAPPINGS, "say after `yaml` what it is: " + ", ".join(WRAPPINGS)
    rulebook_from_text(WRAPPINGS[example.what](example.text))


def test_the_contents_name_each_section_once_in_order() -> None:
    contents = next(line for line in PAGE.text.splitlines() if line.startswith("Contents: "))
    links = "".join(f"[{heading}](#{anchor(heading)})" for heading in PAGE.headings)
    assert "".join(part.split(": ")[-1] for part in contents.split(" · ")) == links


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_every_kind_of_rule_has_a_section_with_an_example_and_its_keys(kind: str) -> None:
    section = PAGE.section(SECTIONS[kind])
    assert kind in section.keys
    assert set(EXTRA.get(kind, ())) <= section.words | section.keys


def test_the_keys_of_a_rule_are_the_rows_of_their_table() -> None:
    stated = [key.strip("` ") for row in PAGE.section("rules").rows for key in row[0].split(",")]
    assert sorted(stated) == sorted(COMMON)


@pytest.mark.parametrize(
    ("heading", "keys"),
    [
        ("classify", CLASSIFY_KEYS),
        ("penalize and reward", ("who", "measures", *PENALTY_KEYS)),
    ],
)
def test_the_keys_inside_a_rule_are_the_rows_of_their_table(heading: str, keys: tuple[str, ...]) -> None:
    assert sorted(row[0].strip("`") for row in PAGE.section(heading).rows) == sorted(keys)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("head", (*HEAD, *HEAD_OPTIONAL)),
        ("articles", (*ARTICLE, *ARTICLE_OPTIONAL)),
        ("inert", INERT_REASONS),
        ("entrust", STEP_VERBS),
        ("deadlines", (*NAMED, *RELATIVE, "within", "from", "set_by")),
        ("conditions", KEYWORDS),
        ("approved_by", HOW),
        ("paths", tuple(FAMILIES)),
        ("comparisons", tuple(name for name in list_names() if vocabulary(name).ordered)),
    ],
)
def test_a_section_names_every_word_of_its_closed_list(heading: str, words: tuple[str, ...]) -> None:
    section = PAGE.section(heading)
    assert set(words) <= section.words | section.keys


def test_every_party_of_a_duty_is_named() -> None:
    assert ", ".join(PARTIES) in PAGE.section("oblige").text


@pytest.mark.parametrize("keyword", KEYWORDS)
def test_every_keyword_of_conditions_has_a_section_with_an_example(keyword: str) -> None:
    assert keyword in PAGE.section(SECTIONS[keyword]).keys


def test_the_operators_of_each_type_are_those_of_the_code() -> None:
    types = {base: FactType(base) for base in ("level", "word", "number", "text", "date", "truth")}
    types["list"] = FactType("word", many=True)
    stated = {row[0]: row[1] for row in PAGE.section("comparisons").rows if row[0] in types}
    assert stated == {name: ", ".join(f"`{one}`" for one in operators(fact)) for name, fact in types.items()}


def test_every_operator_has_a_row_that_says_when_it_is_true() -> None:
    rows = [row[0] for row in PAGE.section("comparisons").rows]
    known = [name for base in ("word", "date") for name in operators(FactType(base))]
    known += operators(FactType("word", many=True))
    assert [name for name in known if not any(f"{{{name}: " in row for row in rows)] == []


def test_the_limits_are_those_of_the_code() -> None:
    stated = [int(row[1].replace(",", "")) for row in PAGE.section("limits").rows]
    caps = RULEBOOK_LIMITS
    assert stated == [
        caps.max_bytes,
        caps.max_depth,
        caps.max_nodes,
        caps.max_scalar,
        MOST_RULES,
        MAX_PARTS,
        MOST_PARTS,
        DEEPEST,
        MOST_PARTS_IN_ALL,
    ]
    assert f"the first {MOST_PROBLEMS})" in PAGE.section("text rules").text


def test_a_keyword_is_never_the_beginning_of_a_path() -> None:
    """The page says that a key is one or the other."""
    # `action` alone is the act itself, which the keyword tests.
    assert set(heads()) & set(KEYWORDS) == {"action"}
