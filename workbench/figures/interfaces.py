"""Who owns what: tasks and decisions that more than one party has a part in, and what if slow."""

from __future__ import annotations

from workbench.domain.case import Case
from workbench.domain.methods import Ownership
from workbench.domain.vocabulary import OwnershipTime
from workbench.figures.exhibit import Cell, Exhibit, Phrase, Table, Tone
from workbench.figures.words import counted

__all__ = ["ownership_exhibit"]


def ownership_exhibit(case: Case, *, name: str = "ownership") -> Exhibit:
    """Return who owned what at the time, then who owns what as agreed since."""
    held = sorted(case.all(Ownership), key=lambda one: one.holds is OwnershipTime.AGREED)
    if not held:
        return Exhibit(name=name, note="No “who owns what” has been entered yet.")
    return Exhibit(
        name=name,
        title="Who owns what",
        paragraphs=(_summary(held),),
        table=Table(
            caption="Tasks and decisions with more than one party to them",
            columns=("Reference", "What", "Who", "If an answer is slow"),
            rows=tuple(_row(one) for one in held),
        ),
    )


def _summary(held: list[Ownership]) -> str:
    then = [one for one in held if one.holds is OwnershipTime.AT_THE_TIME]
    since = [one for one in held if one.holds is OwnershipTime.AGREED]
    open_ended = sum(1 for one in held if one.escalation_route is None)
    said = f"{len(then) or 'None'} as it was at the time, {len(since) or 'none'} as agreed since."
    if open_ended:
        said += f" {counted(open_ended, 'entry', 'entries').capitalize()} without a way on."
    return said


def _row(one: Ownership) -> tuple[Phrase, ...]:
    named = [part for part in (one.role, one.organisation) if part]
    more = [Cell(text=words, tone=Tone.QUIET) for words in named[1:]]
    if one.stands_in:
        more.append(Cell(text=f"Stands in: {one.stands_in}", tone=Tone.QUIET))
    agreed = one.holds is OwnershipTime.AGREED
    holds = Cell(text=one.holds.capitalize(), tone=Tone.DONE if agreed else Tone.QUIET)
    return (
        Cell(text=one.id, anchor=one.id, more=(holds,)),
        one.what,
        Cell(text=named[0], more=tuple(more))
        if named
        else Cell(text="Nobody named", tone=Tone.WARN),
        _way_on(one),
    )


def _way_on(one: Ownership) -> Phrase:
    if one.escalation_route is None:
        return Cell(text="No way on named", tone=Tone.WARN)
    after = f"After {one.escalate_after}" if one.escalate_after else "After how long is not said"
    tone = Tone.QUIET if one.escalate_after else Tone.WARN
    return Cell(text=one.escalation_route, more=(Cell(text=after, tone=tone),))
