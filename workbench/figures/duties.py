"""Duties that may apply, who decides and what was decided; steps taken; and the clocks that run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workbench.analysis.clocks import Clock
from workbench.analysis.duties import Duties, DutyState, duties_of
from workbench.domain.case import Case
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.law import Duty, DutyStepAsked, law_england
from workbench.domain.vocabulary import ClockKind
from workbench.domain.when import LONDON
from workbench.figures.change import day
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Table, Tone
from workbench.figures.triage import moment

__all__ = [
    "clock_cell",
    "clocks_exhibit",
    "decided_duties_exhibit",
    "duties_exhibit",
    "duty_steps_exhibit",
    "others_exhibit",
    "safeguarding_exhibit",
]


def duties_exhibit(duties: Duties, clocks: Iterable[Clock], on: date) -> Exhibit:
    """Return what may apply and why, who decides, what was decided, and by which clock.

    `clocks` are those of `analysis.clocks.duty_clocks`, seen from the day `on`.
    """
    running = tuple(clocks)
    law = law_england()
    return Exhibit(
        name="duties",
        title="What may apply, and what was decided",
        table=Table(
            caption="Duties that may apply to this incident",
            columns=("Duty", "May apply, because", "Who decides", "Decision", "Clock"),
            rows=tuple(_duty_row(state, running, on) for state in duties.may_apply),
            empty="Nothing entered so far points to a duty. Facts may still come in.",
        ),
        note=f"Law of {law.jurisdiction}, version {law.version} of the data. {law.note}",
    )


def decided_duties_exhibit(case: Case) -> Exhibit:
    """Return the duties that somebody has decided on, with why, and the steps that were taken."""
    return Exhibit(
        name="duties",
        cards=tuple(
            _decided_duty(state, state.decision)
            for state in duties_of(case).may_apply
            if state.decision is not None
        ),
        note="Each decision is that of the role named with it. The law is as this version of the "
        "workbench knows it.",
    )


def duty_steps_exhibit(duties: Duties) -> Exhibit:
    """Return the steps of each duty that was found to apply, and which were taken when."""
    found = [state for state in duties.may_apply if state.found_to_apply]
    return Exhibit(
        name="duty-steps",
        title="Steps taken",
        table=Table(
            caption="Steps of the duties that were found to apply",
            columns=("Duty", "Step", "Taken"),
            rows=tuple(row for state in found for row in _step_rows(state)),
            empty="Nobody has decided yet that one of them applies.",
        ),
    )


def others_exhibit(duties: Duties) -> Exhibit:
    """Return what else would come into question, and on which facts: a list to ask oneself."""
    return Exhibit(
        name="duties-to-ask",
        title="What else to ask",
        paragraphs=(
            "Nothing entered so far points to these. Read down the middle column: is any of it so?",
        ),
        table=Table(
            caption="Duties that come into question on further facts",
            columns=("Duty", "Comes into question when", "Who decides"),
            rows=tuple((_named(duty), duty.triggers, duty.who_decides) for duty in duties.others),
        ),
    )


def safeguarding_exhibit(case: Case) -> Exhibit:
    """Return the facts on each part of section 42(1), and the referral; never a verdict."""
    held = case.all(SafeguardingDecision)
    return Exhibit(
        name="safeguarding",
        title="Safeguarding: facts and referral",
        paragraphs=()
        if held
        else ("No safeguarding entry is here. A draft for comment leaves them out.",),
        cards=tuple(_safeguarding(one) for one in held),
        note="Care Act 2014, section 42. Whether there is a duty to make enquiries is for the "
        "local authority to decide.",
    )


def clocks_exhibit(clocks: tuple[Clock, ...], on: date) -> Exhibit:
    """Return the clocks that run, as on the day `on`: what started each, and who set it."""
    return Exhibit(
        name="clocks",
        title="Clocks",
        table=Table(
            caption="Clocks that run",
            columns=("What", "Set by", "Started by", "Runs until"),
            rows=tuple(
                (clock.what, _kind(clock), clock.started_by, clock_cell(clock, on))
                for clock in clocks
            ),
            empty="No clock runs.",
        ),
        note="Statutory: the law. Contractual: a contract. Local: our own standard.",
    )


def clock_cell(clock: Clock, on: date) -> Cell:
    """Return when a clock lapses, in words, seen from the day `on`."""
    if clock.lapses is None:
        return Cell(text=f"Until it is done: {clock.text}", tone=Tone.OPEN)
    local = clock.lapses.astimezone(LONDON)
    when = day(local.date()) if clock.whole_day else moment(clock.lapses)
    if local.date() < on:
        return Cell(text=f"{when}: lapsed", tone=Tone.WARN)
    return Cell(text=when, tone=Tone.OPEN)


def _duty_row(state: DutyState, clocks: tuple[Clock, ...], on: date) -> tuple[Cell | str, ...]:
    mine = [one for one in clocks if one.what.startswith(f"{state.duty.name}: ")]
    words = tuple(clock_cell(one, on) for one in mine)
    kind = f" ({state.duty.clock_kind})" if state.duty.clock_kind else ""
    return (
        _named(state.duty),
        "\n".join(state.because) or "Somebody has decided on it",
        state.duty.who_decides,
        _decision(state),
        Cell(text=f"{_capital(state.duty.clock)}{kind}", more=words),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _named(duty: Duty) -> Cell:
    source = Cell(text=f"{duty.source} ({duty.source_date})", tone=Tone.QUIET)
    unread = (Cell(text="Not verified: look it up", tone=Tone.WARN),)
    return Cell(text=duty.name, more=(source, *(unread if duty.status == "unverified" else ())))


def _decision(state: DutyState) -> Cell:
    if state.decision is not None:
        return _decided(state.decision)
    if state.recorded:
        what = "Facts and referral" if state.duty.topic else "That it runs beside this review"
        words = f"{what}: recorded in {', '.join(state.recorded)}"
        return Cell(text=words, tone=Tone.DONE)
    return Cell(text="Not decided yet", tone=Tone.WARN)


def _decided(decision: DutyDecision) -> Cell:
    outcome = _outcome(decision)
    return Cell(
        text=f"{decision.id}: {outcome.text}",
        tone=outcome.tone,
        more=(
            Cell(text=decision.decision),
            Cell(text=f"Because: {decision.because}"),
            Cell(text=f"{decision.decided_by}, {moment(decision.at)}", tone=Tone.QUIET),
        ),
    )


def _step_rows(state: DutyState) -> Iterable[tuple[Cell | str, ...]]:
    for step in state.steps:
        if step.asked.only_if is not None and not step.done:
            continue
        text = step.asked.text
        if step.asked.status == "unverified":
            text = f"{text} (not verified: look it up)"
        yield state.duty.name, text, _taken(state, step.asked.code)


def _outcome(decision: DutyDecision) -> Cell:
    words = {True: "Found to apply", False: "Decided otherwise", None: "Waits for the decision"}
    tone = Tone.WARN if decision.applies is None else Tone.DONE
    return Cell(text=words[decision.applies], tone=tone)


def _decided_duty(state: DutyState, decision: DutyDecision) -> Card:
    taken = sorted(
        ((step, one.asked) for one in state.steps for step in one.done),
        key=lambda held: held[0].done_on,
    )
    owed = state.owed if state.found_to_apply else ()
    return Card(
        anchor=decision.id,
        reference=decision.id,
        title=state.duty.name,
        status=_outcome(decision),
        paragraphs=(decision.decision,),
        facts=(
            Fact(label="Because", value=decision.because),
            Fact(label="Decided by", value=f"{decision.decided_by}, {moment(decision.at)}"),
            *(Fact(label=day(step.done_on), value=_step(step, asked)) for step, asked in taken),
            *(
                Fact(label="Not recorded yet", value=Cell(text=asked.text, tone=Tone.WARN))
                for asked in owed
            ),
            Fact(label="Source", value=f"{state.duty.source} ({state.duty.source_date})"),
        ),
    )


def _step(step: DutyStep, asked: DutyStepAsked) -> Cell:
    more = (Cell(text=step.what),) if step.what else ()
    return Cell(text=asked.text, tone=Tone.DONE, more=more)


def _taken(state: DutyState, code: str) -> Cell:
    step = next(one for one in state.steps if one.asked.code == code)
    if not step.done:
        settled = step.settled
        words = "Settled by another step" if settled else "Not recorded yet"
        return Cell(text=words, tone=Tone.QUIET if settled else Tone.WARN)
    first = step.done[0]
    words = f"{first.id}, {day(first.done_on)}"
    more = tuple(Cell(text=one.what) for one in step.done if one.what)
    return Cell(text=words, tone=Tone.DONE, more=more)


def _safeguarding(one: SafeguardingDecision) -> Card:
    parts = (
        ("(a) Needs for care and support", one.care_and_support_needs),
        ("(b) Abuse or neglect, experienced or at risk of", one.abuse_or_neglect),
        ("(c) Unable to protect themselves because of those needs", one.unable_to_protect_self),
    )
    raised = f"Raised with: {one.raised_with}" if one.concern_raised else "No concern was raised"
    reference = f", reference {one.reference}" if one.reference else ""
    return Card(
        anchor=one.id,
        reference=one.id,
        title=one.facts,
        status=Cell(text=f"{raised}{reference}", tone=Tone.DONE),
        facts=(
            *(Fact(label=label, value=text or "no facts are recorded") for label, text in parts),
            Fact(label="Because", value=one.because),
            Fact(label="Decided", value=f"{one.decided_by}, {moment(one.at)}"),
        ),
    )


def _kind(clock: Clock) -> Cell:
    tone = None if clock.kind is ClockKind.LOCAL else Tone.OPEN
    more = () if clock.decided else (Cell(text="of a duty not decided on yet", tone=Tone.QUIET),)
    return Cell(text=clock.kind.capitalize(), tone=tone, more=more)
