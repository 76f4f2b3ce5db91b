"""The timeline of a case: events in order, silences, conflicting accounts, late recording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from workbench.domain.case import Case
from workbench.domain.story import Event, ExplainedGap

__all__ = [
    "GAP_AFTER",
    "LATE_AFTER",
    "Conflict",
    "Gap",
    "LateRecord",
    "Timeline",
    "build_timeline",
]

GAP_AFTER: Final = timedelta(hours=12)
"""The silence between two events that is reported, unless another is asked for."""

LATE_AFTER: Final = timedelta(hours=24)
"""How long after the end of an event a record counts as made late, unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence between two events: nothing on the timeline lies in it.

    `start` is the end of event `after`, `end` the start of event `before`. `explained_by` is the
    identifier of the entry that explains it, `explanation` what that entry says.
    """

    after: str
    before: str
    start: datetime
    end: datetime
    explained_by: str | None = None
    explanation: str | None = None

    @property
    def duration(self) -> timedelta:
        """How long the silence lasts at the least."""
        return self.end - self.start

    @property
    def explained(self) -> bool:
        """True when an entry says what is known about the silence."""
        return self.explained_by is not None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two events that tell one moment differently.

    `first` comes before `second` on the timeline. `settled` is what the investigation says about
    which account it follows, or None while it has not said.
    """

    first: str
    second: str
    settled: str | None = None


@dataclass(frozen=True, slots=True)
class LateRecord:
    """An event that was written down long after its interval had ended, and how long after."""

    event: str
    delay: timedelta


@dataclass(frozen=True, slots=True)
class Timeline:
    """The events of a case in order of time, and what stands out about them.

    Events that start together stand in the order of their ends, then of entry.
    """

    events: tuple[Event, ...]
    gaps: tuple[Gap, ...]
    conflicts: tuple[Conflict, ...]
    recorded_late: tuple[LateRecord, ...]

    @property
    def start(self) -> datetime | None:
        """The first bound of the first event, or None without events."""
        return self.events[0].when.start if self.events else None

    @property
    def end(self) -> datetime | None:
        """The last bound of any event, or None without events."""
        return max((event.when.end for event in self.events), default=None)

    @property
    def unexplained_gaps(self) -> tuple[Gap, ...]:
        """The silences that no entry explains."""
        return tuple(gap for gap in self.gaps if not gap.explained)

    @property
    def unsettled_conflicts(self) -> tuple[Conflict, ...]:
        """The conflicts of which the investigation has not said which account it follows."""
        return tuple(conflict for conflict in self.conflicts if conflict.settled is None)


def build_timeline(
    case: Case, gap_after: timedelta = GAP_AFTER, late_after: timedelta = LATE_AFTER
) -> Timeline:
    """Return the timeline of `case`.

    A silence longer than `gap_after` is a gap. It runs from the latest end of everything so far
    to the start of the next event, so an uncertain time ("14 March") fills its whole interval.
    An open-ended time ("after 18:30") counts at the bound that is known. An explained gap covers
    every silence that lies between its two events, also when events are added in between.

    A record made more than `late_after` after the end of the event's interval is late.
    """
    events = tuple(sorted(case.all(Event), key=lambda event: (event.when.start, event.when.end)))
    return Timeline(
        events,
        tuple(_gaps(case, events, gap_after)),
        tuple(_conflicts(events)),
        tuple(
            LateRecord(event.id, delay)
            for event in events
            if (delay := _recording_delay(event)) is not None and delay > late_after
        ),
    )


def _gaps(case: Case, events: tuple[Event, ...], gap_after: timedelta) -> Iterator[Gap]:
    explained = _explained_stretches(case)
    if not events:
        return
    latest = events[0]
    for event in events[1:]:
        start, end = latest.when.end, event.when.start
        if end - start > gap_after:
            entry = next(
                (gap for low, high, gap in explained if low <= start and end <= high), None
            )
            yield Gap(
                latest.id,
                event.id,
                start,
                end,
                entry.id if entry else None,
                entry.explanation if entry else None,
            )
        latest = max(latest, event, key=lambda one: one.when.end)


def _explained_stretches(case: Case) -> tuple[tuple[datetime, datetime, ExplainedGap], ...]:
    stretches = []
    for gap in case.all(ExplainedGap):
        after, before = case.get(Event, gap.after), case.get(Event, gap.before)
        if after is not None and before is not None:
            stretches.append((after.when.end, before.when.start, gap))
    return tuple(stretches)


def _conflicts(events: tuple[Event, ...]) -> Iterator[Conflict]:
    place = {event.id: position for position, event in enumerate(events)}
    pairs = {
        tuple(sorted((place[event.id], place[other])))
        for event in events
        for other in event.conflicts_with
        if other in place and other != event.id
    }
    for first, second in sorted(pairs):
        one, two = events[first], events[second]
        yield Conflict(one.id, two.id, one.settled or two.settled)


def _recording_delay(event: Event) -> timedelta | None:
    recorded = event.when.recorded_at
    return None if recorded is None else recorded - event.when.end
