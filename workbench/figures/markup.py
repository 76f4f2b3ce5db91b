"""Small, escaped pieces of HTML and SVG, and the list of the attributes in them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from typing import Final

__all__ = [
    "ATTRIBUTES",
    "element",
    "lines_html",
    "number",
    "text_html",
]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHAPE: Final = (
    "fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin "
    "transform"
)
_TEXT: Final = "x y dx dy text-anchor font-size font-weight font-style font-family letter-spacing"

ATTRIBUTES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        tag: _names(names)
        for tag, names in {
            "*": "id class role style tabindex aria-hidden aria-label aria-labelledby "
            "aria-describedby",
            "a": f"href {_SHAPE}",
            "svg": f"viewBox width height preserveAspectRatio focusable {_TEXT} {_SHAPE}",
            "g": f"{_TEXT} {_SHAPE}",
            "text": f"{_TEXT} {_SHAPE}",
            "tspan": f"{_TEXT} {_SHAPE}",
            "path": f"d {_SHAPE}",
            "line": f"x1 y1 x2 y2 {_SHAPE}",
            "rect": f"x y width height rx ry {_SHAPE}",
            "circle": f"cx cy r {_SHAPE}",
            "polygon": f"points {_SHAPE}",
            "polyline": f"points {_SHAPE}",
            "th": "scope colspan rowspan",
            "td": "colspan rowspan",
        }.items()
    }
)
"""Every attribute an exhibit's HTML may carry, by element; `*` stands for all elements."""


def element(tag: str, attributes: Mapping[str, object], *inner: str) -> str:
    """Return one element. Attribute values are escaped here; `inner` is markup already.

    Attributes that are None are left out, floats are written with at most two decimals.
    """
    written = "".join(
        f' {name}="{_quoted(number(value) if isinstance(value, float) else str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{''.join(inner)}</{tag}>"


def number(value: float) -> str:
    """Return a length in user units with at most two decimals, and never as `-0`."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def lines_html(text: str) -> str:
    """Return text escaped, with its line breaks kept."""
    return "<br>".join(escape(line, quote=False) for line in text.split("\n"))


def text_html(text: str, attributes: Mapping[str, object] | None = None) -> str:
    """Return text as paragraphs: a blank line parts two of them, a line break stays one."""
    return "".join(
        element("p", attributes or {}, lines_html(part.strip("\n")))
        for part in text.split("\n\n")
        if part.strip()
    )


def _quoted(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")
