"""CHR: dates that cannot be: of deeds still to come, or of what cannot come before its ground."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from workbench.analysis.deeds import day_of, deeds, precedes_incident
from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.inquiry import Evidence, Scope
from workbench.domain.people import Interview
from workbench.domain.story import Event

__all__ = ["dated_before_its_ground", "dated_before_the_incident", "dated_in_the_future"]

_HONEST: Final = "Incident governance: decisions and actions are recorded with when they were made"
_WHICH: Final = "Which of the two dates was mistyped, or what came earlier than it looks?"


@check("CHR001", "dated-in-the-future", severity="blocks", gate="approve", source=_HONEST)
def dated_in_the_future(asked: Asked) -> Iterator[Hit]:
    """Something is entered as done or as having happened on a day that is still to come.

    Why it matters:
        A record says what was done, not what is meant to be. A date of next month looks like a
        duty that was met or an action that is finished, and whoever waits for it stops asking.
        A year that was mistyped is the usual reason.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Move the handover to 19:00.", "state": "implemented"}
        >>> found("CHR001", ("action", "A1", {**action, "implemented_on": "2027-03-24"}))
        ['A1']

    Instead:
        >>> found("CHR001", ("action", "A1", {**action, "implemented_on": "2026-03-24"}))
        []

    References:
        “Completed” means implemented and communicated: learning cultures in community mental
        health services.
    """
    for deed in deeds(asked.case):
        if day_of(deed.at) > asked.on:
            yield Hit(deed.subject, _ahead(deed.field, day_of(deed.at), asked.on))
    for event in asked.case.all(Event):
        if event.when.earliest is not None and day_of(event.when.earliest) > asked.on:
            yield Hit(event.id, _ahead("when", day_of(event.when.earliest), asked.on))


@check(
    "CHR002",
    "dated-before-the-incident",
    severity="warns",
    accept_by=SIGNATORIES,
    source=_HONEST,
    version=2,
)
def dated_before_the_incident(asked: Asked) -> Iterator[Hit]:
    """Something that answers the incident is dated before it.

    Why it matters:
        Triage, a notification or an action cannot answer what had not happened yet, nor can an
        action be due by then. One of the two dates is mistyped, or the incident began earlier than
        the register says. Until that is mended, no clock counts it as done.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> told = {"partner": "GP surgery", "what": "A late dose.", "by_role": "nurse"}
        >>> found("CHR002", incident(),
        ...     ("partner", "PA1", {**told, "at": "2026-02-14T20:00:00+00:00"}))
        ['PA1']

    Instead:
        >>> found("CHR002", incident(),
        ...     ("partner", "PA1", {**told, "at": "2026-03-14T20:00:00+00:00"}))
        []

    References:
        Timely managerial review and escalation: incident governance in learning disability
        services.
    """
    for deed in deeds(asked.case):
        if deed.answers and precedes_incident(asked.case, deed.at):
            yield Hit(
                deed.subject,
                f"'{deed.field}' is {day_of(deed.at):%d/%m/%Y}, before the incident.",
                _WHICH,
            )
    for action in asked.case.all(Action):
        if action.due is not None and precedes_incident(asked.case, action.due):
            yield Hit(action.id, f"'due' is {action.due:%d/%m/%Y}, before the incident.", _WHICH)


@check(
    "CHR003",
    "dated-before-its-ground",
    severity="warns",
    accept_by=SIGNATORIES,
    source=_HONEST,
    version=2,
)
def dated_before_its_ground(asked: Asked) -> Iterator[Hit]:
    """Something is dated before what it follows from.

    Why it matters:
        A change is communicated once it is made, it is checked after that, and a record shows what
        had happened by the day it was obtained. Notes are agreed once people have talked, and a
        period ends after it began. Dates the other way round take the ground from what rests on
        them. A plan or a rota made beforehand is right as it is: accept it.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Move the handover to 19:00.", "state": "communicated",
        ...     "implemented_on": "2026-03-24", "communicated_to": "All shifts"}
        >>> found("CHR003", ("action", "A1", {**action, "communicated_on": "2026-03-20"}))
        ['A1']

    Instead:
        >>> found("CHR003", ("action", "A1", {**action, "communicated_on": "2026-03-25"}))
        []

    References:
        Implemented, communicated, verified, in this order: learning cultures in community mental
        health services.
    """
    yield from _actions(asked.case)
    for talk in asked.case.all(Interview):
        if talk.notes_agreed_on is not None and talk.notes_agreed_on < day_of(talk.at):
            yield Hit(
                talk.id,
                f"Its notes were agreed on {talk.notes_agreed_on:%d/%m/%Y}, before the talk.",
                _WHICH,
            )
    for scope in asked.case.all(Scope):
        if scope.covers_from and scope.covers_to and scope.covers_to < scope.covers_from:
            yield Hit(scope.id, "The period that it looks at ends before it begins.", _WHICH)
    for event in asked.case.all(Event):
        obtained = _last_obtained(asked.case, event)
        if event.when.earliest and obtained and obtained < event.when.earliest:
            yield Hit(
                event.id,
                f"What it is known from was obtained on {day_of(obtained):%d/%m/%Y}, before it "
                "happened.",
                _WHICH,
            )


def _last_obtained(case: Case, event: Event) -> datetime | None:
    """When the last of an event's evidence was obtained; None where that is not known of all."""
    named = [case.get(Evidence, one) for one in event.evidence]
    dated = [one.obtained_at for one in named if one is not None and one.obtained_at is not None]
    return max(dated) if dated and len(dated) == len(named) else None


def _actions(case: Case) -> Iterator[Hit]:
    for action in case.all(Action):
        done, told = action.implemented_on, action.communicated_on
        if done and told and told < done:
            yield Hit(
                action.id,
                f"It was communicated on {told:%d/%m/%Y} and implemented on {done:%d/%m/%Y}.",
                _WHICH,
            )
    for verification in case.all(Verification):
        measure = case.get(Measure, verification.measure)
        of = case.get(Action, measure.action) if measure is not None else None
        if of is not None and of.implemented_on and verification.on < of.implemented_on:
            yield Hit(
                verification.id,
                f"It was checked on {verification.on:%d/%m/%Y}, and {of.id} was implemented on "
                f"{of.implemented_on:%d/%m/%Y}.",
                _WHICH,
            )


def _ahead(field: str, day: date, on: date) -> str:
    return (
        f"'{field}' is {day:%d/%m/%Y}, and this is looked at from {on:%d/%m/%Y}. Enter the day it "
        "was done, or take it out until it is."
    )
