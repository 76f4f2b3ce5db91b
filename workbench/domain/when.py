"""Honest time: an interval and how precisely it is known, apart from when it was recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Self

from pydantic import model_validator

from workbench.domain.local_time import LONDON, Precision, parse_local
from workbench.domain.values import Line, Moment, Value

__all__ = ["LONDON", "Precision", "When", "parse_local", "written_day", "written_moment"]

_ABOUT = timedelta(minutes=30)


class When(Value):
    """The interval in which something happened.

    `earliest` and `latest` are time-zone-aware; one of them is missing for "before …" and
    "after …". `recorded_at` is when it was written down, if known; `stated` is how the source
    put it. Wherever a `When` is expected, a text such as `"14/03/2026 18:30"`,
    `"2026-03-14"`, `"about 14/03/2026 18:30"`, `"before …"`, `"after …"` or
    `"between … and …"` may be given instead; times without an offset are local to England.

    A local time that exists twice (clocks going back) becomes the interval that covers both.
    One that does not exist (clocks going forward) is refused.
    """

    earliest: Moment | None = None
    latest: Moment | None = None
    precision: Precision = Precision.MINUTE
    recorded_at: Moment | None = None
    stated: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, str):
            return _parse_text(value)
        if isinstance(value, dict) and not {"earliest", "latest"} & value.keys():
            stated = value.get("stated")
            return {**_parse_text(stated), **value} if isinstance(stated, str) else value
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.earliest is None and self.latest is None:
            raise ValueError("needs an earliest or a latest time")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError("the earliest time is after the latest; swap them")
        return self

    @classmethod
    def parse(cls, text: str, recorded_at: datetime | None = None) -> When:
        """Return the `When` that `text` states.

        Raises:
            ValueError: the text is not a time in one of the forms above.
        """
        return cls.model_validate({**_parse_text(text), "recorded_at": recorded_at})

    @property
    def start(self) -> datetime:
        """The earliest bound, or the latest where only that is known: for ordering and drawing."""
        bound = self.earliest or self.latest
        assert bound is not None
        return bound

    @property
    def end(self) -> datetime:
        """The latest bound, or the earliest where only that is known."""
        bound = self.latest or self.earliest
        assert bound is not None
        return bound

    def surely_before(self, other: When) -> bool:
        """True when every possible moment of this lies before every possible moment of `other`."""
        return (
            self.latest is not None and other.earliest is not None and self.latest < other.earliest
        )

    def written(self) -> str:
        """Return the time as an English reader writes it, with its uncertainty in words."""
        return _WRITERS[self.precision](self)


def written_moment(moment: datetime) -> str:
    """Return a moment as an English reader writes it, local to England: `14 Mar 2026, 18:30`."""
    return f"{written_day(moment)}, {moment.astimezone(LONDON):%H:%M}"


def written_day(day: date) -> str:
    """Return a day, or that of a moment in England, as a reader there writes it: `14 Mar 2026`."""
    local = day.astimezone(LONDON) if isinstance(day, datetime) else day
    return f"{local.day} {local:%b %Y}"


def _parse_text(text: str) -> dict[str, Any]:
    words = " ".join(text.split())
    opening, _, rest = words.partition(" ")
    match opening.lower() if rest else "":
        case "between" if " and " in rest.lower():
            split = rest.lower().index(" and ")
            low, _, _ = parse_local(rest[:split])
            _, high, _ = parse_local(rest[split + len(" and ") :])
            return _stated(words, low, high, Precision.BETWEEN)
        case "before" | "by":
            low, _, _ = parse_local(rest)
            return _stated(words, None, low, Precision.BEFORE)
        case "after" | "since":
            _, high, _ = parse_local(rest)
            return _stated(words, high, None, Precision.AFTER)
        case "about" | "around" | "approximately" | "circa":
            low, high, precision = parse_local(rest)
            if precision is not Precision.MINUTE:
                return _stated(words, low, high, precision)
            return _stated(words, low - _ABOUT, high + _ABOUT, Precision.HOUR)
        case _:
            return _stated(words, *parse_local(words))


def _stated(
    words: str, earliest: datetime | None, latest: datetime | None, precision: Precision
) -> dict[str, Any]:
    return {"earliest": earliest, "latest": latest, "precision": precision, "stated": words}


def _minute(when: When) -> str:
    if when.earliest == when.latest or when.latest is None:
        return written_moment(when.start)
    if when.earliest and when.latest - when.earliest == timedelta(hours=1):
        local = when.earliest.astimezone(LONDON).replace(tzinfo=None)
        if local == when.latest.astimezone(LONDON).replace(tzinfo=None):
            return f"{written_moment(when.earliest)} (the clocks went back: this hour came twice)"
    return _between(when)


def _between(when: When) -> str:
    low, high = when.start.astimezone(LONDON), when.end.astimezone(LONDON)
    if low.date() == high.date():
        return f"{written_moment(low)}–{high:%H:%M}"
    return f"{written_moment(low)} – {written_moment(high)}"


def _whole_days(when: When) -> str:
    first, last = written_day(when.start), written_day(when.end)
    return first if first == last else f"{first} – {last}"


_WRITERS: dict[Precision, Callable[[When], str]] = {
    Precision.MINUTE: _minute,
    Precision.HOUR: lambda when: f"about {_between(when)}",
    Precision.DAY: _whole_days,
    Precision.BETWEEN: lambda when: f"between {_between(when)}",
    Precision.BEFORE: lambda when: f"before {written_moment(when.end)}",
    Precision.AFTER: lambda when: f"after {written_moment(when.start)}",
}
