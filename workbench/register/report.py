"""What an import did, in counts and row by row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.register.problems import RowProblem

__all__ = ["ImportReport", "RowChange"]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row whose incident was there already: which of its fields changed."""

    row: int
    id: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the rows of a register file.

    `total` rows were read: `added`, `changed`, `unchanged` and `rejected` add up to it.
    `incomplete` of those imported lack required fields; `missing` counts the rows that lack each.
    `absent` are optional columns that the file does not have, `unused` columns of the file that
    the mapping does not ask for. `gone` are the incidents that last changed with a file of this
    name and are no longer in it; they stay in the register. `rejects` is the file with the
    rejected rows, if one was written.
    """

    source: str
    mapping: str
    form: str
    total: int
    added: int
    changed: int
    unchanged: int
    incomplete: int
    rejected: int
    missing: tuple[tuple[str, int], ...]
    changes: tuple[RowChange, ...]
    problems: tuple[RowProblem, ...]
    absent: tuple[str, ...]
    unused: tuple[str, ...]
    gone: tuple[str, ...]
    rejects: Path | None
