from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.conduct.hold import lift, place
from workbench.domain.access import Hold
from workbench.domain.commission import Commission
from workbench.errors import (
    CaseErased,
    CaseHeld,
    InvalidInput,
    NotFound,
    SigningRefused,
    UnknownName,
)

WHY = "The coroner has asked for the file"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def held(office: Office, case_id: str) -> Hold:
    return place(
        office.workspace,
        office.ledger,
        case_id,
        role="governance lead",
        name="Carys Okafor",
        because=WHY,
        author="Carys Okafor",
        at=NOW,
    )


def lifted(
    office: Office,
    case_id: str,
    hold: str,
    *,
    role: str = "governance lead",
    name: str | None = None,
    because: str = "Concluded",
    author: str = "A",
) -> str:
    return lift(
        office.workspace,
        office.ledger,
        case_id,
        hold,
        role=role,
        name=name,
        because=because,
        author=author,
        at=NOW,
    )


def erase(office: Office, case_id: str) -> None:
    office.ledger.erase(case_id, author="A", reason="Retention ended", at=NOW)


def test_a_hold_says_who_why_and_from_when(office: Office) -> None:
    case_id = office.start()
    placed = held(office, case_id)

    assert office.ledger.fold(case_id).all(Hold) == (placed,)
    assert (placed.id, placed.role, placed.because, placed.at) == (
        "H1",
        "governance lead",
        WHY,
        NOW,
    )


def test_what_is_held_is_not_erased_and_the_error_names_the_hold_not_people(
    office: Office,
) -> None:
    case_id = office.start()
    held(office, case_id)
    before = office.ledger.fold(case_id)

    with pytest.raises(CaseHeld, match="H1") as caught:
        erase(office, case_id)

    assert "Carys" not in f"{caught.value} {caught.value.remedy}"
    assert "coroner" not in f"{caught.value} {caught.value.remedy}"
    assert office.ledger.fold(case_id) == before


def test_each_hold_is_lifted_on_its_own_and_the_last_lets_go(office: Office) -> None:
    case_id = office.start()
    held(office, case_id)
    held(office, case_id)
    lifted(office, case_id, "H1")

    with pytest.raises(CaseHeld, match="hold H2;"):
        erase(office, case_id)

    lifted(office, case_id, "H2")
    erase(office, case_id)
    with pytest.raises(CaseErased):
        office.ledger.fold(case_id)


def test_a_hold_is_lifted_with_a_reason_that_is_kept(office: Office) -> None:
    case_id = office.start()
    held(office, case_id)

    with pytest.raises(InvalidInput):
        lifted(office, case_id, "H1", because=" ")

    lifted(office, case_id, "H1", because="Inquest concluded")
    assert office.ledger.history(case_id)[-1].reason == (
        "Lifted by A (governance lead): Inquest concluded"
    )


def test_with_keys_a_hold_is_lifted_by_who_holds_the_key_of_a_role_that_signs(
    office: Office,
) -> None:
    case_id = office.start()
    office.make_keys()
    held(office, case_id)

    with pytest.raises(InvalidInput, match="holds a key"):
        lifted(office, case_id, "H1", name="Sam Example")
    with pytest.raises(UnknownName):
        lifted(office, case_id, "H1", role="cook", name="Sam Example")
    assert [one.id for one in office.ledger.fold(case_id).all(Hold)] == ["H1"]

    assert lifted(office, case_id, "H1") == "Carys Okafor"
    assert office.ledger.fold(case_id).all(Hold) == ()


def test_an_investigator_does_not_lift_a_hold_in_the_name_of_the_governance_lead(
    office: Office,
) -> None:
    case_id = office.start()
    office.make_keys()
    held(office, case_id)
    investigator = office.ledger.fold(case_id).all(Commission)[0].investigators[0].name

    with pytest.raises(SigningRefused):
        lifted(office, case_id, "H1", author=investigator)


def test_a_hold_that_is_not_there_cannot_be_lifted(office: Office) -> None:
    with pytest.raises(NotFound):
        lifted(office, office.start(), "H1")


def test_another_case_is_not_held(office: Office) -> None:
    case_id = office.start()
    held(office, case_id)
    other = office.ledger.start_case(
        "INC-0099", "structured-analysis", _some_draft(), author="A", reason="", at=NOW
    )

    erase(office, other)
    assert [info.erased for info in office.ledger.cases()] == [False, True]


def _some_draft() -> list:  # type: ignore[type-arg]
    from workbench.ledger.entry import Draft

    return [Draft("person", None, {"role": "person supported"})]
