from datetime import date
from typing import Any

import pytest

from workbench.checks.examples import found

LIMIT: dict[str, Any] = {
    "person": "P1",
    "what": "One worker in the evening",
    "starts_on": "2026-02-01",
}
REVIEW: dict[str, Any] = {
    "restriction": "R1",
    "on": "2026-03-01",
    "decision": "continue",
    "because": "Calls still come.",
    "by": "house manager",
    "next_review": "2026-03-29",
}
ASKING = (
    "RES001",
    "RES002",
    "RES004",
    "RES006",
    "RES007",
    "RES008",
    "RES009",
)


@pytest.mark.parametrize("code", ASKING)
def test_nothing_is_asked_of_a_restriction_that_has_ended(code: str) -> None:
    assert found(code, ("restriction", "R1", LIMIT)) == ["R1"]
    assert found(code, ("restriction", "R1", {**LIMIT, "ends_on": "2026-03-31"})) == []


@pytest.mark.parametrize("code", ASKING)
def test_nothing_is_asked_of_one_that_a_review_has_ended(code: str) -> None:
    ended = {**REVIEW, "decision": "end", "next_review": None}

    assert found(code, ("restriction", "R1", LIMIT), ("restriction-review", "RR1", ended)) == []


def test_a_review_that_sets_the_next_date_is_a_review_date_until_it_passes() -> None:
    entries = (("restriction", "R1", LIMIT), ("restriction-review", "RR1", REVIEW))

    assert found("RES001", *entries) == []
    assert found("RES003", *entries, on=date(2026, 3, 29)) == []
    assert found("RES003", *entries, on=date(2026, 3, 30)) == ["R1"]


def test_a_review_that_agrees_it_anew_sets_a_new_limit() -> None:
    limited = ("restriction", "R1", {**LIMIT, "time_limit": "2026-03-15"})
    anew = ("restriction-review", "RR1", {**REVIEW, "time_limit": "2026-05-15"})

    assert found("RES005", limited) == ["R1"]
    assert found("RES005", limited, anew) == []


def test_a_planned_end_is_a_time_limit() -> None:
    assert found("RES004", ("restriction", "R1", {**LIMIT, "ends_on": "2026-05-01"})) == []


def test_force_is_asked_about_after_it_ended_too_and_other_kinds_are_not() -> None:
    ended = {**LIMIT, "ends_on": "2026-02-01"}

    assert found("RES011", ("restriction", "R1", {**ended, "type": "isolation"})) == ["R1"]
    assert found("RES011", ("restriction", "R1", {**ended, "type": "other"})) == []
    assert found("RES011", ("restriction", "R1", ended)) == []
