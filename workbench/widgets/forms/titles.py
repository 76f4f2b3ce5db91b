"""One line for each entry, as it stands in a list or where another entry refers to it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from workbench.domain.access import AccessList, Hold, Opening
from workbench.domain.case import Case
from workbench.domain.change import Action, FacesScore, Measure, Verification
from workbench.domain.commission import Commission
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.governance import (
    Acceptance,
    ManagerReview,
    SafeguardingDecision,
    SignOff,
    Supplement,
    Withdrawal,
)
from workbench.domain.inquiry import CaseIncident, Evidence, Person, PersonName, Question, Scope
from workbench.domain.law import law_england
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
from workbench.domain.quality import QualityRating, quality_dimensions
from workbench.domain.reasoning import Cause, Factor, Finding, LensConsideration, Link, Problem
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.stages import StageMove
from workbench.domain.story import Event, ExplainedGap
from workbench.domain.triage import Alert, PartnerTold, Triage
from workbench.domain.values import Entity
from workbench.domain.when import written_day, written_moment
from workbench.widgets.forms.data_choices import INCIDENT_FIELDS
from workbench.widgets.forms.list_words import word_for
from workbench.widgets.forms.short import cause, person, row, sentence, short, worded

__all__ = ["title_of"]


def title_of(entity: Entity, case: Case) -> str:
    """Return an entry in one short line.

    Names of people are in the line of a name, and of those who answer for something by name.
    """
    return _TITLES[type(entity)](entity, case)


def _duty(code: str) -> str:
    duty = law_england().duty(code)
    return duty.name if duty else code


def _duty_of(case: Case, identifier: str) -> str:
    decision = case.get(DutyDecision, identifier)
    return _duty(decision.duty) if decision else identifier


def _step(code: str) -> str:
    steps = (duty.step(code) for duty in law_england().entries)
    asked = next((step for step in steps if step is not None), None)
    return short(asked.text.split(". ")[0], 70) if asked else code


def _dimension(code: str) -> str:
    labels = {one.code: one.label for one in quality_dimensions().entries}
    return f"{code} {labels[code]}"


def _action(case: Case, identifier: str) -> str:
    held = case.get(Action, identifier)
    return f"{identifier}: {short(held.statement, 70)}" if held else identifier


def _measure(case: Case, identifier: str) -> str:
    held = case.get(Measure, identifier)
    return f"{identifier}: {short(held.statement, 70)}" if held else identifier


def _restriction(case: Case, identifier: str) -> str:
    held = case.get(Restriction, identifier)
    return f"{identifier}: {short(held.what, 70)}" if held else identifier


_TITLES: Final = MappingProxyType(
    dict(
        (
            worded(CaseIncident, lambda one, _: row(one.incident.id, one.incident.category)),
            worded(Triage, lambda one, _: row(sentence(one.tier), short(one.category))),
            worded(Alert, lambda one, _: row(one.to, short(one.what))),
            worded(PartnerTold, lambda one, _: row(one.partner, short(one.what))),
            worded(Commission, lambda one, _: short(one.terms)),
            worded(Scope, lambda one, _: short(one.title)),
            worded(Person, lambda one, _: sentence(one.description or one.role)),
            worded(PersonName, lambda one, _: row(one.person, one.name)),
            worded(Supplement, lambda one, _: row(INCIDENT_FIELDS[one.field], short(one.value))),
            worded(ManagerReview, lambda one, _: row(sentence(one.role), short(one.decision))),
            worded(
                SafeguardingDecision,
                lambda one, _: row(
                    "Concern raised" if one.concern_raised else "No concern raised",
                    short(one.facts),
                ),
            ),
            worded(DutyDecision, lambda one, _: row(_duty(one.duty), short(one.decision))),
            worded(DutyStep, lambda one, case: row(_step(one.step), _duty_of(case, one.duty))),
            worded(Representation, lambda one, case: person(case, one.person)),
            worded(Involvement, lambda one, _: row(written_moment(one.at), short(one.what))),
            worded(
                StaffSupport, lambda one, _: row(written_moment(one.offered_at), short(one.what))
            ),
            worded(
                Interview, lambda one, case: row(written_moment(one.at), person(case, one.person))
            ),
            worded(Question, lambda one, _: short(one.text)),
            worded(Evidence, lambda one, _: short(one.title)),
            worded(Event, lambda one, _: row(one.when.written(), short(one.what))),
            worded(
                ExplainedGap,
                lambda one, _: row(f"{one.after} to {one.before}", short(one.explanation)),
            ),
            worded(
                PlanInForce,
                lambda one, _: row(
                    one.name or sentence(one.type), f"version {one.version}" if one.version else ""
                ),
            ),
            worded(EscalationStep, lambda one, _: f"{short(one.warning, 60)} → {short(one.step)}"),
            worded(Ownership, lambda one, _: row(short(one.what), one.organisation)),
            worded(Shift, lambda one, _: row(one.period.written(), one.service)),
            worded(Problem, lambda one, _: short(one.statement)),
            worded(Factor, lambda one, _: short(one.statement)),
            worded(
                LensConsideration, lambda one, _: row(word_for(one.lens).label, short(one.because))
            ),
            worded(Cause, lambda one, _: short(one.statement)),
            worded(Link, lambda one, case: f"{cause(case, one.cause)} → {cause(case, one.effect)}"),
            worded(Barrier, lambda one, _: short(one.what)),
            worded(Finding, lambda one, _: short(one.statement)),
            worded(Action, lambda one, _: short(one.statement)),
            worded(
                FacesScore, lambda one, case: row(_action(case, one.action), sentence(one.role))
            ),
            worded(Measure, lambda one, _: short(one.statement)),
            worded(
                Verification,
                lambda one, case: row(written_day(one.on), _measure(case, one.measure)),
            ),
            worded(Restriction, lambda one, _: short(one.what)),
            worded(
                RestrictionReview,
                lambda one, case: row(written_day(one.on), _restriction(case, one.restriction)),
            ),
            worded(
                QualityRating,
                lambda one, _: row(_dimension(one.dimension), word_for(one.rating).label),
            ),
            worded(
                Comment,
                lambda one, _: row(
                    written_moment(one.at), short(one.text) or word_for(one.reply).label
                ),
            ),
            worded(Summary, lambda one, _: row(short(one.title), word_for(one.audience).label)),
            worded(Acceptance, lambda one, _: row(one.code, one.subject, short(one.reason))),
            worded(
                SignOff,
                lambda one, _: row(f"{sentence(one.role)}: {one.decision}", short(one.meaning)),
            ),
            worded(StageMove, lambda one, _: f"{one.came_from} → {one.to}"),
            worded(AccessList, lambda one, _: f"Kept by the {one.kept_by}"),
            worded(CaseNotebook, lambda one, _: one.template),
            worded(Opening, lambda one, _: row(written_moment(one.at), one.name)),
            worded(Hold, lambda one, _: short(one.because)),
            worded(Withdrawal, lambda one, _: f"{one.record}, version {one.version}"),
        )
    )
)
