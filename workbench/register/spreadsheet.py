"""Excel workbooks (.xlsx): guarded against what unpacks to too much, and read as text."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from workbench.errors import UnreadableFile
from workbench.register.table import Table, table_of

__all__ = ["UNPACKED_LIMIT", "is_other_spreadsheet", "read_xlsx"]

UNPACKED_LIMIT: Final = 1 << 30
"""The most that a workbook may unpack to, in bytes."""

_CELLS: Final = 40_000_000
_CHUNK: Final = 1 << 20
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_REFERENCE: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,9})[\"']")
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_DAY: Final = timedelta(days=1)


def is_other_spreadsheet(data: bytes) -> str | None:
    """Return what kind of spreadsheet this is where it is one that cannot be read, or None."""
    if data.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return "protected by a password" if locked else "in an old format (.xls)"
    if data.startswith(b"PK"):
        if b"application/vnd.oasis.opendocument" in data[:200]:
            return "an OpenDocument file (.ods)"
        if b"xl/workbook.bin" in data:
            return "a binary workbook (.xlsb)"
    return None


def read_xlsx(data: bytes, sheet: str | None = None) -> Table:
    """Return the rows of the sheet called `sheet`, or of the first visible one that holds any.

    Real dates become ISO text, numbers without a fraction have no decimal point.

    Raises:
        UnreadableFile: it is damaged or would unpack to too much; or there is no such sheet.
    """
    import python_calamine

    _refuse_bomb(data)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return _first_with_rows(workbook, sheet)
    except UnreadableFile:
        raise
    except BaseException as error:
        # the reader's own panics are no ordinary exceptions
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise _damaged() from error
        raise


def _first_with_rows(workbook: Any, sheet: str | None) -> Table:
    visible = [
        each.name
        for each in workbook.sheets_metadata
        if str(each.typ).endswith("WorkSheet") and str(each.visible).endswith(".Visible")
    ]
    if sheet is not None and sheet not in workbook.sheet_names:
        raise UnreadableFile(
            f"The workbook has no sheet called '{sheet}', which the mapping names.",
            f"Its visible sheets are {', '.join(visible) or 'none'}: name one of them in "
            "'sheet', or take 'sheet' out of the mapping.",
        )
    for name in [sheet] if sheet is not None else visible:
        cells = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if any(any(cell != "" for cell in row) for row in cells):
            return table_of(_numbered(cells), "Excel workbook", ragged=False)
    return table_of((), "Excel workbook")


def _numbered(cells: list[list[Any]]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(cells, start=1):
        yield number, [cell if type(cell) is str else _text(cell) for cell in row]


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return (cell + timedelta(milliseconds=500)).replace(microsecond=0).isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("seconds")
    if isinstance(cell, timedelta):
        return str(timedelta(seconds=round((cell % _DAY).total_seconds())))
    return str(cell)


def _refuse_bomb(data: bytes) -> None:
    """Unpack everything once without keeping it, and measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
                raise _too_large()
            unpacked = 0
            for entry in entries:
                for size in _measured(archive, entry):
                    unpacked += size
                    if unpacked > UNPACKED_LIMIT:
                        raise _too_large()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise _damaged() from error
    except RuntimeError as error:  # zipfile's word for an encrypted entry
        raise UnreadableFile(
            "The workbook is protected by a password.", "Save a copy of it without a password."
        ) from error


def _measured(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[int]:
    is_sheet = _SHEET.fullmatch(entry.filename) is not None
    width, height, tail = 1, 1, b""
    with archive.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            if is_sheet:
                references = _REFERENCE.findall(tail + chunk)
                width = max([width, *map(_column, {found[0] for found in references})])
                height = max([height, *map(int, {found[1] for found in references})])
                if width * height > _CELLS:
                    raise _too_large()
                tail = chunk[-64:]
            yield len(chunk)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "The workbook is damaged, or is not one that Excel wrote.",
        "Open it in a spreadsheet program, save it again as .xlsx, and try that file.",
    )


def _too_large() -> UnreadableFile:
    return UnreadableFile(
        "The workbook is too large, or spans far more cells than it fills.",
        "Copy the rows of the register into a new workbook, or export it in several parts.",
    )
