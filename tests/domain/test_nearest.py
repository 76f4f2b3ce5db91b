import pytest

from workbench.domain.nearest import did_you_mean, nearest, or_nearest

KNOWN = ("manager", "Governance lead", "C-0001-triage")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("manger", "manager"),
        ("MANAGER", "manager"),
        ("governance-lead", "Governance lead"),
        ("c-0001-triag", "C-0001-triage"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_nearest_name_is_found_whatever_the_capitals(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


def test_how_much_must_agree_can_be_said() -> None:
    assert nearest("manager of care", KNOWN) == "manager"
    assert nearest("manager of care", KNOWN, alike=0.9) == ""


def test_it_is_asked_before_or_after_what_else_is_said() -> None:
    assert did_you_mean("manger", KNOWN) == "Did you mean 'manager'? "
    assert or_nearest("manger", KNOWN) == ", did you mean 'manager'?"
    assert did_you_mean("xyz", KNOWN) == or_nearest("xyz", KNOWN) == ""


def test_nothing_is_nearest_where_nothing_is_known() -> None:
    assert nearest("manager", ()) == ""
