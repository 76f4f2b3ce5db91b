from datetime import timedelta
from typing import Any

import pytest

from tests.fakes.cases import case
from workbench.analysis.escalation import EscalationDelay, delay_between, measure_escalation
from workbench.domain.when import When

STEP: dict[str, Any] = {"warning": "Curtains closed", "step": "Ring the manager"}


def measured(*times: str, **fields: Any) -> EscalationDelay:
    events = [
        ("event", f"T{n}", {"when": when, "what": "Something."}) for n, when in enumerate(times, 1)
    ]
    named = {"warning_event": "T1", "step_event": f"T{len(times)}"} if times else {}
    (one,) = measure_escalation(
        case(*events, ("escalation-step", "ES1", {**STEP, **named, **fields}))
    ).steps
    return one


@pytest.mark.parametrize(
    ("first", "second", "shortest", "longest"),
    [
        ("14/03/2026 18:00", "14/03/2026 19:30", 90, 90),
        ("between 14/03/2026 18:00 and 14/03/2026 18:30", "14/03/2026 19:00", 30, 60),
        ("before 14/03/2026 18:00", "14/03/2026 19:00", 60, None),
        ("14/03/2026 18:00", "before 14/03/2026 19:00", None, 60),
        ("after 14/03/2026 18:00", "14/03/2026 19:00", None, 60),
        ("14/03/2026 19:00", "14/03/2026 18:00", 0, 0),
        ("28/03/2026 23:30", "29/03/2026 06:30", 360, 360),
    ],
    ids=["exact", "within", "before", "no end", "after", "backwards", "the clocks go forward"],
)
def test_a_delay_is_known_as_surely_as_its_times(
    first: str, second: str, shortest: int | None, longest: int | None
) -> None:
    delay = delay_between(When.parse(first), When.parse(second))

    def minutes(value: int | None) -> timedelta | None:
        return None if value is None else timedelta(minutes=value)

    assert (delay.shortest, delay.longest) == (minutes(shortest), minutes(longest))
    assert delay.known


def test_delays_run_over_the_threshold() -> None:
    one = measured(
        "14/03/2026 18:00",
        "14/03/2026 20:00",
        "15/03/2026 09:00",
        threshold="Two signs",
        threshold_event="T2",
    )

    assert one.to_threshold is not None
    assert one.to_threshold.shortest == timedelta(hours=2)
    assert one.to_step is not None
    assert one.to_step.shortest == timedelta(hours=13)
    assert one.total is not None
    assert one.total.shortest == timedelta(hours=15)


@pytest.mark.parametrize(
    ("second", "late"),
    [
        ("14/03/2026 19:00", False),
        ("14/03/2026 19:01", True),
        ("between 14/03/2026 18:30 and 14/03/2026 19:30", None),
    ],
)
def test_late_is_said_only_where_it_is_sure(second: str, late: bool | None) -> None:
    assert measured("14/03/2026 18:00", second, within_hours=1).late is late


def test_the_plan_counts_from_the_threshold_where_there_is_one() -> None:
    times = ("14/03/2026 18:00", "14/03/2026 20:00", "14/03/2026 20:30")
    from_there = measured(*times, threshold="x", threshold_event="T2", within_hours=1)

    assert from_there.late is False
    assert measured(*times, within_hours=1).late is True


def test_what_has_no_time_is_not_judged() -> None:
    bare = measured(within_hours=1)

    assert (bare.total, bare.late, bare.backwards) == (None, None, False)


def test_a_step_before_its_warning_is_told() -> None:
    assert measured("15/03/2026 18:00", "14/03/2026 18:00").backwards
    assert not measured("14/03/2026", "14/03/2026 18:00").backwards


def test_steps_stand_in_order_of_their_warnings_and_those_without_a_time_last() -> None:
    entries = [
        ("event", "T1", {"when": "15/03/2026 18:00", "what": "x"}),
        ("event", "T2", {"when": "14/03/2026 18:00", "what": "x"}),
        ("escalation-step", "ES1", STEP),
        ("escalation-step", "ES2", {**STEP, "warning_event": "T1"}),
        ("escalation-step", "ES3", {**STEP, "warning_event": "T2", "threshold": "x"}),
    ]
    found = measure_escalation(case(*entries))

    assert [one.step.id for one in found.steps] == ["ES3", "ES2", "ES1"]
    assert [one.step.id for one in found.without_threshold] == ["ES2", "ES1"]
    assert found.late == ()
