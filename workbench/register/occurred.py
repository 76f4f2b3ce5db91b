"""When things happened and were reported: from cells to honest intervals, a column at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from workbench.domain.when import Precision, When
from workbench.register.dates import date_alone, standard_dates, standard_times, without_midnight
from workbench.register.mapping import Dates
from workbench.register.moments import Instants, parse_moments, when_problem

__all__ = ["Reading", "read_moments", "read_span"]

_BETWEEN: Final = "between {} and {}"


class Reading(NamedTuple):
    """What a row says about a time: the moment, or None with or without a problem.

    A `note` says what of the cell could not be used although the rest could; `remedy` what to do
    about a problem; `at_end` that the problem is with the second cell of a span.
    """

    instants: Instants | None = None
    problem: str | None = None
    note: str | None = None
    remedy: str = "Give the date as 14/03/2026 18:30."
    at_end: bool = False


def read_moments(days: Sequence[str], clocks: Sequence[str] | None, dates: Dates) -> list[Reading]:
    """Return the moment of each row, from its cell with a date and, if any, one with a time.

    Where the date can be read and the time cannot, the whole day is taken, with a note.
    """
    stated = standard_dates(days, dates)
    if clocks is None:
        return _parsed(stated, [None] * len(stated))
    times = standard_times(clocks)
    notes = [_NO_TIME if time is None else None for time in times]
    joined = [_joined(day, time) for day, time in zip(stated, times, strict=True)]
    readings = _parsed(joined, notes)
    for place, (day, time) in enumerate(zip(stated, times, strict=True)):
        if not day and time:
            readings[place] = Reading(
                problem="there is a time without a date", remedy="Give the date beside the time."
            )
    return readings


def read_span(start: Sequence[Reading], end: Sequence[Reading] | None) -> list[Reading]:
    """Return when each row happened: its first moment, or the interval up to its second.

    `start` and `end` have a reading for each row; `end` is None where the file has no such column.
    """
    if end is None:
        return list(start)
    return [_span(low, high) for low, high in zip(start, end, strict=True)]


_NO_TIME: Final = "the time cannot be read, so the whole day was taken"
_SKIPPED: Final = "the clocks went forward over that time, so the whole day was taken"


def _joined(day: str, time: str | None) -> str:
    if not day:
        return ""
    return without_midnight(day) if time == "" else f"{date_alone(day)} {time or ''}".rstrip()


def _parsed(texts: list[str], notes: Sequence[str | None]) -> list[Reading]:
    parsed = parse_moments(texts)
    readings = [
        Reading(found, note=note) if isinstance(found, Instants) else Reading(problem=found)
        for found, note in zip(parsed, notes, strict=True)
    ]
    failed = [place for place, found in enumerate(parsed) if isinstance(found, str)]
    # a second attempt without the time: it may be none, or one that the clocks skipped
    again = parse_moments([date_alone(texts[place]) for place in failed])
    for place, found in zip(failed, again, strict=True):
        readings[place] = _day_alone(texts[place], found, readings[place])
    return readings


def _day_alone(text: str, found: Instants | str, failed: Reading) -> Reading:
    if not text:
        return Reading()
    if isinstance(found, str):
        return failed
    skipped = (failed.problem or "").startswith("does not exist")
    return Reading(found, note=_SKIPPED if skipped else _NO_TIME)


def _span(low: Reading, high: Reading) -> Reading:
    note = low.note or high.note
    if high.problem:
        remedy = "Give the end as 14/03/2026 18:30, or leave it empty."
        return Reading(problem=f"the end {high.problem}", remedy=remedy, at_end=True)
    if low.problem or high.instants is None:
        return low
    if low.instants is None:
        return _composed(f"before {high.instants.stated}", high.instants.plain, note)
    if low.instants.stated == high.instants.stated:
        return Reading(low.instants, note=note)
    text = _BETWEEN.format(low.instants.stated, high.instants.stated)
    first, last = low.instants.earliest, high.instants.latest
    if not (low.instants.plain and high.instants.plain) or first is None or last is None:
        return Reading(
            problem="one of the two times says more than a date and a time",
            remedy="Give both as 14/03/2026 18:30, or only the first, in words.",
        )
    if first > last:
        return Reading(
            problem="the end comes before the beginning",
            remedy="Check whether the two are swapped, or day and month in one of them.",
            at_end=True,
        )
    return Reading(Instants(first, last, Precision.BETWEEN, text, False), note=note)


def _composed(text: str, plain: bool, note: str | None) -> Reading:
    if not plain:
        return Reading(
            problem="there is an end without a beginning",
            remedy="Give the beginning, or write the end as 14/03/2026 18:30 alone.",
        )
    try:
        dumped: dict[str, Any] = When.parse(text).model_dump(mode="json")
    except ValueError as error:
        return Reading(problem=when_problem(error))
    return Reading(
        Instants(dumped["earliest"], dumped["latest"], Precision.BEFORE, text, False), note=note
    )
