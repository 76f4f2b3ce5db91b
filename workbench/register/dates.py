"""Dates and times as spreadsheets and other systems write them, brought to the forms of `When`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar

import numpy as np
import pandas as pd

from workbench.register.mapping import Dates

__all__ = ["date_alone", "standard_dates", "standard_times", "without_midnight"]

T = TypeVar("T")

_SERIAL: Final = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_SERIAL_EPOCH: Final = datetime(1899, 12, 30)
_EARLIEST_SERIAL, _LATEST_SERIAL = 20_000, 80_000
_NUMERIC: Final = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9])(.*)")
_SHORT_YEAR: Final = re.compile(
    r"((?:[A-Za-z]+ )*)([0-9]{1,2})([/.-])([0-9]{1,2})\3([0-9]{2})(?![0-9]|[/.:-][0-9])(.*)"
)
_TWENTIETH: Final = 69
_TWELVE: Final = re.compile(
    r"(.*[0-9])[ ,]+([0-9]{1,2}(?:[:.][0-9]{2}){0,2} ?[ap]\.?m\.?)", re.IGNORECASE
)
_TIMED: Final = re.compile(r"([0-9/.\-]{8,10}?)[T ,]+(?:at )?[0-9]{1,2}[:.][0-9]{2}.*")
_MIDNIGHT: Final = re.compile(r"([0-9/.\-]{8,10}?)[T ,]+0?0[:.]00(?::00(?:\.0+)?)?Z?")
_CLOCK: Final = re.compile(
    r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?:[:.]([0-9]{2}))?(?:\.[0-9]+)? ?(?:([ap])\.?m\.?)?"
    r" ?(?:h|hrs?|hours)?\.?",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"([0-9]{1,2})([0-9]{2}) ?(?:h|hrs?|hours)?\.?", re.IGNORECASE)
_FRACTION: Final = re.compile(r"0?\.[0-9]+|0(?:\.0+)?")
_EMPTY_DAY: Final = re.compile(r"(?:1899-12-3[01]|1900-01-0[01])[T ]")


def standard_dates(texts: Sequence[str], dates: Dates) -> list[str]:
    """Return each text in a form that `When` reads, where it is a date in another.

    Serial numbers of spreadsheets (days since 30 December 1899), dashes, the order and the
    formats of `dates`, and times with a.m. and p.m. are rewritten; all else is kept, with single
    spaces. A year of two digits is one from 1969 to 2068 (POSIX, `strptime`).
    """
    return _each_once(texts, lambda uniques: _standard(uniques, dates))


def standard_times(texts: Sequence[str]) -> list[str | None]:
    """Return each text as `HH:MM` or `HH:MM:SS`, empty where it is empty, None if it is no time.

    Takes 18:30, 18.30, 1830, 6:30 pm, 18:30 hrs, and fractions of a day.
    """
    return _each_once(texts, lambda uniques: [_time(" ".join(each.split())) for each in uniques])


def date_alone(text: str) -> str:
    """Return a standard date without its time, if it has one."""
    timed = _TIMED.fullmatch(text)
    return timed.group(1) if timed else text


def without_midnight(text: str) -> str:
    """Return a standard date without a time of 00:00, which exports add to plain dates."""
    midnight = _MIDNIGHT.fullmatch(text)
    return midnight.group(1) if midnight else text


def _each_once(texts: Sequence[str], convert: Callable[[list[str]], list[T]]) -> list[T]:
    codes, uniques = pd.factorize(np.asarray(texts, dtype=object))
    converted = convert([str(text) for text in uniques])
    return [converted[code] for code in codes]


def _standard(texts: list[str], dates: Dates) -> list[str]:
    found = [_rewritten(" ".join(text.split()), dates) for text in texts]
    for form in dates.formats:
        other = [place for place, text in enumerate(found) if not text[:4].isdigit()]
        other = [place for place in other if not _NUMERIC.fullmatch(found[place])]
        read = pd.to_datetime(
            pd.Series([found[place] for place in other], dtype=object), format=form, errors="coerce"
        )
        timed = "%H" in form or "%I" in form
        for place, moment in zip(other, read, strict=True):
            if not pd.isna(moment):
                found[place] = f"{moment:%Y-%m-%d %H:%M}" if timed else f"{moment:%Y-%m-%d}"
    # after the formats, which may order day, month and year otherwise
    return [_with_century(text, dates) for text in found]


def _with_century(text: str, dates: Dates) -> str:
    short = _SHORT_YEAR.fullmatch(text)
    if short is None:
        return text
    words, first, separator, second, year, rest = short.groups()
    century = "19" if int(year) >= _TWENTIETH else "20"
    return words + _rewritten(f"{first}{separator}{second}{separator}{century}{year}{rest}", dates)


def _rewritten(text: str, dates: Dates) -> str:
    if _SERIAL.fullmatch(text):
        return _from_serial(text)
    twelve = _TWELVE.fullmatch(text)
    if twelve:
        clock = _time(twelve.group(2))
        text = f"{twelve.group(1)} {clock}" if clock else text
    numeric = _NUMERIC.fullmatch(text)
    if numeric is None:
        return text
    first, separator, second, year, rest = numeric.groups()
    if dates.order == "month-day-year":
        return f"{year}-{first:0>2}-{second:0>2}{rest}"
    return f"{year}-{second:0>2}-{first:0>2}{rest}" if separator == "-" else text


def _from_serial(text: str) -> str:
    days = float(text)
    if not _EARLIEST_SERIAL <= days <= _LATEST_SERIAL:
        return text
    moment = _SERIAL_EPOCH + timedelta(days=int(days), minutes=round(days % 1 * 1440))
    return f"{moment:%Y-%m-%d %H:%M}" if days % 1 else f"{moment:%Y-%m-%d}"


def _time(text: str) -> str | None:
    if not text:
        return ""
    text = _EMPTY_DAY.sub("", text)
    if _FRACTION.fullmatch(text):
        minutes = round(float(text) * 1440) % 1440
        return f"{minutes // 60:02}:{minutes % 60:02}"
    digits = _DIGITS.fullmatch(text)
    if digits:
        return _clock(digits.group(1), digits.group(2), None, None)
    clock = _CLOCK.fullmatch(text)
    if clock is None or (clock.group(2) is None and clock.group(4) is None):
        return None
    return _clock(*clock.groups())


def _clock(hours: str, minutes: str | None, seconds: str | None, half: str | None) -> str | None:
    hour, minute, second = int(hours), int(minutes or 0), int(seconds or 0)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
