"""What the methods of analysis look at: barriers, steps up, who owns what, plans and shifts."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from workbench.domain.references import CauseId, EventId, EvidenceId, PersonId
from workbench.domain.values import Entity, Line, Text
from workbench.domain.vocabulary import BarrierState, OwnershipTime, PlanType
from workbench.domain.when import When

__all__ = ["Barrier", "EscalationStep", "Ownership", "PlanInForce", "Shift"]


class Barrier(Entity):
    """Something that stands, or was meant to stand, between a hazard and somebody.

    `hazard` is what could harm, `target` who or what is protected, `what` the barrier itself.
    `why` says what made it absent, unused or too weak, or what made it hold; `causes` are the
    causes in the graph that say the same.
    """

    hazard: Text
    target: Text
    what: Text
    state: BarrierState
    why: Text | None = None
    causes: tuple[CauseId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()


class EscalationStep(Entity):
    """One step of an escalation: an early warning, the threshold for it, and the step up.

    `warning`, `threshold` and `step` say each in words, and the fields that end in `_event` where
    it stands on the timeline. A threshold that nobody had set is left out. `within_hours` is how
    long the plan allows from the threshold (without one, from the warning) to the step.
    `not_taken` says why a step up that was due never came.
    """

    warning: Text
    warning_event: EventId | None = None
    threshold: Text | None = None
    threshold_event: EventId | None = None
    step: Text
    step_event: EventId | None = None
    within_hours: float | None = Field(default=None, gt=0, allow_inf_nan=False)
    not_taken: Text | None = None
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _taken_or_not(self) -> Self:
        if self.not_taken is not None and self.step_event is not None:
            raise ValueError(
                "a step with an event was taken; leave out 'not_taken' or 'step_event'"
            )
        if self.threshold_event is not None and self.threshold is None:
            raise ValueError("'threshold_event' needs 'threshold': what was reached there")
        return self


class Ownership(Entity):
    """Who owns a task or a decision that more than one party has a part in.

    `escalation_route` is whom either side turns to when an answer is slow, and `escalate_after`
    after how long. `holds` tells how it was at the time from what was agreed since.
    """

    what: Text
    organisation: Line | None = None
    role: Line | None = None
    holds: OwnershipTime = OwnershipTime.AT_THE_TIME
    stands_in: Line | None = None
    escalation_route: Text | None = None
    escalate_after: Line | None = None
    evidence: tuple[EvidenceId, ...] = ()


class PlanInForce(Entity):
    """A plan as it was in force: its version, from when to when, and what it said on the point.

    `in_force_to` is its last day, left out while it is still in force.
    """

    type: PlanType
    name: Line | None = None
    person: PersonId | None = None
    version: Line | None = None
    in_force_from: date | None = None
    in_force_to: date | None = None
    said: Text | None = None
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.in_force_from and self.in_force_to and self.in_force_from > self.in_force_to:
            raise ValueError("its last day in force is before its first; swap them")
        return self


class Shift(Entity):
    """Who was there to do the work, in one stretch of time: planned and actual.

    `planned` and `actual` count people on shift, `agency` those of them who came from an agency.
    Hours are of one-to-one support as commissioned, planned and delivered. `competencies` says
    what the work asked for and who could do it.
    """

    period: When
    service: Line | None = None
    planned: int | None = Field(default=None, ge=0)
    actual: int | None = Field(default=None, ge=0)
    agency: int | None = Field(default=None, ge=0)
    one_to_one_planned_hours: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    one_to_one_delivered_hours: float | None = Field(default=None, ge=0, allow_inf_nan=False)
    competencies: Text | None = None
    note: Text | None = None
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _agency_among_them(self) -> Self:
        if self.agency is not None and self.actual is not None and self.agency > self.actual:
            raise ValueError("more people are from an agency than were there; check the two counts")
        return self
