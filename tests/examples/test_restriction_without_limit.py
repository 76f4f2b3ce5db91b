"""The review of a restrictive practice: every restriction is reviewed, made less, and ends."""

from __future__ import annotations

from workbench.analysis.duties import duties_of
from workbench.analysis.restrictions import standings
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.change import Verification
from workbench.domain.inquiry import Evidence, Person
from workbench.domain.people import Involvement, Representation
from workbench.domain.people_words import Capacity, Telling
from workbench.domain.restriction import RestrictionReview
from workbench.domain.stages import Stage
from workbench.domain.vocabulary import PersonRole, ReviewDecision
from workbench.examples.library import Example

EXAMPLE = "restriction-without-limit"


def test_one_restriction_goes_on_in_the_record_reduced_and_with_its_end(
    example: Example, case: Case
) -> None:
    running = [one for one in standings(case, example.record_date) if one.in_force]

    assert [one.restriction.id for one in running] == ["R1"]
    assert running[0].what.startswith("Half-height door")
    assert running[0].review_by is not None
    assert running[0].limit is not None


def test_none_is_left_in_the_end_and_each_review_holds_the_persons_view(
    example: Example, at_the_end: Case
) -> None:
    reviews = at_the_end.all(RestrictionReview)

    assert not any(one.in_force for one in standings(at_the_end, example.after[-1].at.date()))
    assert {one.decision for one in reviews} == set(ReviewDecision)
    assert [one.id for one in reviews if not one.persons_view] == []


def test_capacity_is_found_decision_by_decision(case: Case) -> None:
    (held,) = [one for one in case.all(Representation) if one.person == "P1"]

    assert {one.outcome for one in held.capacity} == {Capacity.HAS, Capacity.LACKS}
    assert held.advocate is not None


def test_the_person_tells_without_words(case: Case) -> None:
    told = {way for one in case.all(Evidence) if one.account_of == "P1" for way in one.told_by}

    assert Telling.OBSERVED in told


def test_nobody_here_decides_on_a_deprivation_of_liberty(case: Case) -> None:
    (found,) = [one for one in duties_of(case).may_apply if one.duty.code == "cqc-18-2-c-d"]

    assert found.decision is not None
    assert found.decision.applies is False
    assert "Court of Protection" in found.decision.because


def test_the_checks_find_nothing_but_the_approvals(example: Example, case: Case) -> None:
    report = run_checks(case, example.record_date, stage=Stage.OUT_FOR_COMMENT)

    assert {one.code for one in report.open} == {"GOV001"}
    assert report.accepted == ()


def test_a_first_round_that_fell_short_is_kept(at_the_end: Case) -> None:
    rounds = [
        (one.outcome.value, one.sampled, one.conforming)
        for one in at_the_end.all(Verification)
        if one.measure == "M3"
    ]

    assert rounds == [("not met", 9, 7), ("met", 8, 8)]


def test_those_whose_home_it_is_have_the_last_word(at_the_end: Case) -> None:
    supported = {one.id for one in at_the_end.all(Person) if one.role is PersonRole.SUPPORTED}
    told = sorted(at_the_end.all(Involvement), key=lambda one: one.at)

    assert {one.person for one in told[-2:]} == supported
