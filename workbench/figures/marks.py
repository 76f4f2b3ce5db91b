"""Small marks and the stacks of text they stand in; a mark never stands without words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.figures.palette import AMBER, GREEN, GROUND, INK, QUIET
from workbench.figures.svg import circle, line, path, text_lines, triangle_mark
from workbench.figures.text import LINE_HEIGHT, wrap

__all__ = ["Mark", "Paragraph", "draw_mark", "draw_stack", "paragraph", "stack_height"]

Mark = Literal["warn", "late", "well", "settled"]

_MARK_WIDTH = 18.0
_BETWEEN = 4.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text already broken into lines, with how it looks and the mark before it."""

    lines: tuple[str, ...]
    size: float
    fill: str
    bold: bool
    mark: Mark | None

    @property
    def height(self) -> float:
        """The height of its lines."""
        return len(self.lines) * self.size * LINE_HEIGHT


def paragraph(
    text: str,
    width: float,
    *,
    size: float = 12,
    fill: str = QUIET,
    bold: bool = False,
    mark: Mark | None = None,
    lines: int | None = None,
) -> Paragraph:
    """Return `text` wrapped to `width`, at most `lines` of it, with a mark before it if given."""
    room = width - (_MARK_WIDTH if mark else 0)
    return Paragraph(wrap(text, room, size, bold=bold, lines=lines), size, fill, bold, mark)


def stack_height(stack: Sequence[Paragraph]) -> float:
    """Return the height of paragraphs one below the other."""
    return sum(one.height for one in stack) + _BETWEEN * max(len(stack) - 1, 0)


def draw_stack(stack: Sequence[Paragraph], x: float, top: float) -> str:
    """Return paragraphs one below the other, from the upper left corner."""
    drawn = []
    for one in stack:
        indent = _MARK_WIDTH if one.mark else 0
        if one.mark:
            drawn.append(draw_mark(one.mark, x + 7, top + one.size * LINE_HEIGHT / 2))
        drawn.append(
            text_lines(x + indent, top, one.lines, size=one.size, fill=one.fill, bold=one.bold)
        )
        top += one.height + _BETWEEN
    return "".join(drawn)


def draw_mark(mark: Mark, x: float, y: float) -> str:
    """Return a mark by its centre, about 13 units wide."""
    match mark:
        case "warn":
            return triangle_mark(x, y, fill=AMBER)
        case "late":
            face = circle(x, y, 5.5, fill=GROUND, stroke=INK, width=1.3)
            hands = path(f"M{x:g} {y - 3.3:g}V{y:g}H{x + 2.8:g}", stroke=INK, width=1.3)
            return face + hands
        case "well":
            return circle(x, y, 6, fill=GREEN) + _tick(x, y, GROUND)
        case "settled":
            return circle(x, y, 5.5, fill=GROUND, stroke=INK, width=1.3) + line(
                (x - 2.5, y), (x + 2.5, y), stroke=INK, width=1.6
            )


def _tick(x: float, y: float, stroke: str) -> str:
    return path(
        f"M{x - 2.8:g} {y + 0.2:g}L{x - 0.8:g} {y + 2.3:g}L{x + 3:g} {y - 2.3:g}",
        stroke=stroke,
        width=1.6,
    )
