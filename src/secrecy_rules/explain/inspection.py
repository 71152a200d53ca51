"""An inspection as text: breaches first, then what was not told, then what is in order."""

from __future__ import annotations

from secrecy_rules.explain.changes import ask_for, describe_change
from secrecy_rules.explain.citations import document
from secrecy_rules.explain.lines import section
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.explain.receipt import end_of_receipt
from secrecy_rules.model.answers import Inspection, Item, Verdict


def inspection_lines(answer: Inspection, say: Phrases) -> list[str]:
    """The whole text. Requirements that do not apply are left out."""
    lines = [say("inspection.conclusion", verdict=say.named("verdict", answer.verdict))]
    for verdict in (Verdict.BREACH, Verdict.NOT_TOLD, Verdict.IN_ORDER):
        items = dict.fromkeys(_item(item, say) for item in answer.items if item.verdict is verdict)
        lines += section(say.named("verdict", verdict), items, say)
    return lines + end_of_receipt(answer, say)


def _item(item: Item, say: Phrases) -> tuple[str, ...]:
    phrase = ask_for if item.verdict is Verdict.NOT_TOLD else describe_change
    wanted = say.listed([phrase(change, say.lang) for change in item.wanted], how="also")
    cited = (document(item.citation, say), item.citation.article, item.citation.gist.in_(say.lang))
    where = say("citation.brief", document=cited[0], article=cited[1], gist=cited[2])
    return (wanted, where) if wanted else (where,)
