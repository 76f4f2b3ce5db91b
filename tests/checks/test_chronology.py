"""Which dates cannot be, and which only make one ask."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.cases import incident
from workbench.checks.examples import ExampleEntry, found, triage

TODAY = date(2026, 4, 1)
ACTION = {"statement": "x", "state": "communicated", "communicated_to": "All shifts"}
MEASURE = ("measure", "M1", {"action": "A1", "statement": "m"})
CHECKED = {"measure": "M1", "outcome": "met", "result": "r", "by": "b"}
SAFEGUARDING = {"facts": "f", "concern_raised": False, "because": "b", "decided_by": "lead"}


def dated(on: str) -> tuple[ExampleEntry, ...]:
    """One entry of each kind that answers an incident, dated `on`."""
    at = f"{on}T12:00:00+00:00"
    return (
        triage(at=at),
        ("safeguarding", "SG1", {**SAFEGUARDING, "at": at}),
        ("duty-step", "DS1", {"duty": "DU1", "step": "apology", "done_on": on}),
        ("commission", "CO1", {"terms": "Why?", "agreed_on": on}),
        ("action", "A1", {"statement": "x", "state": "implemented", "implemented_on": on}),
        ("verification", "V1", {**CHECKED, "on": on}),
    )


EVERY = ["TR1", "SG1", "DS1", "CO1", "A1", "V1"]


def test_every_deed_of_tomorrow_is_still_to_come_and_none_of_today() -> None:
    assert found("CHR001", *dated("2026-04-01"), on=TODAY) == []
    assert found("CHR001", *dated("2026-04-02"), on=TODAY) == EVERY


def test_every_deed_before_the_incident_is_asked_about_and_none_after_it() -> None:
    assert found("CHR002", incident(), *dated("2026-03-13")) == EVERY
    assert found("CHR002", incident(), *dated("2026-03-15")) == []


def test_a_day_counts_as_a_whole_and_a_moment_to_the_minute() -> None:
    same_day = dated("2026-03-14")

    assert found("CHR002", incident(), *same_day) == ["TR1", "SG1"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("14/03/2026 18:30", ["TR1", "SG1"]),
        ("14/03/2026", []),
        ("before 14/03/2026 18:30", []),
        ("after 14/03/2026 18:30", ["TR1", "SG1"]),
    ],
)
def test_what_is_not_known_of_the_incident_excludes_nothing(when: str, expected: list[str]) -> None:
    assert found("CHR002", incident(when=when), *dated("2026-03-14")) == expected


def test_the_day_in_england_counts() -> None:
    near_midnight = triage(at="2026-04-01T23:30:00+00:00")

    assert found("CHR001", near_midnight, on=TODAY) == ["TR1"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [("02/04/2026", ["T1"]), ("01/04/2026", []), ("before 02/04/2026", [])],
)
def test_an_event_has_happened(when: str, expected: list[str]) -> None:
    assert found("CHR001", ("event", "T1", {"when": when, "what": "x"}), on=TODAY) == expected


def test_a_review_that_is_planned_is_not_a_deed() -> None:
    limit = {"person": "P1", "what": "x", "starts_on": "2026-05-01", "review_on": "2026-06-01"}

    assert found("CHR001", ("restriction", "R1", limit), on=TODAY) == []


@pytest.mark.parametrize(
    ("communicated", "checked", "expected"),
    [
        ("2026-03-24", "2026-03-24", []),
        ("2026-03-23", "2026-03-24", ["A1"]),
        ("2026-03-24", "2026-03-23", ["V1"]),
    ],
)
def test_communication_and_checking_come_after_the_change(
    communicated: str, checked: str, expected: list[str]
) -> None:
    action = {**ACTION, "implemented_on": "2026-03-24", "communicated_on": communicated}
    verification = ("verification", "V1", {**CHECKED, "on": checked})

    assert found("CHR003", ("action", "A1", action), MEASURE, verification) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("2026-03-12T09:00:00+00:00", ["T1"]),
        ("2026-03-15T09:00:00+00:00", []),
        (None, []),
    ],
)
def test_an_event_is_known_from_at_least_one_thing_that_came_after_it(
    second: str | None, expected: list[str]
) -> None:
    early = {"title": "Log", "type": "care record", "obtained_at": "2026-03-10T09:00:00+00:00"}
    other = {**early, "obtained_at": second} if second else {"title": "Rota", "type": "rota"}
    event = {"when": "14/03/2026 18:00", "what": "x", "evidence": ["E1", "E2"]}

    assert (
        found(
            "CHR003", ("evidence", "E1", early), ("evidence", "E2", other), ("event", "T1", event)
        )
        == expected
    )


def test_an_action_is_not_due_before_what_it_answers() -> None:
    action = {"statement": "x"}

    assert found("CHR002", incident(), ("action", "A1", {**action, "due": "2020-01-01"})) == ["A1"]
    assert found("CHR002", incident(), ("action", "A1", {**action, "due": "2026-05-01"})) == []


def test_notes_are_agreed_after_the_conversation() -> None:
    talk = {"person": "P3", "at": "2026-03-16T14:00:00+00:00", "how": "face to face"}

    assert found("CHR003", ("interview", "IW1", {**talk, "notes_agreed_on": "2026-03-15"})) == [
        "IW1"
    ]
    assert found("CHR003", ("interview", "IW1", {**talk, "notes_agreed_on": "2026-03-16"})) == []


def test_a_scope_does_not_end_before_it_begins() -> None:
    scope = {"title": "x", "summary": "y", "covers_from": "2026-03-14"}

    assert found("CHR003", ("scope", "SC1", {**scope, "covers_to": "2026-03-13"})) == ["SC1"]
    assert found("CHR003", ("scope", "SC1", {**scope, "covers_to": "2026-03-14"})) == []
