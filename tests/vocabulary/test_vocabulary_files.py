"""The vocabulary files and the facts of the models: complete, unambiguous, acyclic, in step with the models."""

from __future__ import annotations

import importlib
import inspect
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from secrecy_rules.model.base import Model
from secrecy_rules.model.facts import fact, facts
from secrecy_rules.model.objects import FAMILIES
from secrecy_rules.model.word import WordOf
from secrecy_rules.vocabulary import list_names, store, vocabulary

MODEL_MODULES = ("objects", "person", "records", "situation")
ORDERED = {"rank", "harm", "gravity", "period", "weekday"}
TRUTH_WORDS = {"y", "n", "yes", "no", "true", "false", "on", "off", "null"}
ATTRIBUTES = {"zh", "en", "also", "is_a", "family", "order", "manner", "implies"}


class UniqueKeyLoader(yaml.SafeLoader):
    """Refuses a mapping that says a key twice; plain PyYAML would keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]  # type: ignore[no-untyped-call]
        twice = {key for key in keys if keys.count(key) > 1}
        assert not twice, twice
        return super().construct_mapping(node, deep)


def load(package: str, name: str) -> dict[Any, Any]:
    text = (files(package) / "data" / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=UniqueKeyLoader)  # noqa: S506


@cache
def raw(name: str) -> dict[Any, Any]:
    return load("secrecy_rules.vocabulary", f"{name}.yaml")


def models() -> list[type[Model]]:
    found = {
        cls
        for name in MODEL_MODULES
        for _, cls in inspect.getmembers(importlib.import_module(f"secrecy_rules.model.{name}"), inspect.isclass)
        if issubclass(cls, Model) and cls is not Model
    }
    return sorted(found, key=lambda cls: cls.__name__)


def defining_class(model: type[BaseModel], field: str) -> type[BaseModel]:
    return next(cls for cls in model.__mro__ if field in inspect.get_annotations(cls))


def lists_named_in(annotation: Any) -> set[tuple[str, ...]]:
    nested = [lists_named_in(part) for part in get_args(annotation)]
    own = {annotation.lists} if isinstance(annotation, WordOf) else set()
    return own.union(*nested)


def lists_of(model: type[BaseModel]) -> set[tuple[str, ...]]:
    return {
        lists
        for info in model.model_fields.values()
        for part in (info.annotation, *info.metadata)
        for lists in lists_named_in(part)
    }


@pytest.mark.parametrize("name", list_names())
def test_every_word_is_labelled_in_both_languages(name: str) -> None:
    for word, spec in raw(name).items():
        assert isinstance(word, str), word
        assert re.fullmatch("[a-z][a-z0-9_]*", word), word
        assert word not in TRUTH_WORDS
        assert set(spec) <= ATTRIBUTES, word
        for label in (spec["zh"], spec["en"], *spec.get("also", ())):
            assert isinstance(label, str), (word, label)
            assert label.strip() == label != "", (word, label)


@pytest.mark.parametrize("name", list_names())
def test_a_spelling_stands_for_one_word(name: str) -> None:
    spellings = [text for word, spec in raw(name).items() for text in (word, spec["zh"], *spec.get("also", ()))]
    assert not {text for text in spellings if spellings.count(text) > 1}


@pytest.mark.parametrize("name", list_names())
def test_broader_words_exist_and_do_not_go_in_circles(name: str) -> None:
    words = vocabulary(name)
    for entry in words.entries.values():
        assert set(entry.is_a) <= set(words.entries), entry.word
    above = {word: set(entry.is_a) for word, entry in words.entries.items()}
    while above:
        roots = {word for word, parents in above.items() if not parents & above.keys()}
        assert roots, f"circle among {sorted(above)}"
        above = {word: parents for word, parents in above.items() if word not in roots}


@pytest.mark.parametrize("name", list_names())
def test_a_list_is_ordered_wholly_or_not_at_all(name: str) -> None:
    orders = [entry.order for entry in vocabulary(name).entries.values()]
    if name in ORDERED:
        assert vocabulary(name).ordered
        assert len(set(orders)) == len(orders)
    else:
        assert set(orders) == {None}


def test_families_belong_to_kinds_and_every_kind_has_one() -> None:
    kinds = vocabulary("kind")
    assert {kinds.family(word) for word in kinds.entries} == set(FAMILIES)
    for name in list_names():
        if name != "kind":
            assert all(entry.family is None for entry in vocabulary(name).entries.values()), name


def test_a_kind_with_several_broader_kinds_has_the_facts_of_each() -> None:
    kinds = vocabulary("kind")
    for word, entry in kinds.entries.items():
        for parent in entry.is_a:
            assert issubclass(FAMILIES[kinds.family(word)], FAMILIES[kinds.family(parent)]), (word, parent)


def test_every_list_that_a_model_names_exists() -> None:
    named = {name for model in models() for lists in lists_of(model) for name in lists}
    assert {"kind", "role", "action", "matter", "event"} <= named
    assert named <= set(list_names())


def test_where_a_field_takes_two_lists_a_spelling_means_the_same_word_in_both() -> None:
    several = {lists for model in models() for lists in lists_of(model) if len(lists) > 1}
    assert several
    for lists in several:
        first, *others = (vocabulary(name) for name in lists)
        for other in others:
            for text in set(first.spellings()) & set(other.spellings()):
                assert first.resolve(text) == other.resolve(text), text


def test_every_field_of_a_model_has_a_fact_under_the_class_that_defines_it() -> None:
    table = load("secrecy_rules.model", "facts.yaml")
    wanted = {
        model.__name__: {field for field in model.model_fields if defining_class(model, field) is model}
        for model in models()
    }
    assert {name: set(fields) for name, fields in table.items()} == wanted
    for fields in table.values():
        for spec in fields.values():
            assert set(spec) <= {"zh", "en", "obtainable", "also"}
            assert spec["zh"]
            assert spec["en"]


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_a_chinese_field_name_means_one_field(model: type[Model]) -> None:
    described = [fact(model, field) for field in model.model_fields]
    names = [text for one in described for text in (one.zh, *one.also)]
    assert not {text for text in names if names.count(text) > 1}


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_an_inherited_field_has_the_fact_of_the_class_that_defines_it(model: type[Model]) -> None:
    for field in model.model_fields:
        assert fact(model, field) == facts()[defining_class(model, field).__name__][field], field


def test_the_json_beside_the_lists_is_of_these_lists() -> None:
    # `make record` writes it anew; an old one is not used, only slow.
    assert store.COMPILED.read_text(encoding="utf-8") == store.compiled()


def test_an_edited_list_counts_although_the_json_is_old(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    beside = tmp_path / "compiled.json"
    beside.write_text(store.compiled(), encoding="utf-8")
    monkeypatch.setattr(store, "COMPILED", beside)
    monkeypatch.setattr(store, "_compiled", store._compiled.__wrapped__)
    assert store._compiled()["mark"].keys() == vocabulary("mark").entries.keys()
    text = store._text
    added = "\nred_stamp: {zh: 红章, en: red stamp}\n"
    monkeypatch.setattr(store, "_text", lambda name: text(name) + (added if name == "mark" else ""))
    assert store._compiled() == {}
    assert "red_stamp" in store.vocabulary.__wrapped__("mark").entries
