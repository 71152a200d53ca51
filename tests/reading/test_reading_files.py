"""Files that are missing, strange or too large are refused before they are read."""

import os
from pathlib import Path

import pytest

from secrecy_rules.errors import RulebookError
from secrecy_rules.reading import Limits, read_file, to_plain


def refusal(path: str | Path, limits: Limits | None = None) -> str:
    with pytest.raises(RulebookError) as caught:
        read_file(path, limits=limits or Limits(), error=RulebookError)
    (problem,) = caught.value.problems
    assert problem.file == str(path)
    assert problem.cure
    return problem.message


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.json", "a.YAML"])
def test_the_suffix_chooses_the_reader(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"a": 1}')
    assert to_plain(read_file(tmp_path / name, limits=Limits(), error=RulebookError)) == {"a": 1}
    assert to_plain(read_file(str(tmp_path / name), limits=Limits(), error=RulebookError)) == {"a": 1}


def test_an_unknown_suffix_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.toml") == "the suffix `.toml` is not known"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.yaml") == "there is no such file"


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("")
    assert refusal(tmp_path / "b" / "a.yaml") == "this file cannot be opened"


def test_a_path_with_a_null_character_is_refused() -> None:
    assert refusal("a\0.yaml") == "this file cannot be opened"


def test_a_directory_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert refusal(tmp_path / "a.yaml") == "this is a directory"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert refusal(tmp_path / "a.yaml") == "this is not a regular file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("/dev/zero")
    assert refusal(tmp_path / "a.yaml") == "this is not a regular file"


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: 1")

    def closed(*_: object) -> None:
        raise PermissionError

    # The tests may run as root, who may read everything.
    monkeypatch.setattr(Path, "open", closed)
    assert refusal(tmp_path / "a.yaml") == "this file may not be read"


def test_a_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: 12345")
    monkeypatch.setattr(Path, "open", None)
    assert refusal(tmp_path / "a.yaml", Limits(max_bytes=5)) == "the text is larger than 5 bytes"


def test_a_file_that_hides_its_size_is_still_bounded() -> None:
    place = Path("/proc/self/environ")
    if not place.exists():
        pytest.skip("no such file here")
    from secrecy_rules.reading.file import _content
    from secrecy_rules.reading.report import Report

    assert len(_content(place, Limits(max_bytes=3), Report(None, RulebookError))) <= 4
