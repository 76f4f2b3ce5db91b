"""What people decided about the duties that may apply, and the steps they took."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from workbench.domain.law import DutyCode, StepCode
from workbench.domain.references import DutyId, EvidenceId
from workbench.domain.values import Entity, Line, Moment, Text

__all__ = ["DutyDecision", "DutyStep"]


class DutyDecision(Entity):
    """What somebody decided about a duty that may apply, in their words, with why and when.

    The workbench says what may apply and who decides. This is that decision: it is made by
    people, and it is theirs.
    """

    duty: DutyCode
    applies: bool | None = Field(
        default=None,
        description="whether the duty was found to apply; left out until that is decided",
    )
    decided_by: Line = Field(description="the role or body that decides")
    decision: Text
    because: Text
    at: Moment
    since: date | None = Field(
        default=None, description="the day the clock runs from, where that is not the report"
    )
    evidence: tuple[EvidenceId, ...] = ()


class DutyStep(Entity):
    """A step of a duty that was taken: which, on which day, and what shows it."""

    duty: DutyId
    step: StepCode
    done_on: date
    what: Text | None = None
    evidence: tuple[EvidenceId, ...] = ()
