"""TRI: triage within the first two days, with its reasons, and nobody else left in danger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from workbench.analysis.proportionality import propose, turns_on_recurrence
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, NotAsked, check
from workbench.domain.inquiry import CaseIncident
from workbench.domain.triage import TRIAGE_WITHIN, Alert, Triage

__all__ = [
    "alert_not_acknowledged",
    "harm_tonight_without_alert",
    "tier_overridden_without_reason",
    "triage_late",
    "triage_missing",
    "triage_without_why",
]

_WORKFLOW: Final = "Community mental health incident workflow: triage within 24–48 hours"
_PROPORTION: Final = "Reviews are proportionate to risk, harm, recurrence and safeguarding"

_OWED: Final = {
    "category_because": "why this category",
    "immediate_actions": "which immediate actions were taken",
    "tier_because": "why this tier",
}


@check("TRI001", "triage-missing", severity="blocks", gate="triage", source=_WORKFLOW)
def triage_missing(asked: Asked) -> Iterator[Hit]:
    """No triage decision is recorded.

    Why it matters:
        Triage decides whether people need protecting now, which service and partner must know,
        and how deep to look. It takes an hour, and everything after it rests on it.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> found("TRI001", incident())
        ['case']

    Instead:
        >>> found("TRI001", incident(), ("triage", "TR1", {"category": "medication",
        ...     "category_because": "A dose was given late.", "immediate_actions": "Nurse rung.",
        ...     "harm_tonight": False, "harm_tonight_because": "The pack is for one person only.",
        ...     "tier": "rapid learning review", "tier_because": "Low harm, and the first time.",
        ...     "role": "manager", "at": "2026-03-15T10:00+00:00"}))
        []

    References:
        Triage and classification within 24–48 hours, evidenced in records: what category was
        chosen, why, and what immediate actions were taken.
    """
    if asked.case.only(Triage) is None:
        yield Hit(
            "case",
            "No triage is recorded. Add the category and why, the immediate actions, whether this "
            "could harm someone else tonight, and how deep to look and why.",
            "Could this harm someone else tonight?",
        )


@check("TRI002", "triage-without-why", severity="blocks", gate="triage", source=_WORKFLOW)
def triage_without_why(asked: Asked) -> Iterator[Hit]:
    """The triage decision does not say why, or not what was done at once.

    Why it matters:
        A category and a tier without reasons cannot be looked at again by somebody else. The
        reasons are what a commissioner, an inspector and the family will ask for.

    Example:
        >>> from workbench.checks.examples import found, triage
        >>> found("TRI002", triage())
        ['TR1']

    Instead:
        >>> found("TRI002", triage(immediate_actions="Nurse rung.",
        ...     category_because="A dose was given late.",
        ...     tier_because="It has happened before."))
        []

    References:
        "Good triage is evidenced in records: what category was chosen, why, and what immediate
        actions were taken": incident workflow for community mental health services.
    """
    triage = asked.case.only(Triage)
    owed = [words for field, words in _OWED.items() if triage and getattr(triage, field) is None]
    if triage and owed:
        yield Hit(triage.id, f"Triage does not say {'; '.join(owed)}.")


@check(
    "TRI003",
    "tier-overridden-without-reason",
    severity="blocks",
    gate="triage",
    source=_PROPORTION,
    version=2,
)
def tier_overridden_without_reason(asked: Asked) -> Iterator[Hit | NotAsked]:
    """Another tier was chosen than the facts speak for, and nothing says why.

    Why it matters:
        People may well know better than a rule, in both directions. What they know belongs in
        the record: a lighter review without a reason looks like looking away, a deeper one takes
        time from somebody else's. Incidents of the register that are like this one are among the
        facts; where the register is not at hand and they could matter, this is not asked.

    Example:
        >>> from workbench.checks.examples import found, incident, triage
        >>> decided = {"tier": "rapid learning review", "tier_because": "One dose."}
        >>> found("TRI003", incident(physical_harm="severe"), triage(**decided))
        ['TR1']

    Instead:
        >>> found("TRI003", incident(physical_harm="severe"), triage(**decided,
        ...     override_because="The trust's own investigation covers it in depth; we agreed "
        ...     "with the family to add only what was ours."))
        []

    References:
        Every incident is reviewed at a level proportionate to risk, harm, recurrence and
        safeguarding significance: incident governance in learning disability services.
    """
    triage = asked.case.only(Triage)
    if triage is None or triage.override_because is not None:
        return
    like = asked.register.like if asked.register is not None else None
    proposal = propose(asked.case, like=like)
    if triage.tier is not proposal.tier:
        speaking = (one.because for one in proposal.reasons if one.tier is proposal.tier)
        yield Hit(
            triage.id,
            f"The facts speak for a {proposal.tier}, and a {triage.tier} was chosen. Say why in "
            f"'override_because', or choose the other. {'. '.join(speaking)}.",
        )
    elif like is None and not triage.like_incidents and turns_on_recurrence(asked.case):
        yield NotAsked("the register was not looked through for incidents like it")


@check(
    "TRI004",
    "harm-tonight-without-alert",
    severity="warns",
    accept_by=LEADERS,
    source=_WORKFLOW,
)
def harm_tonight_without_alert(asked: Asked) -> Iterator[Hit]:
    """It could harm someone else tonight, and no service was alerted.

    Why it matters:
        The same pack, the same bath hoist, the same rota may be in the next house. An alert takes
        minutes and does not wait for a review.

    Example:
        >>> from workbench.checks.examples import found, triage
        >>> decided = triage(harm_tonight=True,
        ...     harm_tonight_because="Two more houses have the same pack.")
        >>> found("TRI004", decided)
        ['TR1']

    Instead:
        >>> found("TRI004", decided, ("alert", "AL1", {
        ...     "to": "Both houses with the same pack", "what": "Check the pack tonight.",
        ...     "sent_at": "2026-03-15T11:00+00:00"}))
        []

    References:
        Triage determines whether an incident needs immediate escalation or partner notification:
        incident workflow for community mental health services.
    """
    triage = asked.case.only(Triage)
    if triage is not None and triage.harm_tonight and not asked.case.all(Alert):
        yield Hit(
            triage.id,
            "Triage says that this could harm someone else tonight, and no alert is recorded. "
            "Alert the services concerned, and add to whom, what and when.",
            "Who else lives or works with the same conditions?",
        )


@check("TRI005", "alert-not-acknowledged", severity="warns", accept_by=LEADERS, source=_WORKFLOW)
def alert_not_acknowledged(asked: Asked) -> Iterator[Hit]:
    """An alert was sent, and nobody has said that it arrived.

    Why it matters:
        A message that was sent is not one that was read. Somebody in the other service has to say
        that they have it and act on it.

    Example:
        >>> from workbench.checks.examples import found
        >>> alert = {"to": "Quay House", "what": "Check the pack tonight.",
        ...     "sent_at": "2026-03-15T11:00+00:00"}
        >>> found("TRI005", ("alert", "AL1", alert))
        ['AL1']

    Instead:
        >>> found("TRI005", ("alert", "AL1", {**alert, "acknowledged_by": "shift leader",
        ...     "acknowledged_at": "2026-03-15T11:20+00:00"}))
        []

    References:
        Messages that matter are closed by the receiver: read-back, as in the VA National Center
        for Patient Safety action hierarchy.
    """
    for alert in asked.case.all(Alert):
        if alert.acknowledged_at is None:
            yield Hit(
                alert.id,
                f"Nobody at {alert.to} has acknowledged the alert. Ring, and add who did and when.",
            )


@check("TRI006", "triage-late", severity="warns", accept_by=LEADERS, source=_WORKFLOW)
def triage_late(asked: Asked) -> Iterator[Hit | NotAsked]:
    """Triage came more than 48 hours after the incident was reported.

    Why it matters:
        The first two days are when people can still be protected and records kept. What delayed
        triage is worth knowing.

    Example:
        >>> from workbench.checks.examples import found, incident, triage
        >>> found("TRI006", incident(), triage(at="2026-03-18T10:00+00:00"))
        ['TR1']

    Instead:
        >>> found("TRI006", incident(), triage(at="2026-03-16T10:00+00:00"))
        []

    References:
        Triage and classification within 24–48 hours: a local clock of the incident workflow for
        community mental health services, not one of law.
    """
    held, triage = asked.case.only(CaseIncident), asked.case.only(Triage)
    if held is None or triage is None:
        return
    if held.incident.reported_at is None:
        yield NotAsked("the register does not say when the incident was reported")
    elif triage.at - held.incident.reported_at > TRIAGE_WITHIN:
        hours = (triage.at - held.incident.reported_at) // timedelta(hours=1)
        yield Hit(
            triage.id,
            f"Triage came {hours} hours after the report; 48 is the limit. Say what delayed it.",
        )
