"""The clocks that run on a case: what each is for, who set it, what started it, when it lapses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from workbench.analysis.case_facts import PROVIDER
from workbench.analysis.deeds import can_have_been
from workbench.analysis.duties import DutyState, duties_of
from workbench.analysis.restrictions import RestrictionStanding, standings
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.governance import ManagerReview
from workbench.domain.inquiry import CaseIncident
from workbench.domain.law import DutyClock, DutyStepAsked
from workbench.domain.triage import REVIEW_WITHIN, TRIAGE_WITHIN, Triage
from workbench.domain.vocabulary import ActionState, ClockKind, ReviewDecision
from workbench.domain.when import LONDON, written_day, written_moment

__all__ = ["Clock", "duty_clocks", "lapse_of", "running_clocks", "within"]

_TRIAGE: Final = "triage within 24 to 48 hours of the report"
_REVIEW: Final = "manager's review within 48 hours of the report"


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that runs.

    `subject` is an entity's identifier or `"case"`, `text` the clock in the words of its source.
    `lapses` is None where the source gives no length, or where it is not known from when it runs;
    it is the last moment of the day where `whole_day` is set. `decided` is False while nobody has
    decided on the duty it belongs to.
    """

    what: str
    subject: str
    kind: ClockKind
    text: str
    started_by: str
    started: datetime | None
    lapses: datetime | None
    whole_day: bool = True
    decided: bool = True

    def lapsed(self, at: datetime) -> bool:
        """Tell whether it has lapsed at the moment `at`."""
        return self.lapses is not None and self.lapses < at


@dataclass(frozen=True, slots=True)
class _Start:
    at: datetime | None
    words: str


def running_clocks(
    case: Case, provider_type: str = PROVIDER, *, on: date | None = None
) -> tuple[Clock, ...]:
    """Return the clocks that run on `case`, those that lapse first before the others.

    What was done has no clock any more; what is said to have been done after the day `on` it is
    looked at from, or before the incident, stops none. `provider_type` is as in the settings.
    """
    clocks = (
        *_first_days(case, on),
        *duty_clocks(case, provider_type, on=on),
        *_actions(case, on),
        *_measures(case, on),
        *_restrictions(case, on),
    )
    return _sorted(clocks)


def duty_clocks(
    case: Case, provider_type: str = PROVIDER, *, on: date | None = None
) -> tuple[Clock, ...]:
    """Return the clocks of duties that may apply, or were found to, in the order of the law.

    A duty of which it was decided that it has no application here runs none. `on` is as in
    `running_clocks`.
    """
    return tuple(
        _of_step(case, state, step.asked, step.asked.clock)
        for state in duties_of(case, provider_type, on=on).may_apply
        if state.found_to_apply or not state.decided
        for step in state.steps
        if step.owed and step.asked.clock is not None
    )


def lapse_of(case: Case, state: DutyState, step: DutyStepAsked) -> date | None:
    """Return the last day for a step, or None where its clock has no length or no known start."""
    if step.clock is None or step.clock.days is None:
        return None
    start = _start(case, state, step.clock)
    return _end_of(start.at, step.clock.days).date() if start.at else None


def within(clocks: Iterable[Clock], at: datetime, days: int | None) -> tuple[Clock, ...]:
    """Return the clocks that have lapsed, or lapse by the end of the day `days` after `at`.

    None takes all of them. Those without a length run until the thing is done, and are always
    among them.
    """
    if days is None:
        return tuple(clocks)
    until = _end_of(at, days)
    return tuple(one for one in clocks if one.lapses is None or one.lapses <= until)


def _sorted(clocks: Iterable[Clock]) -> tuple[Clock, ...]:
    return tuple(
        sorted(clocks, key=lambda one: (one.lapses is None, one.lapses or one.started or _end()))
    )


def _first_days(case: Case, on: date | None) -> Iterator[Clock]:
    start = _report(case)
    if start.at is None:
        return
    triaged = [one.at for one in case.all(Triage)]
    reviewed = [one.at for one in case.all(ManagerReview)]
    for what, text, length, done in (
        ("Triage", _TRIAGE, TRIAGE_WITHIN, triaged),
        ("Manager's review", _REVIEW, REVIEW_WITHIN, reviewed),
    ):
        if not any(can_have_been(case, at, on) for at in done):
            lapses = start.at + length
            yield Clock(
                what, "case", ClockKind.LOCAL, text, start.words, start.at, lapses, whole_day=False
            )


def _of_step(case: Case, state: DutyState, asked: DutyStepAsked, clock: DutyClock | None) -> Clock:
    assert clock is not None
    start = _start(case, state, clock)
    whole_day = clock.days is not None
    lapses = _end_of(start.at, clock.days) if start.at and clock.days else None
    return Clock(
        f"{state.duty.name}: {asked.text}",
        state.decision.id if state.decision else "case",
        clock.kind,
        clock.text,
        start.words,
        start.at,
        lapses,
        whole_day,
        state.decided,
    )


def _start(case: Case, state: DutyState, clock: DutyClock) -> _Start:
    decision = state.decision
    if decision is not None and decision.since is not None:
        return _Start(_begin(decision.since), f"{decision.id}: since {written_day(decision.since)}")
    if clock.runs_from == "since":
        return _Start(None, "not known: give the day in 'since' of the decision")
    if clock.runs_from == "incident":
        held = case.only(CaseIncident)
        if held is not None:
            return _Start(held.incident.when.start, f"the incident, {held.incident.when.written()}")
    return _report(case)


def _report(case: Case) -> _Start:
    held = case.only(CaseIncident)
    if held is None:
        return _Start(None, "not known: the case has no incident")
    reported = held.incident.reported_at
    if reported is not None:
        return _Start(reported, f"the report, {written_moment(reported)}")
    opened = case.stamps[held.id].at
    return _Start(
        opened, f"the start of the case, {written_moment(opened)}: the report has no time"
    )


def _actions(case: Case, on: date | None) -> Iterator[Clock]:
    for action in case.all(Action):
        if action.due is not None and not _implemented(case, action, on):
            yield _local(case, action.id, f"Action: {action.statement}", "due date", action.due)


def _implemented(case: Case, action: Action, on: date | None) -> bool:
    done = action.implemented_on
    in_time = done is None or can_have_been(case, done, on)
    return action.state is not ActionState.OPEN and in_time


def _measures(case: Case, on: date | None) -> Iterator[Clock]:
    checked: dict[str, date] = {}
    for result in case.all(Verification):
        if can_have_been(case, result.on, on):
            checked[result.measure] = max(result.on, checked.get(result.measure, result.on))
    for measure in case.all(Measure):
        if measure.plan is not None and not _settled(case, measure, checked.get(measure.id)):
            what = f"Measure: {measure.statement}"
            yield _local(case, measure.id, what, "review date", measure.plan.review_on)


def _settled(case: Case, measure: Measure, checked: date | None) -> bool:
    """True when it was checked on its day, or its action was verified by it or given up."""
    action = case.get(Action, measure.action)
    state = action.state if action is not None else ActionState.OPEN
    if state is ActionState.NOT_EFFECTIVE:
        return True
    if checked is None or measure.plan is None:
        return False
    return state is ActionState.VERIFIED or checked >= measure.plan.review_on


def _restrictions(case: Case, on: date | None) -> Iterator[Clock]:
    for one in standings(case, on or date.max):
        subject = one.reviews[-1].id if one.reviews else one.restriction.id
        for said, text, by in (
            ("Review of the restriction", "review date", one.review_by),
            ("Restriction lapses", "time limit", one.limit),
        ):
            if by is not None and not _ended(one, by, on):
                yield _local(case, subject, f"{said}: {one.what}", text, by)


def _ended(one: RestrictionStanding, by: date, on: date | None) -> bool:
    """True when a review ended it, or it ends before the date `by` or has ended on the day `on`."""
    if one.reviews and one.reviews[-1].decision is ReviewDecision.END:
        return True
    return one.ended_on is not None and one.ended_on <= max(by, on or by)


def _local(case: Case, subject: str, what: str, text: str, day: date) -> Clock:
    stamp = case.stamps[subject]
    words = f"{subject}, as entered on {written_day(stamp.at)}"
    return Clock(what, subject, ClockKind.LOCAL, text, words, stamp.at, _end_of_day(day))


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)


def _end_of(start: datetime, days: int) -> datetime:
    return _end_of_day(start.astimezone(LONDON).date() + timedelta(days=days))


def _end_of_day(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), LONDON)


def _end() -> datetime:
    return datetime.max.replace(tzinfo=LONDON)
