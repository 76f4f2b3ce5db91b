import pytest

from workbench.domain.commission import Commission
from workbench.domain.kinds import kind_named, validate
from workbench.domain.roles import RoleFunction, RoleFunctions
from workbench.errors import InvalidEntry

TERMS = "How did the evening dose come to be late?"
COMMISSION = Commission(
    id="CO1", terms=TERMS, investigators=({"name": "Robin  Example", "role": "investigator"},)
)


def test_an_investigator_is_known_whatever_the_capitals_and_spaces() -> None:
    assert COMMISSION.investigates("robin example")
    assert COMMISSION.investigates("\uff32obin Example")
    assert not COMMISSION.investigates("Sam Example")


@pytest.mark.parametrize("role", ["manager", "governance lead", "registered manager"])
def test_whoever_investigates_is_barred_from_a_role_that_oversees(role: str) -> None:
    assert COMMISSION.bars(RoleFunctions().of(role), "Robin Example")
    assert not COMMISSION.bars(RoleFunctions().of(role), "Sam Example")


def test_whoever_investigates_signs_as_investigator() -> None:
    assert not COMMISSION.bars(RoleFunction.INVESTIGATOR, "Robin Example")


def test_an_exception_lifts_the_bar_and_leaves_the_fact() -> None:
    why = {"because": "Three people.", "agreed_by": "Chair", "agreed_on": "2026-03-16"}
    excepted = Commission.model_validate(
        {**COMMISSION.model_dump(), "tiny_provider_exception": why}
    )

    assert not excepted.bars(RoleFunction.MANAGER, "Robin Example")
    assert excepted.oversees_own_work(RoleFunction.MANAGER, "Robin Example")


def test_another_process_says_which_one_it_is() -> None:
    data = {"terms": TERMS, "parallel": [{"process": "other"}]}

    with pytest.raises(InvalidEntry, match="needs 'detail'"):
        validate(kind_named("commission"), "CO1", data)
