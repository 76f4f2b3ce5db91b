"""What the timeline editor draws beside the events."""

from __future__ import annotations

import json

import pytest

from tests.fakes.drawn_cases import fixtures, long_night
from workbench.analysis.timeline import build_timeline
from workbench.checks.examples import example_case
from workbench.widgets.drawings.timeline import extra


@pytest.fixture
def night():
    case = long_night()
    return extra(case, build_timeline(case))


def test_silences_say_how_long_they_last_and_what_explains_them(night):
    explained, unexplained = night["gaps"]

    assert (explained["after"], explained["before"]) == ("T1", "T2")
    assert explained["explained_by"] == "G1"
    assert explained["explanation"].startswith("The day was as usual")
    assert unexplained["duration"] == "1 day 2 hours"
    assert unexplained["explained_by"] is None


def test_accounts_that_differ_are_pairs_in_order_of_time(night):
    assert night["conflicts"] == [{"first": "T5", "second": "T6", "settled": None}]


def test_late_records_say_how_late(night):
    assert night["late"] == {"T8": "2 days 2 hours"}


def test_an_event_has_its_part_in_an_escalation_in_words(night):
    assert night["marks"] == {
        "T3": ["Early warning"],
        "T4": ["Threshold reached"],
        "T8": ["Step up"],
    }


def test_a_part_that_two_steps_give_an_event_is_said_once():
    step = {"warning": "Pain", "warning_event": "T1", "step": "Call", "step_event": "T1"}
    case = example_case(
        ("event", "T1", {"when": "14/03/2026 18:00", "what": "P1 was in pain."}),
        ("escalation-step", "ES1", step),
        ("escalation-step", "ES2", step),
    )

    assert extra(case, build_timeline(case))["marks"] == {"T1": ["Early warning", "Step up"]}


def test_lanes_share_out_every_event_once(night):
    for lanes in night["lanes"].values():
        events = [event for lane in lanes for event in lane["events"]]

        assert sorted(events) == [f"T{n}" for n in range(1, 10)]


def test_the_lane_of_an_event_is_whoever_tells_it_or_acts_not_the_person_supported(night):
    lanes = {lane["key"]: lane["events"] for lane in night["lanes"]["who"]}

    assert lanes["P3"] == ["T2", "T9"]
    assert lanes["P4"] == ["T7"]
    assert "P1" not in lanes


def test_events_without_a_place_stand_in_the_last_lane(night):
    last = night["lanes"]["place"][-1]

    assert last["key"] is None
    assert last["label"] is None
    assert last["events"] == ["T1", "T5", "T6", "T7"]


def test_lanes_name_people_by_role_and_sources_by_title(night):
    labels = {lane["label"] for lanes in night["lanes"].values() for lane in lanes}

    assert {"P2, night support worker", "Larch House", "E3, Door sensor"} <= labels


def test_the_person_supported_has_a_lane_for_what_nobody_else_took_part_in():
    case = example_case(
        ("person", "P1", {"role": "person supported"}),
        ("event", "T1", {"when": "14/03/2026 18:00", "what": "P1 sat up.", "who": ["P1"]}),
    )

    assert extra(case, build_timeline(case))["lanes"]["who"] == [
        {"key": "P1", "label": "P1, person supported", "events": ["T1"]}
    ]


def test_a_case_without_events_has_nothing_to_draw():
    case = example_case()
    drawn = extra(case, build_timeline(case))

    assert drawn["gaps"] == []
    assert drawn["lanes"] == {"who": [], "place": [], "source": []}


@pytest.mark.parametrize("name", fixtures())
def test_the_fixtures_of_the_drawings_are_what_the_kernel_sends(root, name):
    held = json.loads((root / "widgets" / "fixtures" / f"{name}.json").read_text("utf-8"))

    assert held == json.loads(json.dumps(fixtures()[name])), "run scripts/build_drawing_fixtures.py"
