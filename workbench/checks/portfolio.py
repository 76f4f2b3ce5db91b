"""ACT: the actions taken together, and what *completed* stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.portfolio import build_portfolio
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.domain.change import Action
from workbench.domain.frameworks import action_hierarchy
from workbench.domain.inquiry import Evidence
from workbench.domain.vocabulary import ActionState, EvidenceType

__all__ = [
    "action_strength_not_set",
    "done_without_evidence",
    "only_weaker_actions",
    "partner_without_escalation_route",
]

_DONE: Final = (ActionState.IMPLEMENTED, ActionState.COMMUNICATED, ActionState.VERIFIED)

_SHOWS_CHANGE: Final = (
    EvidenceType.TEMPLATE,
    EvidenceType.SUPERVISION,
    EvidenceType.TRAINING,
    EvidenceType.COMPETENCY,
    EvidenceType.PATHWAY,
    EvidenceType.PLAN,
    EvidenceType.POLICY,
    EvidenceType.AUDIT,
    EvidenceType.OBSERVATION,
)


@check(
    "ACT008",
    "only-weaker-actions",
    severity="warns",
    accept_by=LEADERS,
    source=action_hierarchy().source,
)
def only_weaker_actions(asked: Asked) -> Iterator[Hit]:
    """None of the actions is stronger or intermediate.

    Why it matters:
        Training, policies and warnings rest on people remembering them. In 1,137 published
        recommendations 48 in 100 were of this kind, in 760 others 82 in 100; the same events came
        back. The hierarchy is narrow, and one consideration beside others: feasibility,
        acceptability, cost and benefit, effectiveness, sustainability.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Train both shifts on the new chart.", "approach": "training"}
        >>> found("ACT008", ("action", "A1", action))
        ['case']

    Instead:
        >>> found("ACT008", ("action", "A1", action), ("action", "A2", {
        ...     "statement": "Move the handover to 19:00.", "approach": "simplify-process"}))
        []

    References:
        At least one stronger or intermediate action for each analysis: RCA2 (National Patient
        Safety Foundation, 2015). Hibbert 2018; Kwok 2020.
    """
    portfolio = build_portfolio(asked.case)
    if portfolio.only_weaker:
        unset = portfolio.count(None)
        rest = f"; for {unset} the kind of change is not set" if unset else ""
        yield Hit(
            "case",
            f"None of the {len(portfolio.actions)} actions is stronger or intermediate{rest}.",
            "What could change so that the right thing happens without anybody remembering?",
        )


@check(
    "ACT009",
    "done-without-evidence",
    severity="warns",
    accept_by=LEADERS,
    source="Learning cultures: completed means implemented and communicated, with evidence",
)
def done_without_evidence(asked: Asked) -> Iterator[Hit]:
    """An action is called implemented, and no evidence shows that practice has changed.

    Why it matters:
        Completed means implemented and communicated, not written down. A template that changed,
        a supervision record, training attendance, a competency check or a revised pathway shows
        it; a message that it was done does not.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Put the new chart in use.", "state": "implemented",
        ...     "implemented_on": "2026-03-01"}
        >>> found("ACT009", ("action", "A1", action))
        ['A1']

    Instead:
        >>> found("ACT009", ("action", "A1", {**action, "evidence": ["E1"]}),
        ...     ("evidence", "E1", {"title": "New chart", "type": "template or form"}))
        []

    References:
        Evidence of implementation might include updated templates, supervision records, training
        attendance, competency checks or revised pathway documents: learning cultures in community
        mental health services.
    """
    for action in asked.case.all(Action):
        if action.state not in _DONE:
            continue
        named = [one for one in asked.case.all(Evidence) if one.id in action.evidence]
        if any(one.type in _SHOWS_CHANGE for one in named):
            continue
        lacks = (
            f"what it names ({', '.join(one.id for one in named)}) is of another kind"
            if named
            else "it names no evidence"
        )
        yield Hit(
            action.id,
            f"The action is called {action.state}, and {lacks}. Name what changed: a template, a "
            "plan, a pathway document, a supervision or training record, a competency check, an "
            "audit or an observation.",
            "How would somebody on the next shift see that this has changed?",
        )


@check(
    "ACT010",
    "partner-without-escalation-route",
    severity="warns",
    accept_by=LEADERS,
    source="Learning cultures: who owns what, with escalation routes if a partner is slow",
)
def partner_without_escalation_route(asked: Asked) -> Iterator[Hit]:
    """Another organisation owns the action, and nothing says what happens if it is slow.

    Why it matters:
        An action at the interface waits where nobody in the house can move it. Who is told, and
        after how long, is easiest to agree while both sides are at the table.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Answer duty calls within two hours.", "owner": {
        ...     "name": "Dana Example", "role": "team manager", "organisation": "NHS team"}}
        >>> found("ACT010", ("action", "A1", action))
        ['A1']

    Instead:
        >>> found("ACT010", ("action", "A1", {**action, "escalation_route":
        ...     "After one week: head of operations to the NHS service manager; after three, to "
        ...     "the monthly contract meeting."}))
        []

    References:
        A "who owns what" interface template for multi-agency cases, including escalation routes
        if the partner's response is slow: learning cultures in community mental health services.
    """
    ours = (asked.organisation or "").casefold()
    for action in asked.case.all(Action):
        theirs = action.owner.organisation if action.owner else None
        if theirs and theirs.casefold() != ours and action.escalation_route is None:
            yield Hit(
                action.id,
                "A partner owns the action. Say in 'escalation_route' who is told, and when, if "
                "it is slow.",
            )


@check(
    "ACT011",
    "action-strength-not-set",
    severity="advises",
    accept_by=LEADERS,
    source=action_hierarchy().source,
)
def action_strength_not_set(asked: Asked) -> Iterator[Hit]:
    """The kind of change is not set, so the action's strength is not known.

    Why it matters:
        Seen together, and beside what others published, actions show whether they lean on
        memory. One without its kind is left out of that picture.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = {"statement": "Move the handover to 19:00."}
        >>> found("ACT011", ("action", "A1", action))
        ['A1']

    Instead:
        >>> found("ACT011", ("action", "A1", {**action, "approach": "simplify-process"}))
        []

    References:
        VA National Center for Patient Safety action hierarchy; AHRQ CANDOR toolkit, Appendix H.
    """
    for action in asked.case.all(Action):
        if action.approach is None:
            yield Hit(
                action.id,
                "The kind of change is not set. Choose the nearest of those that the action's form "
                "lists.",
            )
