from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.domain.governance import SignOff
from workbench.domain.kinds import encode
from workbench.domain.standing import entered_by, standing_decisions
from workbench.domain.vocabulary import Decision
from workbench.errors import GateClosed, InvalidInput, SigningRefused, UnknownName
from workbench.ledger.amend import Amendment
from workbench.ledger.entry import Draft
from workbench.record.approve import approve
from workbench.record.keyring import new_key


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def test_an_approval_stands_until_the_case_changes(office: Office) -> None:
    case_id = office.start()
    office.approve(case_id, "manager", "Bryn Lloyd")

    assert set(standing_decisions(office.examine(case_id).case)) == {"manager"}

    office.change(case_id, Amendment("scope", None, {"summary": "Told anew."}))

    assert standing_decisions(office.examine(case_id).case) == {}


def test_an_approval_does_not_outdate_another(office: Office) -> None:
    case_id = office.start()
    office.approve_all(case_id)

    assert len(standing_decisions(office.examine(case_id).case)) == 3


def test_what_a_gate_needs_closes_it(office: Office) -> None:
    case_id = office.start()
    office.change(case_id, Amendment("action", None, {"statement": "Fit a bell to the door"}))

    with pytest.raises(GateClosed) as caught:
        office.approve(case_id, "manager", "Bryn Lloyd")

    assert {"ACT001", "ACT002", "ACT003"} <= set(caught.value.codes)
    assert not office.ledger.fold(case_id).stamps.keys() & {"SO1"}


def test_a_case_can_be_returned_whatever_is_open(office: Office) -> None:
    case_id = office.start()
    office.change(case_id, Amendment("action", None, {"statement": "Fit a bell to the door"}))

    office.make_keys()
    decided = approve(
        office.workspace,
        office.ledger,
        office.examine(case_id),
        role="manager",
        name="Bryn Lloyd",
        words="Who owns the bell?",
        returned=True,
        author="A",
        at=NOW,
    )

    assert decided.decision is Decision.RETURNED
    assert standing_decisions(office.examine(case_id).case)["manager"] == decided


def test_one_person_does_not_approve_in_two_roles(office: Office) -> None:
    case_id = office.start()
    office.approve(case_id, "investigator", "Asha Verma")
    new_key(office.workspace, "ASHA  verma", ["manager"], office.ask, NOW)

    with pytest.raises(SigningRefused, match="has approved this case as investigator"):
        office.approve(case_id, "manager", "ASHA VERMA")


def test_a_role_that_does_not_sign_here_is_refused(office: Office) -> None:
    with pytest.raises(UnknownName) as caught:
        office.approve(office.start(), "director", "Bryn Lloyd")

    assert "investigator, manager, governance lead" in caught.value.remedy


def test_the_name_comes_from_the_one_key_of_the_role(office: Office) -> None:
    case_id = office.start()
    office.approve(case_id, "manager")

    assert standing_decisions(office.examine(case_id).case)["manager"].name == "Bryn Lloyd"


def test_nobody_approves_who_holds_no_key_for_the_role(office: Office) -> None:
    case_id = office.start()

    with pytest.raises(InvalidInput, match="Nobody of that name holds a key"):
        office.approve(case_id, "manager", "Nobody Known")
    with pytest.raises(InvalidInput, match="Nobody of that name holds a key"):
        office.approve(case_id, "manager", "Asha Verma")


def test_the_history_keeps_the_account_that_entered_an_approval(office: Office) -> None:
    case_id = office.start()
    office.approve(case_id, "manager")

    assert office.ledger.entries(case_id)[-1].author == "A"


def test_a_sign_off_is_made_by_approving_and_by_nothing_else(office: Office) -> None:
    case_id = office.start()
    office.approve(case_id, "manager")
    typed = {
        "role": "investigator",
        "name": "Asha Verma",
        "decision": "approved",
        "meaning": "x",
        "at": NOW.isoformat(),
        "content_seq": office.examine(case_id).case.content_seq,
    }

    with pytest.raises(InvalidInput, match="not entered by hand"):
        office.change(case_id, Amendment("sign-off", None, typed))
    with pytest.raises(InvalidInput, match="never changed"):
        office.ledger.append(
            case_id, [Draft("sign-off", "SO1", typed, 1)], author="A", reason="", at=NOW
        )
    with pytest.raises(InvalidInput, match="never changed"):
        office.ledger.append(
            case_id, [Draft("sign-off", "SO1", None, 1)], author="A", reason="", at=NOW
        )


@pytest.mark.parametrize("offset", [-1, 1, 40])
def test_a_sign_off_is_on_the_case_as_it_stands(office: Office, offset: int) -> None:
    case_id = office.start()
    seq = office.examine(case_id).case.content_seq + offset
    typed = {
        "role": "manager",
        "name": "Bryn Lloyd",
        "decision": "approved",
        "meaning": "x",
        "at": NOW.isoformat(),
        "content_seq": seq,
    }

    with pytest.raises(InvalidInput, match="not on the case as it stands"):
        office.ledger.append(
            case_id, [Draft("sign-off", None, typed)], author="A", reason="", at=NOW
        )


def test_whoever_investigates_approves_as_investigator_and_in_no_other_role(
    office: Office,
) -> None:
    case_id = office.start()
    office.make_keys()
    new_key(office.workspace, "Asha Verma", ["manager"], office.ask, NOW)
    with pytest.raises(SigningRefused, match="among the investigators"):
        office.approve(case_id, "manager", "asha verma")

    assert office.approve(case_id, "investigator", "Asha Verma") is Decision.APPROVED


def test_a_tiny_provider_s_exception_lets_an_investigator_approve(office: Office) -> None:
    case_id = office.start()
    exception = {"because": "Three people.", "agreed_by": "Chair", "agreed_on": "2026-03-16"}
    office.change(case_id, Amendment("commission", "CO1", {"tiny_provider_exception": exception}))
    office.make_keys()
    new_key(office.workspace, "Asha Verma", ["manager"], office.ask, NOW)

    assert office.approve(case_id, "manager", "Asha Verma") is Decision.APPROVED
    report = office.examine(case_id).report
    assert [one.code for one in report.open if one.code.startswith("STG")] == ["STG002"]


def test_an_investigator_enters_nobody_s_approval_but_their_own(office: Office) -> None:
    case_id = office.start()
    office.make_keys()
    with pytest.raises(SigningRefused, match="by somebody else") as refused:
        office.approve(case_id, "manager", author="asha  verma")
    assert "WORKBENCH_AUTHOR" in refused.value.remedy

    assert office.approve(case_id, "manager", author="front desk") is Decision.APPROVED
    decided = standing_decisions(office.ledger.fold(case_id))["manager"]
    assert entered_by(office.ledger.fold(case_id), decided) == "front desk"
    assert office.approve(case_id, "investigator", author="Asha Verma") is Decision.APPROVED


def test_what_an_investigator_entered_for_the_manager_blocks_the_record(office: Office) -> None:
    case_id = office.start()
    office.approve(case_id, "manager")
    given = office.ledger.fold(case_id).all(SignOff)[0]
    data = {**encode(given), "at": NOW.isoformat()}
    office.ledger.append(
        case_id, [Draft("sign-off", None, data)], author="Asha Verma", reason="x", at=NOW
    )

    assert office.examine(case_id).report.found_at["STG001"] == ("SO2",)
