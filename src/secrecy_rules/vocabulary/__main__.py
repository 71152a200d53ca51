"""Writes the lists as JSON beside the YAML: ``python -m secrecy_rules.vocabulary``."""

from __future__ import annotations

import sys
from pathlib import Path

from secrecy_rules.vocabulary.store import COMPILED, compiled

if __name__ == "__main__":
    Path(str(COMPILED)).write_text(compiled(), encoding="utf-8")
    sys.stdout.write(f"{COMPILED}\n")
