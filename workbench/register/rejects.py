"""The rows that could not be imported, as a CSV file to correct and import again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from workbench.domain.cells import neutralised

__all__ = ["REASON", "ROW", "rejects_csv"]

ROW = "Row in the register file"
"""The heading of the column with the row's number."""

REASON = "Why it was not imported"
"""The heading of the column with the reasons."""


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
