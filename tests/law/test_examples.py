"""The everyday requests of examples/ get the answers that stand beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from secrecy_rules import Request, decide, shipped
from secrecy_rules.errors import RequestError
from secrecy_rules.reading import REQUEST_LIMITS, read_file, to_plain

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _answers(folder: Path) -> dict[str, dict[str, object]]:
    # A missing file is reported by the test that counts the examples, not by a crash while collecting.
    if not (folder / "answers.yaml").is_file():
        return {}
    return to_plain(read_file(folder / "answers.yaml", limits=REQUEST_LIMITS, error=RequestError))  # type: ignore[return-value]


ANSWERS = [(name, file, answer) for name in shipped() for file, answer in _answers(EXAMPLES / name).items()]


@pytest.mark.parametrize(("name", "file", "answer"), ANSWERS, ids=[f"{name}/{file}" for name, file, _ in ANSWERS])
def test_an_example_is_answered_as_an_official_would(name: str, file: str, answer: dict[str, object]) -> None:
    data = to_plain(read_file(EXAMPLES / name / file, limits=REQUEST_LIMITS, error=RequestError))
    decision = decide(Request.from_data(data), name)
    got = {"effect": decision.effect.value, "ground": decision.ground.value, "articles": set(decision.articles)}
    assert got == {**answer, "articles": set(answer["articles"] or [])}  # type: ignore[call-overload]


REGULATIONS = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.name in shipped())


def test_the_regulations_of_the_demonstration_have_examples() -> None:
    assert {"hospital-2017", "hospital-statistics-2024", "organization-department", "school"} <= set(REGULATIONS)


@pytest.mark.parametrize("name", REGULATIONS)
def test_a_regulation_with_examples_has_a_dozen_and_each_has_an_answer(name: str) -> None:
    files = {file.name for file in (EXAMPLES / name).glob("*.yaml")} - {"answers.yaml"}
    assert files == set(_answers(EXAMPLES / name))
    assert len(files) >= 12
