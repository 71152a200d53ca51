"""Writes the schemas into the folder they ship from: ``python -m secrecy_rules.schema``."""

from __future__ import annotations

import sys
from pathlib import Path

from secrecy_rules.schema.files import write

if __name__ == "__main__":
    for path in write(Path(__file__).parent / "data"):
        sys.stdout.write(f"{path}\n")
