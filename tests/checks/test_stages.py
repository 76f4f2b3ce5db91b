"""Where the checks of stages, commission and access draw their lines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case
from workbench.checks.examples import ExampleEntry, found
from workbench.checks.registry import check_named
from workbench.checks.report import run_checks
from workbench.domain.stages import Stage

ROBIN: dict[str, Any] = {"name": "Robin Example", "role": "investigator"}
TERMS: dict[str, Any] = {"terms": "How did the dose come to be late?", "investigators": [ROBIN]}
EXCEPTION = {"because": "Three people.", "agreed_by": "Chair", "agreed_on": "2026-03-16"}
DONE = {
    "implemented_on": "2026-02-01",
    "communicated_on": "2026-02-02",
    "communicated_to": "All shifts",
}


def approval(role: str, name: str, number: int = 1, **more: object) -> ExampleEntry:
    data = {
        "role": role,
        "name": name,
        "decision": "approved",
        "meaning": "I stand behind it.",
        "at": "2026-03-30T09:00+00:00",
        "content_seq": 1,
        **more,
    }
    return "sign-off", f"SO{number}", data


def move(number: int, came_from: str, to: str, day: int = 20, seq: int = 1) -> ExampleEntry:
    data = {
        "role": "manager",
        "name": "Dana Example",
        "came_from": came_from,
        "to": to,
        "because": "Read and weighed.",
        "at": f"2026-03-{day}T09:00:00+00:00",
        "content_seq": seq,
    }
    return "stage", f"ST{number}", data


def action(number: int, state: str, **grounds: object) -> ExampleEntry:
    dated = {} if state == "open" else DONE
    return "action", f"A{number}", {"statement": "x", "state": state, **dated, **grounds}


@pytest.mark.parametrize(
    ("sign_off", "expected"),
    [
        (approval("manager", "ROBIN EXAMPLE"), ["SO1"]),
        (approval("governance lead", "Robin Example"), ["SO1"]),
        (approval("investigator", "Robin Example"), []),
        (approval("manager", "Dana Example"), []),
        (approval("manager", "Robin Example", decision="returned"), []),
        (approval("manager", "Robin Example", content_seq=7), []),
    ],
    ids=["manager", "governance", "own role", "somebody else", "returned", "outdated"],
)
def test_who_investigates_does_not_approve(sign_off: ExampleEntry, expected: list[str]) -> None:
    assert found("STG001", ("commission", "CO1", TERMS), sign_off) == expected


def test_an_approval_that_was_taken_back_counts_nowhere() -> None:
    given = approval("manager", "Robin Example")
    returned = approval("manager", "Robin Example", 2, decision="returned")

    assert found("STG001", ("commission", "CO1", TERMS), given, returned) == []
    scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})
    assert found("STG004", scope, given, returned, move(1, "reported", "approved")) == ["ST1"]
    assert found("STG005", scope, given) == ["case"]
    assert found("STG005", scope, given, returned) == []


def test_an_approval_given_after_the_move_did_not_carry_it() -> None:
    scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})
    moved = move(1, "reported", "approved")

    assert found("STG004", scope, moved, approval("manager", "Dana")) == ["ST1"]


def test_a_tiny_provider_s_exception_lets_it_through_and_is_shown() -> None:
    commission = ("commission", "CO1", {**TERMS, "tiny_provider_exception": EXCEPTION})
    entries = (commission, approval("manager", "Robin Example"))

    assert found("STG001", *entries) == []
    (shown,) = run_checks(case(*entries), date(2026, 4, 1), checks=[check_named("STG002")]).open
    assert "agreed by Chair: Three people." in shown.message


def test_the_first_move_begins_where_every_case_does() -> None:
    assert found("STG003", move(1, "triaged", "under review")) == ["ST1"]


def test_going_back_is_in_order() -> None:
    moves = (
        move(1, "reported", "analysed"),
        move(2, "analysed", "triaged", 21),
        move(3, "triaged", "approved", 22),
    )

    assert found("STG003", *moves) == []


def test_a_move_dated_before_the_last_one_is_found() -> None:
    assert found("STG003", move(1, "reported", "triaged"), move(2, "triaged", "analysed", 19)) == [
        "ST2"
    ]


def test_approvals_of_a_case_that_was_changed_since_still_carried_the_move() -> None:
    scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})
    later = ("evidence", "E1", {"title": "Rota", "type": "rota"})
    entries = (scope, approval("manager", "Dana"), move(1, "reported", "issued"), later)

    assert found("STG004", *entries) == []
    assert found("STG004", *entries, roles=("manager", "director")) == ["ST1"]


def test_a_case_that_every_role_has_approved_is_expected_at_approved() -> None:
    scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})
    entries = (scope, move(1, "reported", "analysed"), approval("manager", "Dana"))

    assert found("STG005", *entries) == ["case"]
    assert found("STG005", *entries, move(2, "analysed", "approved", 21)) == []


def test_a_case_that_is_only_reported_is_not_behind() -> None:
    assert found("STG005", ("person", "P1", {"role": "person supported"})) == []


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ((action(1, "verified"),), []),
        ((action(1, "open"),), ["A1"]),
        ((action(1, "communicated"),), ["A1"]),
        ((action(1, "not effective", findings=["FI1"]),), ["A1"]),
        (
            (
                action(1, "not effective", findings=["FI1"]),
                action(2, "verified", findings=["FI1"]),
            ),
            [],
        ),
        (
            (
                action(1, "not effective", findings=["FI1"]),
                action(2, "open", findings=["FI1"]),
            ),
            ["A2"],
        ),
        (
            (
                action(1, "verified", causes=["C1"]),
                action(2, "not effective", causes=["C1"]),
            ),
            ["A2"],
        ),
        (
            (
                action(1, "not effective", factors=["F1"]),
                action(2, "verified", factors=["F2"]),
            ),
            ["A1"],
        ),
    ],
    ids=[
        "verified",
        "open",
        "communicated",
        "not effective",
        "taken up",
        "taken up, not verified",
        "only an earlier one",
        "for something else",
    ],
)
def test_an_issued_case_is_verified_when_each_action_is_or_is_taken_up(
    actions: tuple[ExampleEntry, ...], expected: list[str]
) -> None:
    assert found("STG006", *actions, move(1, "reported", "issued")) == expected


def test_before_a_record_is_issued_nothing_is_asked_about_verification() -> None:
    entries = (action(1, "open"), move(1, "reported", "approved"))
    held, checks = case(*entries), [check_named("STG006")]

    assert run_checks(held, date(2026, 4, 1), checks=checks).open == ()
    assert run_checks(held, date(2026, 4, 1), checks=checks, stage=Stage.ACTING).open


def test_a_measure_that_was_never_checked_is_left_open_unless_its_action_was_given_up() -> None:
    measure = ("measure", "M1", {"action": "A1", "statement": "Doses on time"})
    verified = move(1, "reported", "verified")

    assert found("STG007", action(1, "verified"), measure, verified) == ["M1"]
    assert found("STG007", action(1, "not effective"), measure, verified) == []
    assert found("STG007", action(1, "verified"), measure, move(1, "reported", "acting")) == []


def test_an_approval_after_closing_changes_nothing() -> None:
    scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})

    assert found("STG008", scope, move(1, "reported", "closed"), approval("manager", "D")) == []


def test_what_an_investigator_owes_is_said_in_one_finding() -> None:
    (owed,) = run_checks(
        case(("commission", "CO1", TERMS)), date(2026, 4, 1), checks=[check_named("COM003")]
    ).open

    assert "training" in owed.message
    assert "independence" in owed.message
    assert "Robin" not in owed.message


def test_a_commission_without_anybody_to_carry_it_out_is_found() -> None:
    nobody = ("commission", "CO1", {"terms": "Why?"})

    assert found("COM003", nobody) == ["CO1"]
    assert found("COM004", nobody) == []


def test_each_process_that_runs_beside_is_looked_at() -> None:
    running = [
        {"process": "coroner", "lead": "Coroner", "contact_role": "Officer", "must_wait": "None"},
        {"process": "police", "lead": "Police"},
        {"process": "other", "detail": "Pharmacy's review"},
    ]

    assert found("COM005", ("commission", "CO1", {**TERMS, "parallel": running})) == ["CO1"] * 2


def test_an_investigator_is_on_the_list_by_role_too() -> None:
    grants = [{"role": "investigator", "because": "Investigates."}]
    listed = ("access", "AX1", {"kept_by": "investigator", "grants": grants})

    assert found("ACC001", ("commission", "CO1", TERMS), listed) == []
    assert found("ACC001", listed) == []
