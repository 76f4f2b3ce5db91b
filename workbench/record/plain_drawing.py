"""Whether an exhibit's drawing is one that the library could have made: every word can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from workbench.figures.svg import FONT
from workbench.record.geometry import Box, Point, Shape, length, outline, text_box
from workbench.record.markup_tokens import Token, tokens

__all__ = ["can_be_read"]

_NAMES: Final = frozenset(["id", "role", "aria-label", "aria-labelledby", "aria-describedby"])
_PAINT: Final = frozenset(
    ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"]
)
_PLACES: Final = {
    "rect": "x y width height rx",
    "circle": "cx cy r",
    "line": "x1 y1 x2 y2",
    "path": "d",
    "polyline": "points",
    "polygon": "points",
}
_HELD: Final[Mapping[str, frozenset[str]]] = {
    "svg": _NAMES | {"viewBox", "width", "height", "style", "font-family"},
    "g": _NAMES | {"aria-hidden"},
    "a": _NAMES | {"href"},
    "title": frozenset({"id"}),
    "desc": frozenset({"id"}),
    "text": frozenset({"x", "y", "font-size", "fill", "font-weight", "text-anchor"}),
    **{tag: _PAINT | set(places.split()) for tag, places in _PLACES.items()},
}
_WORDED: Final = frozenset(["text", "title", "desc"])
_STYLE: Final = "display:block;max-width:100%;height:auto"
_COLOUR: Final = re.compile(r"#[0-9a-f]{6}")
_GROUND: Final = "#ffffff"
_LEAST_LETTERS: Final = 8.0
_LEAST_CONTRAST: Final = 3.0
_MOST_SEEN_THROUGH: Final = 0.6
_BROADEST_LINE: Final = 6.0
_SPARE: Final = 2.0
_MOST_PARTS: Final = 5_000


@dataclass(frozen=True, slots=True)
class _Painted:
    """A shape in the colours of its inside and outline (None for none), or a line of text."""

    shape: Shape
    box: Box
    fill: str | None
    stroke: str | None
    words: bool = False


def can_be_read(svg: str, width: int, height: int) -> bool:
    """Tell whether every word of an exhibit's drawing can be seen, `width` by `height` pixels.

    `svg` is one whole, cleaned `svg` element. It has to be made as the library makes drawings:
    without transformations, every text a single line with a size and a colour of its own, within
    the drawing, in a colour that stands out from what lies beneath, and with nothing over it.
    """
    painted: list[_Painted] = []
    inside: Token | None = None
    for one in tokens(svg):
        if one.kind == "close":
            inside = None
        elif one.kind == "text" and one.text.strip():
            if inside is None:
                return False  # words that stand in no text are not drawn
            if inside.tag == "text":
                painted.append(_line(inside.attributes, one.text))
        elif one.kind == "open":
            made = None if inside or not _is_ours(one, width, height) else _shape(one)
            if made is None:
                return False
            painted += made
            inside = one if one.tag in _WORDED else None
    return len(painted) <= _MOST_PARTS and _all_seen(painted, Box(0, 0, width, height))


def _is_ours(one: Token, width: int, height: int) -> bool:
    held = one.attributes
    if one.tag not in _HELD or not held.keys() <= _HELD[one.tag]:
        return False
    if one.tag == "svg":
        size = (held.get("viewBox"), held.get("width"), held.get("height"))
        return (
            size == (f"0 0 {width} {height}", str(width), str(height))
            and held.get("style") == _STYLE
            and held.get("font-family") == FONT
        )
    if one.tag == "text":
        return bool(_COLOUR.fullmatch(held.get("fill", ""))) and _has_size(held)
    if one.tag in _PLACES:
        return all(_is_colour(held.get(name)) for name in ("fill", "stroke"))
    return True


def _has_size(held: Mapping[str, str]) -> bool:
    size = length(held.get("font-size"))
    placed = all(length(held.get(name)) is not None for name in ("x", "y"))
    return placed and size is not None and size >= _LEAST_LETTERS


def _is_colour(paint: str | None) -> bool:
    return paint in (None, "none") or bool(_COLOUR.fullmatch(paint or ""))


def _line(held: Mapping[str, str], words: str) -> _Painted:
    at = (length(held["x"]) or 0.0, length(held["y"]) or 0.0)
    box = text_box(words.strip(), at, length(held["font-size"]) or 0.0, held.get("text-anchor"))
    corners = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom))
    shape = Shape((*corners, (box.left, box.bottom), (box.left, box.top)), True, 0)
    return _Painted(shape, box, held["fill"], None, words=True)


def _shape(one: Token) -> tuple[_Painted, ...] | None:
    """What an element paints by itself, or None where that cannot be told."""
    if one.tag not in _PLACES:
        return ()
    held = one.attributes
    corners = outline(one.tag, held)
    fill = held.get("fill", "none" if one.tag == "line" else "#000000")
    stroke = held.get("stroke", "none")
    width = (length(held.get("stroke-width", "1")) or 0.0) if stroke != "none" else 0.0
    curved = one.tag in ("path", "polyline") and fill != "none"
    if corners is None or curved or not 0 <= width <= _BROADEST_LINE:
        return None
    shape = Shape(corners, fill != "none", width)
    return (_Painted(shape, shape.box, _colour(fill), _colour(stroke)),)


def _colour(paint: str) -> str | None:
    return None if paint == "none" else paint


def _all_seen(painted: list[_Painted], page: Box) -> bool:
    return all(
        _within(one.box, page) and _is_seen(one, painted[:n], painted[n + 1 :])
        for n, one in enumerate(painted)
        if one.words
    )


def _within(box: Box, page: Box) -> bool:
    corners = ((box.left, box.top), (box.right, box.bottom))
    return all(page.holds(corner, _SPARE) for corner in corners)


def _is_seen(text: _Painted, before: Iterable[_Painted], after: Iterable[_Painted]) -> bool:
    below = [one for one in before if not one.words and one.box.meets(text.box)]
    above = [one for one in after if one.box.meets(text.box)]
    points = list(text.box.points())
    seen = sum(
        not any(one.shape.covers(point) for one in above)
        and _contrast(text.fill or _GROUND, _ground(point, below)) >= _LEAST_CONTRAST
        for point in points
    )
    return seen >= _MOST_SEEN_THROUGH * len(points)


def _ground(point: Point, below: list[_Painted]) -> str:
    for one in reversed(below):
        if one.shape.covers(point):
            return one.fill or one.stroke or _GROUND
    return _GROUND


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    """The relative luminance of a colour such as `#425563`, after WCAG 2.2."""
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
