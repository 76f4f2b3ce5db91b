"""Drawings made of rows, shared out to pages: each row knows its height and how to draw itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.figures.exhibit import Drawing
from workbench.figures.svg import drawing, group, items

__all__ = ["WIDTH", "Row", "draw_rows"]

WIDTH = 700.0
"""How wide such a drawing is, in user units."""

_PAGE = 820.0
_BELOW = 8.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `entry` draws what can be focused, `behind` what only the eye needs.

    Both are given the upper edge of the row.
    """

    height: float
    entry: Callable[[float], str]
    behind: Callable[[float], str] = lambda _top: ""


def draw_rows(
    rows: Sequence[Row],
    identifier: str,
    title: str,
    about: str,
    *,
    head: Callable[[], str] = lambda: "",
    head_height: float = 0,
    key: Callable[[float], str] = lambda _top: "",
    key_height: float = 0,
) -> tuple[Drawing, ...]:
    """Return the rows as drawings, none higher than a printed page unless one row is.

    `head` is drawn at the top of every page, `key`, which explains the marks, at its bottom.
    """
    pages = _paged(rows, _PAGE - head_height - key_height)
    return tuple(
        _page(page, n, len(pages), (identifier, title, about), (head, head_height), key, key_height)
        for n, page in enumerate(pages, 1)
    )


def _paged(rows: Sequence[Row], room: float) -> list[list[Row]]:
    pages: list[list[Row]] = [[]]
    used = 0.0
    for row in rows:
        if pages[-1] and used + row.height > room:
            pages.append([])
            used = 0.0
        pages[-1].append(row)
        used += row.height
    return pages


def _page(
    rows: Sequence[Row],
    number: int,
    of: int,
    said: tuple[str, str, str],
    head: tuple[Callable[[], str], float],
    key: Callable[[float], str],
    key_height: float,
) -> Drawing:
    identifier, title, about = said
    y = head[1]
    behind, entries = [head[0]()], []
    for row in rows:
        behind.append(row.behind(y))
        entries.append(row.entry(y))
        y += row.height
    behind.append(key(y + _BELOW))
    part = f", part {number} of {of}" if of > 1 else ""
    return drawing(
        f"{identifier}-drawing-{number}",
        f"{title}{part}",
        f"{about} Each entry leads to its row in the table.",
        (WIDTH, y + key_height + _BELOW),
        group(*behind, hidden=True),
        items(*entries),
    )
