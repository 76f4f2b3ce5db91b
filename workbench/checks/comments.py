"""CMT: those whom a draft concerns were asked about it, and were answered."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.participation import affected_staff, asked_about_draft, people_supported
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, check
from workbench.domain.people import Comment
from workbench.domain.people_words import Reply

__all__ = [
    "comment_not_answered",
    "comment_on_nothing",
    "draft_not_shown_to_staff",
    "draft_not_shown_to_the_person",
]


@check(
    "CMT001",
    "comment-not-answered",
    severity="blocks",
    gate="approve",
    source="Those affected check the report, and hear what became of what they said",
)
def comment_not_answered(asked: Asked) -> Iterator[Hit]:
    """Somebody commented on the draft and was not answered.

    Why it matters:
        To ask and not to answer is worse than not to ask. Not every comment changes the record;
        each is owed what was done with it, and why.

    Example:
        >>> from workbench.checks.examples import found
        >>> said = {"person": "P2", "at": "2026-03-28T10:00:00+00:00", "about": "T2",
        ...     "text": "I rang at five, not at six."}
        >>> found("CMT001", ("comment", "CM1", said))
        ['CM1']

    Instead:
        >>> found("CMT001", ("comment", "CM1", {**said, "answered_by": "investigator",
        ...     "answer": "The log shows 17:04. T2 now says so.", "changed": ["T2"]}))
        []

    References:
        Factual-accuracy checking by those affected, families and staff alike: Patient Safety
        Incident Response Framework, engagement and involvement.
    """
    for comment in asked.case.all(Comment):
        if comment.reply is Reply.COMMENT and comment.answer is None:
            yield Hit(
                comment.id,
                "The comment has no answer. Say in 'answer' what was done with it and why, and "
                "name in 'changed' what was changed.",
            )


@check(
    "CMT002",
    "draft-not-shown-to-the-person",
    severity="warns",
    accept_by=LEADERS,
    source="CQC 2016: 36 per cent of reports offered the family a talk on the findings",
)
def draft_not_shown_to_the_person(asked: Asked) -> Iterator[Hit]:
    """Nothing says that the person, their family or an advocate was asked about the draft.

    Why it matters:
        They know what is wrong in it, and what is missing. A name for a feeling, the hour of a
        call: small errors in a report on one's own life are not small.

    Example:
        >>> from workbench.checks.examples import found
        >>> person = ("person", "P1", {"role": "person supported"})
        >>> found("CMT002", person)
        ['P1']

    Instead:
        >>> found("CMT002", person, ("comment", "CM1", {"role": "family",
        ...     "at": "2026-03-28T10:00:00+00:00", "reply": "no comment"}))
        []

    References:
        CQC, *Learning, candour and accountability* (2016). 'No comment' and 'could not be
        reached' are replies, and are recorded as such.
    """
    for person in people_supported(asked.case):
        if not asked_about_draft(asked.case, person):
            yield Hit(
                person.id,
                "No comment on a draft is recorded from the person, their family or an advocate, "
                "nor that they had none or could not be reached. The page of the case makes one.",
            )


@check(
    "CMT003",
    "draft-not-shown-to-staff",
    severity="warns",
    accept_by=LEADERS,
    source="CQC 2016: more than 60 per cent of reports without evidence from staff",
)
def draft_not_shown_to_staff(asked: Asked) -> Iterator[Hit]:
    """Nothing says that somebody who was there was asked about the draft.

    Why it matters:
        It tells what they did and saw. They can say where it is wrong, and nobody should read
        about themselves for the first time in the final record.

    Example:
        >>> from workbench.checks.examples import found
        >>> there = (("person", "P2", {"role": "staff"}),
        ...     ("event", "T1", {"when": "14/03/2026", "what": "P2 rang 999.", "who": ["P2"]}))
        >>> found("CMT003", *there)
        ['P2']

    Instead:
        >>> found("CMT003", *there, ("comment", "CM1", {"person": "P2",
        ...     "at": "2026-03-28T10:00:00+00:00", "reply": "could not be reached",
        ...     "text": "On leave; two letters, one message."}))
        []

    References:
        CQC, *Learning, candour and accountability* (2016).
    """
    for person in affected_staff(asked.case):
        if not asked_about_draft(asked.case, person):
            yield Hit(
                person.id,
                "No comment on a draft is recorded, nor that there was none or that the person "
                "could not be reached.",
            )


@check(
    "CMT004",
    "comment-on-nothing",
    severity="warns",
    accept_by=SIGNATORIES,
    source="The golden thread: every step names the one it comes from",
)
def comment_on_nothing(asked: Asked) -> Iterator[Hit]:
    """A comment is about, or changed, something that is not in the case.

    Why it matters:
        Whoever commented looks up what became of it, and comes to nothing.

    Example:
        >>> from workbench.checks.examples import found
        >>> said = {"person": "P2", "at": "2026-03-28T10:00:00+00:00", "about": "T9",
        ...     "text": "I rang at five, not at six."}
        >>> found("CMT004", ("comment", "CM1", said))
        ['CM1']

    Instead:
        >>> found("CMT004", ("comment", "CM1", {**said, "about": None, "passage": "3.4"}))
        []

    References:
        Traceability from what was said to what was changed; see *The golden thread*.
    """
    for comment in asked.case.all(Comment):
        named = ((comment.about,) if comment.about else ()) + comment.changed
        lost = [one for one in dict.fromkeys(named) if asked.case.find(one) is None]
        if lost:
            yield Hit(
                comment.id,
                f"It names {', '.join(lost)}, which the case does not hold. Name what took its "
                "place, or the passage of the draft.",
            )
