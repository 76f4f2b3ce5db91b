"""What an investigation was asked to do, by whom, and who carries it out."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from workbench.domain.roles import RoleFunction
from workbench.domain.values import Entity, Line, Text, Value, person_key

__all__ = [
    "Commission",
    "Investigator",
    "OtherProcess",
    "ParallelProcess",
    "TinyProviderException",
]


class OtherProcess(StrEnum):
    """Processes that may run beside an investigation, each with a lead of its own."""

    POLICE = "police"
    CORONER = "coroner"
    SAFEGUARDING = "safeguarding enquiry"
    SAR = "safeguarding adults review"
    LEDER = "LeDeR review"
    NHS_TRUST = "NHS trust's own review"
    HOMICIDE = "mental health homicide investigation"
    DOMESTIC_HOMICIDE = "domestic homicide review"
    CHILD_DEATH = "child death review"
    OMBUDSMAN = "Prisons and Probation Ombudsman"
    REGULATOR = "regulator"
    EMPLOYMENT = "employment process"
    OTHER = "other"


class Investigator(Value):
    """Somebody who investigates: their training for it, and where they stand.

    `independence` says how far they are from the service and the people in the case. `conflicts`
    is what they have declared; *none* is a declaration too.
    """

    name: Line
    role: Line
    training: Text | None = None
    independence: Text | None = None
    conflicts: Text | None = None


class ParallelProcess(Value):
    """Another process on the same events: who leads it, whom to speak to, what must wait for it.

    `contact_role` is the role of the link person there, never a name.
    """

    process: OtherProcess
    detail: Line | None = None
    lead: Line | None = None
    contact_role: Line | None = None
    must_wait: Text | None = Field(
        default=None, description="what must wait for it here; 'nothing' where nothing must"
    )

    @model_validator(mode="after")
    def _other_is_named(self) -> Self:
        if self.process is OtherProcess.OTHER and self.detail is None:
            raise ValueError("a process that is 'other' needs 'detail': which one it is")
        return self


class TinyProviderException(Value):
    """Why, in a provider too small for anything else, somebody who investigates also approves."""

    because: Text
    agreed_by: Line
    agreed_on: date


class Commission(Entity):
    """The terms of reference of the investigation, who agreed them, and who investigates."""

    terms: Text
    agreed_by: tuple[Line, ...] = ()
    agreed_on: date | None = None
    scope: Text | None = None
    not_investigated: Text | None = None
    investigators: tuple[Investigator, ...] = ()
    parallel: tuple[ParallelProcess, ...] = ()
    tiny_provider_exception: TinyProviderException | None = None

    def investigates(self, name: str) -> bool:
        """Tell whether somebody of this name is among the investigators."""
        return any(person_key(one.name) == person_key(name) for one in self.investigators)

    def oversees_own_work(self, function: RoleFunction | None, name: str) -> bool:
        """Tell whether somebody investigates, and a role of this function oversees them.

        Investigators sign as such; every other role that signs looks at their work.
        """
        return function is not RoleFunction.INVESTIGATOR and self.investigates(name)

    def bars(self, function: RoleFunction | None, name: str) -> bool:
        """Tell whether somebody would oversee their own work, and no exception allows it."""
        return self.tiny_provider_exception is None and self.oversees_own_work(function, name)
