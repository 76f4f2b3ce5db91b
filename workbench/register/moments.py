"""Columns of dates and times, parsed at once: what `domain.when` reads, a column at a time.

Ordinary dates and times go through pandas; whatever is left (words such as "about", an hour that
the clock showed twice) goes to `domain.when`, one by one. Both ways give the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
from pydantic import ValidationError

from workbench.domain.when import LONDON, Precision, When

__all__ = ["Instants", "parse_moments", "when_problem"]

_FORMS: Final = (
    r"^(?:(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"
    r"|(?P<bd>[0-9]{1,2})[/.](?P<bm>[0-9]{1,2})[/.](?P<by>[0-9]{4}))"
    r"(?:[T ,]+(?P<H>[0-9]{1,2})[:.](?P<M>[0-9]{2})(?::(?P<S>[0-9]{2}))?)?$"
)
_MINUTE: Final = pd.Timedelta(minutes=1)


class Instants(NamedTuple):
    """One written moment: its bounds as ISO 8601 in UTC, its precision, and how it was written.

    A bound is None where the writing leaves it open ("before …"). `plain` says that it was one
    date, or one date and time, and nothing else.
    """

    earliest: str | None
    latest: str | None
    precision: Precision
    stated: str
    plain: bool


def parse_moments(texts: Sequence[str]) -> list[Instants | str]:
    """Return for each text its bounds, or what is wrong with it.

    The texts must be tidy: single spaces, nothing around them.
    """
    codes, uniques = pd.factorize(np.asarray(texts, dtype=object))
    parsed: list[Instants | str] = _parse_unique([str(text) for text in uniques])
    return [parsed[code] for code in codes]


def when_problem(error: ValueError) -> str:
    """Return what `domain.when` objects to, without the text that it read."""
    if isinstance(error, ValidationError):
        message = error.errors(include_input=False)[0]["msg"].removeprefix("Value error, ")
        return message if message.startswith("the earliest") else _UNREADABLE
    known = ("is not a time this", "is not a day of", "does not exist")
    return str(error) if str(error).startswith(known) else _UNREADABLE


_UNREADABLE: Final = "is not a date and time of the calendar; write it as 14/03/2026 18:30"


def _parse_unique(texts: list[str]) -> list[Instants | str]:
    if not texts:
        return []
    start, end, timed = _bounds(pd.Series(texts, dtype=object))
    done = ~(np.isnat(start) | np.isnat(end))
    starts, ends = np.datetime_as_string(start, unit="s"), np.datetime_as_string(end, unit="s")
    return [
        Instants(
            f"{low}Z", f"{high}Z", Precision.MINUTE if with_time else Precision.DAY, text, True
        )
        if fast
        else _parse_one(text)
        for text, low, high, with_time, fast in zip(texts, starts, ends, timed, done, strict=True)
    ]


def _bounds(
    texts: pd.Series[str],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the UTC bounds of plain moments, not-a-time for all others, and which have a time."""
    part = texts.str.extract(_FORMS)
    day = pd.to_datetime(
        pd.DataFrame(
            {
                "year": pd.to_numeric(part["y"].fillna(part["by"])),
                "month": pd.to_numeric(part["m"].fillna(part["bm"])),
                "day": pd.to_numeric(part["d"].fillna(part["bd"])),
            }
        ),
        errors="coerce",
    ).astype("datetime64[s]")
    # far from today, the standard library's calendar ends and clocks were set otherwise
    day = day.where(day.dt.year.between(1900, 2100))
    hour, minute, second = (pd.to_numeric(part[name]).fillna(0) for name in "HMS")
    in_range = (hour < 24) & (minute < 60) & (second < 60)
    clock = pd.to_timedelta((hour * 60 + minute) * 60 + second, unit="s")
    timed = part["H"].notna()
    start = _to_utc((day + clock).where(in_range))
    next_day = _to_utc(day + pd.Timedelta(days=1))
    end = start.where(timed, next_day - _MINUTE)
    return (
        start.to_numpy().astype("datetime64[s]"),
        end.to_numpy().astype("datetime64[s]"),
        timed.to_numpy(),
    )


def _to_utc(local: pd.Series[pd.Timestamp]) -> pd.Series[pd.Timestamp]:
    """Take clock times in England to UTC; those that came twice, or never, become not-a-time."""
    placed = local.dt.tz_localize(LONDON, ambiguous="NaT", nonexistent="NaT")
    return placed.dt.tz_convert("UTC").dt.tz_localize(None)


def _parse_one(text: str) -> Instants | str:
    try:
        when = When.parse(text)
    except ValueError as error:
        return when_problem(error)
    except OverflowError:
        return _UNREADABLE
    dumped = when.model_dump(mode="json")
    plain = text[:1].isdigit()
    return Instants(dumped["earliest"], dumped["latest"], when.precision, text, plain)
