"""QUE: the questions an investigation was asked."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.participation import OWN_SIDE, people_supported
from workbench.analysis.thread import Break
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, check
from workbench.domain.inquiry import Person, Question
from workbench.domain.people import Involvement
from workbench.domain.people_words import Response
from workbench.domain.vocabulary import QuestionState

__all__ = [
    "answer_not_given",
    "answer_without_ground",
    "nobody_was_asked_for_questions",
    "question_unanswered",
]


@check(
    "QUE001",
    "question-unanswered",
    severity="blocks",
    gate="approve",
    source="LRRIT D1; CQC 2016 on families' questions",
)
def question_unanswered(asked: Asked) -> Iterator[Hit]:
    """A question is still open.

    Why it matters:
        Whoever asked is owed an answer: in full, in part, or why there cannot be one. Families
        say that questions which quietly disappear hurt most.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("QUE001", ("question", "Q1", {"text": "Why was nobody told?"}))
        ['Q1']

    Instead:
        >>> found("QUE001", ("question", "Q1", {"text": "Why was nobody told?",
        ...     "state": "cannot be answered", "because": "The call was not recorded."}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 1; CQC, *Learning,
        candour and accountability* (2016).
    """
    for broken in asked.thread.broken(Break.QUESTION_UNANSWERED):
        yield Hit(
            broken.subject,
            "The question is open. Answer it, in part if need be, or say why it cannot be "
            "answered.",
        )


@check(
    "QUE002",
    "answer-without-ground",
    severity="warns",
    accept_by=SIGNATORIES,
    source="The golden thread: an answer rests on findings or evidence",
)
def answer_without_ground(asked: Asked) -> Iterator[Hit]:
    """A question is answered, and the answer names no finding or evidence.

    Why it matters:
        Whoever asked may believe the answer or not. If it names what it rests on, they can look.

    Example:
        >>> from workbench.checks.examples import found
        >>> question = {"text": "Why was the dose late?", "state": "answered",
        ...     "answer": "Two jobs fell in the same half hour."}
        >>> found("QUE002", ("question", "Q1", question))
        ['Q1']

    Instead:
        >>> found("QUE002", ("question", "Q1", {**question, "findings": ["FI1"]}))
        []

    References:
        Questions lead to findings and evidence; see *The golden thread*.
    """
    for question in asked.case.all(Question):
        in_words = question.state in (QuestionState.ANSWERED, QuestionState.PARTLY)
        if in_words and not (question.findings or question.evidence):
            yield Hit(
                question.id,
                "The answer names nothing it rests on. Name the findings or the evidence.",
                "What in the case shows this?",
            )


@check(
    "QUE003",
    "person-asked-no-question",
    severity="warns",
    accept_by=LEADERS,
    source="LRRIT D1; CQC 2016 on families' questions",
)
def nobody_was_asked_for_questions(asked: Asked) -> Iterator[Hit]:
    """No question of the case comes from the person, their family or an advocate.

    Why it matters:
        An investigation that answers only its own questions may miss what matters most to those
        who live with it. They may have none; then say so in an involvement entry and accept this.

    Example:
        >>> from workbench.checks.examples import found
        >>> person = ("person", "P1", {"role": "person supported"})
        >>> found("QUE003", person, ("question", "Q1", {"text": "Was the policy followed?"}))
        ['case']

    Instead:
        >>> found("QUE003", person, ("question", "Q1", {"text": "Why did nobody come?",
        ...     "asked_by": "P1"}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 1; CQC, *Learning,
        candour and accountability* (2016).
    """
    if not people_supported(asked.case):
        return
    askers = (
        asked.case.get(Person, one.asked_by) for one in asked.case.all(Question) if one.asked_by
    )
    if not any(asker is not None and asker.role in OWN_SIDE for asker in askers):
        yield Hit(
            "case",
            "No question comes from the person, their family or an advocate. Ask them, and enter "
            "their questions in their words.",
            "Whose question is missing?",
        )


@check(
    "QUE004",
    "answer-not-given",
    severity="warns",
    accept_by=LEADERS,
    source="CQC 2016: findings are talked through with those who asked",
)
def answer_not_given(asked: Asked) -> Iterator[Hit]:
    """A question is settled in the case, and nothing says that whoever asked was told.

    Why it matters:
        An answer that stays in the record has not been given. The person and the family hear it
        before a forum does.

    Example:
        >>> from workbench.checks.examples import found
        >>> question = ("question", "Q1", {"text": "Why did nobody come?", "asked_by": "P1",
        ...     "state": "answered", "answer": "Nobody was on duty.", "findings": ["FI1"]})
        >>> found("QUE004", question)
        ['Q1']

    Instead:
        >>> found("QUE004", question, ("involvement", "IV1", {"person": "P1", "how": "at home",
        ...     "at": "2026-03-30T14:00:00+00:00", "what": "Went through the answers.",
        ...     "questions": ["Q1"]}))
        []

    References:
        CQC, *Learning, candour and accountability* (2016).
    """
    told = {
        (one.person, question)
        for one in asked.case.all(Involvement)
        if one.response is Response.TOOK_PART
        for question in one.questions
    }
    for question in asked.case.all(Question):
        settled = question.state is not QuestionState.OPEN
        if settled and question.asked_by and (question.asked_by, question.id) not in told:
            yield Hit(
                question.id,
                f"Nothing says that {question.asked_by}, who asked, was told. Tell them, and name "
                "the question in an involvement entry.",
            )
