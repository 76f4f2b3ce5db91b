"""Before deciding how deep to look: what the register and other cases say of the like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from workbench.analysis.proportionality import Proposal, propose
from workbench.analysis.recurrence import (
    RECURRENCE_COLUMNS,
    WINDOW_DAYS,
    FailedAction,
    Recurrence,
    failed_actions,
    recurrence_of,
)
from workbench.conduct.across import Across
from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident
from workbench.domain.triage import Triage
from workbench.errors import InvalidInput
from workbench.register.store import Register

__all__ = ["FindCases", "LookedBack", "look_back"]

FindCases: TypeAlias = Callable[[Callable[[Case], bool]], Across]
"""Given a question to each case, returns those it concerns and that may be opened."""


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What was found of the like, and the tier that is proposed with it.

    `closed` counts cases with an action that did not hold and that whoever asks may not open.
    `unknown` are the incidents that triage names as like this one and that the register lacks.
    """

    proposal: Proposal
    recurrence: Recurrence
    failed: tuple[FailedAction, ...]
    closed: int
    unknown: tuple[str, ...]


def look_back(
    case: Case,
    register: Register,
    find: FindCases,
    *,
    days: int = WINDOW_DAYS,
    persons: tuple[str, ...] | None = None,
) -> LookedBack:
    """Return what the register and other cases say of incidents like this one.

    `days` is how far back to look, `persons` the references to look for; None takes those that
    the register gives.

    Raises:
        InvalidInput: the case has no incident to compare others with.
    """
    held, triage = case.only(CaseIncident), case.only(Triage)
    if held is None:
        raise InvalidInput(
            f"{case.id} has no incident, so nothing can be like it.",
            "'workbench start INCIDENT' starts a case from one in the register.",
        )
    incident = held.incident

    def concerns(other: Case) -> bool:
        return other.id != case.id and bool(failed_actions(incident, (other,)))

    across = find(concerns)
    failed = failed_actions(incident, across.cases)
    registered = register.frame(RECURRENCE_COLUMNS)
    recurrence = recurrence_of(
        incident,
        registered,
        days=days,
        persons=persons,
        category=triage.category if triage else None,
    )
    references = tuple(one.reference for one in failed)
    proposal = propose(case, like=recurrence.like, failed=references)
    known = set(registered["id"])
    named = triage.like_incidents if triage else ()
    unknown = tuple(one for one in named if one not in known)
    return LookedBack(proposal, recurrence, failed, across.closed, unknown)
