"""Undo and redo: what one person did from one notebook, and the changes that take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from workbench.domain.case import Case
from workbench.domain.kinds import encode

__all__ = ["Deed", "Deeds", "Trace", "content_of", "deed_between"]


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


def deed_between(before: Case, after: Case, identifiers: Iterable[tuple[str, str]]) -> Deed:
    """Return what became of the entities with these kinds and identifiers."""
    return Deed(
        tuple(
            Trace(kind, identifier, content_of(before, identifier), content_of(after, identifier))
            for kind, identifier in dict.fromkeys(identifiers)
        )
    )


def content_of(case: Case, identifier: str) -> dict[str, Any] | None:
    """Return what an entity holds, as it is stored, or None where it is not there."""
    entity = case.find(identifier)
    return None if entity is None else encode(entity)
