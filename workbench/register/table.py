"""A register file as rows of text, before anything is known about its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.errors import UnreadableFile

__all__ = ["Table", "table_of"]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file below its headings, without blank ones.

    `numbers` holds each row's number as a spreadsheet shows it. Every row in `rows` is as wide as
    `header`; those that were not are in `broken`, as they stood. `form` says what kind of file it
    was ("CSV, cp1252, separated by ';'").
    """

    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    broken: Sequence[tuple[int, Sequence[str]]]
    form: str


def table_of(numbered: Iterable[tuple[int, list[str]]], form: str, *, ragged: bool = True) -> Table:
    """Return the table whose first row that is not blank holds the headings.

    `ragged` says that a row may be too short, as in a text file: then it is broken, and not
    filled up.

    Raises:
        UnreadableFile: there are no headings.
    """
    rows: list[list[str]] = []
    numbers: list[int] = []
    broken: list[tuple[int, list[str]]] = []
    header: tuple[str, ...] = ()
    for number, cells in numbered:
        if not any(cell and not cell.isspace() for cell in cells):
            continue
        if not header:
            header = tuple(_headings(cells))
            continue
        if len(cells) != len(header):
            cells = _trimmed(cells, len(header))
        if len(cells) > len(header) or (ragged and len(cells) < len(header)):
            broken.append((number, cells))
            continue
        rows.append(cells + [""] * (len(header) - len(cells)))
        numbers.append(number)
    if not header:
        raise UnreadableFile(
            "The file holds no headings: it is empty, or its first sheet is.",
            "Put the names of the columns into the first row.",
        )
    return Table(header, rows, numbers, broken, form)


def _headings(cells: list[str]) -> list[str]:
    headings = [" ".join(cell.replace("\ufeff", "").split()) for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    return headings


def _trimmed(cells: list[str], width: int) -> list[str]:
    while len(cells) > width and not cells[-1].strip():
        cells = cells[:-1]
    return cells
