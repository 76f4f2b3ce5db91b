"""Triage, duties and clocks as rows for people and as JSON for programs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from workbench.analysis.duties import Duties, DutyState
from workbench.cli.output import print_table, say
from workbench.conduct.clocks import CaseClock
from workbench.conduct.looking_back import LookedBack
from workbench.domain.case import Case
from workbench.domain.triage import Triage
from workbench.domain.when import written_day
from workbench.figures.triage import moment, recurrence_table

__all__ = [
    "CLOCK_COLUMNS",
    "DUTY_COLUMNS",
    "clock_as_json",
    "clock_row",
    "duties_as_json",
    "duty_row",
    "looked_back_as_json",
    "print_looked_back",
]

CLOCK_COLUMNS: Final = ("Case", "About", "What", "Set by", "Started by", "Runs until")
DUTY_COLUMNS: Final = ("Code", "May apply, because", "Who decides, and what", "Clock")


def print_looked_back(case: Case, found: LookedBack) -> None:
    """Print the proposal, its reasons, what happened before, and what is missing."""
    say(f"The facts speak for a {found.proposal.tier}. {_chosen(case, found)}")
    reasons = ((one.ground, one.tier.value, one.because) for one in found.proposal.reasons)
    print_table("Why", ("Ground", "Speaks for", "Because"), reasons)
    table = recurrence_table(found.recurrence, found.failed)
    rows = (tuple(str(cell) for cell in row) for row in table.rows)
    print_table(table.caption, table.columns, rows)
    for one in found.proposal.missing:
        say(f"Missing: {one}.")
    if found.unknown:
        say(f"Triage names incidents that the register does not hold: {', '.join(found.unknown)}.")
    if found.closed:
        say(f"Not looked into: {found.closed} with an access list that you are not on.")


def looked_back_as_json(case: Case, found: LookedBack) -> dict[str, Any]:
    """Return the proposal and what it rests on as JSON values."""
    triage = case.only(Triage)
    return {
        "case": case.id,
        "proposed": found.proposal.tier,
        "chosen": triage.tier if triage else None,
        "override_because": triage.override_because if triage else None,
        "reasons": [asdict(one) for one in found.proposal.reasons],
        "missing": found.proposal.missing,
        "recurrence": {**asdict(found.recurrence), "like": found.recurrence.like},
        "failed_actions": [{**asdict(one), "reference": one.reference} for one in found.failed],
        "not_in_the_register": found.unknown,
        "not_looked_into": found.closed,
    }


def duty_row(state: DutyState) -> tuple[str, ...]:
    """Return a row for one duty that may apply."""
    unread = () if state.verified else ("Not verified: look it up.",)
    facts = state.because or ("Somebody has decided on it.",)
    kind = f" ({state.duty.clock_kind})" if state.duty.clock_kind else ""
    return (
        state.duty.code,
        "\n".join((f"{state.duty.name}:", *facts, *unread)),
        f"{state.duty.who_decides}:\n{_decision(state)}",
        f"{state.duty.clock}{kind}",
    )


def duties_as_json(found: Duties) -> dict[str, Any]:
    """Return the duties that may apply, and the codes of the others, as JSON values."""
    return {
        "may_apply": [
            {
                "code": one.duty.code,
                "name": one.duty.name,
                "status": one.duty.status,
                "source": one.duty.source,
                "source_date": one.duty.source_date,
                "because": one.because,
                "who_decides": one.duty.who_decides,
                "clock": one.duty.clock,
                "clock_kind": one.duty.clock_kind,
                "decided": one.decided,
                "decision": one.decision.model_dump(mode="json") if one.decision else None,
                "recorded": one.recorded,
                "steps_owed": [step.code for step in one.owed] if one.found_to_apply else [],
            }
            for one in found.may_apply
        ],
        "come_into_question_on_further_facts": [
            {"code": one.code, "name": one.name, "triggers": one.triggers} for one in found.others
        ],
    }


def clock_row(held: CaseClock, at: datetime) -> tuple[str, ...]:
    """Return a row for one clock, as at the moment `at`."""
    clock = held.clock
    waiting = "" if clock.decided else ", not decided on yet"
    return (
        held.case_id,
        clock.subject,
        clock.what,
        f"{clock.kind}{waiting}",
        clock.started_by,
        _until(held, at),
    )


def clock_as_json(held: CaseClock, at: datetime) -> dict[str, Any]:
    """Return one clock as JSON values, as at the moment `at`."""
    return {"case": held.case_id, **asdict(held.clock), "lapsed": held.clock.lapsed(at)}


def _chosen(case: Case, found: LookedBack) -> str:
    triage = case.only(Triage)
    if triage is None:
        return "Nothing has been chosen yet."
    if triage.tier is found.proposal.tier:
        return "The same was chosen."
    why = triage.override_because or "no reason is given yet."
    return f"A {triage.tier} was chosen: {why}"


def _decision(state: DutyState) -> str:
    if state.decision is not None:
        return f"{state.decision.id}: {state.decision.decision}"
    if state.recorded:
        return f"recorded in {', '.join(state.recorded)}"
    return "not decided yet"


def _until(held: CaseClock, at: datetime) -> str:
    clock = held.clock
    if clock.lapses is None:
        return f"until done: {clock.text}"
    words = written_day(clock.lapses) if clock.whole_day else moment(clock.lapses)
    return f"{words}: lapsed" if clock.lapsed(at) else words
