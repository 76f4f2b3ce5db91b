"""Where a rule draws its line, beyond the example and counter-example of its page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case, incident
from workbench.checks.context import RegisterRow
from workbench.checks.examples import ExampleEntry, found
from workbench.checks.registry import check_named
from workbench.checks.report import run_checks
from workbench.domain.frameworks import factor_framework
from workbench.domain.incident import REQUIRED_FIELDS

REVIEW: dict[str, Any] = {"role": "manager", "decision": "Review.", "escalated_to": "Director"}
LIMIT: dict[str, Any] = {"person": "P1", "what": "Goes out with one worker"}


def reviewed(at: str, identifier: str = "MR1") -> ExampleEntry:
    return "manager-review", identifier, {**REVIEW, "at": at}


def not_asked(code: str, *entries: ExampleEntry) -> list[str]:
    report = run_checks(case(*entries), date(2026, 4, 1), checks=[check_named(code)])
    return [one.reason for one in report.not_asked]


@pytest.mark.parametrize("field", REQUIRED_FIELDS)
def test_each_missing_required_field_is_asked_for_by_one_check(field: str) -> None:
    asking = {"manager_review": "INC002", "safeguarding": "INC004"}.get(field, "INC001")

    assert found(asking, incident(**{field: None}))
    assert len(found("INC001", incident(**{field: None}))) == (asking == "INC001")


def test_a_review_exactly_two_days_after_the_report_is_in_time() -> None:
    assert found("INC003", incident(), reviewed("2026-03-16T20:00:00+00:00")) == []
    assert found("INC003", incident(), reviewed("2026-03-16T20:01:00+00:00")) == ["MR1"]


def test_the_first_review_counts_whatever_the_order_of_entry() -> None:
    late, early = reviewed("2026-03-20T09:00+00:00"), reviewed("2026-03-15T09:00+00:00", "MR2")

    assert found("INC003", incident(), late, early) == []


def test_without_a_time_of_report_lateness_cannot_be_asked() -> None:
    entries = (incident(reported_at=None), reviewed("2026-03-20T09:00+00:00"))

    assert found("INC003", *entries) == []
    assert not_asked("INC003", *entries) == [
        "the register does not say when the incident was reported"
    ]


def test_the_register_is_asked_only_when_it_was_looked_at() -> None:
    assert not_asked("INC005", incident()) == ["the register was not looked at"]
    assert found("INC005", incident(), register=RegisterRow(None)) == ["I1"]


@pytest.mark.parametrize("kind", ["human action", "omission", "deviation from procedure"])
def test_what_people_do_needs_a_preceding_cause_even_with_a_stop_reason(kind: str) -> None:
    act = ("cause", "C1", {"statement": "x", "type": kind, "stop_reason": "Not asked."})

    assert found("GRA005", act) == ["C1"]
    assert found("GRA007", act) == []


@pytest.mark.parametrize(
    ("link", "cause", "combination", "expected"),
    [
        ({"confidence": "possible"}, {}, "all", ["L2"]),
        ({"evidence_against": ["E1"]}, {}, "all", ["L2"]),
        ({}, {"evidence_against": ["E1"]}, "all", ["L2"]),
        ({}, {}, "all", []),
        ({"confidence": "possible"}, {}, "any", []),
    ],
)
def test_an_and_asks_that_each_of_its_causes_is_sure(
    link: dict[str, object], cause: dict[str, object], combination: str, expected: list[str]
) -> None:
    said = {"effect": "C1", "mechanism": "It was not seen", "confidence": "probable"}
    outcome = {"statement": "A late dose", "type": "outcome", "combination": combination}
    entries = (
        ("evidence", "E1", {"title": "Rota", "type": "rota"}),
        ("cause", "C1", outcome),
        ("cause", "C2", {"statement": "The rota overlapped", "type": "condition"}),
        ("cause", "C3", {"statement": "The pager was silent", "type": "condition", **cause}),
        ("link", "L1", {**said, "cause": "C2"}),
    )

    assert found("GRA011", *entries, ("link", "L2", {**said, "cause": "C3", **link})) == expected


def test_a_single_cause_that_is_only_possible_is_no_and() -> None:
    entries = (
        ("cause", "C1", {"statement": "A late dose", "type": "outcome"}),
        ("cause", "C2", {"statement": "The rota overlapped", "type": "condition"}),
        ("link", "L1", {"cause": "C2", "effect": "C1", "mechanism": "x", "confidence": "possible"}),
    )

    assert found("GRA011", *entries) == []


def test_a_trait_is_found_by_its_word_too() -> None:
    assert found("GRA008", ("cause", "C1", {"statement": "An attitude", "type": "condition"})) == [
        "C1"
    ]


def test_an_action_due_today_is_not_overdue() -> None:
    action = ("action", "A1", {"statement": "x", "due": "2026-04-01"})

    assert found("ACT005", action) == []
    assert found("ACT005", action, on=date(2026, 4, 2)) == ["A1"]


def test_a_measure_owes_target_and_plan() -> None:
    (finding,) = run_checks(
        case(("measure", "M1", {"action": "A1", "statement": "x"})),
        date(2026, 4, 1),
        checks=[check_named("ACT006")],
    ).open

    assert "a target and a plan" in finding.message


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((), ["A1"]),
        ((("2026-03-01", "met"),), []),
        ((("2026-03-01", "insufficient data"),), ["A1"]),
        ((("2026-03-01", "not met"), ("2026-03-20", "met")), []),
        ((("2026-03-20", "not met"), ("2026-03-01", "met")), ["A1"]),
    ],
)
def test_the_latest_verification_decides_whether_an_action_is_verified(
    outcomes: tuple[tuple[str, str], ...], expected: list[str]
) -> None:
    action = {
        "statement": "x",
        "state": "verified",
        "implemented_on": "2026-02-01",
        "communicated_on": "2026-02-02",
        "communicated_to": "All shifts",
    }
    verifications = tuple(
        ("verification", f"V{place}", {"measure": "M1", "on": on, "outcome": outcome})
        for place, (on, outcome) in enumerate(outcomes, start=1)
    )

    assert (
        found(
            "ACT007",
            ("action", "A1", action),
            ("measure", "M1", {"action": "A1", "statement": "x"}),
            *(
                (kind, id_, {**data, "result": "x", "by": "deputy"})
                for kind, id_, data in verifications
            ),
        )
        == expected
    )


def test_a_restriction_that_has_ended_needs_no_review() -> None:
    limit = {**LIMIT, "starts_on": "2026-01-01"}

    assert found("RES001", ("restriction", "R1", {**limit, "ends_on": "2026-04-01"})) == []
    assert found("RES001", ("restriction", "R1", {**limit, "ends_on": "2026-04-02"})) == ["R1"]


def test_each_thing_a_restriction_owes_is_asked_for_by_a_check_of_its_own() -> None:
    held = case(
        ("restriction", "R1", {**LIMIT, "starts_on": "2026-01-01", "rationale": "Exploited."})
    )
    owed = [check_named(code) for code in ("RES002", "RES006", "RES007", "RES008", "RES009")]

    found = run_checks(held, date(2026, 4, 1), checks=owed).open

    assert [one.code for one in found] == ["RES006", "RES007", "RES008", "RES009"]


def test_the_group_of_a_factor_is_looked_up_in_the_chosen_framework() -> None:
    held = case(("factor", "F1", {"statement": "x", "group": "workplace"}))
    check = [check_named("FAC002")]

    assert run_checks(held, date(2026, 4, 1), framework=factor_framework("npsa"), checks=check).open
    assert not run_checks(
        held, date(2026, 4, 1), framework=factor_framework("nhs"), checks=check
    ).open
