"""A second, quieter line for each entry: who, from what it is known, how far it has come."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final

from workbench.domain.access import AccessList, Hold, Opening
from workbench.domain.case import Case
from workbench.domain.change import Action, FacesScore, Measure, Verification
from workbench.domain.commission import Commission
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.frameworks import strength_of
from workbench.domain.governance import (
    Acceptance,
    ManagerReview,
    SafeguardingDecision,
    SignOff,
    Supplement,
    Withdrawal,
)
from workbench.domain.inquiry import CaseIncident, Evidence, Person, PersonName, Question, Scope
from workbench.domain.methods import Barrier, EscalationStep, Ownership, PlanInForce, Shift
from workbench.domain.notebook import CaseNotebook
from workbench.domain.people import (
    Comment,
    Interview,
    Involvement,
    Representation,
    StaffSupport,
    Summary,
)
from workbench.domain.quality import QualityRating
from workbench.domain.reasoning import Cause, Factor, Finding, LensConsideration, Link, Problem
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.stages import StageMove
from workbench.domain.story import Event, ExplainedGap
from workbench.domain.triage import Alert, PartnerTold, Triage
from workbench.domain.values import Entity
from workbench.domain.when import written_day, written_moment
from workbench.figures.words import counted
from workbench.widgets.forms.list_words import word_for
from workbench.widgets.forms.short import listed, person, row, sentence, short, worded

__all__ = ["detail_of"]


def detail_of(entity: Entity, case: Case) -> str:
    """Return what else is worth a glance about an entry, in one line; it may be empty."""
    return _DETAILS[type(entity)](entity, case)


def _dated(words: str, day: date | None) -> str:
    return f"{words} {written_day(day)}" if day else ""


def _action(one: Action) -> str:
    strength = strength_of(one.approach)
    return row(
        one.owner.role if one.owner else "no owner yet",
        _dated("by", one.due) or "no date yet",
        word_for(one.state).label,
        sentence(strength) if strength else "",
    )


def _restriction(one: Restriction, case: Case) -> str:
    return row(
        person(case, one.person),
        _dated("since", one.starts_on),
        _dated("ended", one.ends_on) or _dated("next seen", one.review_on),
    )


def _shift(one: Shift) -> str:
    planned = f"{one.planned} planned" if one.planned is not None else ""
    actual = f"{one.actual} there" if one.actual is not None else ""
    agency = f"{one.agency} from an agency" if one.agency else ""
    return row(planned, actual, agency, listed(one.evidence))


def _alert(one: Alert) -> str:
    if one.acknowledged_at is None:
        return row(f"sent {written_moment(one.sent_at)}", "not acknowledged yet")
    return row(
        f"sent {written_moment(one.sent_at)}", f"arrived {written_moment(one.acknowledged_at)}"
    )


def _scores(one: FacesScore) -> str:
    scores = (
        one.feasibility,
        one.acceptability,
        one.cost_benefit,
        one.effectiveness,
        one.sustainability,
    )
    return row(f"{sum(scores)} of 25", short(one.because))


def _plan(one: PlanInForce, case: Case) -> str:
    return row(
        person(case, one.person),
        _dated("from", one.in_force_from),
        _dated("to", one.in_force_to),
        listed(one.evidence),
    )


_DETAILS: Final = MappingProxyType(
    dict(
        (
            worded(CaseIncident, lambda one, _: one.incident.when.written()),
            worded(Triage, lambda one, _: row(sentence(one.role), written_moment(one.at))),
            worded(Alert, lambda one, _: _alert(one)),
            worded(
                PartnerTold,
                lambda one, _: row(written_moment(one.at), one.by_role, listed(one.evidence)),
            ),
            worded(
                Commission,
                lambda one, _: row(
                    _dated("agreed", one.agreed_on),
                    counted(len(one.investigators), "investigator"),
                ),
            ),
            worded(Scope, lambda one, _: short(one.summary)),
            worded(Person, lambda one, _: word_for(one.role).label if one.description else ""),
            worded(PersonName, lambda one, _: listed(one.also_known_as)),
            worded(Supplement, lambda one, _: one.source),
            worded(
                ManagerReview,
                lambda one, _: row(
                    written_moment(one.at),
                    f"escalated to {one.escalated_to}" if one.escalated_to else "not escalated",
                ),
            ),
            worded(
                SafeguardingDecision,
                lambda one, _: row(one.raised_with, one.decided_by, written_moment(one.at)),
            ),
            worded(
                DutyDecision,
                lambda one, _: row(
                    {True: "Applies", False: "Does not apply", None: ""}[one.applies],
                    one.decided_by,
                    written_moment(one.at),
                ),
            ),
            worded(
                DutyStep,
                lambda one, _: row(written_day(one.done_on), short(one.what), listed(one.evidence)),
            ),
            worded(
                Representation,
                lambda one, case: row(
                    f"advocate {person(case, one.advocate)}" if one.advocate else "",
                    short("; ".join(wanted.rstrip(".") for wanted in one.outcomes_wanted)),
                ),
            ),
            worded(
                Involvement,
                lambda one, case: row(
                    person(case, one.person), word_for(one.response).label, one.how
                ),
            ),
            worded(
                StaffSupport,
                lambda one, case: row(person(case, one.person), word_for(one.taken_up).label),
            ),
            worded(
                Interview,
                lambda one, _: row(
                    one.how,
                    _dated("notes agreed", one.notes_agreed_on) or "notes not agreed",
                    listed(one.evidence),
                ),
            ),
            worded(
                Question,
                lambda one, case: row(
                    person(case, one.asked_by),
                    word_for(one.state).label,
                    listed(one.findings, one.evidence),
                ),
            ),
            worded(
                Evidence,
                lambda one, case: row(
                    word_for(one.type).label,
                    person(case, one.account_of),
                    "file kept" if one.sha256 else "",
                ),
            ),
            worded(
                Event,
                lambda one, _: row(
                    one.place,
                    listed(one.who),
                    listed(one.evidence) or "no source yet",
                    "went well" if one.went_well else "",
                ),
            ),
            worded(ExplainedGap, lambda one, _: listed(one.evidence)),
            worded(PlanInForce, _plan),
            worded(
                EscalationStep,
                lambda one, _: row(
                    listed(one_id for one_id in (one.warning_event, one.step_event) if one_id),
                    f"not taken: {short(one.not_taken)}" if one.not_taken else "",
                ),
            ),
            worded(
                Ownership,
                lambda one, _: row(one.role, word_for(one.holds).label, listed(one.evidence)),
            ),
            worded(Shift, lambda one, _: _shift(one)),
            worded(Problem, lambda one, _: listed(one.events)),
            worded(
                Factor,
                lambda one, _: row(
                    word_for(one.effect).label,
                    word_for(one.lens).label if one.lens else "no lens yet",
                    listed(one.evidence, one.events),
                ),
            ),
            worded(LensConsideration, lambda one, _: listed(one.evidence)),
            worded(
                Cause,
                lambda one, _: row(
                    word_for(one.type).label, listed(one.evidence, one.factors, one.events)
                ),
            ),
            worded(
                Link,
                lambda one, _: row(
                    short(one.mechanism), word_for(one.confidence).label, listed(one.evidence)
                ),
            ),
            worded(
                Barrier,
                lambda one, _: row(
                    word_for(one.state).label, f"{short(one.hazard, 40)}, {one.target}"
                ),
            ),
            worded(
                Finding,
                lambda one, _: row(
                    word_for(one.type).label, listed(one.causes, one.factors, one.evidence)
                ),
            ),
            worded(Action, lambda one, _: _action(one)),
            worded(FacesScore, lambda one, _: _scores(one)),
            worded(
                Measure,
                lambda one, _: row(
                    one.action,
                    f"from {one.baseline}" if one.baseline else "",
                    f"to {one.target}" if one.target else "no target yet",
                    _dated("looked at", one.plan.review_on if one.plan else None) or "no plan yet",
                ),
            ),
            worded(Verification, lambda one, _: row(word_for(one.outcome).label, one.by)),
            worded(Restriction, _restriction),
            worded(
                RestrictionReview,
                lambda one, _: row(
                    word_for(one.decision).label, _dated("next seen", one.next_review)
                ),
            ),
            worded(QualityRating, lambda one, _: row(one.name, one.role, short(one.because))),
            worded(
                Comment,
                lambda one, case: row(
                    person(case, one.person) or (word_for(one.role).label if one.role else ""),
                    one.about,
                    "answered" if one.answer else "",
                ),
            ),
            worded(
                Summary,
                lambda one, _: row(
                    counted(len(one.paragraphs), "paragraph"),
                    f"read by {one.tested_with}" if one.tested_with else "",
                ),
            ),
            worded(Acceptance, lambda one, _: row(one.name, one.role)),
            worded(SignOff, lambda one, _: row(one.name, written_moment(one.at))),
            worded(
                StageMove,
                lambda one, _: row(one.name, one.role, written_moment(one.at), short(one.because)),
            ),
            worded(
                AccessList,
                lambda one, _: counted(len(one.grants), "entry", "entries"),
            ),
            worded(CaseNotebook, lambda one, _: f"began from {one.sha256[:12]}"),
            worded(Opening, lambda one, _: one.how),
            worded(Hold, lambda one, _: row(one.name, one.role, written_moment(one.at))),
            worded(Withdrawal, lambda one, _: row(one.name, one.role, short(one.because))),
        )
    )
)
