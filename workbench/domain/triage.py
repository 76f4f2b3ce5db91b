"""Triage: what was decided in the first two days, who was alerted, and which partner was told."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Self

from pydantic import Field, model_validator

from workbench.domain.references import EvidenceId
from workbench.domain.values import Entity, Line, Moment, Text
from workbench.domain.vocabulary import Circumstance, Likelihood, PhysicalHarm, Tier

__all__ = ["REVIEW_WITHIN", "TRIAGE_WITHIN", "Alert", "PartnerTold", "Triage"]

TRIAGE_WITHIN: Final = timedelta(hours=48)
"""By when triage is done: within 24–48 hours, incident workflow in community mental health."""

REVIEW_WITHIN: Final = timedelta(hours=48)
"""How soon after the report a manager's review is timely, by the same workflow."""


class Triage(Entity):
    """What was decided within the first two days: the category, safety now, and how deep to look.

    `like_incidents` and `failed_actions` are what recurrence looked like that day: incidents of
    the register, and actions of other cases such as `C-0003 A2`. The tier that follows from all of
    this is worked out by `analysis.proportionality`; where another is chosen, `override_because`
    says why.
    """

    category: Line
    category_because: Text | None = None
    immediate_actions: Text | None = None
    harm_tonight: bool = Field(description="could this harm someone else tonight?")
    harm_tonight_because: Text
    potential_harm: PhysicalHarm | None = Field(
        default=None, description="the worst harm that could credibly have come of it"
    )
    likelihood: Likelihood | None = Field(
        default=None, description="how likely it is to happen again"
    )
    circumstances: tuple[Circumstance, ...] = ()
    like_incidents: tuple[Line, ...] = ()
    failed_actions: tuple[Line, ...] = ()
    tier: Tier
    tier_because: Text | None = None
    override_because: Text | None = None
    role: Line
    at: Moment


class Alert(Entity):
    """A service that was alerted so that nobody else comes to harm, and whether it said so back."""

    to: Line
    what: Text
    sent_at: Moment
    acknowledged_at: Moment | None = None
    acknowledged_by: Line | None = Field(default=None, description="the role that acknowledged it")
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _acknowledged_by_somebody(self) -> Self:
        if (self.acknowledged_at is None) != (self.acknowledged_by is None):
            raise ValueError(
                "an acknowledgement needs both 'acknowledged_at' and 'acknowledged_by'"
            )
        if self.acknowledged_at is not None and self.acknowledged_at < self.sent_at:
            raise ValueError("it was acknowledged before it was sent; check the two times")
        return self


class PartnerTold(Entity):
    """A partner organisation that was told about the incident: who, when, and what."""

    partner: Line
    what: Text
    at: Moment
    by_role: Line
    evidence: tuple[EvidenceId, ...] = ()
