from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fakes.cases import case, incident, sound_case
from tests.fakes.duties import decided, triaged
from workbench.analysis.clocks import Clock, duty_clocks, lapse_of, running_clocks, within
from workbench.analysis.duties import duties_of
from workbench.checks.examples import ExampleEntry
from workbench.domain.vocabulary import Circumstance, ClockKind
from workbench.domain.when import LONDON

REPORTED = datetime(2026, 3, 14, 20, 0, tzinfo=UTC)


def clocks(*entries: ExampleEntry) -> dict[str, Clock]:
    return {one.what: one for one in running_clocks(case(*entries))}


def of_duty(code: str, *entries: ExampleEntry) -> list[Clock]:
    name = next(
        one.duty.name for one in duties_of(case(*entries)).may_apply if one.duty.code == code
    )
    return [one for one in duty_clocks(case(*entries)) if one.what.startswith(f"{name}: ")]


def test_triage_and_review_run_from_the_report_for_two_days_by_our_own_standard() -> None:
    for what in ("Triage", "Manager's review"):
        clock = clocks(incident())[what]

        assert clock.kind is ClockKind.LOCAL
        assert clock.started == REPORTED
        assert clock.lapses == REPORTED + timedelta(hours=48)
        assert not clock.whole_day
        assert "the report, 14 Mar 2026, 20:00" in clock.started_by


def test_what_was_done_runs_no_more() -> None:
    review = ("manager-review", "MR1", {
        "role": "manager", "at": "2026-03-15T10:00+00:00", "decision": "d", "escalated_to": "e",
    })  # fmt: skip

    assert "Triage" not in clocks(incident(), triaged())
    assert "Manager's review" not in clocks(incident(), review)


def test_without_a_time_of_report_the_start_of_the_case_counts_and_it_is_said() -> None:
    clock = clocks(incident(reported_at=None))["Triage"]

    assert "the start of the case" in clock.started_by
    assert clock.started == datetime(2026, 3, 20, 9, 1, tzinfo=UTC)


def test_candour_runs_by_law_without_a_number_of_days() -> None:
    (clock,) = of_duty("candour-20-9", incident(), triaged(Circumstance.TREATED))

    assert clock.kind is ClockKind.STATUTORY
    assert clock.lapses is None
    assert "no number of days" in clock.text
    assert not clock.decided


def test_the_ten_days_run_from_the_report_and_are_contractual() -> None:
    entries = (incident(), triaged(Circumstance.TREATED, Circumstance.CONTRACT))
    (clock,) = of_duty("contract-sc35", *entries)

    assert clock.kind is ClockKind.CONTRACTUAL
    assert clock.lapses == datetime(2026, 3, 24, 23, 59, tzinfo=LONDON)


def test_riddor_runs_from_the_incident_in_two_steps() -> None:
    notify, report = of_duty("riddor-injury", incident(), triaged(Circumstance.HOSPITAL))

    assert notify.lapses is None
    assert report.lapses == datetime(2026, 3, 24, 23, 59, tzinfo=LONDON)
    assert report.started_by.startswith("the incident, 14 Mar 2026, 18:30")


def test_the_fifty_six_days_run_from_the_day_that_the_decision_gives() -> None:
    kind, identifier, data = decided("pfd-28")
    unknown = of_duty("pfd-28", incident(), (kind, identifier, data))
    known = of_duty(
        "pfd-28", incident(), (kind, identifier, {**(data or {}), "since": "2026-03-01"})
    )

    assert [(one.lapses, one.started) for one in unknown] == [(None, None)]
    assert known[0].lapses == datetime(2026, 4, 26, 23, 59, tzinfo=LONDON)
    assert known[0].started_by == "DU1: since 1 Mar 2026"


def test_a_lapse_is_a_whole_day_in_england_also_over_the_change_of_clocks() -> None:
    entries = (incident(reported_at="2026-03-20T23:30:00+00:00"), decided("contract-sc35"))
    held = case(*entries)
    state = next(one for one in duties_of(held).may_apply if one.duty.code == "contract-sc35")

    assert lapse_of(held, state, state.duty.steps[0]) == date(2026, 3, 30)


def test_a_duty_that_was_decided_otherwise_runs_no_clock() -> None:
    entries = (incident(), triaged(Circumstance.TREATED))

    assert of_duty("cqc-18-2-b", *entries, decided("cqc-18-2-b", False)) == []
    assert len(of_duty("cqc-18-2-b", *entries, decided("cqc-18-2-b", None))) == 1


def test_a_step_that_was_taken_runs_no_more() -> None:
    taken = ("duty-step", "DS1", {"duty": "DU1", "step": "notify-cqc", "done_on": "2026-03-16"})

    assert of_duty("cqc-18-2-b", incident(), decided("cqc-18-2-b"), taken) == []


def test_actions_measures_and_restrictions_run_to_their_own_dates() -> None:
    limit = {"person": "P1", "what": "Two workers", "starts_on": "2026-03-20"}
    held = {
        one.subject: one
        for one in running_clocks(
            sound_case(("restriction", "R1", {**limit, "review_on": "2026-04-20"}))
        )
    }

    assert {"A1", "M1", "R1"} <= set(held)
    assert [held[one].text for one in ("A1", "M1", "R1")] == [
        "due date",
        "review date",
        "review date",
    ]
    assert {held[one].kind for one in ("A1", "M1", "R1")} == {ClockKind.LOCAL}


def test_a_review_of_a_restriction_sets_its_next_date_and_an_end_stops_it() -> None:
    limit = {
        "person": "P1",
        "what": "Two workers",
        "starts_on": "2026-03-20",
        "review_on": "2026-04-20",
        "time_limit": "2026-06-01",
    }
    review = {
        "restriction": "R1",
        "on": "2026-04-20",
        "because": "b",
        "by": "manager",
        "persons_view": "Fine.",
    }
    going_on = {**review, "decision": "continue", "next_review": "2026-05-18"}
    held = (("person", "P1", {"role": "person supported"}), ("restriction", "R1", limit))

    def dates(*more: ExampleEntry) -> list[tuple[str, str]]:
        running = running_clocks(case(*held, *more))
        return [(one.text, f"{one.lapses:%d/%m}") for one in running]

    assert dates() == [("review date", "20/04"), ("time limit", "01/06")]
    assert dates(("restriction-review", "RR1", going_on)) == [
        ("review date", "18/05"),
        ("time limit", "01/06"),
    ]
    assert dates(("restriction-review", "RR1", {**review, "decision": "end"})) == []


def test_a_measure_that_was_checked_on_its_day_or_later_runs_no_more() -> None:
    result = {"measure": "M1", "outcome": "met", "result": "r", "by": "b"}
    early = sound_case(("verification", "V1", {**result, "on": "2026-06-14"}))
    on_time = sound_case(("verification", "V1", {**result, "on": "2026-06-15"}))

    assert "M1" in {one.subject for one in running_clocks(early)}
    assert "M1" not in {one.subject for one in running_clocks(on_time)}


def test_what_lapses_first_stands_first_and_what_has_no_length_last() -> None:
    held = running_clocks(case(incident(), triaged(Circumstance.HOSPITAL)))
    lapses = [one.lapses for one in held]
    known = [one for one in lapses if one]

    assert known == sorted(known)
    assert None not in lapses[: len(known)]


def test_within_keeps_what_has_lapsed_what_lapses_soon_and_what_has_no_length() -> None:
    held = running_clocks(case(incident(), triaged(Circumstance.HOSPITAL)))
    at = datetime(2026, 3, 17, 9, 0, tzinfo=UTC)

    soon = within(held, at, 3)

    assert [one.what for one in soon if one.lapses] == ["Manager's review"]
    assert soon[0].lapsed(at)
    assert all(one in soon for one in held if one.lapses is None)
    assert within(held, at, None) == held


TODAY = date(2026, 4, 1)
REVIEW = {"role": "manager", "decision": "d", "escalated_to": "e"}
LIMIT = {"person": "P1", "what": "Two workers", "starts_on": "2026-03-20"}


def running(*entries: ExampleEntry, on: date | None = TODAY) -> set[str]:
    return {one.what for one in running_clocks(case(incident(), *entries), on=on)}


@pytest.mark.parametrize(
    ("at", "runs"),
    [
        ("2026-03-14T19:00:00+00:00", False),
        ("2026-03-14T17:00:00+00:00", True),
        ("2026-04-01T12:00:00+00:00", False),
        ("2026-04-02T12:00:00+00:00", True),
    ],
)
def test_a_review_before_the_incident_or_still_to_come_stops_no_clock(at: str, runs: bool) -> None:
    assert ("Manager's review" in running(("manager-review", "MR1", {**REVIEW, "at": at}))) is runs


def test_without_a_day_to_look_from_nothing_is_still_to_come() -> None:
    review = ("manager-review", "MR1", {**REVIEW, "at": "2030-01-01T12:00:00+00:00"})

    assert "Manager's review" not in running(review, on=None)
    assert "Manager's review" in running(review)


@pytest.mark.parametrize(
    ("done_on", "runs"),
    [("2026-03-13", True), ("2026-03-14", False), ("2026-04-01", False), ("2026-04-02", True)],
)
def test_a_step_of_a_duty_is_taken_between_the_incident_and_today(done_on: str, runs: bool) -> None:
    taken = ("duty-step", "DS1", {"duty": "DU1", "step": "notify-cqc", "done_on": done_on})

    held = case(incident(), decided("cqc-18-2-b"), taken)
    assert bool(duty_clocks(held, on=TODAY)) is runs


@pytest.mark.parametrize(("done_on", "runs"), [("2026-03-19", True), ("2026-03-20", False)])
def test_an_answer_dated_before_the_day_its_clock_runs_from_stops_nothing(
    done_on: str, runs: bool
) -> None:
    kind, identifier, data = decided("pfd-28")
    since = (kind, identifier, {**(data or {}), "since": "2026-03-20"})
    taken = ("duty-step", "DS1", {"duty": "DU1", "step": "answer-coroner", "done_on": done_on})

    assert bool(duty_clocks(case(incident(), since, taken), on=TODAY)) is runs


@pytest.mark.parametrize(("day", "runs"), [("2026-04-01", False), ("2026-04-02", True)])
def test_an_action_that_is_to_be_implemented_is_still_due(day: str, runs: bool) -> None:
    action = {"statement": "Move it.", "due": "2026-04-10", "state": "implemented"}

    assert ("Action: Move it." in running(("action", "A1", {**action, "implemented_on": day}))) is (
        runs
    )


@pytest.mark.parametrize(
    ("state", "checked_on", "runs"),
    [
        ("communicated", "2026-03-30", True),
        ("verified", "2026-03-30", False),
        ("verified", "2026-04-02", True),
        ("not effective", None, False),
        ("verified", None, True),
    ],
)
def test_a_measure_is_settled_with_the_action_that_it_verified_or_that_was_given_up(
    state: str, checked_on: str | None, runs: bool
) -> None:
    done = {
        "state": state,
        "implemented_on": "2026-03-20",
        "communicated_on": "2026-03-21",
        "communicated_to": "All shifts",
    }
    result = {"measure": "M1", "outcome": "met", "result": "r", "by": "b", "on": checked_on}
    checked = (("verification", "V1", result),) if checked_on else ()
    plan = {
        "method": "file sampling",
        "detail": "d",
        "responsible": "deputy",
        "review_on": "2026-06-15",
    }
    measure = ("measure", "M1", {"action": "A1", "statement": "m", "plan": plan})

    held = running(("action", "A1", {"statement": "x", **done}), measure, *checked)

    assert ("Measure: m" in held) is runs


@pytest.mark.parametrize(
    ("ends_on", "runs"), [(None, True), ("2026-03-30", False), ("2026-04-20", True)]
)
def test_a_restriction_that_has_ended_is_not_reviewed_any_more(
    ends_on: str | None, runs: bool
) -> None:
    limit = {**LIMIT, "review_on": "2026-03-25", **({"ends_on": ends_on} if ends_on else {})}

    held = running(("restriction", "R1", limit))

    assert ("Review of the restriction: Two workers" in held) is runs


@pytest.mark.parametrize(("on", "runs"), [("2026-03-31", False), ("2026-04-02", True)])
def test_a_review_that_ends_a_restriction_after_its_date_ends_its_clocks_on_that_day(
    on: str, runs: bool
) -> None:
    limit = ("restriction", "R1", {**LIMIT, "review_on": "2026-03-25"})
    review = {"restriction": "R1", "on": on, "because": "b", "by": "manager", "decision": "end"}

    held = running(limit, ("restriction-review", "RR1", {**review, "persons_view": "Fine."}))

    assert ("Review of the restriction: Two workers" in held) is runs
