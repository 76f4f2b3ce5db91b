"""Graphs laid out by Graphviz: boxes of a fixed size in, places and curves out.

Only sizes go in, never words, so that neither fonts nor text of a case reach the engine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Box", "Curve", "Layout", "lay_out"]

Point = tuple[float, float]
Direction = Literal["LR", "BT"]

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Box:
    """A node to be placed: its name and its size in user units."""

    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A link that was routed: cubic Bézier points (1 + 3n of them), ending at `tip`."""

    tail: str
    head: str
    points: tuple[Point, ...]
    tip: Point


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands; y grows downwards. `centres` are the middles of the boxes."""

    width: float
    height: float
    centres: dict[str, Point]
    curves: tuple[Curve, ...]


def lay_out(
    boxes: Sequence[Box],
    links: Sequence[tuple[str, str]],
    direction: Direction,
    *,
    spread: Mapping[int, int] | None = None,
    between: float = 18,
    ranks: float = 50,
) -> Layout:
    """Return the places of `boxes` and the curves of `links` (tail, head).

    `direction` is where links point: `LR` to the right, `BT` upwards. `spread` says of links,
    by their position, how many steps they are long where that is more than one. `between` is
    the distance of neighbours, `ranks` that of one step to the next, both in user units.
    """
    import graphviz
    import pygraphviz

    numbers = {box.name: f"n{n}" for n, box in enumerate(boxes)}
    names = {number: name for name, number in numbers.items()}
    graph = graphviz.Digraph(
        graph_attr={
            "rankdir": direction,
            "nodesep": _inches(between),
            "ranksep": _inches(ranks),
            "splines": "true",
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"arrowsize": "0.7"},
    )
    for box in boxes:
        graph.node(numbers[box.name], width=_inches(box.width), height=_inches(box.height))
    leave, enter = {"LR": ("e", "w"), "BT": ("n", "s")}[direction]
    for n, (tail, head) in enumerate(links):
        graph.edge(
            f"{numbers[tail]}:{leave}",
            f"{numbers[head]}:{enter}",
            minlen=str((spread or {}).get(n, 1)),
        )
    engine = pygraphviz.AGraph(string=graph.source)
    try:
        drawn = json.loads(engine.draw(format="json", prog="dot"))
    finally:
        engine.close()
    return _read(drawn, names)


def _read(drawn: dict[str, Any], names: dict[str, str]) -> Layout:
    _, _, width, height = (float(part) for part in drawn["bb"].split(","))
    found = drawn.get("objects", [])
    centres = {names[one["name"]]: _point(one["pos"], height) for one in found}
    by_number = {one["_gvid"]: names[one["name"]] for one in found}
    curves = tuple(
        _curve(by_number[edge["tail"]], by_number[edge["head"]], edge["pos"], height)
        for edge in drawn.get("edges", [])
    )
    return Layout(width, height, centres, curves)


def _curve(tail: str, head: str, written: str, height: float) -> Curve:
    """Read a B-spline such as `e,9,9 0,0 1,1 2,2 3,3`; `e` is the tip, `s` would be a start."""
    points: list[Point] = []
    tip: Point | None = None
    for part in written.split():
        if part.startswith("e,"):
            tip = _point(part[2:], height)
        elif not part.startswith("s,"):
            points.append(_point(part, height))
    return Curve(tail, head, tuple(points), tip or points[-1])


def _point(written: str, height: float) -> Point:
    x, y = written.split(",")
    return float(x), height - float(y)


def _inches(units: float) -> str:
    return f"{units / _POINTS_PER_INCH:.4f}"
