"""The story of evening-transition: six reports in one register, and what a man told by showing."""

from __future__ import annotations

from tests.examples.telling import HEADINGS, rows, wrong_in_graph
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.plans import plans_at_the_time
from workbench.analysis.timeline import build_timeline
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.change import Action, Verification
from workbench.domain.inquiry import Evidence
from workbench.domain.people_words import Telling
from workbench.domain.reasoning import Factor
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.stages import Stage
from workbench.domain.story import Event
from workbench.domain.triage import Triage
from workbench.domain.vocabulary import EvidenceType, FactorEffect, Lens, PlanType, ReviewDecision
from workbench.domain.when import When
from workbench.examples.library import Example

EXAMPLE = "evening-transition"


def test_the_recurrence_is_that_of_the_register(example: Example, case: Case) -> None:
    triage = case.only(Triage)
    assert triage is not None
    evenings = {*triage.like_incidents, example.incident}
    of_the_house = [
        row
        for row in rows()
        if row[HEADINGS["service"]] == "Alder Row" and "AR2" in row[HEADINGS["narrative"]]
    ]
    hours = {
        When.parse(row[HEADINGS["when"]["from"]]).start.strftime("%H:%M")
        for row in of_the_house
        if row[HEADINGS["id"]] in evenings
    }

    assert evenings <= {row[HEADINGS["id"]] for row in of_the_house}
    assert (min(hours), max(hours)) == ("17:30", "18:10")


def test_each_evening_of_the_register_is_on_the_timeline(example: Example, case: Case) -> None:
    triage = case.only(Triage)
    assert triage is not None
    told = {event.when.start for event in case.all(Event)}
    registered = {
        When.parse(row[HEADINGS["when"]["from"]]).start
        for row in rows()
        if row[HEADINGS["id"]] in (*triage.like_incidents, example.incident)
    }

    assert registered <= told


def test_the_person_tells_without_words_and_seeing_is_kept_from_reading(case: Case) -> None:
    own = next(
        one
        for one in case.all(Evidence)
        if one.type is EvidenceType.OWN_ACCOUNT and one.account_of == "P1"
    )

    assert Telling.OBSERVED in own.told_by
    assert own.understood_with is not None
    assert own.description is not None
    assert own.description.index("Seen:") < own.description.index("Taken to mean:")


def test_the_plan_in_force_that_day_is_told_from_the_one_written_since(case: Case) -> None:
    held = [
        (one.plan.version, one.in_force)
        for one in plans_at_the_time(case)
        if one.plan.type is PlanType.PBS
    ]

    assert held == [("4", True), ("5", False)]


def test_a_restriction_that_began_unasked_is_told_and_ended(case: Case) -> None:
    lock = case.only(Restriction)
    decisions = [review.decision for review in case.all(RestrictionReview)]

    assert lock is not None
    assert lock.ends_on is not None
    assert decisions == [ReviewDecision.REDUCE, ReviewDecision.END]


def test_timeline_and_graph_hold_together(case: Case) -> None:
    timeline, graph = build_timeline(case), build_causal_graph(case)

    assert timeline.unexplained_gaps == ()
    assert timeline.unsettled_conflicts == ()
    assert len(timeline.conflicts) == 1
    assert wrong_in_graph(case, graph) == []
    assert {factor.lens for factor in case.all(Factor)} == set(Lens)
    assert {factor.effect for factor in case.all(Factor)} == set(FactorEffect)


def test_checks_ask_about_nothing(example: Example, case: Case) -> None:
    report = run_checks(case, example.record_date, stage=Stage.OUT_FOR_COMMENT)

    assert [(one.code, one.subject) for one in report.open if one.gate != "issue"] == []


def test_what_fell_short_or_was_too_little_was_looked_at_again(at_the_end: Case) -> None:
    looks = [
        (one.measure, one.outcome.value, one.sampled, one.conforming)
        for one in at_the_end.all(Verification)
        if one.measure in ("M2", "M6")
    ]

    assert sorted(looks) == [
        ("M2", "met", 20, 19),
        ("M2", "not met", 20, 14),
        ("M6", "insufficient data", 2, 2),
        ("M6", "met", 5, 5),
    ]


def test_nobody_checks_an_action_of_their_own(at_the_end: Case) -> None:
    owners = {action.id: action.owner for action in at_the_end.all(Action)}
    own = [
        check.id
        for check in at_the_end.all(Verification)
        for owner in [owners["A" + check.measure.removeprefix("M")]]
        if owner is not None and owner.role.casefold() in check.by.casefold()
    ]

    assert own == []
