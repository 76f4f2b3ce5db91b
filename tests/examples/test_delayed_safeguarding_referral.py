"""The story of delayed-safeguarding-referral: four organisations, and who owns what there."""

from __future__ import annotations

from datetime import date, timedelta

from tests.examples.telling import wrong_in_graph
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.timeline import build_timeline
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.change import Action, Verification
from workbench.domain.duty import DutyDecision, DutyStep
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.inquiry import Evidence, Person, Question
from workbench.domain.methods import Ownership
from workbench.domain.people import Representation
from workbench.domain.stages import Stage
from workbench.domain.story import Event
from workbench.domain.vocabulary import EvidenceType, OwnershipTime, PersonRole, QuestionState
from workbench.examples.library import Example

EXAMPLE = "delayed-safeguarding-referral"


def test_the_concern_came_on_the_day_that_the_title_says(example: Example, case: Case) -> None:
    first, raised = case.get(Event, "T1"), case.get(Event, "T16")
    assert first is not None
    assert raised is not None
    days = (raised.when.start.date() - first.when.start.date()) // timedelta(days=1)

    assert f"after {days} days" in example.title


def test_the_record_holds_facts_and_referral_and_leaves_the_decision(case: Case) -> None:
    concerns = case.all(SafeguardingDecision)
    enquiry = next(one for one in case.all(DutyDecision) if one.duty == "care-act-42")

    assert concerns
    assert all(one.concern_raised and one.reference for one in concerns)
    assert enquiry.decided_by == "Local authority"


def test_candour_is_that_of_a_provider_that_is_no_health_body(case: Case) -> None:
    held = {one.duty: one for one in case.all(DutyDecision)}
    steps = {step.step for step in case.all(DutyStep) if step.duty == held["candour-20-9"].id}

    assert "candour-20-8" not in held
    assert {"notify-in-person", "apology", "written-follow-up", "results-of-enquiries"} <= steps


def test_both_people_are_heard_each_with_an_advocate(case: Case) -> None:
    supported = {one.id for one in case.all(Person) if one.role is PersonRole.SUPPORTED}
    told = {one.account_of for one in case.all(Evidence) if one.type is EvidenceType.OWN_ACCOUNT}
    advocates = {one.person: one.advocate for one in case.all(Representation)}

    assert supported == told == set(advocates)
    assert len({*advocates.values()} - {None}) == len(supported)


def test_partners_own_actions_and_each_has_a_way_up(at_the_end: Case) -> None:
    partners = [one for one in at_the_end.all(Action) if one.owner and one.owner.organisation]

    assert {one.owner.organisation for one in partners if one.owner} == {
        "Local authority",
        "Weir Street Surgery",
    }
    assert all(one.escalation_route for one in partners)


def test_ownership_is_told_as_it_was_and_as_agreed_since(at_the_end: Case) -> None:
    pages = at_the_end.all(Ownership)
    agreed = [one for one in pages if one.holds is OwnershipTime.AGREED]

    assert {one.holds for one in pages} == set(OwnershipTime)
    assert all(one.stands_in and one.escalate_after for one in agreed)


def test_timeline_and_graph_hold_together(case: Case) -> None:
    timeline, graph = build_timeline(case), build_causal_graph(case)

    assert timeline.unsettled_conflicts == ()
    assert [gap.after for gap in timeline.unexplained_gaps] == ["T10"]
    assert wrong_in_graph(case, graph) == []


def test_what_checks_ask_about_is_accepted_with_a_reason(example: Example, case: Case) -> None:
    report = run_checks(case, example.record_date, stage=Stage.OUT_FOR_COMMENT)

    assert [(one.code, one.subject) for one in report.open if one.gate != "issue"] == []
    assert sorted((one.finding.code, one.finding.subject) for one in report.accepted) == [
        ("TIM001", "T10"),
        ("TIM003", "T6"),
    ]


def test_what_fell_short_or_was_too_little_was_looked_at_again(at_the_end: Case) -> None:
    looks = [
        (one.measure, one.on, one.outcome.value, one.sampled, one.conforming)
        for one in at_the_end.all(Verification)
        if one.measure in ("M2", "M4")
    ]

    assert sorted(looks) == [
        ("M2", date(2026, 10, 9), "insufficient data", 6, 5),
        ("M2", date(2026, 10, 26), "met", 10, 9),
        ("M4", date(2026, 10, 9), "not met", 20, 14),
        ("M4", date(2026, 10, 26), "met", 20, 18),
    ]


def test_what_cannot_be_answered_stays_unanswered(at_the_end: Case) -> None:
    states = {question.id: question.state for question in at_the_end.all(Question)}

    assert [name for name, state in states.items() if state is QuestionState.CANNOT] == ["Q5"]
