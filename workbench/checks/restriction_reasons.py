"""RES: restrictions are reasoned, least restrictive, and made with the person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.restrictions import unanswered_items
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.checks.restrictions import in_force
from workbench.domain.force import force_checklist
from workbench.domain.restriction import Restriction, RestrictionReview

__all__ = [
    "alternatives_not_considered",
    "force_record_incomplete",
    "least_restrictive_not_shown",
    "reduction_never_considered",
    "restriction_without_rationale",
    "restriction_without_the_person",
    "review_without_persons_view",
]

_STANDARD: Final = "Restrictions standard: rationale, alternatives, review date, involvement"


@check(
    "RES002",
    "restriction-without-rationale",
    severity="warns",
    accept_by=LEADERS,
    source=_STANDARD,
    version=2,
)
def restriction_without_rationale(asked: Asked) -> Iterator[Hit]:
    """A restriction that is in force does not say why it is needed.

    Why it matters:
        Without its reason nobody can tell whether it still holds, or when it may end.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20"}
        >>> found("RES002", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES002", ("restriction", "R1", {**limit,
        ...     "rationale": "Exploited twice in town in March."}))
        []

    References:
        Restrictions standard in community mental health services; Mental Capacity Act 2005,
        sections 1 and 6.
    """
    for standing in in_force(asked):
        if standing.restriction.rationale is None:
            yield Hit(standing.restriction.id, "The restriction does not give its rationale.")


@check(
    "RES006",
    "alternatives-not-considered",
    severity="warns",
    accept_by=LEADERS,
    source=_STANDARD,
)
def alternatives_not_considered(asked: Asked) -> Iterator[Hit]:
    """A restriction that is in force does not say what else was considered.

    Why it matters:
        That it is the least restrictive way can be seen only beside the ways that were weighed,
        tried, and left.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20"}
        >>> found("RES006", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES006", ("restriction", "R1", {**limit,
        ...     "alternatives_considered": "Phone check-ins, tried for two weeks."}))
        []

    References:
        Restrictions standard in community mental health services; Mental Capacity Act 2005,
        section 1(6).
    """
    for standing in in_force(asked):
        if standing.restriction.alternatives_considered is None:
            yield Hit(
                standing.restriction.id,
                "The restriction does not say which alternatives were considered.",
                "What would have to be so for less to be enough?",
            )


@check(
    "RES007",
    "restriction-without-the-person",
    severity="warns",
    accept_by=LEADERS,
    source=_STANDARD,
)
def restriction_without_the_person(asked: Asked) -> Iterator[Hit]:
    """Nothing says how the person took part in deciding on a restriction of their life.

    Why it matters:
        They live with it. How they were asked, what they chose, or why that was not possible, is
        part of what makes it proportionate.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20"}
        >>> found("RES007", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES007", ("restriction", "R1", {**limit,
        ...     "persons_involvement": "Chose which worker and which days."}))
        []

    References:
        Evidence of the person's involvement where possible: restrictions standard in community
        mental health services; Mental Capacity Act 2005, section 4(4).
    """
    for standing in in_force(asked):
        if standing.restriction.persons_involvement is None:
            yield Hit(
                standing.restriction.id,
                "The restriction does not say how the person was involved, or why that was not "
                "possible.",
                "In what way could the person have a say that suits them?",
            )


@check(
    "RES008",
    "least-restrictive-not-shown",
    severity="warns",
    accept_by=LEADERS,
    source="Mental Capacity Act 2005, section 1(6)",
)
def least_restrictive_not_shown(asked: Asked) -> Iterator[Hit]:
    """A restriction that is in force does not say why it is the least restrictive way.

    Why it matters:
        A reason for doing something is not yet a reason for doing no less. Who reads it needs to
        see what is left open to the person, and why not more.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20"}
        >>> found("RES008", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES008", ("restriction", "R1", {**limit, "least_restrictive_because":
        ...     "Only in the evening and in town; days and other places stay as they were."}))
        []

    References:
        Mental Capacity Act 2005, section 1(6). Inspectors test whether restrictive practice is
        least restrictive and reviewed: learning cultures in community mental health services.
    """
    for standing in in_force(asked):
        if standing.restriction.least_restrictive_because is None:
            yield Hit(
                standing.restriction.id,
                "The restriction does not say why it is the least restrictive way.",
            )


@check(
    "RES009",
    "reduction-never-considered",
    severity="warns",
    accept_by=LEADERS,
    source="Restrictions reduce as risks change",
)
def reduction_never_considered(asked: Asked) -> Iterator[Hit]:
    """Nothing says what would make a restriction less, and no review has reduced it.

    Why it matters:
        Risks change. What has to be so for the restriction to become less is easiest to say on
        the day it starts, and the first thing a review looks at.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20"}
        >>> found("RES009", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES009", ("restriction", "R1", {**limit, "reduction_plan":
        ...     "Two weeks without a call from the two men: alone in town by day."}))
        []

    References:
        Managers audit a sample of cases to check that restrictions reduce as risks change:
        restrictions standard in community mental health services.
    """
    for standing in in_force(asked):
        if not standing.reduction_considered:
            yield Hit(
                standing.restriction.id,
                "Nothing says what has to be so for the restriction to become less. Set down a "
                "plan to reduce it, or reduce it at the next review.",
            )


@check(
    "RES010",
    "review-without-persons-view",
    severity="warns",
    accept_by=LEADERS,
    source=_STANDARD,
)
def review_without_persons_view(asked: Asked) -> Iterator[Hit]:
    """A review of a restriction does not hold what the person thinks of it.

    Why it matters:
        Nobody knows better what it is like, and whether it is still needed. A view shown without
        words counts; that it could not be found out is worth recording too.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = ("restriction", "R1", {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-02-01"})
        >>> review = {"restriction": "R1", "on": "2026-03-01", "decision": "continue",
        ...     "because": "Calls at night still come.", "by": "house manager",
        ...     "next_review": "2026-04-07"}
        >>> found("RES010", limit, ("restriction-review", "RR1", review))
        ['RR1']

    Instead:
        >>> found("RES010", limit, ("restriction-review", "RR1", {**review,
        ...     "persons_view": "“I want to go to bingo on my own again.”"}))
        []

    References:
        Evidence of the person's involvement where possible: restrictions standard in community
        mental health services.
    """
    for review in asked.case.all(RestrictionReview):
        if review.persons_view is None:
            yield Hit(
                review.id,
                "The review does not hold the person's view, or why it could not be found out.",
            )


@check(
    "RES011",
    "force-record-incomplete",
    severity="warns",
    accept_by=LEADERS,
    source=force_checklist().source,
)
def force_record_incomplete(asked: Asked) -> Iterator[Hit]:
    """Force was used, and items of the use-of-force checklist are open.

    Why it matters:
        What happened before, how it was done, and how the person was after it, is what a service
        learns from in order to use less force. In a mental health unit the record may be asked
        for by law; which unit that is, and what else applies, its responsible person decides.

    Example:
        >>> from workbench.checks.examples import found
        >>> held = {"person": "P1", "what": "Both arms were held for two minutes",
        ...     "starts_on": "2026-03-20", "type": "physical restraint"}
        >>> found("RES011", ("restriction", "R1", held))
        ['R1']

    Instead:
        >>> found("RES011", ("restriction", "R1", {**held, "place": "Hall at Larch House",
        ...     "started_at": "2026-03-20T18:02:00Z", "stopped_at": "2026-03-20T18:04:00Z",
        ...     "rationale": "P1 was about to run into the road.",
        ...     "antecedents": "The taxi had gone without P1.",
        ...     "care_plan_basis": "Not foreseen in the plan of 4 January.",
        ...     "how": "P2 and P3 each held one arm, standing.", "carried_out_by": ["P2", "P3"],
        ...     "outcome": "P1 sat down with P2 and had tea.", "injury": "None.",
        ...     "de_escalation": "P2 called the taxi back.", "use_of_force": [
        ...     {"item": "i", "answer": "Nobody else took part."},
        ...     {"item": "j", "answer": "In the care record."},
        ...     {"item": "k", "answer": "In the care record."},
        ...     {"item": "l", "answer": "P1 has a learning disability."},
        ...     {"item": "p", "answer": "P1's mother, told the same evening."}]}))
        []

    References:
        Mental Health Units (Use of Force) Act 2018, section 6(5): it applies to mental health
        units; elsewhere the list is good practice.
    """
    for restriction in asked.case.all(Restriction):
        if restriction.type is None or not restriction.type.is_force:
            continue
        still = [item.code for item in unanswered_items(restriction)]
        if still:
            yield Hit(
                restriction.id,
                f"Items {', '.join(still)} of the use-of-force checklist are open. They may be "
                "law in a mental health unit, and are good practice elsewhere.",
            )
