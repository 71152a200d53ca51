"""The page on the semantics names the tests that pin it."""

import re
from pathlib import Path

from secrecy_rules import Ground

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "semantics.md").read_text(encoding="utf-8")


def test_every_test_that_the_page_names_exists_and_every_test_here_is_named() -> None:
    named = set(re.findall(r"`(?:tests/(\w+)/)?(test_\w+)`", PAGE))
    assert len(named) > 20
    missing = [
        f"{folder}/{name}"
        for folder, name in named
        if not (ROOT / "tests" / (folder or "semantics") / f"{name}.py").is_file()
    ]
    assert missing == []
    here = {path.stem for path in Path(__file__).parent.glob("test_*.py")} - {"test_docs"}
    assert here - {name for folder, name in named if not folder} == set()


def test_the_grounds_stand_on_the_page_in_their_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (?:deny|allow)", PAGE, re.MULTILINE)
    assert rows == [ground.value for ground in Ground]
