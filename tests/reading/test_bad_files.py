"""Each broken file in `bad/` is refused in the words of the `.expected.txt` beside it."""

from pathlib import Path

import pytest

from secrecy_rules.errors import RulebookError
from secrecy_rules.reading import RULEBOOK_LIMITS, read_file

BAD = sorted(path for path in (Path(__file__).parent / "bad").iterdir() if path.suffix in {".yaml", ".json"})


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_a_broken_file_is_refused_in_the_expected_words(path: Path) -> None:
    expected = path.with_name(path.name + ".expected.txt").read_text(encoding="utf-8").splitlines()
    with pytest.raises(RulebookError) as caught:
        read_file(path, limits=RULEBOOK_LIMITS, error=RulebookError)
    message = str(caught.value)
    assert expected
    assert [words for words in expected if words not in message] == [], message
    for problem in caught.value.problems:
        assert problem.file == str(path)
        assert problem.line is not None
        assert problem.column is not None
        assert problem.cure


def test_every_expectation_has_its_broken_file() -> None:
    expectations = {path.name for path in (Path(__file__).parent / "bad").glob("*.expected.txt")}
    assert expectations == {path.name + ".expected.txt" for path in BAD}
