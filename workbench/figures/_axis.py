"""A stretch of time as a stretch of a drawing, with ticks at days, months or hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from workbench.domain.when import LONDON
from workbench.figures.palette import QUIET, RULE
from workbench.figures.svg import line, text
from workbench.figures.text import text_width

__all__ = ["Axis"]

_STEPS = (
    (timedelta(hours=8), timedelta(hours=1)),
    (timedelta(hours=30), timedelta(hours=6)),
    (timedelta(days=5), timedelta(days=1)),
    (timedelta(days=16), timedelta(days=3)),
    (timedelta(days=45), timedelta(days=7)),
    (timedelta(days=200), timedelta(days=31)),
    (timedelta(days=1200), timedelta(days=122)),
)
_SIZE = 12.0
_OVER = 22.0


@dataclass(frozen=True, slots=True)
class Axis:
    """From `start` to `end`, drawn from `left` over `width`."""

    start: datetime
    end: datetime
    left: float
    width: float

    def x(self, moment: datetime) -> float:
        """Return where a moment stands, kept within the axis."""
        whole = (self.end - self.start).total_seconds() or 1.0
        share = (moment - self.start).total_seconds() / whole
        return self.left + self.width * min(max(share, 0.0), 1.0)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Yield where each tick stands and what it says; labels never touch one another."""
        after = self.left - 100
        for moment, words in self._marks():
            x = self.x(moment)
            half = text_width(words, _SIZE) / 2
            inside = self.left - _OVER <= x - half and x + half <= self.left + self.width + _OVER
            if x - half > after and inside:
                yield x, words
                after = x + half + 12

    def head(self, top: float, bottom: float) -> str:
        """Return the labels of the ticks at `top` and lines down to `bottom`."""
        return "".join(
            text(x, top + 12, words, size=_SIZE, fill=QUIET, anchor="middle")
            + line((x, top + 20), (x, bottom), stroke=RULE)
            for x, words in self.ticks()
        )

    def grid(self, top: float, bottom: float) -> str:
        """Return the lines of the ticks between two edges."""
        return "".join(line((x, top), (x, bottom), stroke=RULE) for x, _ in self.ticks())

    def _marks(self) -> Iterator[tuple[datetime, str]]:
        span = self.end - self.start
        step = next((step for longest, step in _STEPS if span <= longest), timedelta(days=365))
        hours = step < timedelta(days=1)
        at = self.start.astimezone(LONDON).replace(minute=0, second=0, microsecond=0, tzinfo=None)
        if not hours or step > timedelta(hours=1):
            at = at.replace(hour=0)
        if step > timedelta(days=7):
            at = at.replace(day=1)
        while at.replace(tzinfo=LONDON) <= self.end.astimezone(LONDON):
            moment = at.replace(tzinfo=LONDON).astimezone(UTC)
            if moment >= self.start - step / 4:
                yield moment, _words(at, step)
            at = at + step if step <= timedelta(days=7) else _month_after(at, step)


def _words(at: datetime, step: timedelta) -> str:
    if step < timedelta(days=1) and at.hour:
        return f"{at:%H:%M}"
    return f"{at:%b %Y}" if step > timedelta(days=7) else f"{at.day} {at:%b}"


def _month_after(at: datetime, step: timedelta) -> datetime:
    months = at.year * 12 + at.month - 1 + max(1, round(step.days / 30.5))
    return at.replace(year=months // 12, month=months % 12 + 1)
