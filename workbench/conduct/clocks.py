"""The clocks of all cases, those that lapse first before the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from workbench.analysis.clocks import Clock, running_clocks, within
from workbench.domain.case import Case
from workbench.domain.when import LONDON

__all__ = ["CaseClock", "clocks_of", "has_clocks"]


@dataclass(frozen=True, slots=True)
class CaseClock:
    """A clock, and the case it runs on."""

    case_id: str
    clock: Clock


def has_clocks(
    provider_type: str, at: datetime, *, only: str | None = None
) -> Callable[[Case], bool]:
    """Return a question to a case: does a clock run on it at the moment `at`?

    A closed case is asked too: a restriction that goes on is reviewed all the same, and what was
    never done is not done by closing. `only` is the one case to ask about, None for all.
    `provider_type` is as in the settings.
    """

    def asks(case: Case) -> bool:
        return only in (None, case.id) and bool(_running(case, provider_type, at))

    return asks


def clocks_of(
    cases: Iterable[Case], provider_type: str, at: datetime, days: int | None = None
) -> tuple[CaseClock, ...]:
    """Return the clocks of `cases`, what lapses first before the rest.

    With `days`, only those that have lapsed, or lapse within so many days of `at`, and those
    without a length.
    """
    held = (
        CaseClock(case.id, clock)
        for case in cases
        for clock in within(_running(case, provider_type, at), at, days)
    )
    return tuple(sorted(held, key=_order))


def _running(case: Case, provider_type: str, at: datetime) -> tuple[Clock, ...]:
    return running_clocks(case, provider_type, on=at.astimezone(LONDON).date())


def _order(held: CaseClock) -> tuple[bool, float, str]:
    moment = held.clock.lapses or held.clock.started
    return held.clock.lapses is None, moment.timestamp() if moment else 0.0, held.case_id
