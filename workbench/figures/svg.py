"""The pieces that every drawing is made of: text, shapes, links with a name, the whole picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from workbench.figures.exhibit import Drawing
from workbench.figures.markup import element, lines_html, number
from workbench.figures.palette import GROUND, INK
from workbench.figures.text import LINE_HEIGHT

__all__ = [
    "FONT",
    "Point",
    "arrow_head",
    "circle",
    "drawing",
    "group",
    "item",
    "items",
    "line",
    "path",
    "polygon",
    "polyline",
    "rect",
    "text",
    "text_lines",
    "triangle_mark",
]

Point = tuple[float, float]

FONT: Final = "Arial, Helvetica, sans-serif"
"""The font of every drawing; text is measured by its metrics."""

_MINIMUM_SCALE: Final = 0.8


def text(
    x: float,
    y: float,
    words: str,
    *,
    size: float = 13,
    fill: str = INK,
    bold: bool = False,
    anchor: str | None = None,
) -> str:
    """Return one line of text, its baseline at `y`; `anchor` is `middle` or `end` of `x`."""
    return element(
        "text",
        {
            "x": float(x),
            "y": float(y),
            "font-size": float(size),
            "fill": fill,
            "font-weight": "700" if bold else None,
            "text-anchor": anchor,
        },
        lines_html(words),
    )


def text_lines(
    x: float,
    top: float,
    lines: Sequence[str],
    *,
    size: float = 13,
    fill: str = INK,
    bold: bool = False,
    anchor: str | None = None,
) -> str:
    """Return lines of text one below the other; `top` is the upper edge of the first line."""
    return "".join(
        text(
            x,
            top + size * (0.98 + n * LINE_HEIGHT),
            words,
            size=size,
            fill=fill,
            bold=bold,
            anchor=anchor,
        )
        for n, words in enumerate(lines)
    )


def rect(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str = "none",
    stroke: str | None = None,
    stroke_width: float = 1,
    dash: str | None = None,
    radius: float | None = None,
) -> str:
    """Return a rectangle by its upper left corner."""
    return element(
        "rect",
        {
            "x": float(x),
            "y": float(y),
            "width": float(width),
            "height": float(height),
            "rx": None if radius is None else float(radius),
            **_paint(fill, stroke, stroke_width, dash),
        },
    )


def circle(
    x: float, y: float, radius: float, *, fill: str, stroke: str | None = None, width: float = 2
) -> str:
    """Return a circle by its centre."""
    return element(
        "circle",
        {
            "cx": float(x),
            "cy": float(y),
            "r": float(radius),
            **_paint(fill, stroke, width, None),
        },
    )


def line(
    start: Point, end: Point, *, stroke: str, width: float = 1, dash: str | None = None
) -> str:
    """Return a straight line."""
    return element(
        "line",
        {
            "x1": float(start[0]),
            "y1": float(start[1]),
            "x2": float(end[0]),
            "y2": float(end[1]),
            "stroke": stroke,
            "stroke-width": float(width),
            "stroke-dasharray": dash,
            "stroke-linecap": "round" if dash and dash.startswith("0") else None,
        },
    )


def path(
    commands: str,
    *,
    stroke: str,
    width: float = 1,
    dash: str | None = None,
    fill: str = "none",
) -> str:
    """Return a path; `commands` are SVG path commands."""
    return element(
        "path",
        {
            "d": commands,
            "fill": fill,
            "stroke": stroke,
            "stroke-width": float(width),
            "stroke-dasharray": dash,
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        },
    )


def polyline(points: Iterable[Point], *, stroke: str, width: float = 1) -> str:
    """Return a line through `points`."""
    return element(
        "polyline",
        {
            "points": " ".join(f"{number(x)},{number(y)}" for x, y in points),
            "fill": "none",
            "stroke": stroke,
            "stroke-width": float(width),
            "stroke-linecap": "round",
            "stroke-linejoin": "round",
        },
    )


def polygon(
    points: Iterable[Point],
    *,
    fill: str,
    stroke: str | None = None,
    stroke_width: float = 1,
    dash: str | None = None,
) -> str:
    """Return a closed shape through `points`."""
    return element(
        "polygon",
        {
            "points": " ".join(f"{number(x)},{number(y)}" for x, y in points),
            **_paint(fill, stroke, stroke_width, dash),
            "stroke-linejoin": "round" if stroke else None,
        },
    )


def arrow_head(tip: Point, towards: Point, *, fill: str, size: float = 9) -> str:
    """Return an arrow head at `tip` that points away from `towards`, the point it comes from."""
    across, along = tip[0] - towards[0], tip[1] - towards[1]
    length = (across**2 + along**2) ** 0.5 or 1.0
    ux, uy = across / length, along / length
    base = (tip[0] - ux * size, tip[1] - uy * size)
    half = size * 0.42
    return polygon(
        (
            tip,
            (base[0] - uy * half, base[1] + ux * half),
            (base[0] + uy * half, base[1] - ux * half),
        ),
        fill=fill,
    )


def triangle_mark(x: float, y: float, *, fill: str, size: float = 12) -> str:
    """Return the warning mark, a triangle with an exclamation mark; (x, y) is its centre."""
    half = size / 2
    return polygon(
        ((x, y - half), (x + half * 1.1, y + half), (x - half * 1.1, y + half)),
        fill=fill,
        stroke=INK,
    ) + text(x, y + half * 0.72, "!", size=size * 0.72, bold=True, anchor="middle")


def group(*inner: str, hidden: bool = False) -> str:
    """Return pieces held together; `hidden` keeps them from a screen reader, not from the eye."""
    return element("g", {"aria-hidden": "true" if hidden else None}, *inner)


def item(label: str, href: str, *inner: str) -> str:
    """Return one entry of `items`: pieces that can be focused, called `label`, linked to `href`."""
    return element(
        "g",
        {"role": "listitem"},
        element("a", {"href": href, "aria-label": " ".join(label.split())}, *inner),
    )


def items(*inner: str) -> str:
    """Return the list of what a drawing shows."""
    return element("g", {"role": "list"}, *inner)


def drawing(
    identifier: str, title: str, description: str, size: tuple[float, float], *inner: str
) -> Drawing:
    """Return the whole drawing, `size` wide and high, with its accessible name and description.

    `identifier` starts every id in it and is unique on the page.
    """
    width, height = round(size[0]), round(size[1])
    picture = element(
        "svg",
        {
            "viewBox": f"0 0 {width} {height}",
            "width": width,
            "height": height,
            "role": "group",
            "aria-labelledby": f"{identifier}-name {identifier}-about",
            "style": "display:block;max-width:100%;height:auto",
            "font-family": FONT,
        },
        element("title", {"id": f"{identifier}-name"}, lines_html(title)),
        element("desc", {"id": f"{identifier}-about"}, lines_html(" ".join(description.split()))),
        rect(0, 0, width, height, fill=GROUND),
        *inner,
    )
    return Drawing(
        svg=picture,
        width=width,
        height=height,
        min_width=round(width * _MINIMUM_SCALE),
        label=f"{title} (drawing)",
    )


def _paint(
    fill: str, stroke: str | None, width: float, dash: str | None
) -> dict[str, object | None]:
    return {
        "fill": fill,
        "stroke": stroke,
        "stroke-width": float(width) if stroke else None,
        "stroke-dasharray": dash if stroke else None,
    }
