"""Accepting a finding: by whom, of what, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fakes.refusals import well_said
from tests.fakes.workspaces import NOW, SIGNERS, Office, make_office
from workbench.conduct.accepting import accept
from workbench.domain.governance import Acceptance
from workbench.domain.vocabulary import Decision
from workbench.errors import InvalidInput, SigningRefused, UnknownName, WorkbenchError
from workbench.ledger.amend import Amendment
from workbench.record.approve import approve
from workbench.record.examine import examine
from workbench.record.keyring import make_roots, new_key
from workbench.workspace.config import make_config, write_config
from workbench.workspace.folder import open_workspace

OWN = {"Lead reviewer": "investigator", "Home manager": "manager", "Trustee": "governance lead"}
FAR = {"statement": "Repaint the office door.", "owner": {"name": "Dana Example", "role": "Lead"}}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


@pytest.fixture
def case(office: Office) -> str:
    """A case with one finding that signatories may accept (ACT004), and one for leaders."""
    case_id = office.start()
    office.change(
        case_id,
        Amendment("action", "A9", {**FAR, "due": "2026-03-25"}),
        Amendment("action", "A8", {**FAR, "due": "2027-03-25"}),
    )
    office.make_keys()
    return case_id


def accepted(office: Office, case_id: str, **changed: Any) -> Acceptance:
    given = {
        "code": "ACT004",
        "subject": "A9",
        "role": "investigator",
        "name": None,
        "reason": "It was promised to the tenants.",
        "author": "A",
    }
    return accept(
        office.workspace,
        office.ledger,
        office.examine(case_id),
        at=NOW,
        **{**given, **changed},
    )


def renamed(office: Office, functions: dict[str, str]) -> Office:
    """The same workspace, where the roles that sign have other names."""
    root = office.workspace.root
    config = make_config(
        organisation="Invented Support",
        provider_type="other registered person",
        sign_off_roles=tuple(OWN),
        role_functions=functions,
    )
    write_config(root / "workbench.toml", config)
    return Office(open_workspace(root), office.ledger, office.log, office.register)


@pytest.mark.parametrize("name", ["Asha Verma", "ASHA\u2003VERMA", "\uff21sha Verma"])
def test_whoever_investigates_does_not_accept_it_as_a_manager(
    office: Office, case: str, name: str
) -> None:
    new_key(office.workspace, "Asha Verma", ["manager"], office.ask, NOW)
    before = office.ledger.fold(case).head
    with pytest.raises(SigningRefused, match="among the investigators"):
        accepted(office, case, role="manager", name=name)

    assert office.ledger.fold(case).head == before
    assert accepted(office, case, role="investigator", name="Asha Verma").role == "investigator"


def test_an_acceptance_counts_from_when_it_is_made(office: Office, case: str) -> None:
    made = accepted(office, case)

    report = office.examine(case).report
    assert (made.name, made.role) == ("Asha Verma", "investigator")
    assert [(one.finding.code, one.finding.subject) for one in report.accepted] == [
        ("ACT004", "A9")
    ]
    assert report.found_at["ACT004"] == ("A8",)
    assert office.ledger.history(case)[-1].reason == "Accepted ACT004 at A9 as investigator"


def test_a_check_is_known_by_its_name_and_a_subject_in_small_letters(
    office: Office, case: str
) -> None:
    made = accepted(office, case, code="action-without-ground", subject="a9")

    assert (made.code, made.subject) == ("ACT004", "A9")


@pytest.mark.parametrize(
    ("changed", "error", "says"),
    [
        ({"code": "ACT003"}, InvalidInput, "only mended"),
        ({"code": "ACT04"}, UnknownName, "Did you mean 'ACT004'?"),
        ({"subject": "A99"}, UnknownName, "Did you mean 'A9'?"),
        ({"subject": "T1"}, UnknownName, "It is open at: A9, A8."),
        ({"subject": "mr9"}, UnknownName, "There is no MR9 in C-0001."),
        ({"code": "TIM003"}, UnknownName, "finds nothing in C-0001 that is open"),
        ({"code": "ACT005"}, InvalidInput, "for manager or governance lead to accept"),
        ({"role": "manger"}, InvalidInput, "Did you mean 'manager'?"),
        ({"reason": " "}, InvalidInput, "reason"),
        ({"name": "Nobody Known"}, InvalidInput, "holds a key for the role 'investigator'"),
        ({"role": "manager", "author": "Asha Verma"}, SigningRefused, "by somebody else"),
    ],
)
def test_what_cannot_be_accepted_is_refused_and_nothing_is_kept(
    office: Office, case: str, changed: dict[str, str], error: type[WorkbenchError], says: str
) -> None:
    before = office.ledger.fold(case).head
    with pytest.raises(error) as refused:
        accepted(office, case, **changed)

    assert says in f"{refused.value} {refused.value.remedy}"
    assert well_said(refused.value)
    assert office.ledger.fold(case).head == before


def test_what_was_accepted_is_not_accepted_twice(office: Office, case: str) -> None:
    accepted(office, case)
    accepted(office, case, subject="A8")
    with pytest.raises(UnknownName, match="accepted before"):
        accepted(office, case)


def test_roles_with_names_of_their_own_accept_by_what_they_stand_for(
    office: Office, case: str
) -> None:
    own = renamed(office, OWN)
    with pytest.raises(InvalidInput, match="'Lead reviewer' stands for none of these"):
        accepted(own, case, code="ACT005", role="Lead reviewer", name="Asha Verma")
    new_key(own.workspace, "Carys Okafor", ["Trustee"], own.ask, NOW)
    accepted(own, case, code="ACT005", role="Trustee")

    assert [one.acceptance.role for one in own.examine(case).report.accepted] == ["Trustee"]


def test_roles_that_stand_for_nothing_cannot_accept_and_are_told_where_to_say_it(
    office: Office, case: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        accepted(renamed(office, {}), case, role="Trustee", name="Carys Okafor")

    assert "role_functions" in refused.value.remedy


def test_an_investigator_by_another_name_approves_as_one(office: Office) -> None:
    own = renamed(office, OWN)
    case_id = own.start()
    given = approve(
        own.workspace,
        own.ledger,
        examine(own.workspace, own.ledger, own.register, case_id, NOW.date()),
        role="Lead reviewer",
        name=_key_for(own, "Lead reviewer"),
        words="I have read it.",
        returned=False,
        author="A",
        at=NOW,
    )

    assert given.decision is Decision.APPROVED
    assert "STG001" not in own.examine(case_id).report.found_at


def _key_for(office: Office, role: str) -> str:
    make_roots(office.workspace, ("Root one", "Root two", "Root three"), office.ask, NOW)
    return new_key(office.workspace, SIGNERS[0][1], [role], office.ask, NOW).name
