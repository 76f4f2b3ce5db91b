"""Times of day in England as people type them, read without a guess."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

__all__ = ["LONDON", "Precision", "moment_typed", "parse_local"]

LONDON = ZoneInfo("Europe/London")
"""The time zone of everything that carries none of its own."""


class Precision(StrEnum):
    """How precisely a time is known."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    BETWEEN = "between"
    BEFORE = "before"
    AFTER = "after"


_DATE = (
    r"(?:(?P<Y>[0-9]{4})-(?P<MM>[0-9]{2})-(?P<DD>[0-9]{2})"
    r"|(?P<d>[0-9]{1,2})[/.](?P<m>[0-9]{1,2})[/.](?P<y>[0-9]{4}))"
)
_TIME = (
    r"(?:[T ,]+(?:at )?(?P<H>[0-9]{1,2})[:.](?P<M>[0-9]{2})(?::(?P<S>[0-9]{2})(?:\.[0-9]+)?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
_MOMENT = re.compile(f"^{_DATE}{_TIME}$")
_YEARS = range(1900, 2200)


def parse_local(text: str) -> tuple[datetime, datetime, Precision]:
    """Return the earliest and latest moment (UTC), and the precision, of one written moment.

    Takes ISO (`2026-03-14`, `2026-03-14T18:30`) and British (`14/03/2026 18:30`) forms. A date
    alone is the whole day in England.

    Raises:
        ValueError: not such a form, not a date of the calendar, or an hour that the clocks skip.
    """
    match = _MOMENT.match(text.strip())
    if not match:
        raise ValueError(
            "is not a time this workbench reads; write it as 14/03/2026 18:30 or 2026-03-14 18:30"
        )
    part = match.groupdict()
    day = _calendar_day(
        int(part["Y"] or part["y"]), int(part["MM"] or part["m"]), int(part["DD"] or part["d"])
    )
    if part["H"] is None:
        start = datetime.combine(day, time(), LONDON).astimezone(UTC)
        after = datetime.combine(day + timedelta(days=1), time(), LONDON).astimezone(UTC)
        return start, after - timedelta(minutes=1), Precision.DAY
    moment = _moment_of(day, part)
    if moment.tzinfo is not None:
        return moment.astimezone(UTC), moment.astimezone(UTC), Precision.MINUTE
    return *_both_folds(moment), Precision.MINUTE


def moment_typed(value: object) -> object:
    """Return a moment that was typed in the local form, as that moment; anything else as it is.

    `14/03/2026 18:30` and `2026-03-14T18:30` are times in England.

    Raises:
        ValueError: it lacks the time of day, is no such time, or came twice that night.
    """
    match = _MOMENT.match(value.strip()) if isinstance(value, str) else None
    if match is None or (match["Y"] and match["zone"]):
        return value
    earliest, latest, precision = parse_local(match.string)
    if precision is Precision.DAY:
        raise ValueError("needs a time of day; write it as 2026-09-18T14:30:00+01:00")
    if earliest != latest:
        first, second = (one.astimezone(LONDON).isoformat() for one in (earliest, latest))
        raise ValueError(
            "came twice that night, when the clocks went back; write which one it was: "
            f"{first} or {second}"
        )
    return earliest


def _moment_of(day: date, part: dict[str, str | None]) -> datetime:
    """Return day and clock together; with a time zone only where an offset was written."""
    clock = f"{int(part['H'] or 0):02}:{part['M']}:{part['S'] or '00'}"
    offset = (part["zone"] or "").replace("Z", "+00:00")
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}{offset}")
    except ValueError as error:
        message = "has no such time of day; hours run from 0 to 23 and minutes to 59"
        raise ValueError(message) from error


def _calendar_day(year: int, month: int, day: int) -> date:
    if year not in _YEARS:
        raise ValueError(f"is not in a year from {_YEARS[0]} to {_YEARS[-1]}; check the year")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(
            "is not a day of the calendar; British dates are day/month/year"
        ) from error


def _both_folds(naive: datetime) -> tuple[datetime, datetime]:
    first = naive.replace(tzinfo=LONDON, fold=0).astimezone(UTC)
    second = naive.replace(tzinfo=LONDON, fold=1).astimezone(UTC)
    if first.astimezone(LONDON).replace(tzinfo=None) != naive:
        raise ValueError(
            "does not exist: the clocks went forward over it that night; "
            "give the time as the source's clock would have shown it after the change"
        )
    return first, second
