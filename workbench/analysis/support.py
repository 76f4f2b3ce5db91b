"""What evidence stands behind an entity, directly or through what it names."""

from __future__ import annotations

from workbench.domain.case import Case
from workbench.domain.inquiry import Evidence
from workbench.domain.reasoning import Cause, Factor
from workbench.domain.story import Event

__all__ = ["evidence_behind"]


def evidence_behind(case: Case, entity: Event | Factor | Cause) -> tuple[str, ...]:
    """Return the evidence in `case` for `entity`, in the order of entry.

    Evidence stands behind an event that names it, behind a factor that names it or such an
    event, and behind a cause that names it, such an event or such a factor. What a cause holds
    as evidence against it does not count.
    """
    found = _behind(case, entity)
    return tuple(one.id for one in case.all(Evidence) if one.id in found) if found else ()


def _behind(case: Case, entity: Event | Factor | Cause) -> set[str]:
    found = set(entity.evidence)
    if isinstance(entity, Factor | Cause):
        events = (case.get(Event, one) for one in entity.events)
        found.update(*(event.evidence for event in events if event))
    if isinstance(entity, Cause):
        factors = (case.get(Factor, one) for one in entity.factors)
        found.update(*(_behind(case, factor) for factor in factors if factor))
        found.difference_update(entity.evidence_against)
    return found
