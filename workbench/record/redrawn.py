"""Drawings of other people's making, drawn so that no word in them is out of sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Final

from workbench.record.geometry import (
    IDENTITY,
    Box,
    Matrix,
    Point,
    length,
    mapped,
    scale_of,
    text_box,
    times,
    transform_matrix,
    view_box,
)
from workbench.record.markup_tokens import Token, opening, tokens

__all__ = ["redrawn", "words_listed"]

_LETTERS: Final = 16.0
_LEAST_LETTERS: Final = 4.0
"""The smallest letters that are drawn, in pixels on a page as wide as `_PAGE`."""
_PAGE: Final = 700.0
_USUAL: Final = (300.0, 150.0)
_SPARE: Final = 0.1
_HALO: Final[Mapping[str, object]] = {
    "fill": "#212b32",
    "stroke": "#ffffff",
    "stroke-linejoin": "round",
    "paint-order": "stroke",
}
_EDGE: Final = 0.2
_KEPT: Final = ("font-weight", "font-style", "dominant-baseline")
_ANCHORS: Final = frozenset(["start", "middle", "end"])
_SHRINKING: Final = frozenset(["code", "kbd", "pre", "samp", "sub", "sup"])
_MOST_SHRUNK: Final = 2
_VOID: Final = frozenset(["br", "hr", "img"])


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands down to the texts in it; no matrix where it cannot be told."""

    matrix: Matrix | None = IDENTITY
    size: float = _LETTERS
    anchor: str | None = None

    def within(self, held: Mapping[str, str]) -> _State:
        """The state within an element that has these attributes."""
        inner = transform_matrix(held["transform"]) if "transform" in held else IDENTITY
        both = times(self.matrix, inner) if self.matrix and inner else None
        anchor = held.get("text-anchor")
        return _State(
            both,
            length(held.get("font-size")) or self.size,
            anchor if anchor in _ANCHORS else self.anchor,
        )


@dataclass(slots=True)
class _Drawing:
    """One drawing as it is read: what lies below, its texts above, and every word of it.

    `scale` is by how much it is enlarged on a page of the usual width.
    """

    page: Box
    scale: float
    below: list[str]
    texts: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    states: list[tuple[str, _State]] = field(default_factory=lambda: [("svg", _State())])
    text: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    cursor: Point = (0.0, 0.0)
    seen: bool = True

    def read(self, one: Token) -> None:
        """Take in the next tag or text."""
        if one.kind == "text":
            self._say(one.text)
        elif one.tag in _VOID:
            return
        elif one.kind == "open":
            self._open(one)
        elif any(tag == one.tag for tag, _ in self.states):
            while self.states[-1][0] != one.tag:
                self._close(self.states[-1][0])
            self._close(one.tag)

    @property
    def html(self) -> str:
        """The drawing, its texts last."""
        return "".join((*self.below, *self.texts, "</svg>"))

    def _open(self, one: Token) -> None:
        state = self.states[-1][1].within(one.attributes if one.tag != "svg" else {})
        self.states.append((one.tag, state))
        if one.tag == "text" and not self.text:
            self.cursor, self.seen, self.said = (0.0, 0.0), True, []
            self.text.append(opening("text", self._attributes(one.attributes, state, _HALO)))
        elif self.text and one.tag in ("text", "tspan"):
            self.said += [" "] if one.attributes.keys() & {"x", "y", "dy"} else []
            self.text.append(opening("tspan", self._attributes(one.attributes, state, {})))
        elif not self.text and one.tag not in ("svg", "text", "tspan"):
            self.below.append(one.written)

    def _attributes(
        self, held: Mapping[str, str], state: _State, more: Mapping[str, object]
    ) -> dict[str, object]:
        """What is kept of a text's attributes, having moved the cursor to where it starts."""
        places = {name: _first(held.get(name), state.size) for name in ("x", "y", "dx", "dy")}
        x, y = self.cursor
        x = (x if places["x"] is None else places["x"]) + (places["dx"] or 0.0)
        y = (y if places["y"] is None else places["y"]) + (places["dy"] or 0.0)
        self.cursor = (x, y)
        whole = bool(more)
        matrix = " ".join(f"{round(one, 6) + 0.0:g}" for one in state.matrix or IDENTITY)
        return {
            **{name: None if value is None else f"{value:g}" for name, value in places.items()},
            "transform": f"matrix({matrix})" if whole and state.matrix != IDENTITY else None,
            "font-size": f"{state.size:g}" if whole or "font-size" in held else None,
            "text-anchor": state.anchor if whole or "text-anchor" in held else None,
            **{name: held.get(name) for name in _KEPT},
            **more,
            "stroke-width": f"{state.size * _EDGE:g}" if whole else None,
        }

    def _say(self, words: str) -> None:
        if not self.text:
            self.words.append(words)
            return
        self.said.append(words)
        self.text.append(escape(words, quote=False))
        if words.strip():
            state = self.states[-1][1]
            box = text_box(" ".join(words.split()), self.cursor, state.size, state.anchor)
            self.seen = self.seen and self._can_be_seen(box, state)
            self.cursor = (self.cursor[0] + box.right - box.left, self.cursor[1])

    def _can_be_seen(self, box: Box, state: _State) -> bool:
        if state.matrix is None:
            return False
        if state.size * scale_of(state.matrix) * self.scale < _LEAST_LETTERS:
            return False
        wide, high = self.page.right - self.page.left, self.page.bottom - self.page.top
        corners = ((x, y) for x in (box.left, box.right) for y in (box.top, box.bottom))
        start = mapped(state.matrix, self.cursor)
        return self.page.holds(start, _SPARE * min(wide, high)) and all(
            self.page.holds(mapped(state.matrix, corner), _SPARE * max(wide, high))
            for corner in corners
        )

    def _close(self, tag: str) -> None:
        self.states.pop()
        if self.text and tag in ("text", "tspan"):
            whole = not any(outer == "text" for outer, _ in self.states)
            self.text.append("</text>" if whole else "</tspan>")
            if whole:
                self.words.append("".join(self.said))
                self.texts += self.text if self.seen else []
                self.text = []
        elif not self.text and tag not in ("svg", "text", "tspan"):
            self.below.append(f"</{tag}>")


def redrawn(html: str, listed: Callable[[tuple[str, ...]], str]) -> str:
    """Return sanitised HTML in which every drawing shows its words, and is followed by them.

    In each outermost `svg`, text is drawn last, over everything else, in one dark colour with a
    light edge. A text that lies outside the drawing, is too small to read, mirrored or in a place
    that cannot be told is left out. `listed` is given every word of the drawing, those left out
    among them, and returns the HTML that follows it. Letters that shrink within each other, such
    as `sub` in `sub`, shrink at most twice.
    """
    out: list[str] = []
    drawing: _Drawing | None = None
    shrunk: list[str] = []
    for one in tokens(html):
        if drawing is not None:
            drawing.read(one)
            if not drawing.states:
                out += _ended(drawing, listed)
                drawing = None
        elif one.tag == "svg" and one.kind == "open":
            drawing = _opened(one)
        elif not _shrinks_too_far(one, shrunk):
            out.append(one.written)
    return "".join((*out, *(_ended(drawing, listed) if drawing else ())))


def words_listed(words: tuple[str, ...]) -> str:
    """Return what is said, in plain text, of a drawing that shows `words`; "" where it has none."""
    return f"Words in this drawing: {' · '.join(words)}" if words else ""


def _shrinks_too_far(one: Token, shrunk: list[str]) -> bool:
    if one.tag not in _SHRINKING:
        return False
    if one.kind == "open":
        shrunk.append(one.tag)
        return len(shrunk) > _MOST_SHRUNK
    if not shrunk:
        return False
    shrunk.pop()
    return len(shrunk) >= _MOST_SHRUNK


def _opened(one: Token) -> _Drawing:
    wide, high = (_size(one.attributes.get(name)) for name in ("width", "height"))
    page = view_box(one.attributes.get("viewBox"))
    if page is None:
        page = Box(0, 0, wide or _USUAL[0], high or _USUAL[1])
    across, down = page.right - page.left, page.bottom - page.top
    sizes = {"width": f"{wide:g}", "height": f"{high:g}"} if wide and high else {}
    box = " ".join(f"{one:g}" for one in (page.left, page.top, across, down))
    shown = min(wide, _PAGE) if wide and high else _PAGE
    tag = opening("svg", {"viewBox": box, **sizes})
    return _Drawing(page, min(shown / across, (high or shown) / down), [tag])


def _ended(drawing: _Drawing, listed: Callable[[tuple[str, ...]], str]) -> tuple[str, str]:
    words = (*drawing.words, "".join(drawing.said) if drawing.text else "")
    return drawing.html, listed(tuple(said for one in words if (said := " ".join(one.split()))))


def _size(text: str | None) -> float | None:
    value = length(text)
    return value if value and value > 0 else None


def _first(text: str | None, letters: float) -> float | None:
    """The first of the lengths that place the letters of a text; an *em* is `letters` wide."""
    word = next(iter((text or "").replace(",", " ").split()), None)
    if word and word.endswith("em"):
        ems = length(word.removesuffix("em"))
        return None if ems is None else ems * letters
    return length(word)
