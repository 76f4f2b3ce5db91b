"""Withdrawing a record: what says so afterwards, and that everything stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, SIGNERS, Office, make_office
from workbench.conduct.stages import is_issued
from workbench.domain.commission import Commission
from workbench.domain.governance import Withdrawal
from workbench.errors import InvalidInput, NotFound, RecordNotUsable, SigningRefused, UnknownName
from workbench.ledger.amend import Amendment
from workbench.ledger.entry import Draft
from workbench.ledger.record_events import RecordDeed, RecordState, read_register
from workbench.record.check import check_record
from workbench.record.freeze import FrozenRecord
from workbench.record.seal.report import Verdict
from workbench.record.withdraw import why_withdrawn, withdraw

WHY = "A picture in it shows the house number."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def issued(office: Office) -> tuple[str, FrozenRecord]:
    case_id = office.start()
    office.approve_all(case_id)
    return case_id, again(office, case_id)


def again(office: Office, case_id: str) -> FrozenRecord:
    frozen = office.freeze(case_id)
    for role, name in SIGNERS:
        office.sign(frozen, role, name)
    office.issue(frozen)
    return frozen


def withdrawn(
    office: Office,
    record: str,
    *,
    role: str = "governance lead",
    name: str | None = None,
    because: str = WHY,
    author: str = "A",
) -> Withdrawal:
    return withdraw(
        office.workspace,
        office.ledger,
        office.log,
        record,
        role=role,
        name=name,
        because=because,
        author=author,
        at=NOW,
    )


def test_a_withdrawn_record_stays_and_verifying_says_that_it_no_longer_stands(
    office: Office,
) -> None:
    case_id, frozen = issued(office)
    before, content = frozen.path.read_bytes(), office.ledger.fold(case_id).content_seq
    made = withdrawn(office, frozen.path.stem)

    assert (made.version, made.role, made.name, made.because) == (
        1,
        "governance lead",
        "Carys Okafor",
        WHY,
    )
    assert frozen.path.read_bytes() == before
    report = check_record(
        str(frozen.path),
        workspace=office.workspace,
        log=office.log,
        trust=(),
        register=office.workspace.records / "register.json",
        at=NOW,
    )
    assert report.verdict is Verdict.INCOMPLETE
    assert "withdrawn on 01 April 2026" in " ".join(report.reasons)

    case = office.ledger.fold(case_id)
    assert case.all(Withdrawal) == (made,)
    assert case.content_seq == content
    (of_this, *_) = office.log.events()
    assert why_withdrawn(office.ledger, office.log, of_this.manifest_hash) == made
    assert why_withdrawn(office.ledger, office.log, "0" * 64) is None
    assert not is_issued(case, office.log.events())


def test_the_log_says_neither_who_nor_why(office: Office) -> None:
    _, frozen = issued(office)
    withdrawn(office, frozen.path.stem)
    register = (office.workspace.records / "register.json").read_text()

    assert "withdrawn" in register
    assert "Carys" not in register
    assert "picture" not in register


def test_a_record_is_withdrawn_once_and_not_issued_again(office: Office) -> None:
    _, frozen = issued(office)
    withdrawn(office, frozen.path.stem)

    with pytest.raises(RecordNotUsable, match="it is withdrawn"):
        withdrawn(office, frozen.path.stem)
    with pytest.raises(RecordNotUsable, match="was withdrawn"):
        office.issue(frozen)
    assert [event.event for event in office.log.events()] == [
        RecordDeed.ISSUED,
        RecordDeed.WITHDRAWN,
    ]


def test_the_next_version_takes_the_place_of_one_that_was_withdrawn(office: Office) -> None:
    case_id, first = issued(office)
    withdrawn(office, first.path.stem)
    office.change(
        case_id, Amendment("person", None, {"role": "staff", "description": "night worker"})
    )
    office.approve_all(case_id)
    second = again(office, case_id)

    hashes = [event.manifest_hash for event in office.log.events()]
    assert second.path.stem.endswith("-v2")
    assert office.log.status(hashes[0]).state is RecordState.WITHDRAWN
    assert is_issued(office.ledger.fold(case_id), office.log.events())


def test_the_power_went_after_the_log_was_written(office: Office) -> None:
    case_id, frozen = issued(office)
    (event,) = office.log.events()
    office.log.append(
        RecordDeed.WITHDRAWN,
        record_id=event.record_id,
        version=event.version,
        manifest_hash=event.manifest_hash,
        at=NOW,
    )
    made = withdrawn(office, frozen.path.stem)

    assert office.ledger.fold(case_id).all(Withdrawal) == (made,)
    assert len(office.log.events()) == 2
    register = (office.workspace.records / "register.json").read_bytes()
    assert read_register(register).checkpoint.size == 2


def test_why_it_was_withdrawn_goes_when_the_case_is_erased(office: Office) -> None:
    case_id, frozen = issued(office)
    withdrawn(office, frozen.path.stem)
    office.ledger.erase(case_id, author="A", reason="Retention ended", at=NOW)

    assert WHY not in str(office.ledger.entries(case_id))


def test_a_withdrawal_is_not_taken_back(office: Office) -> None:
    case_id, frozen = issued(office)
    made = withdrawn(office, frozen.path.stem)

    with pytest.raises(InvalidInput, match="never changed or removed"):
        office.ledger.append(
            case_id, [Draft("withdrawal", made.id, None, 1)], author="A", reason="", at=NOW
        )


def test_a_record_whose_file_was_lost_can_be_withdrawn(office: Office) -> None:
    _, frozen = issued(office)
    frozen.path.unlink()

    assert withdrawn(office, frozen.path.stem).version == 1


def test_who_why_and_what_are_asked_before_anything_is_written(office: Office) -> None:
    case_id = office.start()
    office.approve_all(case_id)
    frozen = office.freeze(case_id)
    with pytest.raises(RecordNotUsable, match="never issued"):
        withdrawn(office, frozen.path.stem)
    for role, name in SIGNERS:
        office.sign(frozen, role, name)
    office.issue(frozen)
    investigator = office.ledger.fold(case_id).all(Commission)[0].investigators[0].name

    with pytest.raises(InvalidInput, match="reason"):
        withdrawn(office, frozen.path.stem, because=" ")
    with pytest.raises(UnknownName):
        withdrawn(office, frozen.path.stem, role="cook", name="Sam Example")
    with pytest.raises(InvalidInput, match="holds a key"):
        withdrawn(office, frozen.path.stem, name="Sam Example")
    with pytest.raises(SigningRefused):
        withdrawn(office, frozen.path.stem, author=investigator)
    with pytest.raises(NotFound):
        withdrawn(office, "C-0099-structured-analysis-v1")
    assert len(office.log.events()) == 1
    assert office.ledger.fold(case_id).all(Withdrawal) == ()


def test_nothing_is_told_of_a_record_whose_case_has_a_list_or_is_not_here(office: Office) -> None:
    case_id, frozen = issued(office)
    withdrawn(office, frozen.path.stem)
    for deed in (RecordDeed.ISSUED, RecordDeed.WITHDRAWN):
        office.log.append(
            deed,
            record_id="C-0099-structured-analysis",
            version=1,
            manifest_hash="9" * 64,
            at=NOW,
        )
    (of_this, *_) = office.log.events()
    grant = {"role": "governance lead", "name": "Carys Okafor", "because": "Answers for it."}
    office.change(
        case_id, Amendment("access", None, {"grants": [grant], "kept_by": "governance lead"})
    )

    for manifest_hash in (of_this.manifest_hash, "9" * 64):
        assert why_withdrawn(office.ledger, office.log, manifest_hash) is None
