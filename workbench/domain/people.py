"""The people in a case: who speaks for them, how they took part, what they were offered and said.

People are references and roles here as everywhere; what is written about somebody's capacity,
consent or support is the least that the investigation needs.
"""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from workbench.domain.people_words import (
    AccessibleStep,
    Audience,
    Capacity,
    Consent,
    Reply,
    Response,
    TakeUp,
)
from workbench.domain.references import EvidenceId, PersonId, QuestionId
from workbench.domain.values import Entity, EntityId, Line, Moment, Text, Value
from workbench.domain.vocabulary import PersonRole

__all__ = [
    "CapacityDecision",
    "Comment",
    "FormatNeed",
    "Interview",
    "Involvement",
    "Representation",
    "Sharing",
    "StaffSupport",
    "Summary",
]


class CapacityDecision(Value):
    """Whether somebody could take one decision, at the time it was to be taken, and who says so.

    Source: Mental Capacity Act 2005, sections 1 to 3: capacity is presumed, and concerns one
    decision at one time. `assessed_by` is a role.
    """

    decision: Line
    outcome: Capacity
    assessed_on: date | None = None
    assessed_by: Line | None = None
    helped_by: Text | None = Field(
        default=None, description="what was done to help the person take the decision themselves"
    )

    @model_validator(mode="after")
    def _assessed_by_somebody(self) -> Self:
        rests_on_assessment = self.outcome in (Capacity.LACKS, Capacity.FLUCTUATES)
        if rests_on_assessment and (self.assessed_on is None or self.assessed_by is None):
            raise ValueError(
                f"'{self.outcome}' needs 'assessed_on' and 'assessed_by' (a role): "
                "without an assessment a person is presumed to have capacity"
            )
        return self


class Sharing(Value):
    """Whether something about a person may be shared with somebody, who decided, and when.

    `because` is needed where it was decided in the person's best interests.
    """

    with_whom: Line
    what: Line | None = None
    agreed: Consent
    on: date
    decided_by: Line | None = None
    because: Text | None = None

    @model_validator(mode="after")
    def _reasoned(self) -> Self:
        if self.agreed is Consent.BEST_INTERESTS and (
            self.because is None or self.decided_by is None
        ):
            raise ValueError("a best-interests decision needs 'decided_by' (a role) and 'because'")
        return self


class Representation(Entity):
    """How one person decides, who speaks with or for them, and what they want to come of it.

    `authority` says what an attorney or a deputy may decide, such as health and welfare.
    """

    person: PersonId
    capacity: tuple[CapacityDecision, ...] = ()
    sharing: tuple[Sharing, ...] = ()
    attorney: PersonId | None = None
    deputy: PersonId | None = None
    authority: Line | None = None
    advocate: PersonId | None = None
    outcomes_wanted: tuple[Text, ...] = ()


class FormatNeed(Value):
    """What somebody needs in order to understand and be understood, and how far it is met.

    Source: Accessible Information Standard: identified, recorded, flagged, shared, met.
    """

    need: Line
    steps: tuple[AccessibleStep, ...] = (AccessibleStep.IDENTIFIED,)
    met_by: Text | None = None

    @model_validator(mode="after")
    def _met_somehow(self) -> Self:
        if AccessibleStep.MET in self.steps and self.met_by is None:
            raise ValueError("a need that is met needs 'met_by': what was done")
        return self

    @property
    def met(self) -> bool:
        """True where the need is met."""
        return AccessibleStep.MET in self.steps


class Involvement(Entity):
    """One time that somebody was told, asked, shown or visited, how, and what they said.

    An invitation that was declined or never arrived counts: `response` says so, and `what` says
    what was tried. `questions` are those that were answered to the person on this occasion.
    """

    person: PersonId
    at: Moment
    what: Text
    how: Line | None = None
    response: Response = Response.TOOK_PART
    needs: tuple[FormatNeed, ...] = ()
    said: Text | None = None
    questions: tuple[QuestionId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()


class StaffSupport(Entity):
    """Support that was offered to a member of staff after the incident.

    It says what was offered and whether it was taken up, nothing about anybody's health.
    """

    person: PersonId
    offered_at: Moment
    what: Text
    offered_by: Line | None = None
    taken_up: TakeUp = TakeUp.NOT_YET


class Interview(Entity):
    """A conversation on what somebody remembers, and whether they agreed its notes.

    `first_captured_at` is when their memory was first written down or recorded, where that was
    earlier. `accompanied_by` is the role of whoever was with them.
    """

    person: PersonId
    at: Moment
    how: Line
    first_captured_at: Moment | None = None
    accompanied_by: Line | None = None
    notes_agreed_on: date | None = None
    not_agreed_because: Text | None = None
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _captured_first(self) -> Self:
        if self.first_captured_at is not None and self.first_captured_at > self.at:
            raise ValueError("'first_captured_at' is after the interview; leave it out")
        return self


class Comment(Entity):
    """What somebody said about a draft, what they were answered, and what was changed for it.

    It is about an entity (`about`), a `passage` such as paragraph 3.2, or the whole draft. That
    somebody had no comment, or could not be reached, is recorded too: `reply` says so.
    """

    person: PersonId | None = None
    role: PersonRole | None = None
    at: Moment
    reply: Reply = Reply.COMMENT
    about: EntityId | None = None
    passage: Text | None = None
    text: Text | None = None
    answer: Text | None = None
    answered_by: Line | None = None
    changed: tuple[EntityId, ...] = ()

    @model_validator(mode="after")
    def _by_somebody_in_words(self) -> Self:
        if self.person is None and self.role is None:
            raise ValueError("say who commented: 'person', or 'role' where it is not one person")
        if self.reply is Reply.COMMENT and self.text is None:
            raise ValueError("a comment needs its 'text'; else set 'reply' to 'no comment'")
        if self.answer is not None and self.answered_by is None:
            raise ValueError("an answer needs 'answered_by': the role that gives it")
        return self


class Summary(Entity):
    """What the record says, told in short paragraphs for the people it concerns.

    `tested_with` says who read it before it was given out, and `tested_on` when.
    """

    audience: Audience
    title: Line
    paragraphs: tuple[Text, ...] = Field(min_length=1)
    tested_with: Line | None = None
    tested_on: date | None = None
