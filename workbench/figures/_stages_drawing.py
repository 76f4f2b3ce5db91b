"""The path of a case drawn: the stages in two rows, each with its state in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.figures.exhibit import Drawing, anchor_id
from workbench.figures.marks import draw_mark
from workbench.figures.palette import ACCENT, GROUND, INK, PALE, QUIET, WASH
from workbench.figures.svg import (
    Point,
    arrow_head,
    drawing,
    group,
    item,
    items,
    line,
    polyline,
    rect,
    text_lines,
)
from workbench.figures.text import LINE_HEIGHT, wrap

__all__ = ["Stop", "draw_path"]

_PER_ROW: Final = 5
_WIDTH: Final = 150.0
_HEIGHT: Final = 84.0
_ACROSS: Final = 28.0
_DOWN: Final = 44.0
_EDGE: Final = 12.0
_FILL: Final = {"here": PALE, "passed": WASH, "left": GROUND, "ahead": GROUND}


@dataclass(frozen=True, slots=True)
class Stop:
    """A stage on the path; `state` is *passed*, *here*, *left* (gone back from) or *ahead*.

    `words` say the same and when; `move` is the identifier of the last move that led to it.
    """

    name: str
    state: str
    words: str
    move: str | None


def draw_path(stops: Sequence[Stop], name: str, title: str, about: str) -> Drawing:
    """Return the stages in their order; those that a move led to lead to its row in the table."""
    rows = -(-len(stops) // _PER_ROW)
    size = (
        2 * _EDGE + _PER_ROW * _WIDTH + (_PER_ROW - 1) * _ACROSS,
        2 * _EDGE + rows * _HEIGHT + (rows - 1) * _DOWN,
    )
    corners = [_corner(place) for place in range(len(stops))]
    ways = [_way(corners[place], corners[place + 1]) for place in range(len(stops) - 1)]
    return drawing(
        f"{name}-drawing",
        title,
        f"{about} Each stage that a move led to leads to that move in the table.",
        size,
        group(*ways, *(_box(one, at) for one, at in zip(stops, corners, strict=True)), hidden=True),
        items(*(_entry(one, at, name) for one, at in zip(stops, corners, strict=True) if one.move)),
    )


def _corner(place: int) -> Point:
    row, column = divmod(place, _PER_ROW)
    return _EDGE + column * (_WIDTH + _ACROSS), _EDGE + row * (_HEIGHT + _DOWN)


def _way(start: Point, end: Point) -> str:
    if start[1] == end[1]:
        middle = start[1] + _HEIGHT / 2
        begin, tip = (start[0] + _WIDTH, middle), (end[0], middle)
        return line(begin, tip, stroke=QUIET, width=1.5) + arrow_head(tip, begin, fill=QUIET)
    below, between = start[1] + _HEIGHT, start[1] + _HEIGHT + _DOWN / 2
    out, into = start[0] + _WIDTH / 2, end[0] + _WIDTH / 2
    corner, tip = (into, between), (into, end[1])
    bends = ((out, below), (out, between), corner, tip)
    return polyline(bends, stroke=QUIET, width=1.5) + arrow_head(tip, corner, fill=QUIET)


def _box(stop: Stop, at: Point) -> str:
    here, ahead = stop.state == "here", stop.state in ("ahead", "left")
    frame = rect(
        *at,
        _WIDTH,
        _HEIGHT,
        fill=_FILL[stop.state],
        stroke=ACCENT if here else QUIET,
        stroke_width=3 if here else 1.2,
        dash="5 4" if ahead else None,
        radius=4,
    )
    return frame + ("" if stop.move else _words(stop, at))


def _words(stop: Stop, at: Point) -> str:
    room = _WIDTH - 24
    head = wrap(stop.name.capitalize(), room, 14, bold=True, lines=2)
    below = wrap(stop.words, room, 12, lines=2)
    top = at[1] + 10
    ink = QUIET if stop.state == "ahead" else INK
    mark = (
        draw_mark("well", at[0] + _WIDTH - 15, at[1] + _HEIGHT - 15)
        if stop.state == "passed"
        else ""
    )
    return (
        text_lines(at[0] + 12, top, head, size=14, fill=ink, bold=True)
        + text_lines(at[0] + 12, top + len(head) * 14 * LINE_HEIGHT + 4, below, size=12, fill=ink)
        + mark
    )


def _entry(stop: Stop, at: Point, name: str) -> str:
    assert stop.move is not None
    label = f"{stop.name.capitalize()}: {stop.words}. Move {stop.move}."
    return item(label, f"#{anchor_id(name, stop.move)}", _words(stop, at))
