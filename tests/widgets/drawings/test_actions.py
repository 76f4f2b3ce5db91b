"""What stands beside the list of actions."""

from __future__ import annotations

import pytest

from tests.fakes.drawn_cases import plan_case
from workbench.checks.examples import example_case
from workbench.domain.frameworks import approach_codes, strength_of
from workbench.widgets.drawings.actions import extra

PLAN = {
    "method": "file sampling",
    "detail": "25 doses a week",
    "responsible": "deputy",
    "review_on": "2026-06-15",
}
MEASURE = {"action": "A1", "statement": "Doses on time", "target": "98 of 100", "plan": PLAN}
FINDING = {"statement": "The handover falls into the medication round."}


@pytest.fixture
def panel():
    return extra(plan_case())


def test_every_kind_of_change_has_its_strength(panel):
    assert panel["approaches"] == {code: strength_of(code) for code in approach_codes()}


def test_published_shares_are_in_per_cent(panel):
    assert panel["benchmarks"][0]["label"] == "Hibbert 2018"
    assert panel["benchmarks"][0]["shares"] == {"stronger": 8, "intermediate": 44, "weaker": 48}


def test_scores_stand_by_criterion_and_say_where_they_lie_far_apart(panel):
    feasibility, acceptability, *_ = panel["faces"]["A1"]

    assert feasibility["scores"] == [
        {"role": "night team", "score": 5},
        {"role": "P1 and P4", "score": 2},
    ]
    assert feasibility["apart"]
    assert not acceptability["apart"]
    assert "A2" not in panel["faces"]


def test_findings_are_the_areas_for_improvement():
    accepted = {
        **FINDING,
        "not_acted_on_because": "The service closes in May.",
        "not_acted_on_accepted_by": {"role": "manager", "name": "Bryn Lloyd"},
    }
    case = example_case(
        ("finding", "FI1", FINDING),
        ("finding", "FI2", accepted),
        ("finding", "FI3", {**FINDING, "type": "good practice"}),
    )

    assert [(one["id"], one["accepted"]) for one in extra(case)["findings"]] == [
        ("FI1", False),
        ("FI2", True),
    ]


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (None, "none"),
        ({**MEASURE, "target": None}, "unplanned"),
        ({**MEASURE, "plan": None}, "unplanned"),
        (MEASURE, "set"),
    ],
)
def test_a_measure_is_set_with_a_target_and_a_plan(measure, said):
    entries = [] if measure is None else [("measure", "M1", measure)]
    case = example_case(("action", "A1", {"statement": "Move the handover."}), *entries)

    assert extra(case)["measures"] == {"A1": said}


@pytest.mark.parametrize(
    ("implemented_on", "said"), [("2026-03-01", "late"), ("2026-12-01", "set")]
)
def test_a_measure_that_was_entered_after_the_start_is_late(implemented_on, said):
    done = {
        "statement": "Move the handover.",
        "state": "implemented",
        "implemented_on": implemented_on,
    }
    case = example_case(("action", "A1", done), ("measure", "M1", MEASURE))

    assert extra(case)["measures"] == {"A1": said}


def test_a_measure_before_the_start_counts_though_another_came_later():
    done = {"statement": "Move the handover.", "state": "implemented",
            "implemented_on": "2026-03-20"}  # fmt: skip
    case = example_case(
        ("action", "A1", done), ("measure", "M1", MEASURE), ("measure", "M2", MEASURE)
    )

    assert extra(case)["measures"]["A1"] == "set"
