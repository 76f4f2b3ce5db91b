"""The rows of a drawn timeline: days, events, accounts that differ, silences; and long bars."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from workbench.analysis.timeline import Conflict, Gap, Timeline
from workbench.domain.story import Event
from workbench.domain.when import LONDON, Precision

__all__ = ["Accounts", "Day", "Row", "Silence", "Single", "Span", "arrange", "long_bars"]

_LANES = 3


@dataclass(frozen=True, slots=True)
class Day:
    """The head of a day; `continued` on a further drawing."""

    day: date
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Single:
    """One event that no other contradicts."""

    event: Event


@dataclass(frozen=True, slots=True)
class Accounts:
    """Events that tell one moment differently; `settled` is None while that is open."""

    events: tuple[Event, ...]
    settled: str | None


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without events."""

    gap: Gap


Row: TypeAlias = Day | Single | Accounts | Silence


@dataclass(frozen=True, slots=True)
class Span:
    """An interval that reaches past its own row: from row `first` to row `last`, in a lane."""

    event: Event
    first: int
    last: int
    lane: int


def arrange(timeline: Timeline) -> tuple[Row, ...]:
    """Return the rows of `timeline` from top to bottom.

    Accounts that differ stand together, where the first of them belongs.
    """
    rows: list[Row] = []
    silences = {gap.before: gap for gap in timeline.gaps}
    groups = _groups(timeline)
    placed: set[str] = set()
    day: date | None = None
    for event in timeline.events:
        if event.id in silences:
            rows.append(Silence(silences[event.id]))
        if event.id in placed:
            continue
        if _day(event.when.start) != day:
            day = _day(event.when.start)
            rows.append(Day(day))
        row = groups.get(event.id) or Single(event)
        placed.update(one.id for one in _events(row))
        rows.append(row)
    return tuple(rows)


def long_bars(rows: tuple[Row, ...]) -> tuple[Span, ...]:
    """Return the intervals during which later rows began, each in a lane of its own.

    What finds no lane is drawn within its row; its words say how long it lasted.
    """
    ends: list[int] = [-1] * _LANES
    spans: list[Span] = []
    for first, row in enumerate(rows):
        if not isinstance(row, Single) or not _is_stretch(row.event):
            continue
        last = max(_begun_by(rows, row.event.when.end), default=first)
        lane = next((n for n, end in enumerate(ends) if end < first), None)
        if last > first and lane is not None:
            ends[lane] = last
            spans.append(Span(row.event, first, last, lane))
    return tuple(spans)


def _events(row: Row) -> tuple[Event, ...]:
    if isinstance(row, Accounts):
        return row.events
    return (row.event,) if isinstance(row, Single) else ()


def _is_stretch(event: Event) -> bool:
    closed = event.when.precision not in (Precision.BEFORE, Precision.AFTER)
    return closed and event.when.end > event.when.start


def _begun_by(rows: tuple[Row, ...], moment: datetime) -> Iterator[int]:
    for place, row in enumerate(rows):
        events = _events(row)
        if events and events[0].when.start < moment:
            yield place


def _groups(timeline: Timeline) -> dict[str, Accounts]:
    """The group of each event that is in a conflict, directly or through another."""
    together: dict[str, set[str]] = {}
    for conflict in timeline.conflicts:
        members = together.get(conflict.first, {conflict.first}) | together.get(
            conflict.second, {conflict.second}
        )
        together.update(dict.fromkeys(members, members))
    return {
        identifier: Accounts(
            tuple(event for event in timeline.events if event.id in members),
            _settled([one for one in timeline.conflicts if one.first in members]),
        )
        for identifier, members in together.items()
    }


def _settled(conflicts: list[Conflict]) -> str | None:
    if any(conflict.settled is None for conflict in conflicts):
        return None
    return " ".join(dict.fromkeys(conflict.settled or "" for conflict in conflicts))


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
