"""What tests read from an exhibit: the labels of its drawings, their words, the table's text."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from workbench.figures.exhibit import Exhibit, Phrase, Table

__all__ = ["labels", "row_of", "words"]


def labels(exhibit: Exhibit) -> list[str]:
    """Return what a screen reader says of each entry, over all drawings."""
    return [
        link.attrib["aria-label"]
        for figure in exhibit.figures
        for drawing in figure.drawings
        for link in ET.fromstring(drawing.svg).iter("a")
    ]


def words(exhibit: Exhibit) -> str:
    """Return the words drawn in all drawings, lines joined by spaces."""
    return " ".join(
        text.text or ""
        for figure in exhibit.figures
        for drawing in figure.drawings
        for text in ET.fromstring(drawing.svg).iter("text")
    )


def row_of(table: Table | None, first: str) -> str:
    """Return the words of the row that starts with `first`, cells joined by bars."""
    assert table is not None
    return next(
        " | ".join(_said(cell) for cell in row) for row in table.rows if _said(row[0]) == first
    )


def _said(phrase: Phrase) -> str:
    if isinstance(phrase, str):
        return phrase
    return "; ".join((phrase.text, *(_said(more) for more in phrase.more)))
