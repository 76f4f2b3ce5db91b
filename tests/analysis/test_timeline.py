from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.fakes.cases import case
from workbench.analysis.timeline import build_timeline
from workbench.checks.examples import ExampleEntry


def event(identifier: str, when: Any, **more: object) -> ExampleEntry:
    return "event", identifier, {"when": when, "what": "A visit.", **more}


def test_events_stand_in_order_of_time_not_of_entry() -> None:
    timeline = build_timeline(
        case(event("T1", "15/03/2026 09:00"), event("T2", "14/03/2026 09:00"))
    )

    assert [one.id for one in timeline.events] == ["T2", "T1"]


def test_a_case_without_events_has_an_empty_timeline() -> None:
    timeline = build_timeline(case())

    assert (timeline.events, timeline.gaps, timeline.start, timeline.end) == ((), (), None, None)


def test_a_silence_longer_than_the_threshold_is_a_gap() -> None:
    held = case(event("T1", "14/03/2026 08:00"), event("T2", "14/03/2026 21:00"))

    (gap,) = build_timeline(held).gaps

    assert (gap.after, gap.before, gap.duration) == ("T1", "T2", timedelta(hours=13))
    assert build_timeline(held, gap_after=timedelta(hours=13)).gaps == ()


def test_the_default_threshold_is_twelve_hours() -> None:
    held = case(event("T1", "14/03/2026 08:00"), event("T2", "14/03/2026 20:00"))

    assert build_timeline(held).gaps == ()


def test_an_uncertain_time_fills_its_whole_interval() -> None:
    held = case(
        event("T1", "14/03/2026"), event("T2", "14/03/2026 10:00"), event("T3", "15/03/2026 11:00")
    )

    assert build_timeline(held).gaps == ()


def test_a_gap_starts_at_the_event_that_ended_last() -> None:
    held = case(
        event("T1", "between 14/03/2026 08:00 and 14/03/2026 20:00"),
        event("T2", "14/03/2026 09:00"),
        event("T3", "15/03/2026 20:00"),
    )

    (gap,) = build_timeline(held).gaps

    assert (gap.after, gap.before, gap.duration) == ("T1", "T3", timedelta(hours=24))


def test_a_gap_is_measured_in_elapsed_time_when_the_clocks_change() -> None:
    held = case(event("T1", "28/03/2026 20:00"), event("T2", "29/03/2026 09:00"))

    assert build_timeline(held).gaps == ()


def test_an_explanation_covers_its_gap_also_after_an_event_is_added_within() -> None:
    held = case(
        event("T1", "14/03/2026 08:00"),
        event("T2", "16/03/2026 08:00"),
        ("gap", "G1", {"after": "T1", "before": "T2", "explanation": "Away with family."}),
        event("T3", "15/03/2026 08:00"),
    )

    timeline = build_timeline(held)

    assert [gap.explained_by for gap in timeline.gaps] == ["G1", "G1"]
    assert timeline.unexplained_gaps == ()


def test_an_explanation_does_not_cover_a_gap_beside_it() -> None:
    held = case(
        event("T1", "14/03/2026 08:00"),
        event("T2", "15/03/2026 08:00"),
        event("T3", "16/03/2026 08:00"),
        ("gap", "G1", {"after": "T1", "before": "T2", "explanation": "Away with family."}),
        ("gap", "G2", {"after": "T9", "before": "T3", "explanation": "Names nothing."}),
    )

    assert [gap.after for gap in build_timeline(held).unexplained_gaps] == ["T2"]


def test_conflicting_accounts_are_one_pair_and_settled_from_either_side() -> None:
    first = event("T1", "14/03/2026 18:00", conflicts_with=["T2"])
    second = event("T2", "14/03/2026 18:05", conflicts_with=["T1", "T9"])
    settled = event("T1", "14/03/2026 18:00", conflicts_with=["T2"], settled="We follow the chart.")

    (conflict,) = build_timeline(case(first, second)).unsettled_conflicts

    assert (conflict.first, conflict.second) == ("T1", "T2")
    assert build_timeline(case(first, second, settled)).unsettled_conflicts == ()


def test_a_record_made_more_than_a_day_after_the_end_of_the_event_is_late() -> None:
    def recorded(at: str) -> dict[str, str]:
        return {"stated": "14/03/2026", "recorded_at": at}

    held = case(
        event("T1", recorded("2026-03-16T12:59:00+00:00")),
        event("T2", recorded("2026-03-15T22:00:00+00:00")),
        event("T3", "14/03/2026"),
    )

    (late,) = build_timeline(held).recorded_late

    assert late.event == "T1"
    assert late.delay == timedelta(hours=37)
    assert len(build_timeline(held, late_after=timedelta(hours=1)).recorded_late) == 2
