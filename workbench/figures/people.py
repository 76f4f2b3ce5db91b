"""Who speaks for whom, how people took part and were looked after, and what they remember."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.participation import (
    affected_staff,
    format_needs,
    memory_delay,
    support_offered_to,
)
from workbench.domain.case import Case
from workbench.domain.inquiry import Evidence
from workbench.domain.people import (
    CapacityDecision,
    FormatNeed,
    Interview,
    Involvement,
    Representation,
    Sharing,
    StaffSupport,
)
from workbench.domain.people_words import AccessibleStep, Consent, Response
from workbench.domain.when import written_moment
from workbench.figures.change import day
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Phrase, Table, Tone
from workbench.figures.words import counted, duration_words, joined, person_words

__all__ = ["account_words", "involvement_exhibit", "representation_exhibit", "support_exhibit"]

_NOT_THERE = {Response.DECLINED: Tone.QUIET, Response.NOT_REACHED: Tone.OPEN}


def representation_exhibit(case: Case) -> Exhibit:
    """Return how each person decides, who speaks with them, what may be shared, what they want."""
    held = case.all(Representation)
    return Exhibit(
        name="representation",
        title="Deciding, sharing and speaking up",
        paragraphs=()
        if held
        else ("Nothing is held here on how the person decides and who speaks with them.",),
        cards=tuple(_representation(case, one) for one in held),
        note="A person is presumed to have capacity; a decision on capacity is about one decision "
        "at one time (Mental Capacity Act 2005, sections 1 to 3)."
        if held
        else "",
    )


def involvement_exhibit(case: Case) -> Exhibit:
    """Return each time somebody was told, asked or visited, and how their format needs are met."""
    entries = sorted(case.all(Involvement), key=lambda one: one.at)
    return Exhibit(
        name="involvement",
        title="How people took part",
        items=tuple(_need(one.person, need) for one, need in format_needs(case)),
        table=Table(
            caption="Involvement, in order",
            columns=("Reference", "When", "Who", "What, and how", "What they said"),
            rows=tuple(_involvement(case, one) for one in entries),
            empty="Nothing is held here on how people took part.",
        ),
    )


def support_exhibit(case: Case) -> Exhibit:
    """Return to how many staff support was offered, and the conversations on what they remember.

    Neither who was offered support nor who took it up is shown.
    """
    interviews = sorted(case.all(Interview), key=lambda one: one.at)
    return Exhibit(
        name="support",
        title="Staff: support, and conversations",
        paragraphs=tuple(_support_words(case)),
        table=Table(
            caption="Conversations on what people remember",
            columns=("Reference", "Who", "When, and how", "Memory first captured", "Notes"),
            rows=tuple(_interview(case, one) for one in interviews),
            empty="None is held here.",
        ),
    )


def account_words(item: Evidence) -> str | None:
    """Return how an account was given: `Told by: observed behaviour. Understood with: …`."""
    told = f"Told by: {joined(item.told_by)}" if item.told_by else None
    understood = f"Understood with: {item.understood_with}" if item.understood_with else None
    return ". ".join(part for part in (told, understood) if part) or None


def _representation(case: Case, held: Representation) -> Card:
    by = (("Attorney", held.attorney), ("Deputy", held.deputy), ("Advocate", held.advocate))
    facts = (
        *(("Decision", _capacity(one)) for one in held.capacity),
        *(("May it be shared?", _sharing(one)) for one in held.sharing),
        *((label, person_words(case, who)) for label, who in by if who),
        *((("May decide on", held.authority),) if held.authority else ()),
        *(
            (("Wants to come of it", _listed(held.outcomes_wanted)),)
            if held.outcomes_wanted
            else ()
        ),
    )
    return Card(
        anchor=held.id,
        reference=held.id,
        title=person_words(case, held.person),
        facts=tuple(Fact(label=label, value=value) for label, value in facts),
    )


def _capacity(one: CapacityDecision) -> Phrase:
    assessed = ", ".join(
        part for part in (one.assessed_on and day(one.assessed_on), one.assessed_by) if part
    )
    said = f"{one.outcome.capitalize()} ({assessed})" if assessed else one.outcome.capitalize()
    more = [Cell(text=said)]
    if one.helped_by:
        more.append(Cell(text=f"Helped by: {one.helped_by}", tone=Tone.QUIET))
    return Cell(text=_capitalised(one.decision), more=tuple(more))


def _sharing(one: Sharing) -> Phrase:
    tone = Tone.WARN if one.agreed is Consent.NO else Tone.DONE
    by = f", {one.decided_by}" if one.decided_by else ""
    said = Cell(text=f"{one.agreed.capitalize()} ({day(one.on)}{by})", tone=tone)
    because = (Cell(text=f"Because: {one.because}", tone=Tone.QUIET),) if one.because else ()
    what = f": {one.what}" if one.what else ""
    return Cell(text=f"With {one.with_whom}{what}", more=(said, *because))


def _need(person: str, need: FormatNeed) -> Phrase:
    if need.met:
        return Cell(text=f"{person} needs: {need.need}. Met: {need.met_by}", tone=Tone.DONE)
    reached = [step for step in AccessibleStep if step in need.steps]
    return Cell(
        text=f"{person} needs: {need.need}. So far {joined(reached) or 'identified'}; not met.",
        tone=Tone.WARN,
    )


def _listed(texts: tuple[str, ...]) -> Cell:
    first, *rest = texts
    return Cell(text=first, more=tuple(Cell(text=one) for one in rest))


def _involvement(case: Case, one: Involvement) -> tuple[Phrase, ...]:
    tone = _NOT_THERE.get(one.response)
    response = (Cell(text=one.response.capitalize(), tone=tone),) if tone else ()
    how = (Cell(text=_capitalised(one.how), tone=Tone.QUIET),) if one.how else ()
    answered = Cell(text=f"Answered: {joined(one.questions)}", tone=Tone.QUIET)
    said: Phrase = one.said or ""
    if one.questions:
        said = Cell(text=one.said, more=(answered,)) if one.said else answered
    return (
        Cell(text=one.id, anchor=one.id),
        written_moment(one.at),
        person_words(case, one.person),
        Cell(text=one.what, more=(*how, *response)),
        said,
    )


def _support_words(case: Case) -> Iterator[str]:
    staff, offered = affected_staff(case), support_offered_to(case)
    if not case.all(StaffSupport):
        yield "Nothing is held here on support for staff."
        return
    there = sum(one.id in offered for one in staff)
    yield (
        f"Support was offered to {there} of the {counted(len(staff), 'member')} of staff who were "
        "there. Whether they took it up is theirs to tell."
    )
    offers = dict.fromkeys(one.what.rstrip(".") for one in case.all(StaffSupport))
    yield f"What was offered: {'; '.join(offers)}."


def _interview(case: Case, one: Interview) -> tuple[Phrase, ...]:
    how = f"{one.how}; with {one.accompanied_by}" if one.accompanied_by else one.how
    if one.notes_agreed_on:
        notes, tone = f"Agreed on {day(one.notes_agreed_on)}", Tone.DONE
    elif one.not_agreed_because:
        notes, tone = f"Not agreed, because: {one.not_agreed_because}", Tone.QUIET
    else:
        notes, tone = "Not agreed yet", Tone.WARN
    delay = memory_delay(case, one)
    captured = f"{duration_words(delay)} after the incident" if delay is not None else ""
    return (
        Cell(text=one.id, anchor=one.id),
        person_words(case, one.person),
        Cell(text=written_moment(one.at), more=(Cell(text=_capitalised(how), tone=Tone.QUIET),)),
        captured,
        Cell(text=notes, tone=tone, more=_resting_on(one.evidence)),
    )


def _resting_on(evidence: tuple[str, ...]) -> tuple[Cell, ...]:
    return (Cell(text=f"Evidence: {joined(evidence)}", tone=Tone.QUIET),) if evidence else ()


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
