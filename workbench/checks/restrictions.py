"""RES: restrictions on somebody's life are reasoned, time-limited and reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.domain.change import Restriction

__all__ = [
    "restriction_review_overdue",
    "restriction_without_rationale",
    "restriction_without_review_date",
]

_STANDARD: Final = "Restrictions standard: rationale, alternatives, review date, involvement"

_OWED: Final = {
    "rationale": "its rationale",
    "alternatives_considered": "the alternatives that were considered",
    "persons_involvement": "how the person was involved, or why that was not possible",
}


@check(
    "RES001",
    "restriction-without-review-date",
    severity="blocks",
    gate="approve",
    source=_STANDARD,
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
    for restriction in _in_force(asked):
        if restriction.review_on is None:
            yield Hit(restriction.id, "The restriction has no review date. Set one.")


@check(
    "RES002",
    "restriction-without-rationale",
    severity="warns",
    accept_by=LEADERS,
    source=_STANDARD,
)
def restriction_without_rationale(asked: Asked) -> Iterator[Hit]:
    """A restriction lacks its rationale, the alternatives considered, or the person's part in it.

    Why it matters:
        Without these nobody can tell whether it is the least restrictive way, or when it may end.

    Example:
        >>> from workbench.checks.examples import found
        >>> limit = {"person": "P1", "what": "Goes out with one worker",
        ...     "starts_on": "2026-03-20"}
        >>> found("RES002", ("restriction", "R1", limit))
        ['R1']

    Instead:
        >>> found("RES002", ("restriction", "R1", {**limit,
        ...     "rationale": "Exploited twice in town in March.",
        ...     "alternatives_considered": "Phone check-ins, tried for two weeks.",
        ...     "persons_involvement": "Chose which worker and which days."}))
        []

    References:
        Restrictions standard in community mental health services; Mental Capacity Act 2005,
        sections 1 and 6.
    """
    for restriction in _in_force(asked):
        owed = [words for field, words in _OWED.items() if getattr(restriction, field) is None]
        if owed:
            yield Hit(restriction.id, f"The restriction does not give {'; '.join(owed)}.")


@check(
    "RES003",
    "restriction-review-overdue",
    severity="warns",
    accept_by=LEADERS,
    source="Monthly restrictions register",
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
        >>> found("RES003", ("restriction", "R1", {**limit, "ends_on": "2026-03-01"}),
        ...     ("restriction", "R2", {**limit, "review_on": "2026-05-01"}))
        []

    References:
        Restrictions are reviewed monthly: restrictions standard in community mental health
        services.
    """
    for restriction in _in_force(asked):
        if restriction.review_on is not None and restriction.review_on < asked.on:
            yield Hit(
                restriction.id,
                f"The review was due on {restriction.review_on:%d/%m/%Y}. Record what was decided: "
                "a new date, or the day it ended.",
            )


def _in_force(asked: Asked) -> Iterator[Restriction]:
    for restriction in asked.case.all(Restriction):
        if restriction.ends_on is None or restriction.ends_on > asked.on:
            yield restriction
