"""Where each restriction stands on a day: in force or not, and when it is looked at next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from workbench.domain.case import Case
from workbench.domain.force import ForceItem, force_checklist
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.vocabulary import ReviewDecision
from workbench.domain.when import written_moment

__all__ = [
    "RestrictionStanding",
    "answer_to",
    "has_restrictions",
    "restriction_register",
    "standing_of",
    "standings",
    "unanswered_items",
]


@dataclass(frozen=True, slots=True)
class RestrictionStanding:
    """A restriction as it stands on the day `on`, after its reviews up to that day.

    `what` is what is left of it after the last reduction, `review_by` and `limit` are the dates
    that hold after the last review, None where none was set.
    """

    case_id: str
    restriction: Restriction
    reviews: tuple[RestrictionReview, ...]
    on: date
    what: str
    review_by: date | None
    limit: date | None
    ended_on: date | None

    @property
    def in_force(self) -> bool:
        """True from its first day until the day it ended."""
        started = self.restriction.starts_on <= self.on
        return started and (self.ended_on is None or self.ended_on > self.on)

    @property
    def overdue(self) -> bool:
        """True where it is in force and the day of its review has passed."""
        return self.in_force and self.review_by is not None and self.review_by < self.on

    @property
    def lapsed(self) -> bool:
        """True where it goes on after the day on which it was to lapse."""
        return self.in_force and self.limit is not None and self.limit < self.on

    @property
    def due(self) -> bool:
        """True where somebody has to look at it now: no date, or one that is today or past."""
        dates = (self.review_by, self.limit)
        return self.in_force and (
            self.review_by is None or any(day is not None and day <= self.on for day in dates)
        )

    @property
    def reduction_considered(self) -> bool:
        """True where a plan to reduce it is set down, or a review ended or reduced it."""
        decided = {review.decision for review in self.reviews}
        return self.restriction.reduction_plan is not None or bool(
            decided & {ReviewDecision.REDUCE, ReviewDecision.END}
        )

    @property
    def days(self) -> int:
        """For how many days it has been, or was, in force."""
        return max(0, (min(self.ended_on or self.on, self.on) - self.restriction.starts_on).days)


def standings(case: Case, on: date) -> tuple[RestrictionStanding, ...]:
    """Return every restriction of `case` as it stands on the day `on`, in the order of entry."""
    return tuple(standing_of(case, one, on) for one in case.all(Restriction))


def standing_of(case: Case, restriction: Restriction, on: date) -> RestrictionStanding:
    """Return how a restriction of `case` stands on the day `on`.

    Reviews dated after that day are left aside. A restriction that the last review ended has
    ended on that review's day, whatever its own `ends_on` says.
    """
    reviews = sorted(
        (
            one
            for one in case.all(RestrictionReview)
            if one.restriction == restriction.id and one.on <= on
        ),
        key=lambda one: one.on,
    )
    last = reviews[-1] if reviews else None
    reduced = [one.reduced_to for one in reviews if one.reduced_to]
    limits = [one.time_limit for one in reviews if one.time_limit]
    ended = last.on if last and last.decision is ReviewDecision.END else restriction.ends_on
    return RestrictionStanding(
        case.id,
        restriction,
        tuple(reviews),
        on,
        reduced[-1] if reduced else restriction.what,
        _review_by(restriction, last),
        limits[-1] if limits else restriction.time_limit,
        ended,
    )


def has_restrictions(case: Case) -> bool:
    """Tell whether a case holds any restriction, whenever it was in force."""
    return bool(case.all(Restriction))


def restriction_register(
    cases: Iterable[Case], on: date, *, due: bool = False
) -> tuple[RestrictionStanding, ...]:
    """Return the restrictions of all cases that are in force on a day, those to look at first.

    With `due`, only those that somebody has to look at now.
    """
    held = [
        one
        for case in cases
        for one in standings(case, on)
        if one.in_force and (one.due or not due)
    ]
    held.sort(key=lambda one: (not one.due, one.review_by or date.min))
    return tuple(held)


def answer_to(item: ForceItem, restriction: Restriction) -> str | None:
    """Return the answer that a restriction gives to an item of the use-of-force checklist.

    None where it gives none. Fields that answer together are joined, a line each; a field that is
    not filled in leaves the item open.
    """
    given = next((one.answer for one in restriction.use_of_force if one.item == item.code), None)
    if given is not None:
        return given
    held = [_words(getattr(restriction, field)) for field in item.fields]
    if not held or not all(held):
        return None
    return "\n".join(one for one in held if one)


def unanswered_items(restriction: Restriction) -> tuple[ForceItem, ...]:
    """Return the items of the use-of-force checklist that a restriction leaves open."""
    return tuple(item for item in force_checklist().entries if answer_to(item, restriction) is None)


def _review_by(restriction: Restriction, last: RestrictionReview | None) -> date | None:
    """The next review's date; one moved on the restriction itself after a review counts too."""
    if last is None or last.next_review is None:
        return restriction.review_on
    return max(last.next_review, restriction.review_on or last.next_review)


def _words(value: object) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    if isinstance(value, datetime):
        return written_moment(value)
    return str(value)
