"""Each broken request of this folder is refused in the words of the `.expected.txt` beside it, and never allowed."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from secrecy_rules import Institution, Request
from secrecy_rules.cli.main import main
from secrecy_rules.engine.files import located, question_in, read_question, read_question_file
from secrecy_rules.errors import RequestError
from secrecy_rules.reading import REQUEST_LIMITS

HERE = Path(__file__).parent
CLINIC = str(HERE.parent / "cli" / "books" / "example-clinic.yaml")
BROKEN = sorted(p for p in HERE.iterdir() if p.is_file() and p.suffix != ".py" and ".expected" not in p.name)
# Wrong only for a rulebook: the request itself is well formed.
ANOTHER_SCALE = "level_off_the_scale.yaml"


def expected(path: Path) -> list[str]:
    return path.with_name(path.name + ".expected.txt").read_text(encoding="utf-8").splitlines()


def decide_file(path: Path) -> None:
    tree = read_question_file(path)
    question = question_in(tree, Request, file=str(path))
    try:
        Institution([CLINIC]).decide(question)
    except RequestError as error:
        raise located(error, tree, file=str(path)) from None


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
def test_a_broken_request_is_refused_by_the_library(path: Path) -> None:
    with pytest.raises(RequestError) as caught:
        decide_file(path)
    message = str(caught.value)
    assert expected(path)
    assert [words for words in expected(path) if words not in message] == [], message
    # No more problems than expected: one mistake is one line.
    assert len(caught.value.problems) <= len(expected(path))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_broken_request_is_wrong_input_on_the_command_line(
    path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["decide", CLINIC, str(path), "--lang", lang, "--json"])
    out, err = capsys.readouterr()
    assert status == 2
    assert [words for words in expected(path) if words not in err] == [], err
    assert "Traceback" not in err
    assert list(json.loads(out)) == ["error"]
    for word in ("准予", "Allowed"):
        assert word not in out + err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("too_large.yaml", "action: photocopy\nid: " + "x" * REQUEST_LIMITS.max_bytes, "larger than 65,536 bytes"),
        ("too_many.yaml", "approvals: [" + "a, " * 6_000 + "a]", "more than 5,000"),
        ("too_deep.yaml", "action: " + "[" * 20_000, "more than 12 levels of nesting"),
        ("too_deep.json", '{"action":' + "[" * 20_000, "nesting"),
        ("too_long.yaml", "action: " + "复" * 15_000, "unknown action"),
    ],
)
def test_a_hostile_request_is_refused_at_once(
    name: str, text: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    status = main(["decide", CLINIC, str(path), "--lang", "en"])
    seconds = time.perf_counter() - start
    out, err = capsys.readouterr()
    assert (status, out) == (2, "")
    assert words in err
    assert len(err) < 5_000
    assert seconds < 1


def test_every_expectation_has_its_broken_request() -> None:
    assert {path.name for path in HERE.glob("*.expected.txt")} == {path.name + ".expected.txt" for path in BROKEN}


def test_a_level_off_the_scale_is_no_mistake_in_the_file_itself() -> None:
    assert read_question(HERE / ANOTHER_SCALE, Request).action == "photocopy"
