"""Runs the command in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from secrecy_rules.cli.main import main

HERE = Path(__file__).parent
CLINIC = str(HERE / "books" / "example-clinic.yaml")


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run_(*arguments: str) -> Ran:
        status = main(arguments)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run_


@pytest.fixture
def clinic() -> str:
    return CLINIC


@pytest.fixture
def question() -> Callable[[str], str]:
    return lambda name: str(HERE / "questions" / name)
