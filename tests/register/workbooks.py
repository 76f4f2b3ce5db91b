"""Excel workbooks for the tests of this folder."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl

__all__ = ["OLE", "saved", "workbook"]

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def workbook(*rows: Sequence[Any], title: str = "Incidents") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
