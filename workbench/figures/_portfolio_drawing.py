"""Shares drawn as bars of one length, one below the other, each part with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.figures.exhibit import Drawing, anchor_id
from workbench.figures.palette import ACCENT, GROUND, INK, PALE, QUIET
from workbench.figures.svg import drawing, item, items, polyline, rect, text, text_lines
from workbench.figures.text import LINE_HEIGHT, text_width, wrap

__all__ = ["Bar", "Part", "draw_bars"]

_LABEL = 176.0
_LENGTH = 560.0
_TALL = 44.0
_ROW = 92.0
_TOP = 14.0
_WIDTH = _LABEL + _LENGTH + 14


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: its name, its share of the bar (0 to 1), and the figure in words."""

    name: str
    share: float
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its heading, what it counts, its parts, and the anchor of its row in the table."""

    title: str
    of: str
    parts: tuple[Part, ...]
    anchor: str


def draw_bars(bars: Sequence[Bar], name: str, title: str, about: str) -> Drawing:
    """Return the bars; the parts are told apart by ground, outline and words, not by colour."""
    drawn = []
    for n, bar in enumerate(bars):
        top = _TOP + n * _ROW
        said = ", ".join(f"{part.name.lower()} {part.words}" for part in bar.parts)
        inner = (*_heading(bar, top), *_parts(bar, top))
        drawn.append(
            item(f"{bar.title}, {bar.of}: {said}.", f"#{anchor_id(name, bar.anchor)}", *inner)
        )
    return drawing(
        f"{name}-drawing",
        title,
        f"{about} Each bar leads to its row in the table.",
        (_WIDTH, _TOP + len(bars) * _ROW),
        items(*drawn),
    )


def _heading(bar: Bar, top: float) -> tuple[str, str]:
    width = _LABEL - 14
    head = wrap(bar.title, width, 13, bold=True)
    return (
        text_lines(0, top, head, bold=True),
        text_lines(
            0,
            top + len(head) * 13 * LINE_HEIGHT + 2,
            wrap(bar.of, width, 11, lines=3),
            size=11,
            fill=QUIET,
        ),
    )


def _parts(bar: Bar, top: float) -> list[str]:
    pieces, x, free = [], _LABEL, _LABEL
    for part in bar.parts:
        width = part.share * _LENGTH
        if width <= 0:
            continue
        pieces.append(_ground(part.name, x, top, width))
        label = f"{part.name} {part.words}"
        if text_width(label, 12, bold=True) + 12 <= width:
            fill = GROUND if part.name == "Stronger" else INK
            pieces.append(text(x + 8, top + _TALL / 2 + 4, label, size=12, fill=fill, bold=True))
        else:
            long, below = text_width(label, 12), top + _TALL
            at = min(max(x + 4, free), _WIDTH - long)
            foot = min(max(x + width / 2, at + 3), at + long - 3)
            pieces.append(_leader(x + width / 2, foot, below))
            pieces.append(text(at, below + 21, label, size=12))
            free = at + long + 12
        x += width
    return pieces


def _leader(middle: float, foot: float, top: float) -> str:
    """A line from the middle of a part to its words below."""
    points = ((middle, top), (middle, top + 4), (foot, top + 4), (foot, top + 9))
    return polyline(points, stroke=INK)


def _ground(name: str, x: float, top: float, width: float) -> str:
    match name:
        case "Stronger":
            return rect(x, top, width, _TALL, fill=ACCENT, stroke=INK, stroke_width=1.5)
        case "Intermediate":
            return rect(x, top, width, _TALL, fill=PALE, stroke=INK, stroke_width=1.5)
        case "Weaker":
            return rect(x, top, width, _TALL, fill=GROUND, stroke=INK, stroke_width=1.5)
        case _:
            return rect(x, top, width, _TALL, fill=GROUND, stroke=INK, dash="5 4")
