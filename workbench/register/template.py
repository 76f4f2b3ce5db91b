"""An empty register for people who have none yet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from workbench.errors import InvalidInput
from workbench.register.fit import headings_of
from workbench.register.mapping import load_mapping
from workbench.workspace.files import write_private

__all__ = ["plain_template", "write_template"]


def plain_template() -> bytes:
    """Return a CSV file (UTF-8 with a byte order mark) with the headings of the plain mapping."""
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow(headings_of(load_mapping("plain")).values())
    return stream.getvalue().encode("utf-8-sig")


def write_template(path: Path) -> None:
    """Write `plain_template` to the new file `path` (mode 0600).

    Raises:
        InvalidInput: something is there already.
        StorageError: it cannot be written.
    """
    if path.exists() or path.is_symlink():
        raise InvalidInput(
            f"{path} is there already, and an empty register never replaces it.",
            "Choose another name.",
        )
    write_private(path, plain_template())
