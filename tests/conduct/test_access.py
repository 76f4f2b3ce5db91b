from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.conduct.access import admit, whoami
from workbench.domain.access import Opening
from workbench.errors import AccessRefused, NotFound
from workbench.ledger.amend import Amendment

LIST = {
    "kept_by": "governance lead",
    "grants": [
        {"role": "governance lead", "because": "Keeps the list."},
        {
            "role": "investigator",
            "because": "Investigates.",
            "name": "Asha Verma",
            "account": "averma",
        },
    ],
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


@pytest.fixture
def case_id(office: Office) -> str:
    case_id = office.start()
    office.change(case_id, Amendment("access", None, LIST))
    return case_id


def opened(office: Office, case_id: str, person: str, days: int = 0) -> tuple[Opening, ...]:
    at = NOW + timedelta(days=days)
    admit(office.workspace, office.ledger, case_id, person=person, how="workbench show", at=at)
    return office.ledger.fold(case_id).all(Opening)


def test_without_a_list_everybody_may_open_it_and_nothing_is_noted(office: Office) -> None:
    case_id = office.start()
    head = office.ledger.fold(case_id).head

    assert opened(office, case_id, "Anybody") == ()
    assert office.ledger.fold(case_id).head == head


def test_with_a_list_an_opening_is_noted_once_a_person_and_day(
    office: Office, case_id: str
) -> None:
    opened(office, case_id, "Asha Verma")
    opened(office, case_id, "Asha Verma")
    opened(office, case_id, "averma")
    held = opened(office, case_id, "Asha Verma", days=1)

    assert [(one.name, one.at) for one in held] == [
        ("Asha Verma", NOW),
        ("averma", NOW),
        ("Asha Verma", NOW + timedelta(days=1)),
    ]
    assert held[0].how == "workbench show"


def test_an_opening_does_not_outdate_an_approval(office: Office, case_id: str) -> None:
    office.approve_all(case_id)
    opened(office, case_id, "Asha Verma")

    assert office.examine(case_id).report.passes("issue")


def test_somebody_else_is_refused_and_told_who_can_add_them(office: Office, case_id: str) -> None:
    with pytest.raises(AccessRefused) as caught:
        opened(office, case_id, "Sam Example")

    assert "governance lead" in caught.value.remedy
    assert "Sam Example" not in f"{caught.value} {caught.value.remedy}"
    assert "Asha Verma" not in f"{caught.value} {caught.value.remedy}"
    assert office.ledger.fold(case_id).all(Opening) == ()


def test_whoever_holds_a_key_for_a_role_on_the_list_is_admitted(
    office: Office, case_id: str
) -> None:
    with pytest.raises(AccessRefused):
        opened(office, case_id, "Carys Okafor")

    office.make_keys()
    assert [one.name for one in opened(office, case_id, "carys okafor")] == ["carys okafor"]
    with pytest.raises(AccessRefused):
        opened(office, case_id, "Bryn Lloyd")


def test_an_erased_case_has_nothing_to_open(office: Office, case_id: str) -> None:
    office.ledger.erase(case_id, author="A", reason="Retention ended", at=NOW)

    admit(office.workspace, office.ledger, case_id, person="Sam", how="x", at=NOW)
    assert office.ledger.history(case_id)[-1].kind == "erasure"


def test_a_case_that_is_not_there_is_said_to_be_so(office: Office) -> None:
    with pytest.raises(NotFound):
        opened(office, "C-0099", "Asha Verma")


def test_whoever_is_at_the_keyboard_is_named_by_the_environment_first() -> None:
    assert whoami({"WORKBENCH_AUTHOR": "Asha Verma"}) == "Asha Verma"
    assert whoami({"WORKBENCH_AUTHOR": ""}) == whoami({}) != ""
