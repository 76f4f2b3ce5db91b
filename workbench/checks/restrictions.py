"""RES: restrictions on somebody's life end, and are looked at again until they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.restrictions import RestrictionStanding, standings
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check

__all__ = [
    "in_force",
    "restriction_past_its_limit",
    "restriction_review_overdue",
    "restriction_without_review_date",
    "restriction_without_time_limit",
]

_STANDARD: Final = "Restrictions standard: rationale, alternatives, review date, involvement"


def in_force(asked: Asked) -> tuple[RestrictionStanding, ...]:
    """Return the restrictions that are in force on the day that is asked about."""
    return tuple(one for one in standings(asked.case, asked.on) if one.in_force)


@check(
    "RES001",
    "restriction-without-review-date",
    severity="blocks",
    gate="approve",
    source=_STANDARD,
    version=2,
)
def restriction_without_review_date(asked: Asked) -> Iterator[Hit]:
    """A restriction that is in force has no date on which it is reviewed.

    Why it matters:
        Restrictions without a date stay. A limit on somebody's life must be looked at again, by
        somebody, on a day.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20"}
        >>> found("RES001", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES001", ("restriction", "R1", {**limit, "review_on": "2026-04-20"}))
        []

    References:
        Least restrictive practice; Mental Capacity Act 2005, section 1(6). Every restriction has
        a review date: restrictions standard in community mental health services.
    """
    for standing in in_force(asked):
        if standing.review_by is None:
            yield Hit(standing.restriction.id, "The restriction has no review date. Set one.")


@check(
    "RES003",
    "restriction-review-overdue",
    severity="warns",
    accept_by=LEADERS,
    source="Monthly restrictions register",
    version=2,
)
def restriction_review_overdue(asked: Asked) -> Iterator[Hit]:
    """The review date of a restriction has passed, and it has not ended.

    Why it matters:
        A review that is put off is a restriction that was never agreed for today.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-02-01", "review_on": "2026-03-01"}
        >>> found("RES003", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES003", ("restriction", "R1", limit), ("restriction-review", "RR1", {
        ...     "restriction": "R1", "on": "2026-03-01", "decision": "continue",
        ...     "because": "Calls at night still come.", "by": "house manager",
        ...     "next_review": "2026-04-07"}))
        []
        >>> found("RES003", ("restriction", "R1", {**limit, "ends_on": "2026-03-01"}))
        []

    References:
        Restrictions are reviewed monthly: restrictions standard in community mental health
        services.
    """
    for standing in in_force(asked):
        if standing.overdue and standing.review_by is not None:
            yield Hit(
                standing.restriction.id,
                f"The review was due on {standing.review_by:%d/%m/%Y}. Record what was decided, "
                "as a restriction-review: continue, reduce or end.",
            )


@check(
    "RES004",
    "restriction-without-time-limit",
    severity="warns",
    accept_by=LEADERS,
    source="Restrictions standard: restrictions are limited in time",
)
def restriction_without_time_limit(asked: Asked) -> Iterator[Hit]:
    """A restriction that is in force has no day on which it lapses.

    Why it matters:
        A review date asks whether to stop. A time limit stops, unless somebody agrees it anew:
        what nobody gets round to then falls on the side of the person's freedom.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20", "review_on": "2026-04-20"}
        >>> found("RES004", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES004", ("restriction", "R1", {**limit, "time_limit": "2026-06-20"}))
        []

    References:
        A complaint showed restrictions that were not limited in time: learning cultures in
        community mental health services, third example.
    """
    for standing in in_force(asked):
        if standing.limit is None and standing.ended_on is None:
            yield Hit(
                standing.restriction.id,
                "The restriction has no time limit. Set the day on which it lapses unless it is "
                "agreed anew.",
            )


@check(
    "RES005",
    "restriction-past-its-limit",
    severity="warns",
    accept_by=LEADERS,
    source="Restrictions standard: restrictions are limited in time",
)
def restriction_past_its_limit(asked: Asked) -> Iterator[Hit]:
    """The time limit of a restriction has passed, and nothing says that it ended or goes on.

    Why it matters:
        Either it ended, and the register is wrong, or somebody's life is limited without an
        agreement that covers today.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-02-01", "review_on": "2026-04-20", "time_limit": "2026-03-20"}
        >>> found("RES005", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES005", ("restriction", "R1", limit), ("restriction-review", "RR1", {
        ...     "restriction": "R1", "on": "2026-03-20", "decision": "end",
        ...     "because": "No calls for four weeks.", "by": "house manager"}))
        []

    References:
        Supervisors require documented review decisions: restrictions standard in community mental
        health services.
    """
    for standing in in_force(asked):
        if standing.lapsed and standing.limit is not None:
            yield Hit(
                standing.restriction.id,
                f"The restriction was to lapse on {standing.limit:%d/%m/%Y}. Record the day it "
                "ended, or the review that agreed it anew with a new limit.",
            )
