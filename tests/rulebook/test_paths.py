"""Paths are checked when a rulebook is loaded: each leads to a typed fact, or is an error with the nearest good word."""

import pytest
from pydantic import BaseModel

from secrecy_rules.model.facts import fact
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.rulebook.parse_conditions import operators
from secrecy_rules.rulebook.paths import QUESTIONS, FactType, PathError, field_type, heads, parse_path


@pytest.mark.parametrize(
    ("path", "base", "many"),
    [
        ("place", "word", False),
        ("carrier.level", "level", False),
        ("information.contents_levels", "level", True),
        ("carrier.is_copy", "truth", False),
        ("copies_made", "number", False),
        ("person.id", "text", False),
        ("carrier.archived_on", "date", False),
        ("carrier.issuer.rank", "word", False),
        ("person.roles", "record", True),
        ("approvals", "record", True),
        ("carrier.marks", "word", True),
        ("object.kind", "word", False),
        ("target.networks", "word", True),
        ("circumstances.wartime", "truth", False),
        ("conduct.gravity", "word", False),
        ("meeting.large", "truth", False),
    ],
)
def test_a_path_has_the_type_of_its_fact(path: str, base: str, many: bool) -> None:
    found = parse_path(path).type
    assert (found.base, found.many) == (base, many)


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        ("carrrier.level", "carrrier"),
        ("carrier.lvl", "lvl"),
        ("carrier.level.x", "x"),
        ("present.roles", "roles"),
        ("", ""),
    ],
)
def test_a_path_that_leads_nowhere_names_its_bad_part(path: str, bad: str) -> None:
    with pytest.raises(PathError) as caught:
        parse_path(path)
    assert caught.value.bad == bad


def test_every_fact_of_every_model_has_a_type_a_comparison_and_a_label() -> None:
    models: list[type[BaseModel]] = [*QUESTIONS, *FAMILIES.values()]
    seen: set[type[BaseModel]] = set()
    while models:
        model = models.pop()
        if model in seen:
            continue
        seen.add(model)
        for field in model.model_fields:
            found = field_type(model, field)
            assert operators(found) or found.base == "record", f"{model.__name__}.{field}"
            models.extend(found.models)
            if model not in QUESTIONS or field in QUESTIONS[0].model_fields:
                described = fact(model, field)
                assert described.zh
                assert described.en
    assert len(seen) > 20


def test_the_first_word_of_a_path_is_a_party_an_object_a_record_or_a_fact() -> None:
    assert {"person", "performer", "object", "target", "carrier", "computer", "conduct", "place"} <= set(heads())


def test_comparisons_depend_on_the_type() -> None:
    assert "at_least" in operators(FactType("level"))
    assert "at_least" not in operators(FactType("truth"))
    assert "has" in operators(FactType("word", many=True))
    assert "has" not in operators(FactType("word"))
