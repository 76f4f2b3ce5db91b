"""ACT: actions that are owned, dated, asked for, and shown to work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.thread import Break
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, check
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.vocabulary import ActionState, VerificationOutcome

__all__ = [
    "action_overdue",
    "action_without_due_date",
    "action_without_ground",
    "action_without_measure",
    "action_without_owner",
    "measure_without_plan",
    "verified_without_verification",
]

_NAMED: Final = "Learning cultures: actions are specific, assigned to named owners with deadlines"
_VERIFIED: Final = "Learning cultures: impact is verified by re-audit, sampling or observation"


@check("ACT001", "action-without-owner", severity="blocks", gate="approve", source=_NAMED)
def action_without_owner(asked: Asked) -> Iterator[Hit]:
    """Nobody is named who answers for the action.

    Why it matters:
        What everybody is to do nobody does. A named person in a role can say how far it has come.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Move the handover at Larch House to 19:00."}
        >>> found("ACT001", ("action", "A1", action))
        ['A1']

    Instead:
        >>> found("ACT001", ("action", "A1", {
        ...     **action, "owner": {"name": "Dana Example", "role": "service manager"}}))
        []

    References:
        Named owners with deadlines: learning cultures in community mental health services.
    """
    for action in asked.case.all(Action):
        if action.owner is None:
            yield Hit(action.id, "The action has no owner. Name the person, and their role.")


@check("ACT002", "action-without-due-date", severity="blocks", gate="approve", source=_NAMED)
def action_without_due_date(asked: Asked) -> Iterator[Hit]:
    """No date is set by which the action is done.

    Why it matters:
        Without a date an action is never late, and so never asked about.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Move the handover at Larch House to 19:00."}
        >>> found("ACT002", ("action", "A1", action))
        ['A1']

    Instead:
        >>> found("ACT002", ("action", "A1", {**action, "due": "2026-05-01"}))
        []

    References:
        Named owners with deadlines: learning cultures in community mental health services.
    """
    for action in asked.case.all(Action):
        if action.due is None:
            yield Hit(action.id, "The action has no date. Set the day by which it is done.")


@check("ACT003", "action-without-measure", severity="blocks", gate="approve", source=_VERIFIED)
def action_without_measure(asked: Asked) -> Iterator[Hit]:
    """Nothing says how it will show that the action worked.

    Why it matters:
        Actions are listed and practice does not change. Saying beforehand what will show it is
        what makes the difference visible.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = ("action", "A1", {"statement": "Move the handover to 19:00."})
        >>> found("ACT003", action)
        ['A1']

    Instead:
        >>> found("ACT003", action, ("measure", "M1", {
        ...     "action": "A1", "statement": "Evening doses given within 30 minutes"}))
        []

    References:
        Verification is the step most providers miss: learning cultures in community mental health
        services.
    """
    for broken in asked.thread.broken(Break.ACTION_WITHOUT_MEASURE):
        yield Hit(
            broken.subject,
            "The action has no measure. Add what will show that it worked, from where to where.",
        )


@check(
    "ACT004",
    "action-without-ground",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Incident governance: findings and improvement actions align",
)
def action_without_ground(asked: Asked) -> Iterator[Hit]:
    """No finding, cause or factor asks for the action.

    Why it matters:
        It may be a good idea, or safety clutter. If something in the case asks for it, name it;
        if nothing does, ask whether this case is its place.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Repaint the office door."}
        >>> found("ACT004", ("action", "A1", action))
        ['A1']

    Instead:
        >>> found("ACT004", ("action", "A1", {**action, "factors": ["F1"]}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 7: no safety clutter.
    """
    for broken in asked.thread.broken(Break.ACTION_WITHOUT_GROUND):
        yield Hit(
            broken.subject,
            "Nothing in the case asks for this action. Name the finding, cause or factor it "
            "answers.",
        )


@check(
    "ACT005",
    "action-overdue",
    severity="warns",
    accept_by=LEADERS,
    source="Leadership oversight: checking whether learning actions are completed",
)
def action_overdue(asked: Asked) -> Iterator[Hit]:
    """The date of an open action has passed.

    Why it matters:
        A late action is a decision that nobody took. Record how far it has come, or agree a new
        date and why.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Move the handover to 19:00.", "due": "2026-03-25"}
        >>> found("ACT005", ("action", "A1", action))
        ['A1']

    Instead:
        >>> found("ACT005", ("action", "A1", {
        ...     **action, "state": "implemented", "implemented_on": "2026-03-24"}))
        []

    References:
        Tracking action completion and impact: incident governance in learning disability services.
    """
    for action in asked.case.all(Action):
        if action.state is ActionState.OPEN and action.due and action.due < asked.on:
            yield Hit(
                action.id,
                f"The action was due on {action.due:%d/%m/%Y} and is open. Record that it was "
                "implemented, or agree a new date.",
            )


@check("ACT006", "measure-without-plan", severity="blocks", gate="approve", source=_VERIFIED)
def measure_without_plan(asked: Asked) -> Iterator[Hit]:
    """A measure has no target, or no plan for how and when it is checked.

    Why it matters:
        A target set after the result is known always fits. Method, sample, dates and target are
        fixed before the action is carried out.

    Example:
        >>> from workbench.checks.examples import found
        >>> measure = {"action": "A1", "statement": "Evening doses given within 30 minutes",
        ...     "target": "98 of 100"}
        >>> found("ACT006", ("measure", "M1", measure))
        ['M1']

    Instead:
        >>> found("ACT006", ("measure", "M1", {**measure, "plan": {
        ...     "method": "file sampling", "detail": "25 evening doses a week",
        ...     "responsible": "deputy manager", "review_on": "2026-06-15", "weeks": 4}}))
        []

    References:
        Sampling high-risk files weekly for four weeks: learning cultures in community mental
        health services.
    """
    for measure in asked.case.all(Measure):
        owed = [
            words
            for held, words in (
                (measure.target, "a target"),
                (measure.plan, "a plan: how, how often, by whom, and when it is reviewed"),
            )
            if held is None
        ]
        if owed:
            yield Hit(measure.id, f"The measure needs {' and '.join(owed)}.")


@check(
    "ACT007",
    "verified-without-verification",
    severity="blocks",
    gate="approve",
    source=_VERIFIED,
)
def verified_without_verification(asked: Asked) -> Iterator[Hit]:
    """An action is called verified, but no verification met its target, or the last one did not.

    Why it matters:
        *Implemented* says that something was done, *verified* that it made the difference. Only a
        verification against the target shows that.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = ("action", "A1", {"statement": "Move the handover to 19:00.",
        ...     "state": "verified", "implemented_on": "2026-03-01",
        ...     "communicated_on": "2026-03-02", "communicated_to": "All shifts"})
        >>> measure = ("measure", "M1", {"action": "A1", "statement": "Doses on time"})
        >>> found("ACT007", action, measure)
        ['A1']

    Instead:
        >>> found("ACT007", action, measure, ("verification", "V1", {
        ...     "measure": "M1", "on": "2026-03-30", "outcome": "met", "by": "deputy manager",
        ...     "result": "99 of 100 doses on time", "sampled": 100, "conforming": 99}))
        []

    References:
        "Completed" means implemented and communicated; verification comes after: learning cultures
        in community mental health services.
    """
    for action in asked.case.all(Action):
        if action.state is not ActionState.VERIFIED:
            continue
        last = _last_outcomes(asked.case, action)
        if VerificationOutcome.NOT_MET in last or VerificationOutcome.MET not in last:
            yield Hit(
                action.id,
                "The action is called verified, but its latest verification does not show that "
                "the target was met. Add the verification, or change the state.",
            )


def _last_outcomes(case: Case, action: Action) -> set[VerificationOutcome]:
    """The outcome of the latest verification of each of the action's measures."""
    measures = {measure.id for measure in case.all(Measure) if measure.action == action.id}
    latest: dict[str, Verification] = {}
    for verification in case.all(Verification):
        before = latest.get(verification.measure)
        if verification.measure in measures and (before is None or before.on <= verification.on):
            latest[verification.measure] = verification
    return {verification.outcome for verification in latest.values()}
