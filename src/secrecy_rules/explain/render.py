"""Any answer as plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from secrecy_rules.explain.authority import authority_lines
from secrecy_rules.explain.classification import classification_lines
from secrecy_rules.explain.consequences import consequences_lines
from secrecy_rules.explain.decision import decision_lines
from secrecy_rules.explain.duty_list import duty_list_lines
from secrecy_rules.explain.inspection import inspection_lines
from secrecy_rules.explain.lines import text_of
from secrecy_rules.explain.phrases import Phrases, phrases
from secrecy_rules.model.answers import (
    Authority,
    Classification,
    Consequences,
    Decision,
    DutyList,
    Inspection,
    Receipt,
)

_RENDERERS: dict[type[Receipt], Callable[[Any, Phrases], list[str]]] = {
    Decision: decision_lines,
    Classification: classification_lines,
    Inspection: inspection_lines,
    DutyList: duty_list_lines,
    Consequences: consequences_lines,
    Authority: authority_lines,
}


def render(answer: Receipt, lang: str = "zh") -> str:
    """The answer as text in ``zh`` or ``en``, without a line break at the end.

    ``ValueError`` for another language, ``TypeError`` for something that is no answer.
    """
    say = phrases(lang)
    lines_of = _RENDERERS.get(type(answer))
    if lines_of is None:
        raise TypeError(f"cannot render {type(answer).__name__}")
    return text_of(lines_of(answer, say))
