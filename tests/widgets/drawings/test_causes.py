from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

from tests.figures.samples import case_of, large_case, small_case
from workbench.analysis.causal import build_causal_graph
from workbench.checks.report import run_checks
from workbench.domain.case import Case
from workbench.domain.reasoning import Cause, Link
from workbench.domain.story import Event
from workbench.domain.values import Entity
from workbench.domain.when import When
from workbench.figures.causal_graph import causal_graph_exhibit
from workbench.widgets.drawings import causes

SAID: dict[str, Any] = {"mechanism": "so it was", "confidence": "probable"}


def extra(case: Case) -> dict[str, Any]:
    report = run_checks(case, date(2026, 11, 22))
    return causes.extra(case, build_causal_graph(case), report.open)


def extra_of(*entities: Entity) -> dict[str, Any]:
    return extra(case_of(*entities))


def said_in(box: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Return the paragraphs of a box, each with its mark."""
    return [(" ".join(one["lines"]), one["mark"]) for one in box["stack"]["paragraphs"]]


def hour(number: int) -> When:
    moment = datetime(2026, 3, 14, number, tzinfo=UTC)
    return When(earliest=moment, latest=moment, precision="minute")


def test_every_cause_has_a_box_in_order_of_entry() -> None:
    case = small_case()

    assert [box["id"] for box in extra(case)["boxes"]] == [one.id for one in case.all(Cause)]


def test_a_box_breaks_its_words_as_the_record_does() -> None:
    case = small_case()
    drawn = causal_graph_exhibit(build_causal_graph(case), case).figures[0].drawings[0].svg

    for box in extra(case)["boxes"]:
        statement = box["stack"]["paragraphs"][1]
        assert all(f">{line}</text>" in drawn for line in statement["lines"])


def test_a_box_names_its_gate_only_where_two_causes_meet() -> None:
    both = extra_of(
        Cause(id="C1", type="outcome", statement="Late", combination="any"),
        Cause(id="C2", type="condition", statement="Alone"),
        Cause(id="C3", type="condition", statement="Busy"),
        Link(id="L1", cause="C2", effect="C1", **SAID),
        Link(id="L2", cause="C3", effect="C1", **SAID),
    )

    assert [box["combination"] for box in both["boxes"]] == ["any", None, None]


def test_a_circle_is_said_at_each_cause_in_it_once() -> None:
    found = extra_of(
        Cause(id="C1", type="outcome", statement="Late"),
        Cause(id="C2", type="condition", statement="Busy"),
        Link(id="L1", cause="C2", effect="C1", **SAID),
        Link(id="L2", cause="C1", effect="C2", **SAID),
    )

    for box in found["boxes"]:
        assert said_in(box).count(("Part of a circle", "warn")) == 1


def test_a_cause_without_evidence_says_so() -> None:
    found = extra_of(Cause(id="C1", type="condition", statement="Busy"))

    assert ("No evidence named", "warn") in said_in(found["boxes"][0])
    assert "No evidence named." in found["boxes"][0]["label"]


def test_a_cause_that_came_after_its_effect_says_so_and_so_does_the_link() -> None:
    found = extra_of(
        Event(id="T1", when=hour(8), what="A call"),
        Event(id="T2", when=hour(9), what="A visit"),
        Cause(id="C1", type="event", statement="A call", events=("T1",)),
        Cause(id="C2", type="event", statement="A visit", events=("T2",)),
        Link(id="L1", cause="C2", effect="C1", **SAID),
    )

    assert ("Came after C1", "warn") in said_in(found["boxes"][1])
    assert found["marks"] == {"L1": ["Came after its effect"]}
    assert found["times"]["C1"][1] < found["times"]["C2"][0]


def test_a_person_as_the_last_cause_is_said() -> None:
    found = extra_of(Cause(id="C1", type="condition", statement="P2 was careless"))

    assert ("Ends at a person", "warn") in said_in(found["boxes"][0])


def test_a_cause_has_a_time_only_where_its_events_do() -> None:
    open_ended = When(
        earliest=None,
        latest=datetime(2026, 3, 14, 9, tzinfo=UTC),
        precision="before",
    )
    found = extra_of(
        Event(id="T1", when=open_ended, what="A call"),
        Cause(id="C1", type="event", statement="A call", events=("T1",)),
        Cause(id="C2", type="condition", statement="Busy"),
    )

    assert found["times"] == {}


def test_actions_are_badges_inside_their_box() -> None:
    boxes = extra(small_case())["boxes"]
    badges = [(box, badge) for box in boxes for badge in box["badges"]]

    assert badges
    for box, badge in badges:
        assert 0 < badge["x"] < badge["x"] + badge["width"] <= box["width"]
        assert badge["y"] + badge["height"] <= box["height"]


def test_the_choices_are_those_of_the_domain() -> None:
    found = extra(small_case())

    assert {"value": "deviation from procedure", "label": "Deviation from procedure"} in found[
        "types"
    ]
    assert [one["value"] for one in found["confidences"]] == [
        "established",
        "probable",
        "possible",
    ]


def test_it_is_plain_json_for_a_large_case_too() -> None:
    found = extra(large_case(150, 500, 27))

    assert json.loads(json.dumps(found)) == found
    assert len(found["boxes"]) == 150
