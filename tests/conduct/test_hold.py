from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.conduct.hold import lift, place
from workbench.domain.access import Hold
from workbench.errors import CaseErased, CaseHeld, InvalidInput, NotFound

WHY = "The coroner has asked for the file"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def held(office: Office, case_id: str) -> Hold:
    return place(
        office.ledger, case_id, role="governance lead", name="Carys Okafor", because=WHY, at=NOW
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
    lift(office.ledger, case_id, "H1", author="Carys Okafor", because="Concluded", at=NOW)

    with pytest.raises(CaseHeld, match="hold H2;"):
        erase(office, case_id)

    lift(office.ledger, case_id, "H2", author="Carys Okafor", because="Concluded", at=NOW)
    erase(office, case_id)
    with pytest.raises(CaseErased):
        office.ledger.fold(case_id)


def test_a_hold_is_lifted_with_a_reason_that_is_kept(office: Office) -> None:
    case_id = office.start()
    held(office, case_id)

    with pytest.raises(InvalidInput):
        lift(office.ledger, case_id, "H1", author="A", because=" ", at=NOW)

    lift(office.ledger, case_id, "H1", author="A", because="Inquest concluded", at=NOW)
    assert office.ledger.history(case_id)[-1].reason == "Inquest concluded"


def test_a_hold_that_is_not_there_cannot_be_lifted(office: Office) -> None:
    with pytest.raises(NotFound):
        lift(office.ledger, office.start(), "H1", author="A", because="Concluded", at=NOW)


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
