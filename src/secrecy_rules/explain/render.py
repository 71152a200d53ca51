"""Any answer as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from secrecy_rules.explain.authority import authority_lines
from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.classification import classification_lines
from secrecy_rules.explain.consequences import consequences_lines
from secrecy_rules.explain.decision import decision_lines
from secrecy_rules.explain.duty_list import duty_list_lines
from secrecy_rules.explain.inspection import inspection_lines
from secrecy_rules.explain.lines import text_of
from secrecy_rules.explain.phrases import phrases
from secrecy_rules.explain.receipt import end_of_receipt
from secrecy_rules.model.answers import (
    Authority,
    Classification,
    Consequences,
    Decision,
    DutyList,
    Inspection,
    Receipt,
)
from secrecy_rules.rulebook.document import Rulebook

_RENDERERS: dict[type[Receipt], Callable[[Any, Articles], list[str]]] = {
    Decision: decision_lines,
    Classification: classification_lines,
    Inspection: inspection_lines,
    DutyList: duty_list_lines,
    Consequences: consequences_lines,
    Authority: authority_lines,
}


def render(answer: Receipt, lang: str = "zh", *, rulebooks: Iterable[Rulebook] = ()) -> str:
    """The answer as text in ``zh`` or ``en``, without a line break at the end.

    With the ``rulebooks`` at hand, exceptions that were presumed not to hold are told in words instead of by
    the ids of their rules. ``ValueError`` for another language, ``TypeError`` for something that is no answer.
    """
    lines_of = _RENDERERS.get(type(answer))
    if lines_of is None:
        raise TypeError(f"cannot render {type(answer).__name__}")
    articles = Articles(answer, tuple(rulebooks), phrases(lang))
    first, *rest = lines_of(answer, articles)
    document = articles.heading()
    heading = [articles.say("citation.heading", document=document)] if document is not None else []
    return text_of([first, *heading, *rest, *end_of_receipt(answer, articles)])
