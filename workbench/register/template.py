"""An empty register for people who have none yet."""

from __future__ import annotations

import csv
import io

from workbench.register.fit import headings_of
from workbench.register.mapping import load_mapping

__all__ = ["plain_template"]


def plain_template() -> bytes:
    """Return a CSV file (UTF-8 with a byte order mark) with the headings of the plain mapping."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(headings_of(load_mapping("plain")).values())
    return stream.getvalue().encode("utf-8-sig")
