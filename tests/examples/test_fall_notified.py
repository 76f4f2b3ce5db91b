"""The fall: four duties with their steps, and a person who keeps her walk."""

from __future__ import annotations

from tests.examples.telling import wrong_in_graph
from workbench.analysis.causal import build_causal_graph
from workbench.analysis.cut_sets import find_cut_sets
from workbench.analysis.duties import duties_of
from workbench.analysis.timeline import build_timeline
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.change import Verification
from workbench.domain.commission import Commission
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.people import Involvement
from workbench.domain.restriction import Restriction
from workbench.domain.stages import Stage
from workbench.examples.library import Example

EXAMPLE = "fall-notified"


def test_each_duty_that_may_apply_is_decided_and_owes_no_step(case: Case) -> None:
    held = {one.duty.code: one for one in duties_of(case).may_apply if one.verified}

    assert {"candour-20-9", "cqc-18-2-a", "cqc-18-2-e", "riddor-injury"} <= held.keys()
    assert [code for code, one in held.items() if not one.decided] == []
    assert [code for code, one in held.items() if one.found_to_apply and one.owed] == []


def test_safeguarding_is_looked_at_again_on_new_facts(case: Case) -> None:
    decided = [one.concern_raised for one in case.all(SafeguardingDecision)]
    commission = case.only(Commission)

    assert decided == [False, True]
    assert commission is not None
    assert {"safeguarding enquiry", "regulator", "NHS trust's own review"} <= {
        one.process.value for one in commission.parallel
    }


def test_the_graph_ends_in_conditions_and_every_group_of_causes_is_broken(case: Case) -> None:
    graph = build_causal_graph(case)

    assert wrong_in_graph(case, graph) == []
    assert [
        group for outcome in find_cut_sets(graph) for group in outcome.sets if not group.broken_by
    ] == []


def test_every_silence_is_explained(case: Case) -> None:
    timeline = build_timeline(case)

    assert timeline.gaps
    assert (timeline.unexplained_gaps, timeline.recorded_late) == ((), ())


def test_what_the_checks_leave_was_accepted_by_somebody(example: Example, case: Case) -> None:
    report = run_checks(case, example.record_date, stage=Stage.OUT_FOR_COMMENT)

    assert {one.code for one in report.open} == {"GOV001"}
    assert [(one.finding.code, one.finding.subject) for one in report.accepted] == [
        ("PPL006", "P5")
    ]


def test_results_that_fell_short_or_told_too_little_are_kept(at_the_end: Case) -> None:
    first = {one.measure: one.outcome.value for one in reversed(at_the_end.all(Verification))}
    last = {one.measure: one.outcome.value for one in at_the_end.all(Verification)}

    assert (first["M2"], first["M4"]) == ("not met", "insufficient data")
    assert set(last.values()) == {"met"}


def test_nothing_that_was_done_limits_her_life(at_the_end: Case) -> None:
    assert at_the_end.all(Restriction) == ()


def test_she_has_the_last_word(at_the_end: Case) -> None:
    last = max(at_the_end.all(Involvement), key=lambda one: one.at)

    assert last.person == "P1"
    assert last.said is not None
