"""Counts, lists, durations and dates as an English reader writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from workbench.domain.case import Case
from workbench.domain.inquiry import Person
from workbench.domain.when import LONDON, Precision, When

__all__ = [
    "clock_words",
    "counted",
    "day_words",
    "duration_words",
    "in_short",
    "joined",
    "person_words",
    "time_words",
]


_ABOUT: Final = ("about ", "around ", "approximately ", "circa ")


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: `1 event`, `3 events`, `no events`."""
    noun = one if number == 1 else (many or f"{one}s")
    return f"{number or 'no'} {noun}"


def joined(words: Iterable[str], last: str = "and") -> str:
    """Return words as a list in a sentence: `E1, E2 and E5`."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def in_short(text: str, longest: int = 90) -> str:
    """Return a text, or its beginning cut between words where it is longer than `longest`."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0].rstrip('.,;:')} …"


def duration_words(duration: timedelta) -> str:
    """Return a duration in its two largest units, from minutes to days."""
    minutes = int(duration.total_seconds() // 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    units = [(days, "day"), (hours, "hour"), (minutes, "minute")]
    while len(units) > 1 and not units[0][0]:
        units.pop(0)
    said = [counted(number, noun) for number, noun in units[:2] if number]
    return " ".join(said) or "less than a minute"


def day_words(day: date) -> str:
    """Return a day with its name: `Saturday 14 March 2026`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def time_words(when: When) -> str:
    """Return a time in full, with its day, and with "about" where a day was only told as about."""
    return f"about {when.written()}" if _about_a_day(when) else when.written()


def clock_words(when: When) -> str:
    """Return a time for a place where its day is already said: `18:30`, `before 18:30`.

    A line break shows where a narrow column had best break it.
    """
    start, end = when.start.astimezone(LONDON), when.end.astimezone(LONDON)
    match when.precision:
        case Precision.BEFORE:
            return f"before {start:%H:%M}"
        case Precision.AFTER:
            return f"after {start:%H:%M}"
        case Precision.DAY if start.date() == end.date():
            return "about\nthis day" if _about_a_day(when) else "some time this day"
        case Precision.DAY:
            return f"{_short_day(start)} – {_short_day(end)}"
    if start == end:
        return f"{start:%H:%M}"
    if start.date() != end.date():
        return f"{start:%H:%M} – {_short_day(end)}, {end:%H:%M}"
    about = "about\n" if when.precision is Precision.HOUR else ""
    return f"{about}{start:%H:%M} – {end:%H:%M}"


def person_words(case: Case, identifier: str) -> str:
    """Return a person by reference and role: `P2, support worker`; never a name."""
    person = case.get(Person, identifier)
    if person is None:
        return identifier
    return f"{identifier}, {person.description or person.role}"


def _about_a_day(when: When) -> bool:
    told = (when.stated or "").casefold()
    return when.precision is Precision.DAY and told.startswith(_ABOUT)


def _short_day(moment: datetime) -> str:
    return f"{moment.day} {moment:%b}"
