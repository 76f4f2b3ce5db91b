"""Where the golden thread is broken, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.analysis.support import evidence_behind
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.inquiry import Evidence, Question
from workbench.domain.kinds import kind_named
from workbench.domain.reasoning import Cause, Factor, Finding, Link
from workbench.domain.references import references
from workbench.domain.story import Event
from workbench.domain.vocabulary import CauseType, FindingType, QuestionState

__all__ = ["Awaited", "Break", "BrokenLink", "find_awaited", "find_breaks"]


class Break(StrEnum):
    """The ways in which the thread can be broken, in words that follow an identifier."""

    QUESTION_UNANSWERED = "is not answered"
    ANSWER_WITHOUT_GROUND = "is answered without a finding or evidence"
    EVIDENCE_UNUSED = "is evidence that nothing refers to"
    EVENT_WITHOUT_EVIDENCE = "is an event without a source"
    FACTOR_WITHOUT_EVIDENCE = "is a factor without evidence"
    FACTOR_UNUSED = "is a factor that no cause, finding or action takes up"
    CAUSE_WITHOUT_EVIDENCE = "is a cause without evidence for it"
    CAUSE_UNUSED = "is where the causes end, and no finding or action takes it up"
    FINDING_WITHOUT_GROUND = "is a finding that rests on no cause, factor or evidence"
    FINDING_NOT_ACTED_ON = "is a finding that nobody acts on"
    ACTION_WITHOUT_GROUND = "is an action that no finding, cause or factor asks for"
    ACTION_WITHOUT_MEASURE = "is an action without a measure"
    MEASURE_UNVERIFIED = "is a measure that was not checked"
    DANGLING = "refers to something that is not in the case"


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """One break: its type, the entity it shows at, and a sentence that says it.

    For a dangling reference `target` is the identifier that is not there and `field` where it
    stands.
    """

    kind: Break
    subject: str
    words: str
    field: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Awaited:
    """A measure that is to be checked and not due yet: the thread goes on there, on a known day.

    `due` is the day by which its plan has it reviewed.
    """

    subject: str
    due: date

    @property
    def words(self) -> str:
        """A sentence that says it."""
        return f"{self.subject} is to be checked by {self.due:%d/%m/%Y}."


def find_awaited(case: Case, on: date) -> tuple[Awaited, ...]:
    """Return the measures that nobody has checked and that are not due yet on the day `on`."""
    verified = {verification.measure for verification in case.all(Verification)}
    return tuple(
        Awaited(measure.id, measure.plan.review_on)
        for measure in case.all(Measure)
        if measure.id not in verified and measure.plan and measure.plan.review_on >= on
    )


def find_breaks(case: Case, on: date) -> tuple[BrokenLink, ...]:
    """Return every break of the thread of `case` as on the day `on`, in the order of the thread.

    A good practice needs no action; neither does a finding that says why it is not acted on. A
    mitigating factor need not be taken up. Only causes where the graph ends must be. A measure
    breaks the thread once its day has passed, or where no day is set.
    """
    found = (
        *_questions(case),
        *_evidence(case),
        *_events(case),
        *_factors(case),
        *_causes(case),
        *_findings(case),
        *_actions(case),
        *_measures(case, on),
    )
    listed = (BrokenLink(kind, subject, f"{subject} {kind}.") for kind, subject in found)
    return (*listed, *_dangling(case))


def _questions(case: Case) -> Iterator[tuple[Break, str]]:
    for question in case.all(Question):
        if question.state is QuestionState.OPEN:
            yield Break.QUESTION_UNANSWERED, question.id
        elif question.state is QuestionState.ANSWERED and not (
            question.findings or question.evidence
        ):
            yield Break.ANSWER_WITHOUT_GROUND, question.id


def _evidence(case: Case) -> Iterator[tuple[Break, str]]:
    used = {
        reference.id
        for held in case.entities.values()
        for entity in held.values()
        for reference in references(entity)
        if reference.kind == "evidence"
    }
    for evidence in case.all(Evidence):
        if evidence.id not in used:
            yield Break.EVIDENCE_UNUSED, evidence.id


def _events(case: Case) -> Iterator[tuple[Break, str]]:
    for event in case.all(Event):
        if not event.evidence:
            yield Break.EVENT_WITHOUT_EVIDENCE, event.id


def _factors(case: Case) -> Iterator[tuple[Break, str]]:
    users: tuple[Cause | Finding | Action, ...] = (
        *case.all(Cause),
        *case.all(Finding),
        *case.all(Action),
    )
    used = {factor for user in users for factor in user.factors}
    for factor in case.all(Factor):
        if not evidence_behind(case, factor):
            yield Break.FACTOR_WITHOUT_EVIDENCE, factor.id
        if factor.id not in used and factor.effect == "contributed":
            yield Break.FACTOR_UNUSED, factor.id


def _causes(case: Case) -> Iterator[tuple[Break, str]]:
    effects = {link.effect for link in case.all(Link)}
    users: tuple[Finding | Action, ...] = (*case.all(Finding), *case.all(Action))
    used = {cause for user in users for cause in user.causes}
    factors = {factor for user in users for factor in user.factors}
    for cause in case.all(Cause):
        if not evidence_behind(case, cause):
            yield Break.CAUSE_WITHOUT_EVIDENCE, cause.id
        taken_up = cause.id in used or not factors.isdisjoint(cause.factors)
        if cause.type is not CauseType.OUTCOME and cause.id not in effects and not taken_up:
            yield Break.CAUSE_UNUSED, cause.id


def _findings(case: Case) -> Iterator[tuple[Break, str]]:
    acted = {finding for action in case.all(Action) for finding in action.findings}
    for finding in case.all(Finding):
        if not (finding.causes or finding.factors or finding.evidence):
            yield Break.FINDING_WITHOUT_GROUND, finding.id
        if (
            finding.type is FindingType.IMPROVEMENT
            and finding.not_acted_on_because is None
            and finding.id not in acted
        ):
            yield Break.FINDING_NOT_ACTED_ON, finding.id


def _actions(case: Case) -> Iterator[tuple[Break, str]]:
    measured = {measure.action for measure in case.all(Measure)}
    for action in case.all(Action):
        if not (action.findings or action.causes or action.factors):
            yield Break.ACTION_WITHOUT_GROUND, action.id
        if action.id not in measured:
            yield Break.ACTION_WITHOUT_MEASURE, action.id


def _measures(case: Case, on: date) -> Iterator[tuple[Break, str]]:
    settled = {verification.measure for verification in case.all(Verification)}
    settled |= {one.subject for one in find_awaited(case, on)}
    for measure in case.all(Measure):
        if measure.id not in settled:
            yield Break.MEASURE_UNVERIFIED, measure.id


def _dangling(case: Case) -> Iterator[BrokenLink]:
    for held in case.entities.values():
        for entity in held.values():
            for reference in references(entity):
                if case.get(kind_named(reference.kind).model, reference.id) is None:
                    yield BrokenLink(
                        Break.DANGLING,
                        entity.id,
                        f"{entity.id} refers to the {reference.kind} {reference.id} in "
                        f"'{reference.field}', which is not in the case.",
                        reference.field,
                        reference.id,
                    )
