"""What the case is about, who is in it, what was asked, and what it is known from."""

from __future__ import annotations

from workbench.domain.case import Case
from workbench.domain.governance import ManagerReview, SafeguardingDecision, Supplement
from workbench.domain.incident import REQUIRED_FIELDS, Incident
from workbench.domain.inquiry import CaseIncident, Evidence, Person, Question, Scope
from workbench.domain.vocabulary import QuestionState
from workbench.domain.when import written_moment
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Table, Tone
from workbench.figures.people import account_words

__all__ = [
    "evidence_exhibit",
    "field_label",
    "incident_exhibit",
    "questions_exhibit",
    "scope_exhibit",
]

_QUESTION_TONES = {
    QuestionState.OPEN: Tone.WARN,
    QuestionState.PARTLY: Tone.OPEN,
    QuestionState.CANNOT: Tone.OPEN,
    QuestionState.ANSWERED: Tone.DONE,
}


def scope_exhibit(case: Case) -> Exhibit:
    """Return what the case is about, where it ends, and the people in it by reference."""
    scope = case.only(Scope)
    people = Table(
        caption="People in this case, by reference",
        columns=("Reference", "Role", "Who this is"),
        rows=tuple((p.id, p.role.value, p.description or "") for p in case.all(Person)),
        empty="Nobody has been entered yet.",
    )
    if scope is None:
        return Exhibit(
            name="scope",
            title="What this review is about",
            paragraphs=("The scope has not been entered yet.",),
            table=people,
        )
    covers = " to ".join(
        f"{day.day} {day:%B %Y}" for day in (scope.covers_from, scope.covers_to) if day
    )
    facts = (
        ("Purpose", scope.purpose),
        ("Period covered", covers),
        ("How it was looked into", scope.method),
        ("Not looked into here", scope.not_investigated),
    )
    return Exhibit(
        name="scope",
        title="What this review is about",
        paragraphs=(scope.summary,),
        facts=tuple(Fact(label=label, value=text) for label, text in facts if text),
        table=people,
    )


def incident_exhibit(case: Case) -> Exhibit:
    """Return the incident as it was reported, with what the case has supplied since."""
    held = case.only(CaseIncident)
    if held is None:
        return Exhibit(
            name="incident",
            title="The incident as reported",
            paragraphs=("This case refers to no incident of the register.",),
        )
    incident = held.incident
    supplied = {item.field: item for item in case.all(Supplement)}
    facts = [Fact(label=label, value=text) for label, text in _reported(incident) if text]
    for name in REQUIRED_FIELDS:
        value = getattr(incident, name)
        extra = supplied.get(name)
        if value is not None:
            facts.append(Fact(label=field_label(name), value=value))
        elif extra is not None:
            note = Cell(text=f"Supplied in this case, from: {extra.source}", tone=Tone.QUIET)
            facts.append(Fact(label=field_label(name), value=Cell(text=extra.value, more=(note,))))
    return Exhibit(
        name="incident",
        title="The incident as reported",
        paragraphs=(incident.narrative,) if incident.narrative else (),
        facts=(*facts, *_decisions(case)),
    )


def questions_exhibit(case: Case) -> Exhibit:
    """Return the questions that were asked, by whom, and how far each is answered."""
    return Exhibit(
        name="questions",
        title="Questions asked",
        paragraphs=() if case.all(Question) else ("No question has been entered yet.",),
        cards=tuple(_question(case, question) for question in case.all(Question)),
    )


def evidence_exhibit(case: Case) -> Exhibit:
    """Return the evidence, and the fingerprint of each file that is kept with it."""
    return Exhibit(
        name="evidence",
        title="What this is known from",
        table=Table(
            caption="Evidence",
            columns=("Reference", "What it is", "Kind", "From"),
            rows=tuple(_evidence_row(item) for item in case.all(Evidence)),
            empty="No evidence has been entered yet.",
        ),
    )


def field_label(name: str) -> str:
    """Return the words for a field of an incident, such as *Immediate action*."""
    return name.replace("_", " ").capitalize()


def _reported(incident: Incident) -> tuple[tuple[str, str | None], ...]:
    reported = incident.reported_at
    return (
        ("Incident", incident.id),
        ("When", incident.when.written()),
        ("Reported", written_moment(reported) if reported else None),
        ("Service", incident.service),
        ("Place", incident.location),
        ("Physical harm", incident.physical_harm),
        ("Psychological harm", incident.psychological_harm),
        ("Near miss", {True: "yes", False: "no", None: None}[incident.near_miss]),
    )


def _decisions(case: Case) -> tuple[Fact, ...]:
    reviews = (
        Fact(
            label="Manager's review in this case",
            value=Cell(
                text=f"{review.role}: {review.decision}",
                more=(
                    Cell(
                        text=f"Escalated to: {review.escalated_to}"
                        if review.escalated_to
                        else f"Not escalated, because: {review.no_escalation_because}",
                        tone=Tone.QUIET,
                    ),
                ),
            ),
        )
        for review in case.all(ManagerReview)
    )
    safeguarding = (
        Fact(
            label="Safeguarding",
            value=Cell(
                text=decision.facts,
                more=(
                    Cell(
                        text=f"Concern raised with: {decision.raised_with}. {decision.because}"
                        if decision.concern_raised
                        else f"No concern was raised, because: {decision.because}",
                        tone=Tone.QUIET,
                    ),
                    Cell(text=f"Decided by: {decision.decided_by}", tone=Tone.QUIET),
                ),
            ),
        )
        for decision in case.all(SafeguardingDecision)
    )
    return (*reviews, *safeguarding)


def _question(case: Case, question: Question) -> Card:
    asker = case.get(Person, question.asked_by) if question.asked_by else None
    asked_by = f"{asker.id}, {asker.role}" if asker else "the investigation"
    facts = [Fact(label="Asked by", value=asked_by)]
    if question.because:
        facts.append(Fact(label="Because", value=question.because))
    rests_on = (*question.findings, *question.evidence)
    if rests_on:
        facts.append(Fact(label="Rests on", value=", ".join(rests_on)))
    return Card(
        anchor=question.id,
        reference=question.id,
        title=question.text,
        status=Cell(text=question.state.capitalize(), tone=_QUESTION_TONES[question.state]),
        paragraphs=(question.answer,) if question.answer else (),
        facts=tuple(facts),
    )


def _evidence_row(item: Evidence) -> tuple[Cell | str, ...]:
    kept = (
        f"File kept: {item.file_name or 'without a name'}, {item.size:,} bytes, "
        f"SHA-256 {item.sha256}"
        if item.sha256
        else None
    )
    said = (item.description, account_words(item), kept)
    more = tuple(Cell(text=text, tone=Tone.QUIET) for text in said if text)
    return (
        Cell(text=item.id, anchor=item.id),
        Cell(text=item.title, more=more),
        item.type.value,
        item.obtained_from or (f"account of {item.account_of}" if item.account_of else ""),
    )
