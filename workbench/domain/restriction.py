"""Restrictions on somebody's life, how each came about, and the reviews that keep it short."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from workbench.domain.force import force_item_code, force_item_codes
from workbench.domain.references import EvidenceId, PersonId, RestrictionId
from workbench.domain.values import Entity, Line, Moment, Text, Value
from workbench.domain.vocabulary import RestrictionType, ReviewDecision

__all__ = ["ForceAnswer", "Restriction", "RestrictionReview"]

ForceItemCode = Annotated[
    str, AfterValidator(force_item_code), Field(json_schema_extra={"enum": [*force_item_codes()]})
]


class ForceAnswer(Value):
    """The answer to one item of the use-of-force checklist, or where that answer is kept."""

    item: ForceItemCode
    answer: Text


class Restriction(Entity):
    """A restriction on somebody's life: why, what else was considered, and when it ends.

    `time_limit` is the day on which it lapses unless it is agreed anew, `ends_on` the day it
    ended. Where force was used, the fields from `started_at` on tell of that occasion;
    `use_of_force` answers what no field of its own holds (`domain/data/use_of_force_items.json`).
    """

    person: PersonId
    what: Text
    rationale: Text | None = None
    alternatives_considered: Text | None = None
    persons_involvement: Text | None = None
    least_restrictive_because: Text | None = None
    starts_on: date
    review_on: date | None = None
    ends_on: date | None = None
    evidence: tuple[EvidenceId, ...] = ()
    type: RestrictionType | None = None
    time_limit: date | None = Field(
        default=None, description="the day it lapses unless it is agreed anew"
    )
    reduction_plan: Text | None = Field(
        default=None, description="what has to be so for it to become less, or to end"
    )
    capacity: Text | None = Field(
        default=None, description="the person's capacity to agree to it: found by whom, when"
    )
    legal_basis: Text | None = Field(default=None, description="what it rests on, in words")
    care_plan_basis: Text | None = Field(
        default=None, description="where the plan in force foresees it, or that it does not"
    )
    in_mental_health_unit: bool | None = None
    started_at: Moment | None = None
    stopped_at: Moment | None = None
    place: Line | None = None
    antecedents: Text | None = None
    de_escalation: Text | None = Field(default=None, description="what was tried before")
    how: Text | None = Field(default=None, description="how it was carried out")
    carried_out_by: tuple[PersonId, ...] = ()
    position: Text | None = None
    monitoring: Text | None = None
    injury: Text | None = Field(default=None, description="any injury, or that there was none")
    outcome: Text | None = None
    debrief_person: Text | None = None
    debrief_staff: Text | None = None
    use_of_force: tuple[ForceAnswer, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.time_limit and self.time_limit < self.starts_on:
            raise ValueError("'time_limit' lies before 'starts_on'; check the two dates")
        if self.started_at and self.stopped_at and self.stopped_at < self.started_at:
            raise ValueError("'stopped_at' lies before 'started_at'; check the two times")
        items = [one.item for one in self.use_of_force]
        if len(set(items)) < len(items):
            raise ValueError("'use_of_force' answers an item twice; put the answers together")
        return self


class RestrictionReview(Entity):
    """A restriction was looked at again: what was decided, why, and what the person thinks of it.

    Where it goes on, `next_review` is the day it is looked at next and `time_limit` may set a new
    day on which it lapses. `reduced_to` says what is left of it where it was reduced.
    """

    restriction: RestrictionId
    on: date
    decision: ReviewDecision
    because: Text
    by: Line
    persons_view: Text | None = None
    reduced_to: Text | None = None
    next_review: date | None = None
    time_limit: date | None = None
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _goes_on_or_ends(self) -> Self:
        if self.decision is ReviewDecision.END:
            if self.next_review or self.time_limit:
                raise ValueError("a restriction that ends has no next review and no time limit")
            return self
        if self.next_review is None:
            raise ValueError("a restriction that goes on needs 'next_review', a date")
        if min(self.next_review, self.time_limit or self.next_review) <= self.on:
            raise ValueError("the next review and the time limit lie after the day of the review")
        if self.decision is ReviewDecision.REDUCE and self.reduced_to is None:
            raise ValueError("say in 'reduced_to' what is left of the restriction")
        return self
