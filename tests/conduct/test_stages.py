"""Moving a case on through its gates, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.cases import case
from tests.fakes.workspaces import DAY, NOW, SIGNERS, Office, make_office
from workbench.checks.registry import Gate
from workbench.conduct.stages import (
    GATES,
    advance,
    blockers,
    current_stage,
    is_issued,
    stage_named,
)
from workbench.domain.stages import Stage, StageMove
from workbench.errors import GateClosed, InvalidInput, SigningRefused
from workbench.ledger.amend import Amendment
from workbench.ledger.record_events import RecordDeed, RecordEvent
from workbench.record.examine import Examined, examine
from workbench.record.keyring import new_key

VERIFIED = {
    "state": "verified",
    "implemented_on": "2026-03-20",
    "communicated_on": "2026-03-21",
    "communicated_to": "All shifts",
}
MET = {
    "measure": "M1",
    "on": "2026-03-30",
    "outcome": "met",
    "result": "99 of 100 doses were on time.",
    "by": "Deputy manager",
    "sampled": 100,
    "conforming": 99,
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def examined(office: Office, case_id: str, to: Stage) -> Examined:
    return examine(office.workspace, office.ledger, office.register, case_id, DAY, stage=to.before)


def moved(
    office: Office,
    case_id: str,
    to: Stage,
    *,
    name: str | None = "Bryn Lloyd",
    issued: bool = False,
    author: str = "A",
) -> StageMove:
    return advance(
        office.workspace,
        office.ledger,
        examined(office, case_id, to),
        to=to,
        role="manager",
        name=name,
        because="Read and weighed.",
        issued=issued,
        author=author,
        at=NOW,
    )


def issue_event(case_id: str, deed: RecordDeed, position: int = 1) -> RecordEvent:
    return RecordEvent(
        position=position,
        event=deed,
        record_id=f"{case_id}-structured-analysis",
        version=1,
        manifest_hash="a" * 64,
        supersedes=None,
        file_hash=None,
        at="2026-04-01T09:00:00+00:00",
    )


def test_every_stage_but_the_first_has_a_gate_in_the_same_order() -> None:
    assert list(GATES) == list(Stage)[1:]
    assert list(GATES.values()) == list(Gate)


def test_a_move_says_who_when_why_and_what_it_saw(office: Office) -> None:
    case_id = office.start()
    before = office.ledger.fold(case_id)
    move = moved(office, case_id, Stage.ANALYSED)

    after = office.ledger.fold(case_id)
    assert (move.came_from, move.to) == (Stage.UNDER_REVIEW, Stage.ANALYSED)
    assert (move.role, move.name, move.at) == ("manager", "Bryn Lloyd", NOW)
    assert move.content_seq == before.content_seq == after.content_seq
    assert current_stage(after) is Stage.ANALYSED
    assert office.ledger.history(case_id)[-1].reason == "Moved on to analysed"


def test_of_two_who_move_a_case_from_the_same_stage_the_second_is_told(office: Office) -> None:
    case_id = office.start()
    looked = examined(office, case_id, Stage.ANALYSED)
    moved(office, case_id, Stage.ANALYSED)
    before = office.ledger.fold(case_id).head

    with pytest.raises(InvalidInput, match="since you looked") as caught:
        advance(
            office.workspace,
            office.ledger,
            looked,
            to=Stage.ANALYSED,
            role="manager",
            name="Carys Okafor",
            because="Read as well.",
            issued=False,
            author="A",
            at=NOW,
        )

    assert "workbench stage" in caught.value.remedy
    assert office.ledger.fold(case_id).head == before


def test_an_approval_stands_when_the_case_moves_on(office: Office) -> None:
    case_id = office.start()
    office.approve_all(case_id)
    moved(office, case_id, Stage.APPROVED)

    assert examined(office, case_id, Stage.ISSUED).report.passes("issue")


def test_a_case_cannot_stay_where_it_is(office: Office) -> None:
    case_id = office.start()

    with pytest.raises(InvalidInput, match="stands at under review already"):
        moved(office, case_id, Stage.UNDER_REVIEW)


def test_what_a_gate_asks_closes_it_and_those_after_it(office: Office) -> None:
    case_id = office.start()
    office.change(case_id, Amendment("commission", "CO1", {"agreed_by": None}))

    for to in (Stage.ANALYSED, Stage.APPROVED):
        with pytest.raises(GateClosed) as caught:
            moved(office, case_id, to)
        assert "COM002" in caught.value.codes

    assert current_stage(office.ledger.fold(case_id)) is Stage.UNDER_REVIEW


def test_back_it_always_goes_and_that_is_kept(office: Office) -> None:
    case_id = office.start()
    office.change(case_id, Amendment("commission", "CO1", {"agreed_by": None}))
    move = moved(office, case_id, Stage.REPORTED)

    assert move.goes_back
    assert office.ledger.history(case_id)[-1].reason == "Gone back to reported"


def test_it_is_approved_only_when_every_role_has_approved_it(office: Office) -> None:
    case_id = office.start()
    for role, name in SIGNERS[:2]:
        office.approve(case_id, role, name)

    with pytest.raises(GateClosed, match="GOV001"):
        moved(office, case_id, Stage.APPROVED)

    office.approve(case_id, *SIGNERS[2])
    assert moved(office, case_id, Stage.APPROVED).to is Stage.APPROVED


def test_it_is_issued_only_when_a_record_is(office: Office) -> None:
    case_id = office.start()
    office.approve_all(case_id)

    with pytest.raises(GateClosed, match="No record of this case is issued"):
        moved(office, case_id, Stage.ISSUED)

    assert moved(office, case_id, Stage.ISSUED, issued=True).to is Stage.ISSUED


def test_follow_up_after_the_record_needs_no_fresh_approval_until_closing(office: Office) -> None:
    case_id = office.start()
    office.approve_all(case_id)
    moved(office, case_id, Stage.ACTING, issued=True)
    office.change(
        case_id, Amendment("verification", "V1", MET), Amendment("action", "A1", VERIFIED)
    )

    assert moved(office, case_id, Stage.VERIFIED, issued=True).to is Stage.VERIFIED
    with pytest.raises(GateClosed, match="GOV001"):
        moved(office, case_id, Stage.CLOSED, issued=True)

    office.approve_all(case_id)
    assert moved(office, case_id, Stage.CLOSED, issued=True).to is Stage.CLOSED


def test_it_is_verified_only_when_its_actions_are_also_over_several_stages(office: Office) -> None:
    case_id = office.start()
    office.approve_all(case_id)

    with pytest.raises(GateClosed) as caught:
        moved(office, case_id, Stage.VERIFIED, issued=True)

    assert caught.value.codes == ("STG006",)


def test_whoever_investigates_does_not_move_it_through_its_approval(office: Office) -> None:
    case_id = office.start()
    office.approve_all(case_id)
    new_key(office.workspace, "Asha Verma", ["manager"], office.ask, NOW)

    with pytest.raises(SigningRefused, match="among its investigators"):
        moved(office, case_id, Stage.APPROVED, name="asha verma")

    exception = {"because": "Three people.", "agreed_by": "Chair", "agreed_on": "2026-03-16"}
    office.change(case_id, Amendment("commission", "CO1", {"tiny_provider_exception": exception}))
    office.approve_all(case_id)
    assert moved(office, case_id, Stage.APPROVED, name="Asha Verma").to is Stage.APPROVED


def test_an_investigator_moves_nothing_in_the_name_of_somebody_above_them(office: Office) -> None:
    case_id = office.start()
    before = office.ledger.fold(case_id).head

    with pytest.raises(SigningRefused, match="by somebody else") as refused:
        moved(office, case_id, Stage.ANALYSED, author="ASHA VERMA")
    assert "WORKBENCH_AUTHOR" in refused.value.remedy
    assert office.ledger.fold(case_id).head == before

    moved(office, case_id, Stage.ANALYSED, author="reception desk")
    assert office.ledger.history(case_id)[-1].author == "reception desk"


def test_where_there_are_keys_a_move_in_a_role_that_signs_names_who_holds_one(
    office: Office,
) -> None:
    case_id = office.start()
    office.make_keys()

    with pytest.raises(InvalidInput, match="holds a key for the role 'manager'"):
        moved(office, case_id, Stage.ANALYSED, name="Nobody Known")


def test_whoever_investigates_may_move_it_before_its_approval(office: Office) -> None:
    case_id = office.start()

    assert moved(office, case_id, Stage.ANALYSED, name="Asha Verma").name == "Asha Verma"


def test_the_name_comes_from_the_one_key_of_the_role(office: Office) -> None:
    case_id = office.start()
    with pytest.raises(InvalidInput, match="No people hold a key"):
        moved(office, case_id, Stage.ANALYSED, name=None)

    office.make_keys()
    assert moved(office, case_id, Stage.ANALYSED, name=None).name == "Bryn Lloyd"


def test_a_withdrawn_record_does_not_count_as_issued() -> None:
    issued, withdrawn = (
        issue_event("C-0001", RecordDeed.ISSUED),
        issue_event("C-0001", RecordDeed.WITHDRAWN, 2),
    )

    assert is_issued(case(), (issued,))
    assert not is_issued(case(), (issued, withdrawn))
    assert not is_issued(case(case_id="C-00012"), (issued,))
    assert not is_issued(case(), ())


@pytest.mark.parametrize(
    ("back_to", "day", "expected"),
    [
        ("under review", "2026-04-02", False),
        ("out for comment", "2026-04-02", False),
        ("approved", "2026-04-02", True),
        ("under review", "2026-03-31", True),
    ],
)
def test_a_case_that_went_back_before_its_approval_needs_a_record_issued_since(
    back_to: str, day: str, expected: bool
) -> None:
    move = {
        "role": "manager",
        "name": "Dana Example",
        "because": "A new account came in.",
        "came_from": "acting",
        "to": back_to,
        "at": f"{day}T09:00:00+00:00",
        "content_seq": 1,
    }

    events = (issue_event("C-0001", RecordDeed.ISSUED),)
    assert is_issued(case(("stage", "ST1", move)), events) is expected


def test_blockers_come_in_the_order_of_the_gates_and_none_for_a_stage_reached(
    office: Office,
) -> None:
    case_id = office.start()
    office.change(
        case_id,
        Amendment("commission", "CO1", {"agreed_by": None}),
        Amendment("action", None, {"statement": "Fit a bell to the back door"}),
    )
    looked = examined(office, case_id, Stage.ISSUED)
    found = blockers(looked.case, looked.report, Stage.ISSUED, issued=False)
    gates = [list(Gate).index(one.gate) for one in found]

    assert gates == sorted(gates)
    assert {"COM002", "ACT001", "GOV001", ""} <= {one.code for one in found}
    assert blockers(looked.case, looked.report, Stage.TRIAGED, issued=False) == ()


@pytest.mark.parametrize("typed", ["under review", "Under-Review", "UNDER_REVIEW"])
def test_a_stage_is_known_however_it_is_typed(typed: str) -> None:
    assert stage_named(typed) is Stage.UNDER_REVIEW


def test_an_unknown_stage_is_answered_with_all_of_them() -> None:
    with pytest.raises(InvalidInput) as caught:
        stage_named("signed")

    assert "out for comment" in caught.value.remedy
