"""Writes the pages into a folder: ``python -m secrecy_rules.overview docs``."""

from __future__ import annotations

import sys
from pathlib import Path

from secrecy_rules.overview.page import PAGES, page

if __name__ == "__main__":
    for lang, name in PAGES.items():
        path = Path(sys.argv[1]) / name
        path.write_text(page(lang), encoding="utf-8")
        sys.stdout.write(f"{path}\n")
