"""Listed names in what the case says: found entry by entry, before anybody approves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.cases import case
from tests.fakes.workspaces import Office, make_office
from workbench.domain.vocabulary import Decision
from workbench.errors import ResidualName
from workbench.ledger.amend import Amendment
from workbench.record.names.residual import NamedEntry, names_in_entries

ROLES = ("investigator", "manager", "governance lead")
LISTED = ("name", "N1", {"person": "P2", "name": "Ottoline Farrant"})


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def test_each_entry_and_field_is_said_and_never_the_name() -> None:
    held = case(
        LISTED,
        ("event", "T2", {"when": "2026-03-14 18:30", "what": "Ottoline & P1 went for a walk."}),
        ("evidence", "E2", {"title": "Talk with O. Farrant", "type": "interview"}),
        ("evidence", "E3", {"title": "Rota", "type": "rota"}),
    )

    assert names_in_entries(held, ROLES) == (
        NamedEntry("T2", "what", "P2"),
        NamedEntry("E2", "title", "P2"),
    )


def test_whoever_owns_an_action_may_stand_beside_their_role() -> None:
    owner = {"name": "Ottoline Farrant", "role": "service manager"}
    held = case(LISTED, ("action", "A1", {"statement": "Fit a bell.", "owner": owner}))

    assert names_in_entries(held, ROLES) == ()


def test_nobody_approves_while_a_listed_name_stands_in_the_case(office: Office) -> None:
    case_id = office.start()
    office.change(
        case_id,
        Amendment("name", None, {"person": "P2", "name": "Ottoline Farrant"}),
        Amendment("evidence", "E2", {"title": "Talk with Ottoline Farrant"}),
    )

    with pytest.raises(ResidualName) as refused:
        office.approve(case_id, "manager")
    assert "P2 in E2 (title)" in str(refused.value)
    assert "Ottoline" not in str(refused.value) + refused.value.remedy

    office.change(case_id, Amendment("evidence", "E2", {"title": "Talk with P2"}))
    assert office.approve(case_id, "manager") is Decision.APPROVED


def test_returning_a_case_is_possible_whatever_it_says(office: Office) -> None:
    case_id = office.start()
    office.change(
        case_id,
        Amendment("name", None, {"person": "P2", "name": "Ottoline Farrant"}),
        Amendment("evidence", "E2", {"title": "Talk with Ottoline Farrant"}),
    )

    assert office.approve(case_id, "manager", returned=True) is Decision.RETURNED
