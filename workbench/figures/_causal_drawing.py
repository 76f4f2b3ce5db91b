"""The causal graph drawn: boxes and links placed by Graphviz, and the legend below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.domain.vocabulary import CauseType, Combination, Confidence
from workbench.figures._causal_nodes import GATE, Node, draw_gate, draw_node, shape
from workbench.figures.exhibit import Drawing, anchor_id
from workbench.figures.layout import Box, Curve, Direction, Layout, lay_out
from workbench.figures.palette import ACCENT, GROUND, INK, QUIET, RULE, WASH
from workbench.figures.svg import (
    Point,
    arrow_head,
    circle,
    drawing,
    group,
    item,
    items,
    line,
    path,
    rect,
    text,
)
from workbench.figures.text import text_width

__all__ = ["Arrow", "draw_graph", "draw_overview"]

_MARGIN = 10.0
_HEADING = 34.0
_DIRECTIONS: Final[tuple[Direction, ...]] = ("BT", "LR")
_SMALL = (48.0, 24.0)
_PAGE_WIDTH = 1000.0
_PAGE_HEIGHT = 1300.0
_STYLES: Final[dict[Confidence, tuple[str | None, float]]] = {
    Confidence.ESTABLISHED: (None, 2.2),
    Confidence.PROBABLE: ("8 5", 1.8),
    Confidence.POSSIBLE: ("0.1 5", 2.4),
}
_TYPES: Final = {
    CauseType.OUTCOME: "outcome",
    CauseType.EVENT: "event",
    CauseType.ACTION: "human action",
    CauseType.DEVIATION: "deviation from procedure",
    CauseType.OMISSION: "omission",
    CauseType.CONDITION: "condition",
}


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link to be drawn from one box to another."""

    cause: str
    effect: str
    confidence: Confidence
    doubted: bool


def draw_graph(
    nodes: Sequence[Node],
    arrows: Sequence[Arrow],
    name: str,
    part: str,
    title: str,
    about: str,
    heading: str = "",
) -> Drawing:
    """Return the drawing of a causal graph, or of a part of one, whose ids end with `part`.

    Links lead to the anchors of the exhibit called `name`. Effects stand above their causes, or to
    the right of them where that gives a shape that is easier to read and print.
    """
    direction, layout = _best_layout(nodes, arrows)
    width = max(layout.width, 640.0)
    top = _MARGIN + (_HEADING if heading else 0)
    shift = (width - layout.width) / 2 + _MARGIN, top
    bottom = layout.height + top + _MARGIN + 8
    legend, legend_height = _legend(nodes, arrows, width, bottom)
    curves = _arrows(layout, arrows, shift)
    boxes = (_box(node, layout, shift, direction, name) for node in nodes)
    return drawing(
        f"{name}-drawing{part}",
        title,
        about,
        (width + 2 * _MARGIN, bottom + legend_height),
        group(_heading(heading, width), *curves, hidden=True),
        items(*boxes),
        group(legend, hidden=True),
    )


def draw_overview(
    nodes: Sequence[tuple[str, CauseType, str]],
    arrows: Sequence[Arrow],
    name: str,
    title: str,
    about: str,
    heading: str,
) -> Drawing:
    """Return a whole graph drawn small: causes by identifier only (id, type, label)."""
    links = [(arrow.cause, arrow.effect) for arrow in arrows]
    tried = []
    for ranks in (1, 2, 3):
        for direction in _DIRECTIONS:
            boxes = [Box(identifier, *_SMALL) for identifier, _, _ in nodes]
            spread = _spread(links, ranks)
            layout = lay_out(boxes, links, direction, spread=spread, between=8, ranks=26)
            tried.append((max(layout.width / 690, layout.height / 640), direction, layout))
    _, _, layout = min(tried, key=_first)
    width = max(layout.width, 640.0)
    shift = (width - layout.width) / 2 + _MARGIN, _MARGIN + _HEADING
    chips = (
        _small(identifier, kind, label, layout.centres[identifier], shift, name)
        for identifier, kind, label in nodes
    )
    return drawing(
        f"{name}-overview",
        title,
        about,
        (width + 2 * _MARGIN, layout.height + 2 * _MARGIN + _HEADING),
        group(_heading(heading, width), *_arrows(layout, arrows, shift, thin=True), hidden=True),
        items(*chips),
    )


def _heading(words: str, width: float) -> str:
    if not words:
        return ""
    band = rect(0, 0, width + 2 * _MARGIN, 26, fill=WASH) + rect(0, 0, 4, 26, fill=ACCENT)
    return band + text(14, 18, words, size=14, bold=True)


def _small(
    identifier: str, kind: CauseType, label: str, centre: Point, shift: Point, name: str
) -> str:
    x, y = centre[0] + shift[0], centre[1] + shift[1]
    width, height = _SMALL
    ink = GROUND if kind is CauseType.OUTCOME else INK
    return item(
        label,
        f"#{anchor_id(name, identifier)}",
        shape(kind, x - width / 2, y - height / 2, width, height),
        text(x, y + 4.2, identifier, size=12, fill=ink, bold=True, anchor="middle"),
    )


def _arrows(
    layout: Layout, arrows: Sequence[Arrow], shift: Point, *, thin: bool = False
) -> list[str]:
    by_ends: dict[tuple[str, str], list[Arrow]] = {}
    for arrow in arrows:
        by_ends.setdefault((arrow.cause, arrow.effect), []).append(arrow)
    return [
        _arrow(_moved(curve, shift), by_ends[curve.tail, curve.head].pop(0), thin)
        for curve in layout.curves
    ]


def _best_layout(nodes: Sequence[Node], arrows: Sequence[Arrow]) -> tuple[Direction, Layout]:
    """The layout that has to be shrunk least to fit a page.

    A row of many causes that have none of their own is also tried in two and in three ranks.
    """
    links = [(arrow.cause, arrow.effect) for arrow in arrows]
    tried: list[tuple[float, Direction, Layout]] = []
    for ranks in (1, 2, 3):
        for direction in _DIRECTIONS:
            boxes = [Box(node.id, *_size(node, direction)) for node in nodes]
            layout = lay_out(boxes, links, direction, spread=_spread(links, ranks))
            shrunk = max(layout.width / _PAGE_WIDTH, layout.height / _PAGE_HEIGHT, 0.68)
            tried.append((shrunk, direction, layout))
        if min(tried, key=_first)[0] < 1:
            break
    _, best, layout = min(tried, key=_first)
    return best, layout


def _first(tried: tuple[float, Direction, Layout]) -> float:
    return tried[0]


def _spread(links: Sequence[tuple[str, str]], ranks: int) -> dict[int, int]:
    """Give the links from leaves to one effect lengths of 1, 2, … `ranks` in turn."""
    effects = {head for _, head in links}
    seen: dict[str, int] = {}
    lengths: dict[int, int] = {}
    for n, (tail, head) in enumerate(links):
        if tail not in effects:
            lengths[n] = 1 + seen.get(head, 0) % ranks
            seen[head] = seen.get(head, 0) + 1
    return lengths


def _size(node: Node, direction: Direction) -> tuple[float, float]:
    if node.combination is None:
        return node.width, node.height
    return (
        (node.width + GATE[0], node.height)
        if direction == "LR"
        else (node.width, node.height + GATE[1])
    )


def _box(node: Node, layout: Layout, shift: Point, direction: Direction, name: str) -> str:
    width, height = _size(node, direction)
    x = layout.centres[node.id][0] + shift[0] - width / 2
    y = layout.centres[node.id][1] + shift[1] - height / 2
    left = x + (width - node.width)
    pieces = [draw_node(node, left, y)]
    if node.combination is not None:
        across, along = (
            (left - GATE[0] / 2, y + height / 2)
            if direction == "LR"
            else (
                x + width / 2,
                y + node.height + GATE[1] / 2,
            )
        )
        pieces.insert(0, draw_gate(node.combination, across, along))
    return item(node.label, f"#{anchor_id(name, node.id)}", *pieces)


def _moved(curve: Curve, shift: Point) -> Curve:
    dx, dy = shift
    points = tuple((x + dx, y + dy) for x, y in curve.points)
    return Curve(curve.tail, curve.head, points, (curve.tip[0] + dx, curve.tip[1] + dy))


def _arrow(curve: Curve, arrow: Arrow, thin: bool) -> str:
    dash, width = (None, 1.2) if thin else _STYLES[arrow.confidence]
    (x, y), *rest = curve.points
    commands = f"M{x:.1f} {y:.1f}C" + " ".join(f"{a:.1f},{b:.1f}" for a, b in rest)
    pieces = [path(commands, stroke=QUIET, width=width, dash=dash)]
    pieces.append(arrow_head(curve.tip, curve.points[-1], fill=QUIET, size=7 if thin else 10))
    if arrow.doubted and not thin:
        pieces.append(_doubt(*_middle(curve)))
    return "".join(pieces)


def _middle(curve: Curve) -> tuple[float, float]:
    """A point on the curve near its middle: the halfway point of the middle piece."""
    pieces = (len(curve.points) - 1) // 3
    a, b, c, d = curve.points[(pieces // 2) * 3 : (pieces // 2) * 3 + 4]
    return (a[0] + 3 * b[0] + 3 * c[0] + d[0]) / 8, (a[1] + 3 * b[1] + 3 * c[1] + d[1]) / 8


def _doubt(x: float, y: float) -> str:
    return circle(x, y, 8.5, fill=GROUND, stroke=INK, width=1.5) + text(
        x, y + 4.6, "?", size=13, bold=True, anchor="middle"
    )


def _legend(
    nodes: Sequence[Node], arrows: Sequence[Arrow], width: float, top: float
) -> tuple[str, float]:
    """The marks that occur, in rows no wider than the drawing; with the height they take."""
    x, y, pieces = _MARGIN, top + 18, [line((_MARGIN, top), (width + _MARGIN, top), stroke=RULE)]
    for picture, words in _keys(nodes, arrows):
        needed = 46 + text_width(words, 12) + 18
        if x > _MARGIN and x + needed > width + _MARGIN:
            x, y = _MARGIN, y + 26
        pieces.append(_key(picture, x, y))
        pieces.append(text(x + 42, y + 4, words, size=12, fill=QUIET))
        x += needed
    return "".join(pieces), y - top + 20


def _keys(
    nodes: Sequence[Node], arrows: Sequence[Arrow]
) -> list[tuple[CauseType | Confidence | Combination | str, str]]:
    types = {node.type for node in nodes}
    gates = {node.combination for node in nodes}
    sure = {arrow.confidence for arrow in arrows}
    keys: list[tuple[CauseType | Confidence | Combination | str, str]] = [
        (kind, words) for kind, words in _TYPES.items() if kind in types
    ]
    keys += [(one, f"{one} link") for one in Confidence if one in sure]
    if any(arrow.doubted for arrow in arrows):
        keys.append(("doubt", "evidence against the link"))
    if Combination.ALL in gates:
        keys.append((Combination.ALL, "all of its causes together"))
    if Combination.ANY in gates:
        keys.append((Combination.ANY, "any one of its causes alone"))
    if any(node.badges for node in nodes):
        keys.append(("action", "an action that addresses the cause"))
    return keys


def _key(picture: CauseType | Confidence | Combination | str, x: float, y: float) -> str:
    match picture:
        case CauseType():
            return shape(picture, x, y - 9, 34, 18)
        case Confidence():
            dash, width = _STYLES[picture]
            return line((x, y), (x + 28, y), stroke=QUIET, width=width, dash=dash) + arrow_head(
                (x + 36, y), (x, y), fill=QUIET
            )
        case Combination():
            return draw_gate(picture, x + 17, y)
        case "doubt":
            return _doubt(x + 18, y)
        case _:
            return rect(x, y - 9, 34, 18, fill=ACCENT, radius=9)
