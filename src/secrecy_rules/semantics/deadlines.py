"""Dates of duties. The day of the event is not counted, the last day is; months go by the calendar."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DURATION = re.compile(r"P(?:T)?(\d+)([YMWDH])")


def add(day: date, duration: str) -> date:
    """The last day of a period that runs from the day after ``day``. Hours and minutes end the same day.

    >>> add(date(2024, 1, 31), "P1M")
    datetime.date(2024, 2, 29)
    >>> add(date(2024, 3, 1), "P14D")
    datetime.date(2024, 3, 15)

    Beyond the calendar it is the calendar's last day.

    >>> add(date(9999, 12, 31), "P14D")
    datetime.date(9999, 12, 31)
    """
    match = _DURATION.fullmatch(duration)
    if match is None or duration.startswith("PT"):
        return day
    try:
        return _added(day, int(match[1]), match[2])
    except (OverflowError, ValueError):
        return date.max


def _added(day: date, count: int, unit: str) -> date:
    if unit == "D":
        return day + timedelta(days=count)
    if unit == "W":
        return day + timedelta(weeks=count)
    months = count * (12 if unit == "Y" else 1)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
