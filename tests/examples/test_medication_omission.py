"""The rapid review: short in proportion, with its reasons for going no deeper."""

from __future__ import annotations

from workbench.analysis.proportionality import propose
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.change import Action, Verification
from workbench.domain.commission import Commission
from workbench.domain.people import Involvement
from workbench.domain.reasoning import Cause, Factor, Finding
from workbench.domain.stages import Stage
from workbench.domain.story import Event
from workbench.domain.triage import Triage
from workbench.domain.vocabulary import Tier
from workbench.examples.library import Example

EXAMPLE = "medication-omission"


def test_it_answers_three_questions_and_draws_no_graph(case: Case) -> None:
    assert 5 <= len(case.all(Event)) <= 10
    assert 1 <= len(case.all(Finding)) <= 4
    assert 1 <= len(case.all(Action)) <= 2
    assert not case.all(Cause)
    assert not case.all(Factor)
    assert case.only(Commission) is None


def test_it_says_why_it_is_no_deeper_than_its_facts_propose(case: Case) -> None:
    triage = case.only(Triage)

    assert triage is not None
    assert (triage.tier, propose(case).tier) == (Tier.RAPID, Tier.THEMATIC)
    assert triage.override_because is not None
    assert "Ferry Lane" in triage.override_because


def test_what_the_checks_leave_was_accepted_by_somebody(example: Example, case: Case) -> None:
    report = run_checks(case, example.record_date, stage=Stage.APPROVED)

    assert {one.code for one in report.open} == {"GOV001"}
    assert {one.finding.code for one in report.accepted} == {"FAC001", "QUA001"}


def test_both_first_results_fell_short_and_are_kept(at_the_end: Case) -> None:
    results = [(one.measure, one.outcome.value) for one in at_the_end.all(Verification)]

    assert results == [
        ("M2", "not met"),
        ("M1", "insufficient data"),
        ("M2", "met"),
        ("M1", "met"),
    ]


def test_the_person_is_told_first_and_last(at_the_end: Case) -> None:
    told = sorted(at_the_end.all(Involvement), key=lambda one: one.at)

    assert (told[0].person, told[-1].person) == ("P1", "P1")
