"""FND: what the investigation concludes."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.thread import Break
from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.domain.change import Action
from workbench.domain.commission import Commission
from workbench.domain.reasoning import AcceptedBy, Finding
from workbench.domain.vocabulary import FindingType

__all__ = ["finding_not_acted_on", "finding_without_ground", "not_acted_on_without_name"]


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


@check(
    "FND003",
    "not-acted-on-without-name",
    severity="blocks",
    gate="approve",
    source="Every finding is acted on, or somebody accepts in their name that it is not",
    version=2,
)
def not_acted_on_without_name(asked: Asked) -> Iterator[Hit]:
    """Nobody acts on an area for improvement, and nobody above its investigators accepts that.

    Why it matters:
        Not to act can be right. It is then a decision that a person takes in a role, and answers
        for when the same thing happens again. Whoever found it cannot be who lets it rest, unless
        the commission records that the provider is too small for anything else.

    Example:
        >>> from workbench.checks.examples import found
        >>> finding = {"statement": "Handover and round compete for two people.",
        ...     "not_acted_on_because": "The house closes in April."}
        >>> found("FND003", ("finding", "FI1", finding))
        ['FI1']
        >>> terms = ("commission", "CO1", {"terms": "How did the dose come to be late?",
        ...     "investigators": [{"name": "Robin Example", "role": "investigator"}]})
        >>> found("FND003", terms, ("finding", "FI1", {**finding, "not_acted_on_accepted_by": {
        ...     "role": "investigator", "name": "Robin Example"}}))
        ['FI1']

    Instead:
        >>> found("FND003", ("finding", "FI1", {**finding, "not_acted_on_accepted_by": {
        ...     "role": "head of operations", "name": "Dana Example"}}))
        []

    References:
        Organisations may lack the mandate to mend what a review finds: Trbovich and Shojania 2017.
        Governance forums monitor whether learning has been implemented: incident governance in
        learning disability services.
    """
    acted = {finding for action in asked.case.all(Action) for finding in action.findings}
    for finding in asked.case.all(Finding):
        if (
            finding.type is FindingType.IMPROVEMENT
            and finding.id not in acted
            and finding.not_acted_on_because is not None
        ):
            said = _what_is_missing(asked, finding.not_acted_on_accepted_by)
            if said:
                yield Hit(finding.id, f"Nobody acts on this finding, for the reason given. {said}")


def _what_is_missing(asked: Asked, accepted: AcceptedBy | None) -> str | None:
    """What to mend in who accepts that a finding is not acted on; None where nothing is."""
    if accepted is None:
        return "Say in 'not_acted_on_accepted_by' who accepts that: role and name."
    commission = asked.case.only(Commission)
    if commission is None or commission.tiny_provider_exception is not None:
        return None
    if commission.investigates(accepted.name):
        return "Who accepts that is among the investigators. Have somebody above them decide it."
    return None
