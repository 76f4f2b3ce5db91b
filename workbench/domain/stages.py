"""Where a case stands between the report and its verified closure, and each move on the way."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from workbench.domain.values import Entity, Line, Moment, Text

__all__ = ["Stage", "StageMove", "current_of"]


class Stage(StrEnum):
    """The stages of a case, in their order; a case that was started stands at *reported*."""

    REPORTED = "reported"
    TRIAGED = "triaged"
    UNDER_REVIEW = "under review"
    ANALYSED = "analysed"
    OUT_FOR_COMMENT = "out for comment"
    APPROVED = "approved"
    ISSUED = "issued"
    ACTING = "acting"
    VERIFIED = "verified"
    CLOSED = "closed"

    @property
    def place(self) -> int:
        """Its place in the order, from 0."""
        return list(Stage).index(self)

    def reaches(self, other: Stage) -> bool:
        """Tell whether this stage is `other` or comes after it."""
        return self.place >= other.place

    @property
    def before(self) -> Stage | None:
        """The stage before this one, None for the first."""
        return list(Stage)[self.place - 1] if self.place else None

    @property
    def next(self) -> Stage | None:
        """The stage after this one, None for the last."""
        stages = list(Stage)
        return stages[self.place + 1] if self.place + 1 < len(stages) else None


class StageMove(Entity):
    """Somebody's decision to move the case to another stage, on what it said at the time.

    `content_seq` is the last entry that changed what the case says when the move was decided. A
    move to an earlier stage is kept like any other: it says why the case went back.
    """

    came_from: Stage
    to: Stage
    role: Line
    name: Line
    at: Moment
    because: Text
    content_seq: int = Field(ge=1)

    @model_validator(mode="after")
    def _moves(self) -> Self:
        if self.came_from is self.to:
            raise ValueError("a move needs two stages, 'came_from' and 'to', that differ")
        return self

    @property
    def goes_back(self) -> bool:
        """True when the case went back to an earlier stage."""
        return self.to.place < self.came_from.place


def current_of(moves: Sequence[StageMove]) -> Stage:
    """Return the stage that `moves`, in their order, have brought a case to."""
    return moves[-1].to if moves else Stage.REPORTED
