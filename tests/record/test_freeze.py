"""One case through freeze, sign, issue and verify, and what stands in the way of each."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

import workbench
from tests.fakes.workspaces import DAY, NOW, SIGNERS, Office, make_office
from workbench.domain.governance import SignOff
from workbench.errors import (
    ChainBroken,
    GateClosed,
    InvalidInput,
    NotebookFailed,
    NotFound,
    RecordNotUsable,
    ResidualName,
    SigningRefused,
    StorageError,
    TrustListInvalid,
)
from workbench.ledger.amend import Amendment
from workbench.notebooks.freezing import freeze_case
from workbench.notebooks.templates import template_bytes
from workbench.record.check import check_record
from workbench.record.examine import Examined
from workbench.record.freeze import FrozenRecord
from workbench.record.issue import issue
from workbench.record.keyring import current_trust, new_key, people_in_role, renew_list
from workbench.record.places import find_record
from workbench.record.seal.leaves import split_pieces
from workbench.record.seal.reading import open_record
from workbench.record.seal.report import Outcome, Verdict
from workbench.record.sign import refuse_in_kernel
from workbench.record.text_of_notebooks import notebooks_digest
from workbench.record.witness import demand_log_holds, noted_heads
from workbench.workspace.store import ContentStore


@pytest.fixture(scope="module")
def approved(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("office") / "ws")
    office.start()
    office.make_keys()
    office.approve_all("C-0001")
    return office


@pytest.fixture(scope="module")
def frozen(approved: Office) -> FrozenRecord:
    return approved.freeze("C-0001")


@pytest.fixture
def unsigned(frozen: FrozenRecord) -> Iterator[FrozenRecord]:
    """The frozen record, put back as it was when a test has ended."""
    before = frozen.path.read_bytes()
    yield frozen
    frozen.path.write_bytes(before)


def verdict(office: Office, frozen: FrozenRecord, *, with_log: bool = False) -> Verdict:
    return office.check(frozen, with_log=with_log).verdict


def with_notebooks_approved(office: Office) -> Examined:
    """The case as it would stand had its notebooks been approved as they are now."""
    examined = office.examine("C-0001")
    digest = notebooks_digest(office.workspace.cases / "C-0001")
    decided = {
        one.id: one.model_copy(update={"notebooks": digest}) for one in examined.case.all(SignOff)
    }
    entities = {**examined.case.entities, SignOff: decided}
    return replace(examined, case=replace(examined.case, entities=entities))


def sign_all(office: Office, frozen: FrozenRecord) -> None:
    for role, _ in SIGNERS:
        office.sign(frozen, role)


def signed_record(folder: Path) -> tuple[Office, FrozenRecord]:
    """An office of its own, and a record of its case that everybody has signed."""
    office = make_office(folder / "ws")
    office.approve_all(office.start())
    frozen = office.freeze("C-0001")
    sign_all(office, frozen)
    return office, frozen


def test_a_frozen_record_is_unknown_then_incomplete_then_signed(
    approved: Office, unsigned: FrozenRecord
) -> None:
    assert verdict(approved, unsigned) is Verdict.UNKNOWN

    approved.sign(unsigned, "investigator")
    assert verdict(approved, unsigned) is Verdict.INCOMPLETE

    approved.sign(unsigned, "manager")
    approved.sign(unsigned, "governance lead")
    assert verdict(approved, unsigned) is Verdict.SIGNED


def test_only_an_issued_record_is_complete_where_the_log_is_at_hand(tmp_path: Path) -> None:
    office, frozen = signed_record(tmp_path)
    assert verdict(office, frozen, with_log=True) is Verdict.INCOMPLETE

    issued = office.issue(frozen)

    assert verdict(office, frozen, with_log=True) is Verdict.SIGNED
    report = check_record(
        str(frozen.path),
        workspace=None,
        log=None,
        trust=[office.workspace.trust_file],
        register=issued.register,
        at=NOW,
    )
    assert report.verdict is Verdict.SIGNED
    assert report.record_code == issued.record_code == frozen.record_code
    assert all(step.outcome is Outcome.PASSED for step in report.steps)

    issued.register.unlink()
    assert office.issue(frozen) == issued
    assert issued.register.exists()
    assert len(office.log.events()) == 1


def test_a_newer_trust_list_counts_when_it_follows_from_the_one_before(tmp_path: Path) -> None:
    office, stranger = make_office(tmp_path / "ws"), make_office(tmp_path / "other")
    office.approve_all(office.start())
    stranger.make_keys()
    frozen = office.freeze("C-0001")
    sign_all(office, frozen)
    had = tmp_path / "had.json"
    had.write_bytes(office.workspace.trust_file.read_bytes())
    renew_list(office.workspace, office.ask, NOW)
    newer, foreign = office.workspace.trust_file, stranger.workspace.trust_file

    def checked(*trust: Path) -> Verdict:
        return check_record(
            str(frozen.path), workspace=None, log=None, trust=trust, register=None, at=NOW
        ).verdict

    assert checked(had) is checked(had, newer) is Verdict.SIGNED
    assert checked(foreign) is Verdict.UNKNOWN
    with pytest.raises(TrustListInvalid, match="not newer"):
        checked(newer, had)
    with pytest.raises(TrustListInvalid, match="root keys"):
        checked(foreign, newer)


def test_the_next_version_supersedes_the_one_that_was_issued(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.approve_all(office.start())
    first = office.freeze("C-0001")
    sign_all(office, first)
    office.issue(first)
    office.change("C-0001", Amendment("scope", None, {"summary": "Told anew."}))
    office.approve_all("C-0001")

    second = office.freeze("C-0001")

    manifest = open_record(second.path.read_bytes()).seal.manifest
    before = open_record(first.path.read_bytes())
    assert (second.version, manifest.supersedes) == (2, before.manifest_hash)
    assert verdict(office, first, with_log=True) is Verdict.SIGNED
    sign_all(office, second)
    office.issue(second)
    assert verdict(office, second, with_log=True) is Verdict.SIGNED
    assert verdict(office, first, with_log=True) is Verdict.INCOMPLETE


def test_signatures_are_not_lost_without_being_asked(
    approved: Office, unsigned: FrozenRecord
) -> None:
    approved.sign(unsigned, "investigator")
    signed = unsigned.path.read_bytes()

    with pytest.raises(RecordNotUsable, match="carries 1 signature"):
        approved.freeze("C-0001")
    assert unsigned.path.read_bytes() == signed

    approved.freeze("C-0001", drop_signatures=True)
    kept = (approved.workspace.records / "archive" / unsigned.path.stem / "replaced").iterdir()
    assert signed in {path.read_bytes() for path in kept}


def test_what_was_changed_or_returned_after_freezing_is_neither_signed_nor_issued(
    tmp_path: Path,
) -> None:
    office = make_office(tmp_path / "ws")
    office.approve_all(office.start())
    frozen = office.freeze("C-0001")
    office.sign(frozen, "investigator")
    office.approve("C-0001", "manager", returned=True)

    with pytest.raises(RecordNotUsable, match="was returned after"):
        office.sign(frozen, "manager")

    office.approve("C-0001", "manager")
    office.sign(frozen, "manager")
    office.sign(frozen, "governance lead")
    office.change("C-0001", Amendment("scope", None, {"summary": "Told anew."}))

    with pytest.raises(RecordNotUsable, match="was changed after"):
        office.issue(frozen)
    assert office.log.events() == ()


def test_what_is_written_in_the_notebook_after_approval_asks_for_it_again(
    tmp_path: Path,
) -> None:
    office = make_office(tmp_path / "ws")
    office.approve_all(office.start())
    notebook = json.loads(office.notebook("C-0001").read_text())
    notebook["cells"][0]["outputs_of_no_matter"] = notebook["metadata"]["note"] = "opened"
    office.notebook("C-0001").write_text(json.dumps(notebook))
    office.freeze("C-0001")

    notebook["cells"].append(
        {"cell_type": "markdown", "id": "late", "metadata": {}, "source": "One more thing."}
    )
    office.notebook("C-0001").write_text(json.dumps(notebook))

    with pytest.raises(GateClosed, match="as it and its notebooks stand"):
        office.freeze("C-0001")


def test_whoever_approved_in_a_role_signs_in_it(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.start()
    office.make_keys()
    new_key(office.workspace, "Dai Rees", ["manager"], office.ask, NOW)
    for role, name in SIGNERS:
        office.approve("C-0001", role, name)
    frozen = office.freeze("C-0001")
    office.sign(frozen, "investigator")

    with pytest.raises(SigningRefused, match="Another person approved"):
        office.sign(frozen, "manager", "Dai Rees")
    with pytest.raises(InvalidInput, match="keys for the role"):
        office.sign(frozen, "manager")
    office.sign(frozen, "manager", "Bryn Lloyd")


def test_a_person_with_a_renewed_key_signs_with_the_newer(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.approve_all(office.start())
    renewed = new_key(office.workspace, "Asha Verma", ["investigator"], office.ask, NOW)
    frozen = office.freeze("C-0001")
    later = Office(office.workspace, office.ledger, office.log, office.register)

    later.sign(frozen, "investigator")

    report = office.check(frozen, with_log=False)
    assert report.signers[0].keyid in {
        renewed.keyid,
        *(key.keyid for key in people_in_role(office.workspace, "investigator", NOW)),
    }
    assert report.signers[0].counts


def test_a_record_speaks_for_no_day_before_its_case(approved: Office) -> None:
    with pytest.raises(InvalidInput, match="before the last change"):
        freeze_case(
            approved.workspace,
            approved.ledger,
            approved.log,
            approved.examine("C-0001"),
            on=DAY - timedelta(days=1),
        )


def test_evidence_that_is_not_there_or_was_altered_is_not_signed_for(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.start()
    digest = ContentStore(office.workspace.evidence).put(b"notes")
    kept = {"title": "Notes", "type": "care record", "sha256": digest, "size": 5}
    office.change("C-0001", Amendment("evidence", None, kept))
    office.approve_all("C-0001")
    office.freeze("C-0001")

    (file,) = [p for p in office.workspace.evidence.rglob(digest) if p.is_file()]
    file.write_bytes(b"other")

    with pytest.raises(StorageError):
        office.freeze("C-0001")


def test_a_record_that_is_not_the_workspaces_own_file_is_not_issued(
    tmp_path: Path, approved: Office, unsigned: FrozenRecord
) -> None:
    sign_all(approved, unsigned)
    copy = tmp_path / unsigned.path.name
    copy.write_bytes(unsigned.path.read_bytes())

    with pytest.raises(RecordNotUsable, match="not the workspace's own"):
        issue(approved.workspace, approved.ledger, approved.log, str(copy), at=NOW)


def test_a_record_that_not_all_have_signed_is_not_issued(
    approved: Office, unsigned: FrozenRecord
) -> None:
    approved.sign(unsigned, "investigator")

    with pytest.raises(RecordNotUsable, match="cannot be issued"):
        approved.issue(unsigned)

    assert approved.log.events() == ()


def test_roles_sign_in_their_order(approved: Office, unsigned: FrozenRecord) -> None:
    with pytest.raises(SigningRefused, match="turn of the role 'investigator'"):
        approved.sign(unsigned, "manager")


def test_a_record_that_was_altered_is_not_signed(approved: Office, unsigned: FrozenRecord) -> None:
    data = unsigned.path.read_bytes()
    unsigned.path.write_bytes(data.replace(b"given", b"gived", 1))

    with pytest.raises(RecordNotUsable):
        approved.sign(unsigned, "investigator")
    assert verdict(approved, unsigned) is Verdict.ALTERED


def test_the_same_case_freezes_to_the_same_pieces(approved: Office, frozen: FrozenRecord) -> None:
    first = open_record(frozen.path.read_bytes())
    again = open_record(approved.freeze("C-0001").path.read_bytes())

    assert split_pieces(first.content, first.seal.seg) == split_pieces(
        again.content, again.seal.seg
    )
    assert first.seal.manifest.nonce != again.seal.manifest.nonce
    assert first.seal.manifest.model_copy(
        update={"nonce": "", "root": "", "notebook": ""}
    ) == again.seal.manifest.model_copy(update={"nonce": "", "root": "", "notebook": ""})


def test_another_process_freezes_to_the_same_pieces(approved: Office, frozen: FrozenRecord) -> None:
    first = open_record(frozen.path.read_bytes())
    words = ("freeze", "C-0001", "--date", DAY.isoformat(), "-w", str(approved.workspace.root))
    subprocess.run(
        [sys.executable, "-c", "from workbench.cli.app import main; main()", *words],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima", "LANG": "C"},
    )
    again = open_record(frozen.path.read_bytes())

    assert split_pieces(first.content, first.seal.seg) == split_pieces(
        again.content, again.seal.seg
    )


def test_a_library_beside_the_notebook_forges_nothing(
    approved: Office, frozen: FrozenRecord
) -> None:
    beside = approved.notebook("C-0001").parent / "workbench"
    beside.mkdir()
    (beside / "__init__.py").write_text(
        f"__path__ = [{str(Path(workbench.__file__).parent)!r}]\n"
        "__version__ = '0.1.0'\n"
        "from workbench.figures.exhibit import Exhibit, Exhibits\n"
        "from workbench.notebooks import guide\n"
        "guide.findings = lambda case: Exhibits(exhibits=(Exhibit(name='findings', "
        "paragraphs=('FORGED',)),))\n"
    )
    first = open_record(frozen.path.read_bytes())
    try:
        again = open_record(approved.freeze("C-0001").path.read_bytes())
    finally:
        shutil.rmtree(beside)

    assert split_pieces(first.content, first.seal.seg) == split_pieces(
        again.content, again.seal.seg
    )


def test_nothing_is_signed_inside_a_kernel() -> None:
    refuse_in_kernel({"PATH": "/bin"})

    with pytest.raises(SigningRefused, match="inside a notebook"):
        refuse_in_kernel({"JPY_PARENT_PID": "1"})


def test_the_manifest_says_what_the_record_was_made_from(
    approved: Office, frozen: FrozenRecord
) -> None:
    manifest = open_record(frozen.path.read_bytes()).seal.manifest
    head = approved.ledger.fold("C-0001").head

    assert (manifest.case.seq, manifest.case.head) == (head.seq, head.hash)
    assert manifest.date == DAY
    assert manifest.required == ("investigator", "manager", "governance lead")
    assert manifest.versions["papermill"]


def test_only_a_signed_record_is_a_witness_and_every_one_of_them_is(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.approve_all(office.start())
    trust = current_trust(office.workspace, NOW)
    first = office.freeze("C-0001")
    assert noted_heads(office.workspace, trust, NOW) == {}

    sign_all(office, first)
    office.issue(first)
    early = office.ledger.fold("C-0001").head
    office.change("C-0001", Amendment("scope", None, {"summary": "Told anew."}))
    office.approve_all("C-0001")
    second = office.freeze("C-0001")
    office.sign(second, "investigator")

    heads = noted_heads(office.workspace, trust, NOW)
    assert set(heads["C-0001"]) == {early, office.ledger.fold("C-0001").head}
    assert office.ledger.verify(heads=heads).intact
    forged = {"C-0001": (replace(early, hash="ab" * 32), *heads["C-0001"])}
    assert not office.ledger.verify(heads=forged).intact
    assert noted_heads(office.workspace, None, NOW) == {}


@pytest.mark.parametrize(
    "tampering",
    [
        "delete from record_event",
        "update record_event set version = 7",
    ],
    ids=["cut off", "changed"],
)
def test_a_log_of_records_that_lost_what_the_register_says_goes_no_further(
    tmp_path: Path, tampering: str
) -> None:
    office, frozen = signed_record(tmp_path)
    register = office.issue(frozen).register
    demand_log_holds(office.workspace, office.log)
    kept = register.read_bytes()
    with sqlite3.connect(office.workspace.root / "workbench.db") as database:
        assert database.execute(tampering).rowcount == 1

    with pytest.raises(ChainBroken):
        demand_log_holds(office.workspace, office.log)
    with pytest.raises(ChainBroken):
        office.issue(frozen)
    assert register.read_bytes() == kept


def test_a_register_file_that_was_altered_is_no_witness_and_is_written_anew(
    tmp_path: Path,
) -> None:
    office, frozen = signed_record(tmp_path)
    register = office.issue(frozen).register
    kept = register.read_bytes()
    register.write_bytes(kept.replace(b'"size":1', b'"size":9'))

    demand_log_holds(office.workspace, office.log)
    assert office.issue(frozen).register.read_bytes() == kept


def test_a_case_that_was_changed_behind_the_ledgers_back_goes_no_further(
    tmp_path: Path,
) -> None:
    office = make_office(tmp_path / "ws")
    office.approve_all(office.start())
    with sqlite3.connect(office.workspace.root / "workbench.db") as database:
        changed = database.execute(
            "update entry set data = replace(data, 'dose', 'doze') where kind = 'scope'"
        ).rowcount
    assert changed

    with pytest.raises(ChainBroken):
        office.freeze("C-0001")
    with pytest.raises(ChainBroken):
        office.approve("C-0001", "manager")


def test_what_a_record_was_made_from_is_archived_beside_it(
    approved: Office, frozen: FrozenRecord
) -> None:
    archive = approved.workspace.records / "archive" / frozen.path.stem / frozen.record_code

    kept = {path.name for path in archive.iterdir()}
    assert kept == {"executed.ipynb", "frozen-case.json", "seed"}
    assert json.loads((archive / "executed.ipynb").read_text())["nbformat"] == 4


def test_no_name_is_handed_to_the_notebook_or_stands_in_the_record(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    office.change(case_id, Amendment("name", None, {"person": "P1", "name": "Merrin Tallow"}))
    notebook = json.loads(office.notebook(case_id).read_text())
    notebook["cells"].append(
        {
            "cell_type": "markdown",
            "id": "own-words",
            "metadata": {},
            "source": "Merrin told us that the bell was new.",
        }
    )
    office.notebook(case_id).write_text(json.dumps(notebook))
    office.approve_all(case_id)

    with pytest.raises(ResidualName) as caught:
        office.freeze(case_id)

    assert "P1" in str(caught.value)
    assert "Merrin" not in str(caught.value) + caught.value.remedy
    assert list(office.workspace.records.glob("*.html")) == []


@pytest.mark.parametrize("approvals", [(), SIGNERS[:2]])
def test_a_case_is_frozen_only_when_every_role_approved_it(
    tmp_path: Path, approvals: tuple[tuple[str, str], ...]
) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    for role, name in approvals:
        office.approve(case_id, role, name)

    with pytest.raises(GateClosed, match="is not approved, as it and its notebooks stand, by"):
        office.freeze(case_id)


def test_a_change_after_approval_asks_for_it_again(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    office.approve_all(case_id)
    office.change(case_id, Amendment("scope", None, {"summary": "Told anew."}))

    with pytest.raises(GateClosed, match="investigator, manager, governance lead"):
        office.freeze(case_id)


def test_a_failing_cell_leaves_everything_as_it_was_and_says_which(
    approved: Office, frozen: FrozenRecord
) -> None:
    before = {p: p.read_bytes() for p in approved.workspace.records.rglob("*") if p.is_file()}
    head = approved.ledger.fold("C-0001").head
    original = approved.notebook("C-0001").read_bytes()
    notebook = json.loads(original)
    notebook["cells"].append(
        {
            "cell_type": "code",
            "id": "own-code",
            "metadata": {},
            "source": "secret = 'Merrin'\nraise ValueError(secret)",
            "outputs": [],
            "execution_count": None,
        }
    )
    approved.notebook("C-0001").write_text(json.dumps(notebook))
    examined = with_notebooks_approved(approved)
    try:
        with pytest.raises(NotebookFailed) as caught:
            freeze_case(approved.workspace, approved.ledger, approved.log, examined, on=DAY)
    finally:
        approved.notebook("C-0001").write_bytes(original)

    assert "code cell 4 of the step 'sign-off'" in str(caught.value)
    assert "ValueError" in str(caught.value)
    assert "Merrin" not in str(caught.value)
    after = {p: p.read_bytes() for p in approved.workspace.records.rglob("*") if p.is_file()}
    assert after == before
    assert approved.ledger.fold("C-0001").head == head


def test_a_notebook_without_a_step_is_refused(approved: Office, frozen: FrozenRecord) -> None:
    original = approved.notebook("C-0001").read_bytes()
    notebook = json.loads(original)
    notebook["cells"] = [
        c for c in notebook["cells"] if "guide.actions" not in "".join(c["source"])
    ]
    approved.notebook("C-0001").write_text(json.dumps(notebook))
    examined = with_notebooks_approved(approved)
    try:
        with pytest.raises(RecordNotUsable, match="actions"):
            freeze_case(approved.workspace, approved.ledger, approved.log, examined, on=DAY)
    finally:
        approved.notebook("C-0001").write_bytes(original)


def test_the_notebook_of_a_case_is_the_template_with_its_case_filled_in(
    approved: Office,
) -> None:
    started = json.loads(approved.notebook("C-0001").read_text())
    template = json.loads(template_bytes("structured-analysis"))

    sources = [
        ("".join(ours["source"]), "".join(theirs["source"]))
        for ours, theirs in zip(started["cells"], template["cells"], strict=True)
    ]
    changed = [ours for ours, theirs in sources if ours != theirs]
    assert len(changed) == 1
    assert 'case_id: str = "C-0001"' in changed[0]


def test_a_record_is_found_by_what_people_call_it(approved: Office, frozen: FrozenRecord) -> None:
    for name in (str(frozen.path), frozen.path.name, frozen.path.stem, "C-0001"):
        assert find_record(approved.workspace, name) == frozen.path

    with pytest.raises(NotFound) as caught:
        find_record(approved.workspace, "C-0001-structured-analyses-v1")
    assert f"Did you mean '{frozen.path.stem}'?" in caught.value.remedy
