"""GOV: who stands behind the case."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.acceptance import why_not_counted
from workbench.checks.context import Asked
from workbench.checks.registry import Hit, check
from workbench.domain.governance import Acceptance
from workbench.domain.standing import last_decisions, standing_decisions
from workbench.domain.vocabulary import Decision

__all__ = ["acceptance_not_counted", "sign_off_missing"]


@check(
    "GOV001",
    "sign-off-missing",
    severity="blocks",
    gate="issue",
    source="Incident governance: managerial review and sign-off",
)
def sign_off_missing(asked: Asked) -> Iterator[Hit]:
    """A role that must sign off has not approved the case as it stands.

    Why it matters:
        A record is what named people stand behind. An approval is for what the case said at the
        time: after a later change it no longer counts.

    Example:
        >>> from workbench.checks.examples import found
        >>> scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})
        >>> approval = {"role": "manager", "name": "Dana Example", "decision": "approved",
        ...     "meaning": "I stand behind it.", "at": "2026-03-30T09:00+00:00"}
        >>> later = ("evidence", "E1", {"title": "Rota", "type": "rota"})
        >>> found("GOV001", scope, ("sign-off", "SO1", {**approval, "content_seq": 1}), later)
        ['case']

    Instead:
        >>> found("GOV001", scope, ("sign-off", "SO1", {**approval, "content_seq": 1}))
        []

    References:
        Timely managerial review and sign-off: incident governance in learning disability services.
    """
    for role in asked.roles:
        standing = standing_decisions(asked.case).get(role)
        if standing is None:
            earlier = role in last_decisions(asked.case)
            since = " since it was last changed" if earlier else ""
            yield Hit("case", f"The {role} has not approved the case{since}.")
        elif standing.decision is Decision.RETURNED:
            yield Hit("case", f"The {role} has returned the case. See what they ask for.")


@check(
    "GOV002",
    "acceptance-not-counted",
    severity="warns",
    source="Acceptances are part of the record",
)
def acceptance_not_counted(asked: Asked) -> Iterator[Hit]:
    """Somebody accepted a finding, and that does not count.

    Why it matters:
        Some findings cannot be accepted, and some only in certain roles. An acceptance is also
        for what its subject said then. What does not count should not look as if it did.

    Example:
        >>> from workbench.checks.examples import found
        >>> accepted = {"subject": "case", "role": "investigator", "name": "Robin Example",
        ...     "reason": "Agreed by telephone."}
        >>> found("GOV002", ("acceptance", "AC1", {**accepted, "code": "INC002"}))
        ['AC1']

    Instead:
        >>> found("GOV002", ("acceptance", "AC1", {**accepted, "code": "GRA009"}))
        []

    References:
        Each check's page says who may accept its findings.
    """
    for acceptance in asked.case.all(Acceptance):
        why = why_not_counted(asked.case, acceptance, asked.functions)
        if why is not None:
            yield Hit(acceptance.id, f"The acceptance does not count: {why}.")
