"""The rows that could not be imported, as a CSV file to correct and import again."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from itertools import chain, count
from pathlib import Path
from typing import Final

from workbench.domain.spreadsheet_text import neutralised

__all__ = ["REASON", "ROW", "free_path", "rejects_csv"]

ROW = "Row in the register file"
"""The heading of the column with the row's number."""

REASON = "Why it was not imported"
"""The heading of the column with the reasons."""


_HEAD: Final = 1 << 20


def free_path(path: Path, kept: Path) -> Path:
    """Return where rejected rows may be written: `path`, or the like with a number.

    A file is replaced only where `rejects_csv` wrote it. The others, and the register file
    `kept`, stay: `x.rejects.csv` becomes `x.rejects-2.csv`.

    Raises:
        OSError: a file in the way cannot be read.
    """
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    places = chain((path,), numbered)
    return next(each for each in places if each.resolve() != kept.resolve() and _is_free(each))


def rejects_csv(header: Sequence[str], rejected: Iterable[tuple[int, Sequence[str], str]]) -> bytes:
    """Return a CSV file (UTF-8 with a byte order mark) of rows: number, cells and reasons.

    The original columns are kept, with two more behind them. A row that is wider than the
    headings keeps its further cells behind these. A cell that a spreadsheet would take for a
    formula gets an apostrophe, which importing takes away again.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([*(neutralised(cell) for cell in header), ROW, REASON])
    for number, cells, reason in rejected:
        width = len(header)
        filled = [*cells[:width], *[""] * (width - len(cells))]
        ordered = [*filled, str(number), reason, *cells[width:]]
        writer.writerow([neutralised(cell) for cell in ordered])
    return stream.getvalue().encode("utf-8-sig")


def _is_free(path: Path) -> bool:
    """Tell whether nothing is at `path`, or a file that begins as `rejects_csv` begins one."""
    if not path.exists() and not path.is_symlink():
        return True
    if not path.is_file():
        return False
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if not head.startswith(codecs.BOM_UTF8):
        return False
    text = head.decode("utf-8-sig", "replace")
    try:
        header = next(csv.reader(io.StringIO(text, newline="")), [])
    except csv.Error:
        return False
    return header[-2:] == [ROW, REASON]
