"""Undo and redo: what one person did from one notebook, and the changes that take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.case import Case
from workbench.domain.kinds import encode
from workbench.domain.values import Entity
from workbench.ledger.entry import Entry
from workbench.ledger.fold import lifted

__all__ = ["Deed", "Deeds", "Trace", "content_of", "deed_of"]


@dataclass(frozen=True, slots=True)
class Trace:
    """One entity before and after something was done to it; None where it was not there."""

    kind: str
    id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    @property
    def words(self) -> str:
        """What was done, as in `adding event T7`."""
        verb = "adding" if self.before is None else "removing" if self.after is None else "changing"
        return f"{verb} {self.kind.replace('-', ' ')} {self.id}"


@dataclass(frozen=True, slots=True)
class Deed:
    """Everything that one saving did."""

    traces: tuple[Trace, ...]

    @property
    def words(self) -> str:
        """What was done, in a few words."""
        if len(self.traces) == 1:
            return self.traces[0].words
        named = ", ".join(trace.id for trace in self.traces)
        return f"{len(self.traces)} changes ({named})"

    @property
    def taken_back(self) -> Deed:
        """The deed that undoes this one."""
        return Deed(
            tuple(Trace(one.kind, one.id, one.after, one.before) for one in reversed(self.traces))
        )


@dataclass(slots=True)
class Deeds:
    """What can be undone and what can be done again, the latest last."""

    done: list[Deed] = field(default_factory=list)
    undone: list[Deed] = field(default_factory=list)

    def did(self, deed: Deed) -> None:
        """Note something new; what was undone before it cannot be done again."""
        self.done.append(deed)
        self.undone.clear()


def deed_of(before: Case, entries: Iterable[Entry]) -> Deed:
    """Return what `entries`, one saving, did to the case as it was before them.

    What each entity held after them is read from the entries: by now, somebody else may have
    changed it.
    """
    latest = {entry.entity: entry for entry in entries}
    return Deed(
        tuple(
            Trace(entry.kind, one, content_of(before, one), _content(lifted(entry)))
            for one, entry in latest.items()
        )
    )


def content_of(case: Case, identifier: str) -> dict[str, Any] | None:
    """Return what an entity holds, as it is stored, or None where it is not there."""
    return _content(case.find(identifier))


def _content(entity: Entity | None) -> dict[str, Any] | None:
    return None if entity is None else encode(entity)
