"""What is wrong with single rows of a register file, said without quoting them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Effect", "RowProblem"]


class Effect(StrEnum):
    """What a problem led to."""

    REJECTED = "row rejected"
    EMPTIED = "field left empty"
    NOTED = "imported with a note"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing that is wrong with one row.

    `row` is its number as a spreadsheet shows it, `column` the heading of the cell, or empty
    where the row as a whole is meant. Neither `what` nor `remedy` holds anything of the cell.
    """

    row: int
    column: str
    what: str
    remedy: str
    effect: Effect

    def __str__(self) -> str:
        """Return the problem as one line for people."""
        place = f"row {self.row}" + (f", {self.column}" if self.column else "")
        return f"{place}: {self.what} ({self.effect}). {self.remedy}"
