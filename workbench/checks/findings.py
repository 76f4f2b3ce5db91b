"""FND: what the investigation concludes."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.thread import Break
from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check

__all__ = ["finding_not_acted_on", "finding_without_ground"]


@check(
    "FND001",
    "finding-not-acted-on",
    severity="blocks",
    gate="approve",
    source="Incident governance: findings and improvement actions align",
)
def finding_not_acted_on(asked: Asked) -> Iterator[Hit]:
    """No action names this area for improvement, and nothing says why.

    Why it matters:
        A finding without consequence is how the same incident happens twice. Not to act can be
        right: then it is a decision, with its reason, that others can see.

    Example:
        >>> from workbench.checks.examples import found
        >>> finding = {"statement": "Handover and round compete for two people."}
        >>> found("FND001", ("finding", "FI1", finding))
        ['FI1']

    Instead:
        >>> found("FND001", ("finding", "FI1", finding), ("action", "A1", {
        ...     "statement": "Move the handover to 19:00.", "findings": ["FI1"]}))
        []
        >>> found("FND001", ("finding", "FI1", {
        ...     **finding, "not_acted_on_because": "The house closes in April."}))
        []

    References:
        Auditable validation that incident records, investigation findings and improvement actions
        align: incident governance in learning disability services.
    """
    for broken in asked.thread.broken(Break.FINDING_NOT_ACTED_ON):
        yield Hit(
            broken.subject,
            "No action names this finding. Add one, name the finding in an action there is, or "
            "say in 'not_acted_on_because' why nobody acts on it.",
        )


@check(
    "FND002",
    "finding-without-ground",
    severity="warns",
    accept_by=SIGNATORIES,
    source="The golden thread: a finding rests on causes, factors or evidence",
)
def finding_without_ground(asked: Asked) -> Iterator[Hit]:
    """A finding names no cause, factor or evidence.

    Why it matters:
        It may be what everybody knows. The reader still cannot see what it rests on, or tell it
        from an opinion.

    Example:
        >>> from workbench.checks.examples import found
        >>> finding = {"statement": "Handover and round compete for two people."}
        >>> found("FND002", ("finding", "FI1", finding))
        ['FI1']

    Instead:
        >>> found("FND002", ("finding", "FI1", {**finding, "causes": ["C2"]}))
        []

    References:
        Patient Safety Incident Investigation report template: findings follow from the analysis.
    """
    for broken in asked.thread.broken(Break.FINDING_WITHOUT_GROUND):
        yield Hit(
            broken.subject,
            "The finding rests on nothing in the case. Name its causes, factors or evidence.",
            "What in the case shows this?",
        )
