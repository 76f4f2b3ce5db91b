"""The marks on the rail of a drawn timeline, and the legend that explains them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from workbench.domain.story import Event
from workbench.domain.when import Precision
from workbench.figures._timeline_rows import Accounts, Row, Single
from workbench.figures.palette import ACCENT, GROUND, INK, PALE, QUIET, RULE
from workbench.figures.svg import circle, line, polygon, polyline, rect, text
from workbench.figures.text import text_width

__all__ = ["bar", "diamond", "event_mark", "legend", "unequal"]

_LEGEND = {
    "point": "at a moment",
    "bar": "at some time within",
    "open": "before or after",
    "differ": "accounts differ",
}


def event_mark(event: Event, x: float, top: float, bottom: float) -> str:
    """Return a point for a moment, or a bar for an interval, capped at the bounds that are known.

    `top` is the upper edge of its first line of text, `bottom` the lower edge of its last.
    """
    y, bottom = top + 8, max(bottom, top + 22)
    match event.when.precision:
        case Precision.BEFORE:
            return bar(x, top - 8, y + 4, open_top=True)
        case Precision.AFTER:
            return bar(x, y - 4, bottom + 6, open_bottom=True)
    if event.when.end > event.when.start:
        return bar(x, y - 6, bottom)
    return circle(x, y, 6, fill=ACCENT, stroke=GROUND)


def bar(
    x: float, top: float, bottom: float, *, open_top: bool = False, open_bottom: bool = False
) -> str:
    """Return a bar on the line at `x`; an open end is dashed and carries an arrow."""
    pieces = [
        rect(x - 5, top, 10, bottom - top, fill=GROUND),
        rect(x - 4, top, 8, bottom - top, fill=PALE),
    ]
    dash = "3 3" if open_top or open_bottom else None
    for side in (-4, 4):
        pieces.append(
            line((x + side, top), (x + side, bottom), stroke=ACCENT, width=1.5, dash=dash)
        )
    for y, is_open, turn in ((top, open_top, -1), (bottom, open_bottom, 1)):
        if is_open:
            pieces.append(
                polyline(
                    ((x - 5, y - 3 * turn), (x, y + 3 * turn), (x + 5, y - 3 * turn)),
                    stroke=ACCENT,
                    width=2,
                )
            )
        else:
            pieces.append(line((x - 6, y), (x + 6, y), stroke=ACCENT, width=2.5))
    return "".join(pieces)


def diamond(x: float, y: float) -> str:
    """Return the mark of accounts that differ, by its centre."""
    return polygon(
        ((x, y - 8), (x + 8, y), (x, y + 8), (x - 8, y)), fill=GROUND, stroke=INK, stroke_width=2
    )


def unequal(x: float, y: float) -> str:
    """Return the unequal sign in a circle that joins two accounts, by its centre."""
    return (
        circle(x, y, 11, fill=GROUND, stroke=INK, width=1.5)
        + line((x - 5, y - 2.5), (x + 5, y - 2.5), stroke=INK, width=1.8)
        + line((x - 5, y + 2.5), (x + 5, y + 2.5), stroke=INK, width=1.8)
        + line((x + 3, y - 6.5), (x - 3, y + 6.5), stroke=INK, width=1.8)
    )


def legend(rows: Sequence[Row], width: float) -> str:
    """Return the line that explains the marks that `rows` use, with a rule below it."""
    singles = [row.event for row in rows if isinstance(row, Single)]
    loose = (Precision.BEFORE, Precision.AFTER)
    y = 14.0
    drawn = (
        (any(one.when.start == one.when.end for one in singles), "point"),
        (any(one.when.start < one.when.end for one in singles), "bar"),
        (any(one.when.precision in loose for one in singles), "open"),
        (any(isinstance(row, Accounts) for row in rows), "differ"),
    )
    x, pieces = 8.0, []
    for there, mark in drawn:
        if there:
            pieces.append(_KEYS[mark](x + 6, y))
            pieces.append(text(x + 20, y + 4, _LEGEND[mark], size=12, fill=QUIET))
            x += 44 + text_width(_LEGEND[mark], 12)
    return "".join(pieces) + line((0, 29), (width, 29), stroke=RULE)


_KEYS: Mapping[str, Callable[[float, float], str]] = {
    "point": lambda x, y: circle(x, y, 6, fill=ACCENT),
    "bar": lambda x, y: bar(x, y - 8, y + 8),
    "open": lambda x, y: bar(x, y - 7, y + 8, open_top=True),
    "differ": diamond,
}
