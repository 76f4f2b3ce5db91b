"""One fault is planted in a sound case: its check finds it, and closes no other gate."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.cases import sound_case
from tests.fakes.planted import PLANTED, Planted, pending, planted_cases
from workbench.checks.context import RegisterRow
from workbench.checks.registry import Status, all_checks
from workbench.checks.report import CheckReport, run_checks

CASES = planted_cases()
EVERY = pytest.mark.parametrize("planted", CASES, ids=[one.code for one in CASES])
SOUND = run_checks(sound_case(), date(2026, 4, 1), register=RegisterRow("0" * 64))


def subjects(report: CheckReport, code: str) -> list[str]:
    return sorted(one.subject for one in report.open if one.code == code)


def closed_anew(report: CheckReport, *besides: str) -> list[tuple[str, str]]:
    """What closes a gate and did not in the sound case."""
    before = {(one.code, one.subject) for one in SOUND.open}
    return [
        (one.code, one.subject)
        for one in report.open
        if one.gate and one.code not in besides and (one.code, one.subject) not in before
    ]


@EVERY
def test_a_planted_fault_is_found_where_it_is(planted: Planted) -> None:
    assert subjects(planted.report(), planted.code) == sorted(planted.expected)


@EVERY
def test_a_planted_fault_closes_no_gate_of_another_check(planted: Planted) -> None:
    assert closed_anew(planted.report(), planted.code, *planted.also) == []


@EVERY
def test_a_fault_that_was_mended_is_found_no_more(planted: Planted) -> None:
    mended = planted.report_mended()

    assert subjects(mended, planted.code) == []
    assert closed_anew(mended) == []


@EVERY
def test_a_planted_fault_is_told_in_words_under_the_name_of_its_check(planted: Planted) -> None:
    assert (PLANTED / f"{planted.code}.json").exists()
    assert planted.fault.endswith(".")
    assert planted.expected


def test_every_check_in_force_has_a_planted_fault_or_is_known_to_owe_one() -> None:
    stable = {one.code for one in all_checks() if one.status is Status.STABLE}
    planted = {one.code for one in CASES}

    assert stable - planted == pending()
    assert planted <= stable


def test_in_the_sound_case_only_the_approvals_are_open() -> None:
    assert {one.code for one in SOUND.open if one.gate} == {"GOV001"}
    assert SOUND.not_asked == ()
