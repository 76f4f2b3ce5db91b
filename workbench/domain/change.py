"""What will change: owned actions, how it will show, and whether it did."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from workbench.domain.frameworks import approach_code, approach_codes
from workbench.domain.references import (
    ActionId,
    CauseId,
    EvidenceId,
    FactorId,
    FindingId,
    MeasureId,
)
from workbench.domain.values import Entity, Line, Text, Value
from workbench.domain.vocabulary import (
    ActionState,
    Horizon,
    VerificationMethod,
    VerificationOutcome,
)

__all__ = ["Action", "FacesScore", "Measure", "Owner", "Verification", "VerificationPlan"]


Approach = Annotated[
    Line, AfterValidator(approach_code), Field(json_schema_extra={"enum": [*approach_codes()]})
]

Score = Annotated[int, Field(ge=1, le=5)]


class Owner(Value):
    """The named person who answers for an action, and the role they hold."""

    name: Line
    role: Line
    organisation: Line | None = None


class Action(Entity):
    """A safety action: what will change, who owns it, by when, and which findings ask for it.

    `approach` is an entry of the action hierarchy (`domain/data/action_hierarchy.json`), from
    which the strength follows.
    """

    statement: Text
    owner: Owner | None = None
    due: date | None = None
    findings: tuple[FindingId, ...] = ()
    causes: tuple[CauseId, ...] = ()
    factors: tuple[FactorId, ...] = ()
    approach: Approach | None = None
    horizon: Horizon = Horizon.LONGER_TERM
    state: ActionState = ActionState.OPEN
    implemented_on: date | None = None
    communicated_on: date | None = None
    communicated_to: Line | None = None
    escalation_route: Text | None = Field(
        default=None, description="who is told, and when, if a partner is slow"
    )
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _dated_states(self) -> Self:
        reached = list(ActionState).index(self.state)
        if reached >= 1 and self.implemented_on is None:
            raise ValueError(f"an action that is {self.state} needs the date in 'implemented_on'")
        if reached >= 2 and (self.communicated_on is None or self.communicated_to is None):
            raise ValueError(
                f"an action that is {self.state} needs 'communicated_on' and 'communicated_to'"
            )
        return self


class VerificationPlan(Value):
    """How, how often and by whom it will be checked, fixed before the action is carried out."""

    method: VerificationMethod
    detail: Text
    responsible: Line
    review_on: date
    sample_size: int | None = Field(default=None, ge=1)
    weeks: int | None = Field(default=None, ge=1, description="for how many weeks it is repeated")


class Measure(Entity):
    """What will show that an action worked, from where to where, and the plan to check it."""

    action: ActionId
    statement: Text
    baseline: Line | None = None
    target: Line | None = None
    plan: VerificationPlan | None = None


class Verification(Entity):
    """What was found when a measure was checked.

    `sampled` and `conforming` are counts of files or observations, where that was the method.
    """

    measure: MeasureId
    on: date
    outcome: VerificationOutcome
    result: Text
    by: Line
    sampled: int | None = Field(default=None, ge=1)
    conforming: int | None = Field(default=None, ge=0)
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _counts_fit(self) -> Self:
        if self.conforming is not None and self.sampled is None:
            raise ValueError("'conforming' needs 'sampled', the number that was looked at")
        if self.conforming is not None and self.conforming > (self.sampled or 0):
            raise ValueError("more conformed than were sampled; check the two counts")
        return self


class FacesScore(Entity):
    """How one role scores an action, 1 to 5 each, and why.

    Feasibility, acceptability, cost and benefit, effectiveness, sustainability (FACES); 5 is best.
    """

    action: ActionId
    feasibility: Score
    acceptability: Score
    cost_benefit: Score
    effectiveness: Score
    sustainability: Score
    role: Line
    because: Text
