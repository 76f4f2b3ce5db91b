"""What a case cannot be approved without, in each tier."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.cases import REVIEWED, case, sound_case
from workbench.checks.examples import ExampleEntry, found
from workbench.checks.registry import Gate, check_named
from workbench.checks.report import CheckReport, run_checks

CODES = ("BAS001", "BAS002", "BAS003")
PERSON = ("person", "P1", {"role": "person supported"})
EVENT = {"when": "14/03/2026 22:10", "what": "The dose was given."}
FINDING = ("finding", "FI1", {"statement": "Two duties fell in one half hour."})
FACTOR = ("factor", "F1", {"statement": "Rota overlap"})
OUTCOME = ("cause", "C1", {"statement": "A late dose", "type": "outcome"})
CONDITION = ("cause", "C2", {"statement": "The rota overlapped", "type": "condition"})
LINK = {"mechanism": "Both needed the same two people", "confidence": "probable"}
LIMIT = {"person": "P1", "what": "Two workers", "starts_on": "2026-03-20"}


def triaged(tier: str) -> ExampleEntry:
    data = next(data for kind, _, data in REVIEWED if kind == "triage")
    return "triage", "TR1", {**(data or {}), "tier": tier}


RAPID = triaged("rapid learning review")


def report(*entries: ExampleEntry) -> CheckReport:
    return run_checks(case(*entries), date(2026, 4, 1), checks=[check_named(one) for one in CODES])


def test_a_case_in_which_nothing_was_entered_is_not_approved_whatever_its_tier() -> None:
    for tier in ((), (triaged("thematic review"),), (triaged("structured analysis"),)):
        assert [one.code for one in report(*tier).blocking(Gate.APPROVE)] == [*CODES]
    assert [one.code for one in report(RAPID).blocking(Gate.APPROVE)] == ["BAS001", "BAS003"]


def test_a_sound_case_lacks_nothing() -> None:
    checks = [check_named(one) for one in CODES]

    assert run_checks(sound_case(), date(2026, 4, 1), checks=checks).open == ()


@pytest.mark.parametrize(
    ("held", "asked_for"),
    [
        ((), ("person", "event", "evidence")),
        ((PERSON,), ("event", "evidence")),
        ((PERSON, ("event", "T1", EVENT)), ("evidence",)),
    ],
)
def test_one_finding_names_each_thing_that_is_not_there(
    held: tuple[ExampleEntry, ...], asked_for: tuple[str, ...]
) -> None:
    (message,) = [one.message for one in report(*held).open if one.code == "BAS001"]

    named = ("person", "event", "evidence")
    assert tuple(one for one in named if f"({one})" in message) == asked_for


def test_an_account_is_enough_to_know_from_in_a_rapid_review_only() -> None:
    told = ("event", "T1", {**EVENT, "account_of": "P1"})

    assert found("BAS001", PERSON, told, RAPID) == []
    assert found("BAS001", PERSON, told) == ["case"]


def test_a_rapid_review_needs_a_finding_and_neither_factor_nor_cause() -> None:
    assert found("BAS003", RAPID) == ["case"]
    assert found("BAS003", RAPID, FINDING) == []
    assert found("BAS003", FINDING) == ["case"]


@pytest.mark.parametrize(
    ("causes", "expected"),
    [
        ((), ["case"]),
        ((OUTCOME,), ["case"]),
        ((OUTCOME, CONDITION), ["case"]),
        ((OUTCOME, CONDITION, ("link", "L1", {**LINK, "cause": "C2", "effect": "C1"})), []),
    ],
)
def test_a_deeper_look_explains_the_outcome_by_a_cause(
    causes: tuple[ExampleEntry, ...], expected: list[str]
) -> None:
    assert found("BAS003", FINDING, FACTOR, *causes) == expected


def test_that_no_cause_is_the_outcome_is_left_to_its_own_check() -> None:
    assert found("BAS003", FINDING, FACTOR, CONDITION) == []
    assert found("GRA002", FINDING, FACTOR, CONDITION) == ["case"]


def test_a_restriction_in_place_needs_no_event_and_no_cause_until_something_happened() -> None:
    restriction = ("restriction", "R1", LIMIT)
    evidence = ("evidence", "E1", {"title": "Plan", "type": "care record"})

    assert found("BAS001", PERSON, restriction, evidence) == []
    assert found("BAS003", restriction, FINDING, FACTOR) == []
    assert found("BAS003", restriction, FINDING, FACTOR, ("event", "T1", EVENT)) == ["case"]


@pytest.mark.parametrize("code", CODES)
def test_a_manager_may_accept_with_a_reason_and_an_investigator_may_not(code: str) -> None:
    def accepted(role: str) -> list[str]:
        data = {"code": code, "subject": "case", "role": role, "name": "Dana Example"}
        return found(code, ("acceptance", "AC1", {**data, "reason": "Nothing is to change."}))

    assert accepted("manager") == []
    assert accepted("investigator") == ["case"]
