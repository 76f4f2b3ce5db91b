"""INC: what an incident must hold, and the decisions that must follow it in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, NotAsked, check
from workbench.domain.governance import ManagerReview, SafeguardingDecision, Supplement
from workbench.domain.incident import missing_fields
from workbench.domain.inquiry import CaseIncident
from workbench.domain.triage import REVIEW_WITHIN

__all__ = [
    "manager_review_late",
    "manager_review_missing",
    "register_row_changed",
    "required_field_missing",
    "safeguarding_decision_missing",
]

_GOVERNANCE: Final = "Incident governance in learning disability services: required fields"


@check("INC001", "required-field-missing", severity="blocks", gate="analyse", source=_GOVERNANCE)
def required_field_missing(asked: Asked) -> Iterator[Hit]:
    """A required field of the incident is empty in the register and was not supplied in the case.

    Why it matters:
        Category, immediate action, people involved, known risks, safeguarding considerations,
        manager review and follow-up actions show that somebody took hold of the incident. A
        register that lacks one can be made good in the case, with the source. Manager review
        and safeguarding are asked for by INC002 and INC004.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> found("INC001", incident(known_risks=None))
        ['I1']

    Instead:
        >>> found("INC001", incident(known_risks=None), ("supplement", "S1", {
        ...     "field": "known_risks", "value": "Epilepsy.", "source": "Support plan, version 7"}))
        []

    References:
        Required fields for incident records in learning disability services.
    """
    incident = asked.case.only(CaseIncident)
    if incident is None:
        yield Hit("case", "The case has no incident. Start it from one in the register.")
        return
    supplied = {entry.field for entry in asked.case.all(Supplement)}
    for field in missing_fields(incident.incident):
        if field not in supplied and field not in ("manager_review", "safeguarding"):
            yield Hit(
                incident.id,
                f"The incident has no {field.replace('_', ' ')}. "
                "Supply it in the case, with where it was taken from.",
            )


@check("INC002", "manager-review-missing", severity="blocks", gate="review", source=_GOVERNANCE)
def manager_review_missing(asked: Asked) -> Iterator[Hit]:
    """No manager has reviewed the incident.

    Why it matters:
        An investigation cannot proceed without timely managerial review, and escalation where it
        is required. A sentence in the register shows neither when it was made nor what was
        decided about escalation, so the review is an entry of its own.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> found("INC002", incident())
        ['case']

    Instead:
        >>> found("INC002", incident(), ("manager-review", "MR1", {
        ...     "role": "manager", "at": "2026-03-15T10:00+00:00",
        ...     "decision": "Structured analysis.", "escalated_to": "Head of operations"}))
        []

    References:
        "Cannot proceed without timely managerial review and escalation where required": required
        fields for incident records in learning disability services.
    """
    if not asked.case.all(ManagerReview):
        yield Hit(
            "case",
            "No manager's review is recorded. Add who reviewed it in which role, when, what was "
            "decided, and to whom it was escalated or why not.",
        )


@check(
    "INC003",
    "manager-review-late",
    severity="warns",
    accept_by=LEADERS,
    source="Community mental health incident workflow: triage within 24–48 hours",
)
def manager_review_late(asked: Asked) -> Iterator[Hit | NotAsked]:
    """The first manager's review came more than 48 hours after the incident was reported.

    Why it matters:
        Triage within 24 to 48 hours decides whether people need protecting now. A late review is
        itself something to learn from: what delayed it?

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> review = {"role": "manager", "decision": "Rapid review.", "escalated_to": "Director"}
        >>> found("INC003", incident(),
        ...     ("manager-review", "MR1", {**review, "at": "2026-03-19T10:00+00:00"}))
        ['MR1']

    Instead:
        >>> found("INC003", incident(),
        ...     ("manager-review", "MR1", {**review, "at": "2026-03-15T10:00+00:00"}))
        []

    References:
        Triage and classification within 24–48 hours: incident workflow for community mental
        health services.
    """
    incident = asked.case.only(CaseIncident)
    reviews = sorted(asked.case.all(ManagerReview), key=lambda review: review.at)
    if incident is None or not reviews:
        return
    reported = incident.incident.reported_at
    if reported is None:
        yield NotAsked("the register does not say when the incident was reported")
    elif reviews[0].at - reported > REVIEW_WITHIN:
        hours = (reviews[0].at - reported) // timedelta(hours=1)
        yield Hit(
            reviews[0].id,
            f"The first manager's review came {hours} hours after the report; 48 is the limit. "
            "Say what delayed it.",
        )


@check(
    "INC004",
    "safeguarding-decision-missing",
    severity="blocks",
    gate="review",
    source="Care Act 2014, s.42; incident governance: safeguarding considerations",
)
def safeguarding_decision_missing(asked: Asked) -> Iterator[Hit]:
    """Nobody has recorded whether a safeguarding concern was raised, on what facts.

    Why it matters:
        Whether a section 42 duty applies is for the local authority to decide. The provider
        records the facts it weighed and whether it raised a concern, so that the decision can be
        looked at again.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> found("INC004", incident())
        ['case']

    Instead:
        >>> found("INC004", incident(), ("safeguarding", "SG1", {
        ...     "facts": "A dose was four hours late.", "concern_raised": False,
        ...     "at": "2026-03-15T11:00+00:00", "because": "Discussed with the local authority.",
        ...     "decided_by": "safeguarding lead"}))
        []

    References:
        Care Act 2014, section 42.
    """
    if not asked.case.all(SafeguardingDecision):
        yield Hit(
            "case",
            "No safeguarding decision is recorded. Add the facts that were weighed, whether a "
            "concern was raised and with whom, and who decided.",
        )


@check(
    "INC005",
    "register-row-changed",
    severity="warns",
    accept_by=LEADERS,
    source="Auditable validation that incident records and investigation findings align",
)
def register_row_changed(asked: Asked) -> Iterator[Hit | NotAsked]:
    """The register's row of the incident is not what it was when the case was started.

    Why it matters:
        Findings rest on the incident as it was reported. If the register says something else by
        now, the case and the register no longer tell the same story.

    Example:
        >>> from workbench.checks.context import RegisterRow
        >>> from workbench.checks.examples import found, incident
        >>> found("INC005", incident(), register=RegisterRow("f" * 64))
        ['I1']

    Instead:
        >>> found("INC005", incident(), register=RegisterRow("0" * 64))
        []

    References:
        Incident records, investigation findings and improvement actions must align: incident
        governance in learning disability services.
    """
    incident = asked.case.only(CaseIncident)
    if incident is None:
        return
    if asked.register is None:
        yield NotAsked("the register was not looked at")
    elif asked.register.digest is None:
        yield Hit(incident.id, "The register no longer holds the incident. Find out why.")
    elif asked.register.digest != incident.digest:
        yield Hit(
            incident.id,
            "The register's row has changed since the case was started. Compare the two, and "
            "bring the case up to date or say why it stands.",
        )
