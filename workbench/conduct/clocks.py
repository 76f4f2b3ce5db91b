"""The clocks of all open cases, those that lapse first before the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from workbench.analysis.clocks import Clock, running_clocks, within
from workbench.conduct.stages import current_stage
from workbench.domain.case import Case
from workbench.domain.stages import Stage

__all__ = ["CaseClock", "clocks_of", "has_clocks"]


@dataclass(frozen=True, slots=True)
class CaseClock:
    """A clock, and the case it runs on."""

    case_id: str
    clock: Clock


def has_clocks(provider_type: str, *, only: str | None = None) -> Callable[[Case], bool]:
    """Return a question to a case: is it open, and does a clock run on it?

    `only` is the one case to ask about, None for all. `provider_type` is as in the settings.
    """

    def asks(case: Case) -> bool:
        if only not in (None, case.id) or current_stage(case) is Stage.CLOSED:
            return False
        return bool(running_clocks(case, provider_type))

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
        for clock in within(running_clocks(case, provider_type), at, days)
    )
    return tuple(sorted(held, key=_order))


def _order(held: CaseClock) -> tuple[bool, float, str]:
    moment = held.clock.lapses or held.clock.started
    return held.clock.lapses is None, moment.timestamp() if moment else 0.0, held.case_id
