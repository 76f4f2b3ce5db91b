"""What a record's page says beside its notebook, drawn from the case itself."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workbench.checks.report import CheckReport
from workbench.domain import people
from workbench.domain.case import Case, Head
from workbench.domain.change import Action
from workbench.domain.duty import DutyDecision
from workbench.domain.inquiry import CaseIncident, Question, Scope
from workbench.domain.people_words import Audience
from workbench.domain.reasoning import Finding
from workbench.domain.standing import entered_by, last_decisions
from workbench.domain.vocabulary import ActionState, Decision, FindingType, QuestionState
from workbench.domain.when import LONDON
from workbench.figures.change import actions_exhibit
from workbench.figures.duties import decided_duties_exhibit
from workbench.figures.exhibit import Exhibit
from workbench.figures.scope import evidence_exhibit, questions_exhibit
from workbench.figures.telling import (
    AUDIENCE_WORDS,
    commenting_exhibit,
    comments_exhibit,
    summary_exhibit,
)
from workbench.record.annexes import (
    Provenance,
    checks_exhibit,
    provenance_exhibit,
    verifying_exhibit,
)
from workbench.record.story import paragraphs_of

__all__ = [
    "Annex",
    "Approval",
    "Change",
    "Found",
    "Glance",
    "Imprint",
    "RecordPage",
    "Summary",
    "build_draft_page",
    "build_page",
    "imprinted_page",
    "long_date",
]

_UNDECIDED: Final = ("LAW001", "LAW002", "LAW003")


@dataclass(frozen=True, slots=True)
class Glance:
    """A number on the first screen, the words that go with it, and where to read on."""

    number: str
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding on the first screen."""

    reference: str
    statement: str
    good_practice: bool


@dataclass(frozen=True, slots=True)
class Change:
    """An action on the first screen. `owner` is a name and a role, or None where nobody owns it."""

    reference: str
    statement: str
    owner: str | None
    due: str
    state: str


@dataclass(frozen=True, slots=True)
class Approval:
    """What became of one role's approval, in words; `name` and `meaning` where there is one.

    `entered_by` is the account that entered it, where that is not who approved.
    """

    role: str
    decision: str
    counts: bool
    name: str | None = None
    meaning: str | None = None
    entered_by: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """The first screen: what happened, what was found, what will change, who approved.

    `easy_read` is where the Easy Read page stands, if there is one; `undecided` says how many
    duties wait for a decision, if any do.
    """

    glance: tuple[Glance, ...]
    happened: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    found: tuple[Found, ...]
    changes: tuple[Change, ...]
    approvals: tuple[Approval, ...]
    must_sign: tuple[str, ...]
    easy_read: str | None = None
    undecided: str | None = None


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a record says of itself: whose and which it is, from when, and what it was made from.

    `required_roles` sign it, in this order. `supersedes` is how the record that this one replaces
    is known, such as `"C-0001 version 1"`.
    """

    organisation: str
    record_id: str
    version: int
    on: date
    required_roles: tuple[str, ...]
    provenance: Provenance
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A section after the notebook's steps.

    It is left out where `standing` and one of the template's own cells already shows the same.
    """

    slug: str
    title: str
    exhibit: Exhibit
    standing: bool = False


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Everything on a record's page but the notebook. Without a record's id it is a draft.

    One that is `for_comment` says on every page that it is not approved.
    """

    title: str
    organisation: str = ""
    record_id: str = ""
    version: int = 0
    supersedes: str | None = None
    on: str = ""
    case_id: str = ""
    head: Head | None = None
    summary: Summary | None = None
    annexes: tuple[Annex, ...] = ()
    for_comment: bool = False

    @property
    def draft(self) -> bool:
        """True where the page is not part of a record."""
        return not self.record_id


def build_page(case: Case, report: CheckReport, imprint: Imprint) -> RecordPage:
    """Return the page of a record of `case`; `report` is what the checks found that day."""
    scope = case.only(Scope)
    return imprinted_page(
        case,
        imprint,
        title=scope.title if scope else f"Investigation {case.id}",
        summary=replace(_summary(case, imprint.required_roles), undecided=_undecided(report)),
        annexes=(
            *_summaries(case),
            Annex("questions", "Questions asked, and the answers", questions_exhibit(case), True),
            Annex("actions", "Actions in full", actions_exhibit(case), True),
            Annex("evidence", "Evidence", evidence_exhibit(case), True),
            *_duties(case),
            *_comments(case),
            Annex("checks", "How the investigation was checked", checks_exhibit(report)),
        ),
    )


def imprinted_page(
    case: Case,
    imprint: Imprint,
    *,
    title: str,
    annexes: tuple[Annex, ...],
    summary: Summary | None = None,
) -> RecordPage:
    """Return a page with `annexes`, and after them where the record comes from and how to check it.

    Every record ends so, whatever it is of.
    """
    on = long_date(imprint.on)
    origin = provenance_exhibit(case, imprint.provenance, on=on)
    return RecordPage(
        title=title,
        organisation=imprint.organisation,
        record_id=imprint.record_id,
        version=imprint.version,
        supersedes=imprint.supersedes,
        on=on,
        case_id=case.id,
        head=case.head,
        summary=summary,
        annexes=(
            *annexes,
            Annex("provenance", "Where this record comes from", origin),
            Annex(
                "verifying", "How to check this record", verifying_exhibit(imprint.required_roles)
            ),
        ),
    )


def build_draft_page(case: Case, *, organisation: str, on: date) -> RecordPage:
    """Return the page of a draft of `case` for comment: without approvals, checks and hashes."""
    scope = case.only(Scope)
    return RecordPage(
        title=scope.title if scope else f"Investigation {case.id}",
        organisation=organisation,
        on=long_date(on),
        case_id=case.id,
        head=case.head,
        summary=_summary(case, ()),
        annexes=(
            Annex("questions", "Questions asked, and the answers", questions_exhibit(case), True),
            Annex("actions", "Actions in full", actions_exhibit(case), True),
            Annex("evidence", "Evidence", evidence_exhibit(case), True),
            Annex("commenting", "How to comment", commenting_exhibit()),
        ),
        for_comment=True,
    )


def long_date(day: date) -> str:
    """Return a day as `4 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def _summaries(case: Case) -> tuple[Annex, ...]:
    return tuple(
        Annex(f"summary-{one.id.lower()}", AUDIENCE_WORDS[one.audience], summary_exhibit(one), True)
        for one in case.all(people.Summary)
    )


def _duties(case: Case) -> tuple[Annex, ...]:
    if not case.all(DutyDecision):
        return ()
    title = "Duties, and the steps taken"
    return (Annex("duties", title, decided_duties_exhibit(case), True),)


def _comments(case: Case) -> tuple[Annex, ...]:
    if not case.all(people.Comment):
        return ()
    return (Annex("comments", "Comments on the draft", comments_exhibit(case), True),)


def _summary(case: Case, roles: tuple[str, ...]) -> Summary:
    scope, held = case.only(Scope), case.only(CaseIncident)
    narrative = held.incident.narrative if held else None
    told = (scope.summary if scope else narrative) or "Nothing has been written here yet."
    findings = sorted(case.all(Finding), key=lambda one: one.type is FindingType.GOOD_PRACTICE)
    approvals = tuple(_approval(case, role) for role in roles)
    return Summary(
        glance=_glance(case, approvals),
        happened=paragraphs_of(told),
        facts=_facts(held),
        found=tuple(
            Found(one.id, one.statement, one.type is FindingType.GOOD_PRACTICE) for one in findings
        ),
        changes=tuple(
            _change(action) for action in sorted(case.all(Action), key=lambda one: int(one.id[1:]))
        ),
        approvals=approvals,
        must_sign=roles,
        easy_read=next(
            (
                f"summary-{one.id.lower()}"
                for one in case.all(people.Summary)
                if one.audience is Audience.EASY_READ
            ),
            None,
        ),
    )


def _undecided(report: CheckReport) -> str | None:
    found = (*report.open, *(one.finding for one in report.accepted))
    count = sum(one.code in _UNDECIDED for one in found)
    if not count:
        return None
    return (
        "1 duty that may apply stands undecided"
        if count == 1
        else f"{count} duties that may apply stand undecided"
    )


def _glance(case: Case, approvals: tuple[Approval, ...]) -> tuple[Glance, ...]:
    questions, findings, actions = case.all(Question), case.all(Finding), case.all(Action)
    answered = sum(one.state is QuestionState.ANSWERED for one in questions)
    good = sum(one.type is FindingType.GOOD_PRACTICE for one in findings)
    verified = sum(one.state is ActionState.VERIFIED for one in actions)
    counting = sum(one.counts for one in approvals)
    approved = Glance(
        f"{counting} of {len(approvals)}", "roles approved the case as it is", "approved"
    )
    return (
        Glance(
            str(len(questions)),
            f"{_noun('question', questions)}, {answered} answered in full",
            "questions",
        ),
        Glance(
            str(len(findings)), f"{_noun('finding', findings)}, {good} of good practice", "found"
        ),
        Glance(
            str(len(actions)), f"{_noun('action', actions)}, {verified} verified so far", "change"
        ),
        *((approved,) if approvals else ()),
    )


def _noun(noun: str, counted: Sized) -> str:
    return noun if len(counted) == 1 else f"{noun}s"


def _facts(held: CaseIncident | None) -> tuple[tuple[str, str], ...]:
    if held is None:
        return ()
    incident = held.incident
    told = (
        ("When", incident.when.written()),
        ("Where", incident.service),
        ("Kind of incident", incident.category),
        ("Physical harm", incident.physical_harm),
        ("Psychological harm", incident.psychological_harm),
    )
    return tuple((label, _capitalised(text)) for label, text in told if text)


def _change(action: Action) -> Change:
    owner = action.owner
    return Change(
        reference=action.id,
        statement=action.statement,
        owner=f"{owner.name}, {owner.role}" if owner else None,
        due=long_date(action.due) if action.due else "not set",
        state=action.state.capitalize(),
    )


def _approval(case: Case, role: str) -> Approval:
    last = last_decisions(case).get(role)
    if last is None:
        return Approval(role, "has not approved yet", counts=False)
    current = last.content_seq == case.content_seq
    said = f"{last.decision} on {long_date(last.at.astimezone(LONDON).date())}"
    if not current:
        said += ", before the case was changed; this no longer counts"
    counts = current and last.decision is Decision.APPROVED
    return Approval(role, said, counts, last.name, last.meaning, entered_by(case, last))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
