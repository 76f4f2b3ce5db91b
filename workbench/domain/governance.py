"""Decisions people take on a case: reviews, safeguarding, acceptances and sign-offs."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from workbench.domain.incident import REQUIRED_FIELDS
from workbench.domain.references import EvidenceId
from workbench.domain.values import Entity, Line, Moment, RecordId, Sha256, Text
from workbench.domain.vocabulary import Decision

__all__ = [
    "Acceptance",
    "ManagerReview",
    "SafeguardingDecision",
    "SignOff",
    "Supplement",
    "Withdrawal",
]


def _required_field(name: str) -> str:
    if name not in REQUIRED_FIELDS:
        raise ValueError(f"is not a required field; those are {', '.join(REQUIRED_FIELDS)}")
    return name


RequiredField = Annotated[
    str, AfterValidator(_required_field), Field(json_schema_extra={"enum": [*REQUIRED_FIELDS]})
]


class Supplement(Entity):
    """A required field that the register left empty, supplied in the case with its source."""

    field: RequiredField
    value: Text
    source: Line


class ManagerReview(Entity):
    """A manager's review of the incident and the escalation it led to."""

    role: Line
    at: Moment
    decision: Text
    escalated_to: Line | None = None
    no_escalation_because: Text | None = None

    @model_validator(mode="after")
    def _escalation_decided(self) -> Self:
        if self.escalated_to is None and self.no_escalation_because is None:
            raise ValueError(
                "say to whom it was escalated in 'escalated_to', or why escalation was not "
                "required in 'no_escalation_because'"
            )
        return self


class SafeguardingDecision(Entity):
    """The facts that were weighed, and whether a safeguarding concern was raised.

    Whether a section 42 duty applies is for the local authority to decide (Care Act 2014,
    s.42); this holds the provider's facts and referral, never the verdict. The three parts of
    section 42(1) have a field each for what is known of them.
    """

    facts: Text
    care_and_support_needs: Text | None = Field(
        default=None, description="(a) what is known of the person's needs for care and support"
    )
    abuse_or_neglect: Text | None = Field(
        default=None,
        description="(b) what is known of abuse or neglect, experienced or at risk of",
    )
    unable_to_protect_self: Text | None = Field(
        default=None,
        description="(c) what is known of whether, because of those needs, the person is unable "
        "to protect themselves",
    )
    concern_raised: bool
    raised_with: Line | None = None
    at: Moment
    reference: Line | None = None
    because: Text
    decided_by: Line
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _raised_somewhere(self) -> Self:
        if self.concern_raised and self.raised_with is None:
            raise ValueError("a concern that was raised needs 'raised_with': who was told")
        return self


class Acceptance(Entity):
    """A check finding that somebody accepts, with the reason, in a role that may."""

    code: Line
    subject: Line
    reason: Text
    role: Line
    name: Line


class SignOff(Entity):
    """Somebody's decision on the case as it stood at entry `content_seq`.

    `notebooks` is the fingerprint of what the case's notebooks said. A later change of either
    leaves the sign-off standing in the history but no longer counting.
    """

    role: Line
    name: Line
    decision: Decision
    meaning: Text
    at: Moment
    content_seq: int = Field(ge=1)
    notebooks: Sha256 | None = None


class Withdrawal(Entity):
    """An issued record that no longer stands: which version of it, who withdrew it, and why.

    Nothing is deleted: the record stays as it is, and verifying it says that it was withdrawn.
    """

    record: RecordId
    version: int = Field(ge=1)
    role: Line
    name: Line
    because: Text
    at: Moment
