"""What people did about an incident, and the day on which they say they did it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, TypeAlias

from workbench.domain.case import Case
from workbench.domain.change import Action, Verification
from workbench.domain.commission import Commission
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.governance import ManagerReview, SafeguardingDecision
from workbench.domain.inquiry import CaseIncident, Evidence
from workbench.domain.people import Comment, Interview, Involvement, StaffSupport, Summary
from workbench.domain.restriction import RestrictionReview
from workbench.domain.triage import Alert, PartnerTold, Triage
from workbench.domain.values import Entity
from workbench.domain.when import LONDON

__all__ = ["Deed", "Moment", "can_have_been", "day_of", "deeds", "precedes_incident"]

Moment: TypeAlias = date | datetime
"""A day, or a moment with its time zone where the time is known too."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done: the entry that says so, the field of its date, and the date.

    `answers` is True where it is done about the incident, and so cannot come before it.
    """

    subject: str
    field: str
    at: Moment
    answers: bool


_DATES: Final[tuple[tuple[type[Entity], tuple[str, ...], bool], ...]] = (
    (Triage, ("at",), True),
    (ManagerReview, ("at",), True),
    (SafeguardingDecision, ("at",), True),
    (Alert, ("sent_at", "acknowledged_at"), True),
    (PartnerTold, ("at",), True),
    (DutyDecision, ("at",), True),
    (DutyStep, ("done_on",), True),
    (Commission, ("agreed_on",), True),
    (StaffSupport, ("offered_at",), True),
    (Interview, ("at", "notes_agreed_on"), True),
    (Action, ("implemented_on", "communicated_on"), True),
    (Verification, ("on",), True),
    (Involvement, ("at",), False),
    (Evidence, ("obtained_at",), False),
    (RestrictionReview, ("on",), False),
    (Comment, ("at",), False),
    (Summary, ("tested_on",), False),
)


def deeds(case: Case) -> Iterator[Deed]:
    """Yield what people entered as done, in the order of an investigation."""
    for model, fields, answers in _DATES:
        for entity in case.all(model):
            for field in fields:
                at = getattr(entity, field)
                if at is not None:
                    yield Deed(entity.id, field, at, answers)


def day_of(at: Moment) -> date:
    """Return the day in England on which `at` lies."""
    return at.astimezone(LONDON).date() if isinstance(at, datetime) else at


def precedes_incident(case: Case, at: Moment) -> bool:
    """Tell whether `at` lies surely before the incident of `case`; False where that is not known.

    A day is compared with the day on which the incident began.
    """
    held = case.only(CaseIncident)
    began = held.incident.when.earliest if held is not None else None
    if began is None:
        return False
    return at < began if isinstance(at, datetime) else at < day_of(began)


def can_have_been(case: Case, at: Moment, on: date | None) -> bool:
    """Tell whether something done about the incident can have been done at `at`.

    It cannot before the incident, nor after the day `on` that it is looked at from; None looks
    from no day.
    """
    return not precedes_incident(case, at) and (on is None or day_of(at) <= on)
