"""Text files with separated values: their encoding, their separator, their rows."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from workbench.errors import UnreadableFile
from workbench.register.table import Table, table_of

__all__ = ["read_delimited"]

_SEPARATORS: Final = (",", ";", "\t", "|")
_HINT: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LONGEST_CELL: Final = 1 << 20
_NAMES: Final = {"\t": "tabs"}


def read_delimited(data: bytes) -> Table:
    """Return the rows of a CSV file with commas, semicolons, tabs or bars.

    The encoding is UTF-8, UTF-16 with a byte order mark, or else Windows-1252.

    Raises:
        UnreadableFile: it is not such text, its quotation marks do not pair up, or it has no
            headings.
    """
    text, encoding = _decoded(data)
    hint = _HINT.match(text)
    if hint:
        text = text[hint.end() :]
    separator = hint.group(1) if hint else _separator(text)
    form = f"CSV, {encoding}, separated by {_NAMES.get(separator, repr(separator))}"
    return table_of(_records(text, separator), form)


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif b"\0" in data[:4096]:
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(
        "The file is neither a spreadsheet nor text in UTF-8, UTF-16 or Windows-1252.",
        "Export it again as .xlsx, or as CSV in UTF-8.",
    )


def _separator(text: str) -> str:
    """Return the separator that makes the most of the first line that is not blank."""
    end = re.search(r"\S[^\n]*(?:\n|$)", text)
    head = text[: end.end() if end else 0]
    counts = {separator: _width(head, separator) for separator in _SEPARATORS}
    return max(counts, key=lambda separator: counts[separator])


def _width(head: str, separator: str) -> int:
    return max((len(cells) for cells in csv.reader([head], delimiter=separator)), default=0)


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    previous = csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield number, cells
    except csv.Error as error:
        raise UnreadableFile(
            f"The quotation marks in row {number + 1} of the file do not pair up, so it is not "
            "known where that row ends.",
            "In that row, write each quotation mark inside a quoted cell twice, or export the "
            "register again as .xlsx. Nothing was imported.",
        ) from error
    finally:
        csv.field_size_limit(previous)
