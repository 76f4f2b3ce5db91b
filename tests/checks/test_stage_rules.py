"""Which approvals the rules on stages count."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.checks.examples import ExampleEntry, found

TERMS: dict[str, Any] = {
    "terms": "How did the dose come to be late?",
    "investigators": [{"name": "Robin Example", "role": "investigator"}],
}
COMMISSION = ("commission", "CO1", TERMS)
LATER = ("evidence", "E1", {"title": "Rota", "type": "rota"})


def decided(name: str = "Robin Example", **changed: object) -> ExampleEntry:
    usual = {
        "role": "manager",
        "name": name,
        "decision": "approved",
        "meaning": "I stand behind it.",
        "at": "2026-03-30T09:00:00+00:00",
        "content_seq": 1,
    }
    return "sign-off", "SO1", {**usual, **changed}


def test_an_investigator_who_sends_a_case_back_has_not_approved_it() -> None:
    assert found("STG001", COMMISSION, decided()) == ["SO1"]
    assert found("STG001", COMMISSION, decided(decision="returned")) == []


def test_an_approval_of_what_the_case_no_longer_says_is_not_counted() -> None:
    assert found("STG001", COMMISSION, decided(), LATER) == []
    assert found("STG001", COMMISSION, LATER, decided(content_seq=2)) == ["SO1"]


@pytest.mark.parametrize(
    ("changed", "later", "expected"),
    [
        ({}, (), ["case"]),
        ({"decision": "returned"}, (), []),
        ({"role": "governance lead"}, (), []),
        ({}, (LATER,), []),
    ],
)
def test_a_case_that_every_role_approved_is_behind_at_reported(
    changed: dict[str, object], later: tuple[ExampleEntry, ...], expected: list[str]
) -> None:
    assert found("STG005", COMMISSION, decided("Dana Example", **changed), *later) == expected


TRIED: dict[str, Any] = {
    "statement": "Move the handover to 19:00.",
    "implemented_on": "2026-02-01",
    "communicated_on": "2026-02-02",
    "communicated_to": "All shifts",
}
ISSUED = (
    "stage",
    "ST1",
    {
        "role": "manager",
        "name": "Dana Example",
        "content_seq": 1,
        "came_from": "reported",
        "to": "issued",
        "because": "Issued.",
        "at": "2026-03-20T09:00:00+00:00",
    },
)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"findings": ["FI1"]}, {"findings": ["FI1"]}, []),
        ({"causes": ["C1"]}, {"causes": ["C1", "C2"]}, []),
        ({"factors": ["F1"]}, {"factors": ["F1"]}, []),
        ({"findings": ["FI1"]}, {"findings": ["FI2"]}, ["A1"]),
        ({"findings": ["FI1"]}, {}, ["A1"]),
    ],
)
def test_an_action_that_did_not_work_is_taken_up_by_another_on_the_same_ground(
    first: dict[str, object], second: dict[str, object], expected: list[str]
) -> None:
    failed = ("action", "A1", {**TRIED, **first, "state": "not effective"})
    after = ("action", "A2", {**TRIED, **second, "state": "verified"})

    assert found("STG006", failed, after, ISSUED) == expected
