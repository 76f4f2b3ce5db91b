from __future__ import annotations

import pytest

from workbench.checks import registry
from workbench.checks.registry import all_checks, check, check_named
from workbench.errors import UnknownName


def test_codes_and_names_are_given_out_once() -> None:
    checks = all_checks()

    assert len({one.code for one in checks}) == len(checks) == len({one.name for one in checks})


def test_every_code_in_the_ledger_is_a_check_or_was_removed() -> None:
    assert {one.code for one in all_checks()} == set(registry._ledger()["codes"])


def test_a_check_is_found_by_code_and_by_name() -> None:
    assert check_named("act001").name == "action-without-owner"
    assert check_named("action-without-owner").code == "ACT001"


def test_an_unknown_code_names_the_nearest() -> None:
    with pytest.raises(UnknownName) as unknown:
        check_named("TIM01")

    assert "Did you mean 'TIM001'?" in unknown.value.remedy


def test_a_code_that_is_taken_is_refused() -> None:
    all_checks()

    with pytest.raises(ValueError, match="ACT001 is taken"):
        check("ACT001", "action-without-owner", severity="warns", source="x")


def test_a_code_that_is_not_in_the_ledger_is_refused() -> None:
    with pytest.raises(ValueError, match=r"codes\.json"):
        check("NEW001", "new-fault", severity="warns", source="x")
