"""What people and spreadsheets do to the text of a cell, undone or made safe."""

from __future__ import annotations

from functools import cache
from typing import Final

from workbench.domain.spreadsheet_text import FORMULA_STARTS
from workbench.domain.values import clean_text

__all__ = ["LINE_LIMIT", "TEXT_LIMIT", "tidy_line", "tidy_text", "word"]

LINE_LIMIT: Final = 500
"""The longest `domain.values.Line`, in characters."""

TEXT_LIMIT: Final = 20_000
"""The longest `domain.values.Text`, in characters."""

_BREAKS: Final = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n"})


def word(text: str) -> str:
    """Return a heading or a coded word in the form in which two are compared."""
    return " ".join(text.split()).casefold()


def tidy_text(cell: str) -> tuple[str, bool]:
    """Return a cell as `clean_text` accepts it, and whether characters had to be left out.

    The apostrophe that `neutralised` puts before a formula is taken away again. Vertical tabs and
    form feeds, which word processors leave, become line feeds; other invisible characters are left
    out.
    """
    if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS):
        cell = cell[1:]
    try:
        return clean_text(cell), False
    except ValueError:
        cell = cell.translate(_BREAKS)
    kept = "".join(character for character in cell if _is_allowed(character))
    return clean_text(kept), kept != cell


def tidy_line(cell: str) -> tuple[str, bool]:
    """Return a cell as one line, with single spaces, as `tidy_text` does."""
    text, changed = tidy_text(cell)
    return " ".join(text.split()), changed


@cache
def _is_allowed(character: str) -> bool:
    try:
        # between letters, so that it is not stripped as white space
        clean_text(f"a{character}a")
    except ValueError:
        return False
    return True
