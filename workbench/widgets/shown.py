"""What the cells of a notebook show: a cell that is run again lets go of what it showed before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

__all__ = ["Shown"]


class Closable(Protocol):
    """What holds something of the kernel until it is closed."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(slots=True)
class Shown:
    """What each cell shows now, by the cell's identifier and the step's name."""

    _by_place: dict[tuple[str, str], Closable] = field(default_factory=dict)

    def put(self, cell: str | None, step: str, shown: Closable) -> None:
        """Close what the cell showed of this step before, and remember `shown`.

        Where nobody says which cell runs, everything is kept: it may still be on the page.
        """
        if cell is None:
            return
        before = self._by_place.get((cell, step))
        if before is not None:
            before.close()
        self._by_place[cell, step] = shown
