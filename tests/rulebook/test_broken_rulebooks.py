"""Each broken rulebook in `broken/` is refused in the words of the `.expected.txt` beside it, all at once."""

from pathlib import Path

import pytest

from secrecy_rules import RulebookError, read_rulebook

FOLDER = Path(__file__).parent / "broken"
BROKEN = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_rulebook_is_refused_in_the_expected_words(path: Path) -> None:
    expected = path.with_name(path.name + ".expected.txt").read_text(encoding="utf-8").splitlines()
    with pytest.raises(RulebookError) as caught:
        read_rulebook(path)
    lines = str(caught.value).replace(str(path), path.name).splitlines()
    assert expected
    # Nothing missing, and no error that follows from another error.
    assert lines == expected
    for problem in caught.value.problems:
        assert problem.file == str(path)
        assert problem.line is not None
        assert problem.column is not None


def test_every_expectation_has_its_broken_rulebook() -> None:
    assert {path.name for path in FOLDER.glob("*.expected.txt")} == {path.name + ".expected.txt" for path in BROKEN}


def test_problems_are_reported_in_the_order_of_the_text() -> None:
    with pytest.raises(RulebookError) as caught:
        read_rulebook(FOLDER / "many-mistakes.yaml")
    places = [(problem.line or 0, problem.column or 0) for problem in caught.value.problems]
    assert len(places) > 5
    assert places == sorted(places)
