"""The six questions by name: which input each takes and how it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from secrecy_rules.engine import Engine
from secrecy_rules.model.answers import Receipt
from secrecy_rules.model.situation import Incident, Inquiry, Occurrence, Request, Situation, State

QUESTIONS: dict[str, type[Situation]] = {
    "decide": Request,
    "inspect": State,
    "classify": State,
    "duties": Occurrence,
    "consequences": Incident,
    "authority": Inquiry,
}


def question(name: str, data: Mapping[str, Any]) -> Situation:
    """The typed input of a question; ``RequestError`` if the data are wrong."""
    return QUESTIONS[name].from_data(data)


def ask(engine: Engine, name: str, asked: Situation) -> Receipt:
    """The engine's answer to a question by its name."""
    answer: Receipt = getattr(engine, name)(asked)
    return answer
