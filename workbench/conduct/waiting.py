"""Incidents of the register that no case looks into, with what their facts speak for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.analysis.proportionality import Proposal, propose
from workbench.analysis.recurrence import (
    RECURRENCE_COLUMNS,
    WINDOW_DAYS,
    failed_actions,
    recurrence_of,
)
from workbench.conduct.looking_back import FindCases
from workbench.domain.case import Case, Head
from workbench.domain.inquiry import CaseIncident
from workbench.domain.values import Entity
from workbench.register.store import Register, RegisteredIncident

__all__ = ["Proposed", "proposed_for", "waiting"]


@dataclass(frozen=True, slots=True)
class Proposed:
    """An incident without a case, and the tier that is proposed for it, with the reasons.

    What only triage can tell is not known yet, and is among what the proposal lacks.
    """

    registered: RegisteredIncident
    proposal: Proposal


def waiting(
    register: Register, taken: Iterable[str], words: str = ""
) -> tuple[RegisteredIncident, ...]:
    """Return the incidents that are not among `taken`, the latest first.

    With `words`, those alone that hold each of them, in capitals or not, in their identifier,
    service, place, category or story.
    """
    sought, held = words.casefold().split(), frozenset(taken)
    return tuple(
        one
        for one in register.list()
        if one.incident.id not in held and all(word in _told(one) for word in sought)
    )


def proposed_for(
    register: Register, incidents: Iterable[RegisteredIncident], find: FindCases
) -> tuple[Proposed, ...]:
    """Return each incident with the tier that the facts in the register speak for.

    `find` looks among other cases, for actions after the like that did not hold.
    """
    chosen = tuple(incidents)

    def concerns(case: Case) -> bool:
        return any(failed_actions(one.incident, (case,)) for one in chosen)

    def proposal(registered: RegisteredIncident) -> Proposal:
        like = recurrence_of(registered.incident, frame, days=WINDOW_DAYS).like
        failed = tuple(one.reference for one in failed_actions(registered.incident, others))
        return propose(_as_case(registered), like=like, failed=failed)

    frame, others = register.frame(RECURRENCE_COLUMNS), find(concerns).cases
    return tuple(Proposed(one, proposal(one)) for one in chosen)


def _as_case(registered: RegisteredIncident) -> Case:
    held = CaseIncident(id="I1", incident=registered.incident, digest=registered.digest)
    entities: dict[type[Entity], dict[str, Entity]] = {CaseIncident: {held.id: held}}
    return Case("", Head(0, ""), 0, entities)


def _told(registered: RegisteredIncident) -> str:
    incident = registered.incident
    said = (
        incident.id,
        incident.service,
        incident.location,
        incident.category,
        incident.narrative,
    )
    return " ".join(one for one in said if one).casefold()
