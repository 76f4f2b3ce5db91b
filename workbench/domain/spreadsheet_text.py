"""Text that goes into a cell of somebody else's spreadsheet program."""

from __future__ import annotations

from typing import Final

__all__ = ["FORMULA_STARTS", "neutralised"]

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet program take a cell for a formula, at its beginning."""


def neutralised(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula when it opens the file.

    Source: OWASP, "CSV Injection".
    """
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
