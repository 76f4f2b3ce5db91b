"""What an investigation asks, of whom, and what it knows from where."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from workbench.domain.incident import Incident
from workbench.domain.people_words import Telling
from workbench.domain.references import EvidenceId, FindingId, PersonId
from workbench.domain.values import Entity, Line, Moment, Sha256, Text
from workbench.domain.vocabulary import EvidenceType, PersonRole, QuestionState

__all__ = ["CaseIncident", "Evidence", "Person", "PersonName", "Question", "Scope"]


class CaseIncident(Entity):
    """The incident that a case looks into, as the register held it when the case was started.

    `digest` is the SHA-256 of the register's row, so that a later change there shows.
    """

    incident: Incident
    digest: Sha256


class Scope(Entity):
    """What the case is about, in a title and a few paragraphs, and where it ends."""

    title: Line
    summary: Text
    purpose: Text | None = None
    not_investigated: Text | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    method: Text | None = None


class Person(Entity):
    """Somebody in the case, known by a reference: `P1`, person supported; `P3`, support worker."""

    role: PersonRole
    description: Line | None = None


class PersonName(Entity):
    """The name behind a reference: kept apart, never in a record, searched for before freezing."""

    person: PersonId
    name: Line
    also_known_as: tuple[Line, ...] = ()


class Question(Entity):
    """A question that the investigation must answer, and who asked it."""

    text: Text
    asked_by: PersonId | None = None
    state: QuestionState = QuestionState.OPEN
    answer: Text | None = None
    because: Text | None = Field(
        default=None, description="why it is answered only partly, or cannot be"
    )
    findings: tuple[FindingId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _answered_in_words(self) -> Self:
        if self.state is QuestionState.ANSWERED and self.answer is None:
            raise ValueError("an answered question needs its answer in words")
        if self.state in (QuestionState.PARTLY, QuestionState.CANNOT) and self.because is None:
            raise ValueError(f"a question that is '{self.state}' needs the reason in 'because'")
        return self


class Evidence(Entity):
    """Something the investigation knows from: a record, an account, a rota.

    `sha256` and `size` (bytes) are set when a file is kept with it; `file_name` is what the
    file was called and is only ever shown, never used as a path. Of an account, `told_by` says
    how it was given, without words too, and `understood_with` the role of whoever knows the
    person and said what it meant; the description keeps what was seen apart from that.
    """

    title: Line
    type: EvidenceType
    description: Text | None = None
    obtained_from: Line | None = None
    obtained_at: Moment | None = None
    account_of: PersonId | None = None
    told_by: tuple[Telling, ...] = ()
    understood_with: Line | None = None
    file_name: Line | None = None
    sha256: Sha256 | None = None
    size: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _whole_file(self) -> Self:
        if (self.sha256 is None) != (self.size is None):
            raise ValueError("a file that is kept has both 'sha256' and 'size'; use --attach")
        return self

    @model_validator(mode="after")
    def _understood_by_somebody(self) -> Self:
        if Telling.OBSERVED in self.told_by and self.understood_with is None:
            raise ValueError(
                "an account by observed behaviour needs 'understood_with': the role of somebody "
                "who knows the person and said what it meant"
            )
        return self
