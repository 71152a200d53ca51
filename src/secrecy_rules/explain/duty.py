"""A duty in words: what, by whom, to whom, by when, and where it stands."""

from __future__ import annotations

from secrecy_rules.explain.citations import Articles
from secrecy_rules.explain.labels import duration_label, role_label, word_label
from secrecy_rules.explain.needs import in_a_row
from secrecy_rules.explain.phrases import Phrases
from secrecy_rules.model.answers import DutyItem, DutyState

_EVENT_LISTS = ("event", "action", "formality")


def duty_line(item: DutyItem, articles: Articles) -> tuple[str, str]:
    """One duty: a line, and our gist of the article."""
    say = articles.say
    details = [
        text
        for text in (
            _to(item, say),
            _when(item, say),
            say("duty.due", due=item.due) if item.due is not None else "",
            _renewal(item, say),
            _state(item, say),
            say("duty.depends", questions=in_a_row(item.missing, articles)) if item.missing else "",
            articles.place(item.citation),
        )
        if text
    ]
    line = say("duty.line", duty=_what(item, say), details=say.listed(details, how="also"))
    return line, item.citation.gist.in_(say.lang)


def _what(item: DutyItem, say: Phrases) -> str:
    words = [_duty(word, say) for word in item.duties]
    duty = say.listed(words, how="or" if item.choice else "and")
    if item.choice:
        duty = say("duty.choice", duties=duty)
    if item.instead:
        duty = say("duty.instead", duty=duty)
    if item.who is not None:
        duty = say("duty.who", duty=duty, who=role_label(item.who, say.lang))
    return duty if item.certain else say("duty.possible", duty=duty)


def _duty(word: str, say: Phrases) -> str:
    label = word_label(word, ("duty",), say.lang)
    return say.named("duty_word", word) if label == word else label


def _to(item: DutyItem, say: Phrases) -> str:
    return say("duty.to", to=role_label(item.to, say.lang)) if item.to is not None else ""


def _when(item: DutyItem, say: Phrases) -> str:
    """The deadline as the article puts it, or the period."""
    if item.weekdays:
        days = [word_label(day, ("weekday",), say.lang) for day in item.weekdays]
        return say("duty.weekdays", days=say.listed(days))
    if item.by is None:
        if item.period is None:
            return ""
        period = duration_label(item.period, say.lang, how="every")
        return period if item.times is None else _times(period, item.times, say)
    event = word_label(item.event, _EVENT_LISTS, say.lang) if item.event is not None else ""
    period = duration_label(item.period, say.lang) if item.period is not None else ""
    key = f"duty.{item.by}"
    return say(key, event=event, period=period) if key in say else item.by


def _times(period: str, times: tuple[int | None, int | None], say: Phrases) -> str:
    low, high = times
    if low is not None and high is not None:
        how = "exactly" if low == high else "between"
    else:
        how = "at_most" if low is None else "at_least"
    return say(f"duty.times.{how}", period=period, low=low, high=high)


def _renewal(item: DutyItem, say: Phrases) -> str:
    """Until when it can be renewed at most; nothing once that day is the due day itself."""
    if item.renewable_until is None or item.renewable_until == item.due:
        return ""
    if item.renew_at is None:
        return say("duty.renewable", until=item.renewable_until)
    return say("duty.renewable_at", until=item.renewable_until, at=role_label(item.renew_at, say.lang))


def _state(item: DutyItem, say: Phrases) -> str:
    """Where it stands; of a duty that is not certain, or that simply has no date, there is nothing to say."""
    if not item.certain or (item.state is DutyState.OPEN and item.due is None):
        return ""
    if item.state is DutyState.LATE and item.in_principle:
        return say("duty_state.late_in_principle")
    return say.named("duty_state", item.state)
