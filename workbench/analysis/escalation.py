"""How long it took from an early warning to a step up, as surely as the times are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from workbench.domain.case import Case
from workbench.domain.methods import EscalationStep
from workbench.domain.story import Event
from workbench.domain.when import When

__all__ = ["Delay", "Escalation", "EscalationDelay", "delay_between", "measure_escalation"]


@dataclass(frozen=True, slots=True)
class Delay:
    """How long something took at the least and at the most; a bound that is not known is None."""

    shortest: timedelta | None
    longest: timedelta | None

    @property
    def known(self) -> bool:
        """True when one of its bounds is known."""
        return self.shortest is not None or self.longest is not None

    @property
    def exact(self) -> bool:
        """True when it is known to the minute."""
        return self.shortest is not None and self.shortest == self.longest


@dataclass(frozen=True, slots=True)
class EscalationDelay:
    """One step of an escalation with its times.

    `to_threshold` runs from the warning to the threshold, `to_step` from the threshold to the
    step up, and `total` from the warning to the step up; each is None where one of its ends has no
    time. `late` compares with what the plan allows: None where the plan allows nothing, or it
    cannot be told. `backwards` is True when the step up surely came before its warning.
    """

    step: EscalationStep
    warned: When | None
    reached: When | None
    stepped: When | None
    to_threshold: Delay | None
    to_step: Delay | None
    total: Delay | None
    late: bool | None
    backwards: bool


@dataclass(frozen=True, slots=True)
class Escalation:
    """The steps in order of their warnings; those without a time come last, in order of entry."""

    steps: tuple[EscalationDelay, ...]

    @property
    def late(self) -> tuple[EscalationDelay, ...]:
        """The steps that surely took longer than the plan allows."""
        return tuple(one for one in self.steps if one.late)

    @property
    def without_threshold(self) -> tuple[EscalationDelay, ...]:
        """The steps for which nobody had set a threshold."""
        return tuple(one for one in self.steps if one.step.threshold is None)


def measure_escalation(case: Case) -> Escalation:
    """Return the escalation of `case`, every delay worked out from the events it names."""
    found = [_measured(case, step) for step in case.all(EscalationStep)]
    timed = [one for one in found if _begins(one) is not None]
    untimed = [one for one in found if _begins(one) is None]
    return Escalation((*sorted(timed, key=_start), *untimed))


def delay_between(first: When, second: When) -> Delay:
    """Return how long it was from `first` to `second`, never less than nothing."""
    shortest = longest = None
    if first.latest is not None and second.earliest is not None:
        shortest = max(second.earliest - first.latest, timedelta())
    if first.earliest is not None and second.latest is not None:
        longest = max(second.latest - first.earliest, timedelta())
    return Delay(shortest, longest)


def _measured(case: Case, step: EscalationStep) -> EscalationDelay:
    warned = _when(case, step.warning_event)
    reached = _when(case, step.threshold_event)
    stepped = _when(case, step.step_event)
    to_step = _delay(reached, stepped)
    total = _delay(warned, stepped)
    return EscalationDelay(
        step,
        warned,
        reached,
        stepped,
        _delay(warned, reached),
        to_step,
        total,
        _late(step, to_step if reached else total),
        bool(warned and stepped and stepped.surely_before(warned)),
    )


def _when(case: Case, event: str | None) -> When | None:
    held = case.get(Event, event) if event else None
    return held.when if held else None


def _delay(first: When | None, second: When | None) -> Delay | None:
    return delay_between(first, second) if first and second else None


def _late(step: EscalationStep, took: Delay | None) -> bool | None:
    if step.within_hours is None or took is None:
        return None
    allowed = timedelta(hours=step.within_hours)
    if took.shortest is not None and took.shortest > allowed:
        return True
    return False if took.longest is not None and took.longest <= allowed else None


def _begins(one: EscalationDelay) -> When | None:
    return one.warned or one.reached or one.stepped


def _start(one: EscalationDelay) -> tuple[float, float]:
    when = _begins(one)
    assert when is not None
    return when.start.timestamp(), when.end.timestamp()
