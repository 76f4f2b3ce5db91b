"""Where in a drawing something lies: matrices, lines of text, and what a shape covers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from workbench.figures.text import text_width

__all__ = [
    "IDENTITY",
    "Box",
    "Matrix",
    "Point",
    "Shape",
    "length",
    "mapped",
    "outline",
    "scale_of",
    "text_box",
    "times",
    "transform_matrix",
    "view_box",
]

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""An affine map as in SVG: (a, b, c, d, e, f)."""

Point: TypeAlias = tuple[float, float]

IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)
"""The map that leaves everything where it is."""

_NUMBER: Final = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LENGTH: Final = re.compile(rf"\s*({_NUMBER})\s*(px|pt|pc|in|mm|cm)?\s*")
_UNITS: Final = {"pt": 4 / 3, "pc": 16.0, "in": 96.0, "mm": 96 / 25.4, "cm": 96 / 2.54}
_TRANSFORM: Final = re.compile(r"(\w+)\s*\(([^()]*)\)[\s,]*")
_NUMBERS: Final = re.compile(_NUMBER)
_STEPS: Final = re.compile(rf"([A-Za-z])|({_NUMBER})")
_TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6, "Z": 0}
_LARGEST: Final = 1e6
_SPARE: Final = 1.14 * 1.17  # what the measure of text adds for wide and for bold fonts
_ASCENT: Final = 0.72
_DESCENT: Final = 0.2
_ROUND: Final = 16


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with its sides along the axes."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point, spare: float = 0) -> bool:
        """Tell whether `point` lies in the box, or at most `spare` outside it."""
        x, y = point
        return (
            self.left - spare <= x <= self.right + spare
            and self.top - spare <= y <= self.bottom + spare
        )

    def meets(self, other: Box) -> bool:
        """Tell whether the two boxes share a point."""
        return (
            self.left <= other.right
            and other.left <= self.right
            and self.top <= other.bottom
            and other.top <= self.bottom
        )

    def points(self) -> Iterator[Point]:
        """Yield fifteen points that are spread over the box."""
        wide, high = self.right - self.left, self.bottom - self.top
        for across in (0.1, 0.3, 0.5, 0.7, 0.9):
            for down in (0.25, 0.5, 0.75):
                yield self.left + across * wide, self.top + down * high


@dataclass(frozen=True, slots=True)
class Shape:
    """What is painted: the corners of its outline, and whether its inside is filled.

    `width` is that of the painted outline, 0 for none.
    """

    corners: tuple[Point, ...]
    filled: bool
    width: float

    @property
    def box(self) -> Box:
        """The smallest box around everything that is painted."""
        half = self.width / 2
        xs, ys = zip(*self.corners, strict=True)
        return Box(min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half)

    def covers(self, point: Point) -> bool:
        """Tell whether something is painted at `point`."""
        if self.filled and _inside(point, self.corners):
            return True
        return self.width > 0 and any(
            _distance(point, start, end) <= self.width / 2 for start, end in pairwise(self.corners)
        )


def length(text: str | None) -> float | None:
    """Return a length in user units, or None for one that is missing, relative or not a length."""
    found = _LENGTH.fullmatch(text or "")
    if found is None:
        return None
    value = float(found.group(1)) * _UNITS.get(found.group(2) or "", 1.0)
    return value if abs(value) < _LARGEST else None


def view_box(text: str | None) -> Box | None:
    """Return the part of the plane that an SVG's `viewBox` shows, or None when it names none."""
    if not re.fullmatch(rf"\s*{_NUMBER}(?:[\s,]+{_NUMBER}){{3}}\s*", text or ""):
        return None
    left, top, wide, high = map(float, _NUMBERS.findall(text or ""))
    if wide <= 0 or high <= 0 or max(map(abs, (left, top, wide, high))) >= _LARGEST:
        return None
    return Box(left, top, left + wide, top + high)


def transform_matrix(text: str) -> Matrix | None:
    """Return what an SVG `transform` does, or None when it cannot be told."""
    matrix, rest = IDENTITY, text.strip()
    while rest:
        found = _TRANSFORM.match(rest)
        step = _step(found.group(1), found.group(2)) if found else None
        if found is None or step is None:
            return None
        matrix, rest = times(matrix, step), rest[found.end() :]
    return matrix if all(math.isfinite(one) and abs(one) < _LARGEST for one in matrix) else None


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the map that applies `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def mapped(matrix: Matrix, point: Point) -> Point:
    """Return where `matrix` moves a point."""
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f


def scale_of(matrix: Matrix) -> float:
    """Return by how much lengths are scaled where they shrink most; 0 when they are mirrored."""
    a, b, c, d, _, _ = matrix
    area = a * d - b * c
    if area <= 0:
        return 0.0
    squares = a * a + b * b + c * c + d * d
    largest = math.sqrt((squares + math.sqrt(max(squares * squares - 4 * area * area, 0))) / 2)
    return area / largest


def text_box(words: str, at: Point, size: float, anchor: str | None) -> Box:
    """Return about where a line of text lies whose baseline starts, or is anchored, at `at`."""
    wide = text_width(words, size) / _SPARE
    back = {"middle": wide / 2, "end": wide}.get(anchor or "", 0.0)
    x, y = at
    return Box(x - back, y - _ASCENT * size, x - back + wide, y + _DESCENT * size)


def outline(tag: str, held: Mapping[str, str]) -> tuple[Point, ...] | None:
    """Return the corners of an SVG shape's outline, curves as rows of corners.

    None when it cannot be told, as for a path with other commands than M, L, H, V, C, Q and Z.
    """
    match tag:
        case "rect":
            return _rect(*_lengths(held, "x", "y", "width", "height"))
        case "circle":
            return _circle(*_lengths(held, "cx", "cy", "r"))
        case "line":
            x1, y1, x2, y2 = _lengths(held, "x1", "y1", "x2", "y2")
            return (x1, y1), (x2, y2)
        case "polygon" | "polyline":
            return _corners(held.get("points", ""), closed=tag == "polygon")
        case "path":
            return _path(held.get("d", ""))
        case _:
            return None


def _step(name: str, inside: str) -> Matrix | None:
    held = [float(one) for one in _NUMBERS.findall(inside)]
    match name, held:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *more] if len(more) < 2:
            return 1, 0, 0, 1, x, more[0] if more else 0
        case "scale", [x, *more] if len(more) < 2:
            return x, 0, 0, more[0] if more else x, 0, 0
        case "rotate", [angle]:
            return _rotated(angle)
        case "rotate", [angle, x, y]:
            return times(times((1, 0, 0, 1, x, y), _rotated(angle)), (1, 0, 0, 1, -x, -y))
        case _:
            return None


def _rotated(angle: float) -> Matrix:
    turned = math.radians(angle % 360)
    return math.cos(turned), math.sin(turned), -math.sin(turned), math.cos(turned), 0, 0


def _lengths(held: Mapping[str, str], *names: str) -> tuple[float, ...]:
    return tuple(length(held.get(name)) or 0.0 for name in names)


def _rect(x: float, y: float, wide: float, high: float) -> tuple[Point, ...]:
    return (x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)


def _circle(x: float, y: float, radius: float) -> tuple[Point, ...]:
    turns = (2 * math.pi * n / _ROUND for n in range(_ROUND + 1))
    return tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns)


def _corners(points: str, *, closed: bool) -> tuple[Point, ...] | None:
    numbers = [float(one) for one in _NUMBERS.findall(points)]
    if len(numbers) < 4 or len(numbers) % 2:
        return None
    corners = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return (*corners, corners[0]) if closed else corners


def _path(commands: str) -> tuple[Point, ...] | None:
    found: list[Point] = []
    held: list[float] = []
    command = ""
    for letter, number in _STEPS.findall(commands):
        if letter:
            if held or letter not in _TAKES:
                return None
            command = letter
            continue
        held.append(float(number))
        if len(held) == _TAKES.get(command):
            found += _stretch(command, held, found[-1:])
            held = []
    return tuple(found) if len(found) > 1 and not held else None


def _stretch(command: str, held: list[float], last: list[Point]) -> Iterator[Point]:
    """The points that one command of a path adds after its `last` point."""
    x, y = last[0] if last else (0.0, 0.0)
    match command:
        case "H":
            yield held[0], y
        case "V":
            yield x, held[0]
        case "M" | "L":
            yield held[0], held[1]
        case _:
            yield from _curve([(x, y), *zip(held[::2], held[1::2], strict=True)])


def _curve(controls: Sequence[Point]) -> Iterator[Point]:
    """Points of a Bézier curve, by de Casteljau's construction."""
    for n in range(1, _ROUND + 1):
        part, row = n / _ROUND, list(controls)
        while len(row) > 1:
            row = [(x + (v - x) * part, y + (w - y) * part) for (x, y), (v, w) in pairwise(row)]
        yield row[0]


def _inside(point: Point, corners: Sequence[Point]) -> bool:
    x, y = point
    within = False
    for (x1, y1), (x2, y2) in pairwise(corners):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def _distance(point: Point, start: Point, end: Point) -> float:
    across, down = end[0] - start[0], end[1] - start[1]
    squared = across**2 + down**2
    part = 0.0
    if squared:
        along = (point[0] - start[0]) * across + (point[1] - start[1]) * down
        part = min(max(along / squared, 0.0), 1.0)
    return math.dist(point, (start[0] + part * across, start[1] + part * down))
