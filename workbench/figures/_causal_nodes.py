"""The boxes of a causal graph: their shapes, words and marks, and how large they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.domain.vocabulary import CauseType, Combination
from workbench.figures.marks import Paragraph, draw_stack, paragraph, stack_height
from workbench.figures.palette import ACCENT, GROUND, INK, PALE, QUIET, WASH
from workbench.figures.svg import line, polygon, rect, text
from workbench.figures.text import text_width

__all__ = [
    "GATE",
    "Badge",
    "Node",
    "badges_height",
    "badges_of",
    "draw_gate",
    "draw_node",
    "node_of",
    "shape",
]

GATE: Final = (34.0, 18.0)
"""The width and height of an AND or OR mark, where links enter a node."""

_WIDTH = 184.0
_SIDE = 15.0
_PAD = 9.0
_BADGE = 19.0
_BETWEEN = 6.0


@dataclass(frozen=True, slots=True)
class Badge:
    """An action's mark in a box: its words, and its place from the box's upper left corner."""

    words: str
    x: float
    y: float
    width: float
    height: float = _BADGE


@dataclass(frozen=True, slots=True)
class Node:
    """A box ready to be placed: its words, its marks, and its size without the gate.

    `badges` are actions that address it; `notes` are marks with words, such as "Evidence against".
    """

    id: str
    type: CauseType
    combination: Combination | None
    stack: tuple[Paragraph, ...]
    badges: tuple[str, ...]
    width: float
    height: float
    label: str


def node_of(
    identifier: str,
    kind: CauseType,
    statement: str,
    *,
    combination: Combination | None,
    notes: Sequence[tuple[str, bool]],
    badges: tuple[str, ...],
    label: str,
    lines: int = 6,
) -> Node:
    """Return a box for a cause.

    `notes` are short lines under its statement, each with whether it warns; `combination` is
    None for a cause with fewer than two causes; `label` is all that a screen reader says;
    the statement is cut after `lines`.
    """
    outcome = kind is CauseType.OUTCOME
    room = _WIDTH - 2 * _SIDE
    light = GROUND if outcome else None
    stack = (
        paragraph(f"{identifier} · {kind.capitalize()}", room, size=11, fill=light or QUIET),
        paragraph(statement, room, size=13, fill=light or INK, bold=outcome, lines=lines),
        *(
            paragraph(words, room, size=11, fill=light or INK, mark="warn" if warns else None)
            for words, warns in notes
        ),
    )
    height = stack_height(stack) + 2 * _PAD + badges_height(badges, room)
    return Node(
        identifier,
        kind,
        combination,
        stack,
        badges,
        _WIDTH,
        max(height, 46.0),
        " ".join(label.split()),
    )


def badges_height(badges: Sequence[str], room: float) -> float:
    """Return how much height badges take under the words of a box."""
    rows = _badge_rows(badges, room)
    return len(rows) * (_BADGE + 4) + 4 if rows else 0


def draw_node(node: Node, x: float, y: float) -> str:
    """Return a box by its upper left corner."""
    light = node.type is CauseType.OUTCOME
    return "".join(
        (
            shape(node.type, x, y, node.width, node.height),
            draw_stack(node.stack, x + _SIDE, y + _PAD),
            *(_draw_badge(badge, x, y, light) for badge in badges_of(node)),
        )
    )


def badges_of(node: Node) -> tuple[Badge, ...]:
    """Return where the badges of a box stand under its words."""
    found = []
    top = _PAD + stack_height(node.stack) + 6
    for row in _badge_rows(node.badges, node.width - 2 * _SIDE):
        left = _SIDE
        for words in row:
            found.append(Badge(words, left, top, _badge_width(words)))
            left += _badge_width(words) + _BETWEEN
        top += _BADGE + 4
    return tuple(found)


def draw_gate(combination: Combination, x: float, y: float) -> str:
    """Return the AND or OR mark by its centre."""
    words = "AND" if combination is Combination.ALL else "OR"
    radius = 2.0 if combination is Combination.ALL else 9.0
    return rect(x - GATE[0] / 2, y - GATE[1] / 2, *GATE, fill=INK, radius=radius) + text(
        x, y + 4, words, size=11, fill=GROUND, bold=True, anchor="middle"
    )


def shape(kind: CauseType, x: float, y: float, width: float, height: float) -> str:
    """Return the outline that stands for a type of cause."""
    right, bottom, middle = x + width, y + height, y + height / 2
    match kind:
        case CauseType.OUTCOME:
            inner = rect(x + 3, y + 3, width - 6, height - 6, stroke=GROUND, stroke_width=1)
            return rect(x, y, width, height, fill=INK) + inner
        case CauseType.EVENT:
            return rect(x, y, width, height, fill=GROUND, stroke=INK, stroke_width=1.4)
        case CauseType.ACTION:
            return rect(x, y, width, height, fill=PALE, stroke=INK, stroke_width=1.4, radius=14)
        case CauseType.OMISSION:
            return rect(x, y, width, height, fill=GROUND, stroke=INK, stroke_width=1.6, dash="6 4")
        case CauseType.DEVIATION:
            cut = 10.0
            points = (
                (x + cut, y),
                (right - cut, y),
                (right, middle),
                (right - cut, bottom),
                (x + cut, bottom),
                (x, middle),
            )
            return polygon(points, fill=PALE, stroke=INK, stroke_width=1.4)
        case CauseType.CONDITION:
            return rect(x, y, width, height, fill=WASH, stroke=INK, stroke_width=1.4) + "".join(
                line((at, y), (at, bottom), stroke=INK, width=1.4) for at in (x + 5, right - 5)
            )


def _badge_rows(badges: Sequence[str], room: float) -> list[list[str]]:
    rows: list[list[str]] = []
    used = 0.0
    for badge in badges:
        width = _badge_width(badge) + _BETWEEN
        if not rows or used + width > room + _BETWEEN:
            rows.append([])
            used = 0.0
        rows[-1].append(badge)
        used += width
    return rows


def _badge_width(badge: str) -> float:
    return text_width(badge, 11, bold=True) + 26


def _draw_badge(badge: Badge, left: float, top: float, light: bool) -> str:
    x, y = left + badge.x, top + badge.y
    fill, ink = (GROUND, INK) if light else (ACCENT, GROUND)
    corners = ((x + 8, y + 5), (x + 15, y + badge.height / 2), (x + 8, y + badge.height - 5))
    return (
        rect(x, y, badge.width, badge.height, fill=fill, radius=badge.height / 2)
        + polygon(corners, fill=ink)
        + text(x + 19, y + 13.3, badge.words, size=11, fill=ink, bold=True)
    )
