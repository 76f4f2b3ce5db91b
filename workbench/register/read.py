"""Reading a register file, whatever kind of file it is."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from workbench.errors import UnreadableFile
from workbench.register.delimited import read_delimited
from workbench.register.spreadsheet import is_other_spreadsheet, read_xlsx
from workbench.register.table import Table

__all__ = ["FILE_LIMIT", "read_table"]

FILE_LIMIT: Final = 256 << 20
"""The largest register file that is read, in bytes."""


def read_table(path: Path, sheet: str | None = None) -> Table:
    """Return the rows of the CSV or .xlsx file at `path`, told apart by what they hold.

    `sheet` is the sheet of a workbook; None takes the first visible one that holds anything.

    Raises:
        UnreadableFile: it is missing, no ordinary file, too large, damaged, protected by a
            password, or another kind of file.
    """
    try:
        held = path.stat()
        if not stat.S_ISREG(held.st_mode):
            # a pipe or a device may never end
            raise UnreadableFile(
                f"{path.name} cannot be read: it is not an ordinary file.",
                "Save the register as a .csv or .xlsx file, and give that file.",
            )
        if held.st_size > FILE_LIMIT:
            raise UnreadableFile(
                f"{path.name} is larger than {FILE_LIMIT >> 20} MB.",
                "Export the register in several parts, for instance one a year.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path.name} cannot be read: {error.strerror or 'unknown reason'}.",
            "Check the path, and close the file in other programs.",
        ) from error
    other = is_other_spreadsheet(data)
    if other:
        raise UnreadableFile(
            f"{path.name} is {other}, which this workbench does not read.",
            "Open it in a spreadsheet program and save a copy as .xlsx without a password.",
        )
    return read_xlsx(data, sheet) if data.startswith(b"PK") else read_delimited(data)
