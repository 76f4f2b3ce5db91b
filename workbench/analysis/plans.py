"""Which version of which plan was in force when it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident
from workbench.domain.methods import PlanInForce
from workbench.domain.when import LONDON, When

__all__ = ["PlanAt", "incident_days", "plans_at_the_time"]


@dataclass(frozen=True, slots=True)
class PlanAt:
    """A plan, and whether it was in force on the day: None where that cannot be told."""

    plan: PlanInForce
    in_force: bool | None

    @property
    def known(self) -> bool:
        """True when its version and its first day in force are known."""
        return self.plan.version is not None and self.plan.in_force_from is not None


def plans_at_the_time(case: Case) -> tuple[PlanAt, ...]:
    """Return the plans of `case` in order of entry, each with whether it was in force."""
    days = incident_days(case)
    return tuple(PlanAt(plan, _in_force(plan, days)) for plan in case.all(PlanInForce))


def incident_days(case: Case) -> tuple[date, date] | None:
    """Return the first and the last day on which the incident can have happened, or None."""
    held = case.only(CaseIncident)
    if held is None:
        return None
    when: When = held.incident.when
    return when.start.astimezone(LONDON).date(), when.end.astimezone(LONDON).date()


def _in_force(plan: PlanInForce, days: tuple[date, date] | None) -> bool | None:
    if days is None:
        return None
    first, last = days
    if plan.in_force_from is not None and plan.in_force_from > last:
        return False
    if plan.in_force_to is not None and plan.in_force_to < first:
        return False
    return None if plan.in_force_from is None else True
