"""Times as a page gives them: local to England, or with an offset.

`widgets/fixtures/moments.json` holds what both sides of the page agree on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from workbench.domain.when import LONDON, Precision, parse_local

__all__ = ["day_from_form", "in_london", "moment_from_form", "when_from_form"]

_ABOUT: Final = timedelta(minutes=30)
_TWICE: Final = "came twice: the clocks went back that night"
_NO_CLOCK: Final = "has a day and no time of day"
_NO_DAY: Final = "is a time where a day is asked for"


def moment_from_form(text: str) -> str:
    """Return the moment that `text` states, in ISO form with England's offset at that moment.

    Raises:
        ValueError: it is no time, has no time of day, never came, or came twice and has no offset
            to tell which (clocks going forward and back).
    """
    first, second, precision = _read(text)
    if precision is Precision.DAY:
        raise ValueError(_NO_CLOCK)
    if first != second:
        raise ValueError(_TWICE)
    return in_london(first)


def day_from_form(text: str) -> str:
    """Return the day that `text` states, in ISO form.

    Raises:
        ValueError: it is no day of the calendar, or has a time of day.
    """
    start, _, precision = parse_local(text)
    if precision is not Precision.DAY:
        raise ValueError(_NO_DAY)
    return start.astimezone(LONDON).date().isoformat()


def when_from_form(held: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a `When` for what a page holds of one.

    A bound is a day, a time local to England, or one with an offset. An hour that came twice is
    covered whole, a day alone from its first minute to its last; a time that is known *about* and
    given once has half an hour on both sides. What does not go with the precision is left out.

    Raises:
        ValueError: a bound cannot be read. Its name stands before the message: `earliest: …`.
    """
    precision = _precision(held.get("precision"))
    low, high = (_bounds(held, name) for name in ("earliest", "latest"))
    bounds: dict[str, Any] = {"precision": str(precision)}
    match precision:
        case Precision.BEFORE:
            bounds["latest"] = (high or low or (None, None))[0]
        case Precision.AFTER:
            bounds["earliest"] = (low or high or (None, None))[1]
        case _:
            start, end = low or high or (None, None), high or low or (None, None)
            margin = _ABOUT if precision is Precision.HOUR and not (low and high) else timedelta()
            bounds["earliest"] = start[0] - margin if start[0] else None
            bounds["latest"] = end[1] + margin if end[1] else None
    return {
        name: in_london(value) if isinstance(value, datetime) else value
        for name, value in {**held, "earliest": None, "latest": None, **bounds}.items()
    }


def in_london(moment: datetime) -> str:
    """Return a moment in ISO form with England's offset: `2026-07-01T18:30:00+01:00`."""
    return moment.astimezone(LONDON).isoformat()


def _bounds(held: Mapping[str, Any], name: str) -> tuple[datetime, datetime] | None:
    given = held.get(name)
    if not given:
        return None
    try:
        first, last, _ = _read(str(given))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from error
    return first, last


def _precision(given: object) -> Precision:
    if given is None:
        return Precision.MINUTE
    if given in list(Precision):
        return Precision(str(given))
    raise ValueError("precision: must be one of those listed")


def _read(text: str) -> tuple[datetime, datetime, Precision]:
    """As `parse_local`; a time with its offset is taken to the microsecond."""
    try:
        exact = datetime.fromisoformat(text)
    except ValueError:
        return parse_local(text)
    return (exact, exact, Precision.MINUTE) if exact.tzinfo else parse_local(text)
