"""Every relative link of the documentation leads to a file, and every anchor to a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.page import ROOT, Page, anchor, page

PAGES = [ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")]
PAGES += sorted((ROOT / "docs").rglob("*.md"))
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ABSOLUTE = re.compile(r"[a-z]+:")


def _links(found: Page) -> Iterator[str]:
    return (link for link in _LINK.findall(found.prose) if not _ABSOLUTE.match(link))


def _anchors(found: Page) -> set[str]:
    return {anchor(heading) for heading in re.findall(r"^#+ (.+)$", found.prose, re.MULTILINE)}


def _leads_somewhere(link: str, path: Path) -> bool:
    name, _, place = link.partition("#")
    target = (path.parent / name).resolve() if name else path
    # A link out of the checkout works on one machine only.
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not place or (target.suffix == ".md" and place in _anchors(page(target)))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_relative_link_leads_somewhere(path: Path) -> None:
    assert [link for link in _links(page(path)) if not _leads_somewhere(link, path)] == []
