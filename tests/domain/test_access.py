import pytest

from workbench.domain.access import AccessList
from workbench.domain.kinds import kind_named, validate
from workbench.errors import InvalidEntry

KEEPER = {"role": "governance lead", "because": "Keeps the list."}


def listed(*grants: dict[str, str]) -> AccessList:
    return AccessList(id="AX1", kept_by="Governance lead", grants=(KEEPER, *grants))


def test_somebody_is_admitted_by_name_by_account_and_whatever_the_capitals() -> None:
    held = listed(
        {
            "role": "investigator",
            "because": "Investigates.",
            "name": "Robin Example",
            "account": "rexample",
        }
    )

    assert held.admits("robin example")
    assert held.admits("RExample")
    assert not held.admits("Sam Example")
    assert not held.admits("")


def test_a_grant_without_a_name_admits_whoever_holds_the_role() -> None:
    assert listed().admits("Sam Example", ("governance lead",))
    assert not listed().admits("Sam Example", ("manager",))


def test_a_grant_with_a_name_admits_nobody_else_of_the_role() -> None:
    held = listed({"role": "manager", "because": "Approves.", "name": "Dana Example"})

    assert not held.admits("Sam Example", ("manager",))


def test_a_list_that_shuts_out_whoever_keeps_it_is_refused() -> None:
    data = {"kept_by": "manager", "grants": [KEEPER]}

    with pytest.raises(InvalidEntry, match="must be on it"):
        validate(kind_named("access"), "AX1", data)
