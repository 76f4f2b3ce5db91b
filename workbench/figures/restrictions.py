"""Restrictions on somebody's life: why, how long, what was decided since, and what force was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.restrictions import RestrictionStanding, answer_to
from workbench.domain.case import Case
from workbench.domain.force import force_checklist
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.when import LONDON, written_moment
from workbench.figures.change import day
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Phrase, Table, Tone
from workbench.figures.words import counted, person_words

__all__ = ["force_exhibit", "restriction_status", "restrictions_exhibit"]

_FIELDS = (
    ("Alternatives considered", "alternatives_considered"),
    ("The person's part in it", "persons_involvement"),
    ("Least restrictive, because", "least_restrictive_because"),
    ("What would make it less", "reduction_plan"),
)
_MORE = (
    ("Capacity to agree to it", "capacity"),
    ("What it rests on", "legal_basis"),
    ("In the plan", "care_plan_basis"),
    ("Before", "antecedents"),
    ("Tried before", "de_escalation"),
    ("How", "how"),
    ("Position", "position"),
    ("Watched over", "monitoring"),
    ("Injury", "injury"),
    ("What came of it", "outcome"),
    ("Afterwards, with the person", "debrief_person"),
    ("Afterwards, with staff", "debrief_staff"),
)


def restrictions_exhibit(case: Case, standings: Sequence[RestrictionStanding]) -> Exhibit:
    """Return one card for each restriction with its reviews, and the dates of all as a table."""
    if not standings:
        return Exhibit(name="restrictions", note="No restriction has been entered in this case.")
    running = sum(one.in_force for one in standings)
    due = sum(one.due for one in standings)
    return Exhibit(
        name="restrictions",
        title="Restrictions",
        paragraphs=(
            f"{counted(running, 'restriction').capitalize()} in force, "
            f"{due or 'none'} to be looked at now.",
        ),
        cards=tuple(_card(case, one) for one in standings),
        table=_dates(case, standings),
    )


def force_exhibit(case: Case) -> Exhibit | None:
    """Return the use-of-force checklist for each use of force, None where there was none."""
    used = [one for one in case.all(Restriction) if one.type is not None and one.type.is_force]
    if not used:
        return None
    checklist = force_checklist()
    return Exhibit(
        name="use-of-force",
        title="What is recorded of the use of force",
        table=Table(
            caption="Items of the use-of-force checklist",
            columns=("Item", *(f"{one.id}: {one.type}" for one in used)),
            rows=tuple(
                (
                    f"{item.code}. {item.label}",
                    *(_answer(answer_to(item, one), item.kept) for one in used),
                )
                for item in checklist.entries
            ),
        ),
        note=f"{checklist.source}. {checklist.applies}",
    )


def restriction_status(standing: RestrictionStanding) -> Cell:
    """Return how a restriction stands, as a phrase."""
    if not standing.in_force:
        ended = standing.ended_on
        return (
            Cell(text=f"Ended on {day(ended)}", tone=Tone.DONE)
            if ended
            else Cell(text=f"Starts on {day(standing.restriction.starts_on)}", tone=Tone.OPEN)
        )
    if standing.lapsed:
        return Cell(text=f"Past its limit of {day(standing.limit)}", tone=Tone.WARN)
    if standing.overdue:
        return Cell(text=f"Review overdue since {day(standing.review_by)}", tone=Tone.WARN)
    if standing.review_by is None:
        return Cell(text="No review date", tone=Tone.WARN)
    return Cell(text=f"In force, next review {day(standing.review_by)}", tone=Tone.OPEN)


def _card(case: Case, standing: RestrictionStanding) -> Card:
    one = standing.restriction
    return Card(
        anchor=one.id,
        reference=one.id,
        title=one.what,
        status=restriction_status(standing),
        paragraphs=(f"What is left of it: {standing.what}",) if standing.what != one.what else (),
        facts=(
            Fact(label="Whose life", value=person_words(case, one.person)),
            *((Fact(label="Kind", value=one.type.capitalize()),) if one.type else ()),
            *_reasons(standing),
            *(
                Fact(label=label, value=value)
                for label, field in _MORE
                if (value := getattr(one, field)) is not None
            ),
            *_times(one),
            *(Fact(label=f"Review on {day(r.on)}", value=_review(r)) for r in standing.reviews),
            *((Fact(label="Evidence", value=", ".join(one.evidence)),) if one.evidence else ()),
        ),
    )


def _reasons(standing: RestrictionStanding) -> Iterator[Fact]:
    for label, field in (("Why", "rationale"), *_FIELDS):
        said = getattr(standing.restriction, field)
        if said is not None:
            yield Fact(label=label, value=said)
        elif standing.in_force:
            yield Fact(label=label, value=Cell(text="Not said", tone=Tone.WARN))


def _times(one: Restriction) -> Iterator[Fact]:
    if one.started_at:
        stop = one.stopped_at
        until = f" to {stop.astimezone(LONDON):%H:%M}" if stop else ""
        yield Fact(label="When", value=f"{written_moment(one.started_at)}{until}")


def _review(review: RestrictionReview) -> Cell:
    lines = [
        f"Left of it: {review.reduced_to}" if review.reduced_to else "",
        f"The person's view: {review.persons_view}" if review.persons_view else "",
        f"By {review.by}. Next review: {day(review.next_review)}"
        if review.next_review
        else f"By {review.by}.",
    ]
    more = tuple(Cell(text=words, tone=Tone.QUIET) for words in lines if words)
    return Cell(text=f"{review.decision.capitalize()}: {review.because}", more=more)


def _dates(case: Case, standings: Sequence[RestrictionStanding]) -> Table:
    return Table(
        caption="Restrictions, with the dates that hold today",
        columns=("Reference", "What is in force", "Whose life", "Since", "Review by", "Limit"),
        rows=tuple(
            (
                Cell(text=one.restriction.id, href=f"#restrictions-{one.restriction.id}"),
                one.what if one.in_force else restriction_status(one),
                person_words(case, one.restriction.person),
                day(one.restriction.starts_on),
                day(one.review_by) if one.in_force else "–",
                day(one.limit) if one.in_force else "–",
            )
            for one in standings
        ),
    )


def _answer(answer: str | None, kept: str | None) -> Phrase:
    if answer is None:
        return Cell(text="Open", tone=Tone.WARN)
    return Cell(text=answer, more=(Cell(text=kept, tone=Tone.QUIET),)) if kept else answer
