"""Which duties may apply to a case, why, what was decided about each, and which steps were taken.

It says what may apply and who decides. It never says that a duty does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.analysis.case_facts import PROVIDER, CaseFact, case_facts, holds
from workbench.analysis.deeds import can_have_been, day_of
from workbench.domain.case import Case
from workbench.domain.commission import Commission
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.law import Duty, DutyStepAsked, Law, law_england

__all__ = ["Duties", "DutyState", "StepState", "duties_of"]


@dataclass(frozen=True, slots=True)
class StepState:
    """A step of a duty, and the entries that say it was taken, the first one first."""

    asked: DutyStepAsked
    done: tuple[DutyStep, ...]
    settled: bool

    @property
    def owed(self) -> bool:
        """True when the step is still to be taken; one that is for an event only is not."""
        return not self.done and not self.settled and self.asked.only_if is None


@dataclass(frozen=True, slots=True)
class DutyState:
    """A duty that may apply, why, and how far people have come with it.

    `because` are the facts of the case in words, empty where it is only that somebody has decided
    on it. `decision` is the last one, None where there is none yet. `recorded` are entries of
    another kind that hold the decision: safeguarding entries, or the commission that names the
    process among those that run beside.
    """

    duty: Duty
    because: tuple[str, ...]
    decision: DutyDecision | None
    recorded: tuple[str, ...]
    steps: tuple[StepState, ...]

    @property
    def decided(self) -> bool:
        """True when somebody has said whether the duty applies, or recorded facts and referral."""
        return bool(self.recorded) or (
            self.decision is not None and self.decision.applies is not None
        )

    @property
    def found_to_apply(self) -> bool:
        """True when it was decided that the duty applies."""
        return self.decision is not None and self.decision.applies is True

    @property
    def verified(self) -> bool:
        """True when the entry was read in its source."""
        return self.duty.status == "verified"

    @property
    def owed(self) -> tuple[DutyStepAsked, ...]:
        """The steps still to be taken."""
        return tuple(step.asked for step in self.steps if step.owed)


@dataclass(frozen=True, slots=True)
class Duties:
    """The duties that may apply, and those to which nothing in the case points so far."""

    may_apply: tuple[DutyState, ...]
    others: tuple[Duty, ...]


def duties_of(
    case: Case,
    provider_type: str = PROVIDER,
    law: Law | None = None,
    *,
    on: date | None = None,
) -> Duties:
    """Return the duties that may apply to `case`, and the others of this kind of provider.

    `provider_type` is as in the settings. A duty about which somebody has decided is among the
    first, whatever the facts say. Duties of the other kind of provider are left out. A decision
    or a step that is dated after the day `on`, or before the incident, was not taken yet.
    """
    facts = case_facts(case, provider_type)
    here, others = [], []
    for duty in (law or law_england()).entries:
        because = _because(duty, facts)
        decision = _last_decision(case, duty, on)
        if because or decision:
            recorded = _recorded(case, duty, on)
            steps = _steps(case, duty, decision, on)
            here.append(DutyState(duty, because, decision, recorded, steps))
        elif _for_provider(duty, provider_type):
            others.append(duty)
    return Duties(tuple(here), tuple(others))


def _because(duty: Duty, facts: tuple[CaseFact, ...]) -> tuple[str, ...]:
    always = [holds(condition, facts) for condition in duty.all_of]
    some = [fact for fact in (holds(one, facts) for one in duty.any_of) if fact]
    if None in always or not some:
        return ()
    found = [fact for fact in (*always, *some) if fact]
    return tuple(dict.fromkeys(fact.words for fact in found))


def _for_provider(duty: Duty, provider_type: str) -> bool:
    return all(one.equal == provider_type for one in duty.all_of if one.fact == "provider")


def _last_decision(case: Case, duty: Duty, on: date | None) -> DutyDecision | None:
    made = [
        one
        for one in case.all(DutyDecision)
        if one.duty == duty.code and can_have_been(case, one.at, on)
    ]
    return max(made, key=lambda one: one.at, default=None)


def _recorded(case: Case, duty: Duty, on: date | None) -> tuple[str, ...]:
    if duty.topic == "safeguarding":
        # a concern may have been weighed before the incident that the case is about
        held = case.all(SafeguardingDecision)
        return tuple(one.id for one in held if on is None or day_of(one.at) <= on)
    commission = case.only(Commission)
    if commission is None or duty.process is None:
        return ()
    named = any(one.process is duty.process for one in commission.parallel)
    return (commission.id,) if named else ()


def _steps(
    case: Case, duty: Duty, decision: DutyDecision | None, on: date | None
) -> tuple[StepState, ...]:
    about = {one.id for one in case.all(DutyDecision) if one.duty == duty.code}
    taken = [
        one
        for one in case.all(DutyStep)
        if one.duty in about and can_have_been(case, one.done_on, on)
    ]
    codes = {one.step for one in taken}
    settled = {code for asked in duty.steps if asked.code in codes for code in asked.settles}
    if duty.topic == "safeguarding" and _recorded(case, duty, on):
        settled = {asked.code for asked in duty.steps}
    return tuple(
        StepState(asked, _taken(taken, asked, decision), asked.code in settled)
        for asked in duty.steps
    )


def _taken(
    taken: list[DutyStep], asked: DutyStepAsked, decision: DutyDecision | None
) -> tuple[DutyStep, ...]:
    """The entries for one step; what is dated before its clock began to run does not answer it."""
    dated = asked.clock is not None and asked.clock.runs_from == "since"
    began = decision.since if dated and decision is not None else None
    of_this = [one for one in taken if one.step == asked.code]
    answers = [one for one in of_this if began is None or one.done_on >= began]
    return tuple(sorted(answers, key=lambda one: one.done_on))
