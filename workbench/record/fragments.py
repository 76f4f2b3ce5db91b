"""Small changes to clean HTML: headings put in order, paragraphs numbered, dead links undone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import unescape
from typing import Final

__all__ = [
    "headings_below",
    "ids_in",
    "number_paragraphs",
    "plain_words",
    "tables_captioned",
    "without_dead_links",
]

_TAG: Final = re.compile(r'<(/?)([A-Za-z][\w:-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(/?)>')
_VOID: Final = frozenset(("br", "hr", "img"))
_TABLE: Final = re.compile(r"</table>|<table>\s*(<caption>)?")
_HEADING: Final = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_ID: Final = re.compile(r'\sid="([^"]*)"')
_INTERNAL: Final = re.compile(r'(<a\b(?:\s+[^\s=>"/]+(?:="[^"]*")?)*?)\s+href="#([^"]*)"')


def headings_below(html: str, level: int) -> str:
    """Return clean HTML with its headings in order from `level + 1` down, none skipped.

    Empty headings are left out.
    """
    last = level

    def moved(found: re.Match[str]) -> str:
        nonlocal last
        if not plain_words(found.group(2)):
            return ""
        last = min(max(level + int(found.group(1)), level + 1), last + 1, 6)
        return f"<h{last}>{found.group(2)}</h{last}>"

    lowest = min((int(found.group(1)) for found in _HEADING.finditer(html)), default=1)
    if lowest > 1:
        html = _HEADING.sub(lambda found: _relevelled(found, lowest - 1), html)
    return _HEADING.sub(moved, html)


def number_paragraphs(html: str, numbered: Callable[[], str]) -> str:
    """Return clean HTML with each paragraph that stands in nothing else started by `numbered()`."""
    depth, at, out = 0, 0, []
    for tag in _TAG.finditer(html):
        closing, name, itself = tag.group(1), tag.group(2).lower(), tag.group(4)
        if name in _VOID or itself:
            continue
        if closing:
            depth -= 1
            continue
        if name == "p" and depth == 0 and _says_something(html, tag.end()):
            out += [html[at : tag.start()], numbered()]
            at = tag.end()
        depth += 1
    return "".join((*out, html[at:]))


def ids_in(pieces: Iterable[str]) -> frozenset[str]:
    """Return every id in some HTML."""
    return frozenset(unescape(found) for piece in pieces for found in _ID.findall(piece))


def without_dead_links(html: str, ids: frozenset[str]) -> str:
    """Return HTML in which a link within the page that leads nowhere is a link no more."""
    return _INTERNAL.sub(
        lambda found: found.group() if unescape(found.group(2)) in ids else found.group(1), html
    )


def tables_captioned(html: str, opened: Callable[[], tuple[str, str]]) -> str:
    """Return clean HTML with each outermost table in a `div` and under a caption.

    `opened()` gives the opening tag of the `div` and the words that the caption starts with.
    """
    depth, at, out = 0, 0, []
    for tag in _TABLE.finditer(html):
        closing = tag.group().startswith("</")
        depth += -1 if closing else 1
        if depth == 1 and not closing:
            region, label = opened()
            own = tag.group(1) is not None
            caption = f"<caption>{label}. " if own else f"<caption>{label}</caption>"
            out += [html[at : tag.start()], region, '<table class="rca-table">', caption]
            at = tag.end()
        elif depth == 0 and closing:
            out += [html[at : tag.end()], "</div>"]
            at = tag.end()
    return "".join((*out, html[at:]))


def plain_words(html: str) -> str:
    """Return the text of some HTML on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _relevelled(found: re.Match[str], by: int) -> str:
    level = int(found.group(1)) - by
    return f"<h{level}>{found.group(2)}</h{level}>"


def _says_something(html: str, start: int) -> bool:
    return (
        bool(plain_words(html[start : html.find("</p>", start)]))
        or "<img" in html[start : html.find("</p>", start)]
    )
