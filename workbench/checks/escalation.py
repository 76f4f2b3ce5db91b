"""MET: steps up, who owns what, and the plans in force: what staff had to go by, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.escalation import measure_escalation
from workbench.analysis.plans import incident_days, plans_at_the_time
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, check
from workbench.domain.methods import Ownership, PlanInForce
from workbench.domain.reasoning import Factor

__all__ = [
    "escalation_backwards",
    "escalation_step_without_time",
    "no_plan_in_force",
    "ownership_without_escalation_route",
    "plan_version_unknown",
]

_ESCALATION: Final = "Structured analysis: escalation logic, early warning to step-up"
_PLANS: Final = "Review of support plan, risk assessment and behaviour support plan, as in force"
_PARTS: Final = {
    "organisation": "the organisation",
    "role": "the role",
    "escalation_route": "whom to turn to when an answer is slow ('escalation_route')",
    "escalate_after": "after how long ('escalate_after')",
}


@check(
    "MET001",
    "escalation-step-without-time",
    severity="warns",
    accept_by=SIGNATORIES,
    source=_ESCALATION,
)
def escalation_step_without_time(asked: Asked) -> Iterator[Hit]:
    """A step of the escalation does not say when the warning came, or when support stepped up.

    Why it matters:
        What an escalation timeline shows is the time between the two. Without both events nothing
        can be said about the delay. A step that never came says so in 'not_taken'.

    Example:
        >>> from workbench.checks.examples import found
        >>> event = {"when": "14/03/2026 18:00", "what": "Curtains closed all day."}
        >>> sign = ("event", "T1", event)
        >>> step = {"warning": "Curtains closed", "step": "Ring the manager",
        ...     "warning_event": "T1"}
        >>> found("MET001", sign, ("escalation-step", "ES1", step))
        ['ES1']

    Instead:
        >>> found("MET001", sign, ("event", "T2", {**event, "when": "15/03/2026 09:00"}),
        ...     ("escalation-step", "ES1", {**step, "step_event": "T2"}),
        ...     ("escalation-step", "ES2", {**step, "not_taken": "Nobody had all the signs."}))
        []

    References:
        Escalation timeline for people at high risk: learning cultures in community mental health
        services.
    """
    for one in measure_escalation(asked.case).steps:
        owed = []
        if one.warned is None:
            owed.append("'warning_event', the event at which the sign was seen")
        if one.stepped is None and one.step.not_taken is None:
            owed.append("'step_event', the event of the step up, or 'not_taken', why it never came")
        if owed:
            yield Hit(one.step.id, f"The step does not give {'; nor '.join(owed)}.")


@check(
    "MET003",
    "ownership-without-escalation-route",
    severity="warns",
    accept_by=LEADERS,
    source="“Who owns what” interface, with escalation routes if a partner's response is slow",
)
def ownership_without_escalation_route(asked: Asked) -> Iterator[Hit]:
    """Who owns something is agreed, and not whom to turn to when the answer is slow, or when.

    Why it matters:
        Delays between organisations are seldom disputes. Each side waits for the other, and the
        page does not say how long to wait or whom to ring then.

    Example:
        >>> from workbench.checks.examples import found
        >>> page = {"what": "Deciding on a step up", "organisation": "NHS mental health team",
        ...     "role": "Duty worker", "holds": "agreed since"}
        >>> found("MET003", ("ownership", "OW1", page))
        ['OW1']

    Instead:
        >>> found("MET003", ("ownership", "OW1", {**page, "escalate_after": "two hours",
        ...     "escalation_route": "Team manager rings the service manager."}))
        []

    References:
        “Who owns what” interface template for multi-agency cases: learning cultures in community
        mental health services.
    """
    for one in asked.case.all(Ownership):
        owed = [words for field, words in _PARTS.items() if getattr(one, field) is None]
        if owed:
            yield Hit(
                one.id,
                f"It does not say {'; '.join(owed)}. Where nothing was agreed, say so in words: "
                "that is a finding of its own.",
            )


@check(
    "MET004",
    "plan-version-unknown",
    severity="warns",
    accept_by=SIGNATORIES,
    source=_PLANS,
)
def plan_version_unknown(asked: Asked) -> Iterator[Hit]:
    """It is not known which version of a plan was in force when it happened.

    Why it matters:
        A plan that was mended afterwards reads as if staff had been told. People can only have
        followed the version that was there on the day.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> plan = {"type": "support plan", "in_force_from": "2026-04-01", "version": "3"}
        >>> found("MET004", incident(), ("plan-in-force", "PF1", plan))
        ['PF1']

    Instead:
        >>> found("MET004", incident(), ("plan-in-force", "PF1", plan),
        ...     ("plan-in-force", "PF2", {**plan, "version": "2",
        ...         "in_force_from": "2025-11-12", "in_force_to": "2026-03-31"}))
        []

    References:
        Reviewing support plan, risk assessment and positive behaviour support plan: incident
        governance in learning disability services.
    """
    plans = plans_at_the_time(asked.case)
    covered = {(one.plan.type, one.plan.person) for one in plans if one.in_force and one.known}
    for one in plans:
        if not one.known:
            owed = [
                words
                for words, value in (
                    ("its version", one.plan.version),
                    ("from when it was in force", one.plan.in_force_from),
                )
                if value is None
            ]
            yield Hit(one.plan.id, f"The plan does not give {' or '.join(owed)}.")
        elif one.in_force is False and (one.plan.type, one.plan.person) not in covered:
            yield Hit(
                one.plan.id,
                "This version was not in force when it happened, and no other is entered that "
                "was. Find the one that staff had on the day.",
            )


@check(
    "MET007",
    "escalation-backwards",
    severity="warns",
    accept_by=SIGNATORIES,
    source=_ESCALATION,
)
def escalation_backwards(asked: Asked) -> Iterator[Hit]:
    """A step up surely came before the warning that it answers.

    Why it matters:
        One of the two events is the wrong one, or the step answered something else. Either way the
        delay that is shown would not be true.

    Example:
        >>> from workbench.checks.examples import found
        >>> early = ("event", "T1", {"when": "14/03/2026 18:00", "what": "The manager was rung."})
        >>> late = ("event", "T2", {"when": "15/03/2026 09:00", "what": "Curtains were closed."})
        >>> step = {"warning": "Curtains closed", "step": "Ring the manager"}
        >>> found("MET007", early, late, ("escalation-step", "ES1",
        ...     {**step, "warning_event": "T2", "step_event": "T1"}))
        ['ES1']

    Instead:
        >>> found("MET007", early, late, ("escalation-step", "ES1",
        ...     {**step, "warning_event": "T1", "step_event": "T2"}))
        []

    References:
        Honest time: an order is judged only where the intervals leave no doubt.
    """
    for one in measure_escalation(asked.case).steps:
        if one.backwards:
            yield Hit(
                one.step.id,
                f"{one.step.step_event} happened before {one.step.warning_event}. Name the step "
                "that answered this warning.",
            )


@check(
    "MET009",
    "no-plan-in-force",
    severity="advises",
    accept_by=SIGNATORIES,
    source=_PLANS,
)
def no_plan_in_force(asked: Asked) -> Iterator[Hit]:
    """Factors are named, and no plan is entered that was in force when it happened.

    Why it matters:
        The support plan, the risk assessment and the positive behaviour support plan say what was
        meant to happen. Looking at them as they were that day keeps hindsight out of the findings.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> factor = ("factor", "F1", {"statement": "No line on the sheet"})
        >>> found("MET009", incident(), factor)
        ['case']

    Instead:
        >>> found("MET009", incident(), factor, ("plan-in-force", "PF1", {
        ...     "type": "support plan", "version": "2", "in_force_from": "2025-11-12"}))
        []

    References:
        Reviewing support plan, risk assessment and positive behaviour support plan: incident
        governance in learning disability services.
    """
    if incident_days(asked.case) is None or not asked.case.all(Factor):
        return
    if not asked.case.all(PlanInForce):
        yield Hit(
            "case",
            "Add the plans that were in force when it happened (support plan, risk assessment, "
            "behaviour support plan): version, from when, and what each said on the point. Where "
            "there was none, enter that as a factor.",
        )
