"""One case through freeze, sign, issue and verify, and what stands in the way of each."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.workspaces import DAY, NOW, SIGNERS, Office, make_office
from workbench.errors import (
    GateClosed,
    NotebookFailed,
    NotFound,
    RecordNotUsable,
    ResidualName,
    SigningRefused,
)
from workbench.ledger.amend import Amendment
from workbench.notebooks.templates import template_bytes
from workbench.record.check import check_record
from workbench.record.freeze import FrozenRecord
from workbench.record.issue import issue
from workbench.record.places import find_record
from workbench.record.seal.leaves import split_pieces
from workbench.record.seal.reading import open_record
from workbench.record.seal.report import Outcome, Verdict
from workbench.record.sign import refuse_in_kernel
from workbench.record.witness import noted_heads


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
    return check_record(
        str(frozen.path),
        workspace=office.workspace,
        log=office.log if with_log else None,
        trust=None,
        register=None,
        at=NOW,
    ).verdict


def sign_all(office: Office, frozen: FrozenRecord) -> None:
    for role, _ in SIGNERS:
        office.sign(frozen, role)


def test_a_frozen_record_is_unknown_then_incomplete_then_signed(
    approved: Office, unsigned: FrozenRecord
) -> None:
    assert verdict(approved, unsigned) is Verdict.UNKNOWN

    approved.sign(unsigned, "investigator")
    assert verdict(approved, unsigned) is Verdict.INCOMPLETE

    approved.sign(unsigned, "manager")
    approved.sign(unsigned, "governance lead")
    assert verdict(approved, unsigned) is Verdict.SIGNED


def test_only_an_issued_record_is_complete_where_the_log_is_at_hand(
    tmp_path: Path, approved: Office, unsigned: FrozenRecord
) -> None:
    sign_all(approved, unsigned)
    assert verdict(approved, unsigned, with_log=True) is Verdict.INCOMPLETE

    fresh = make_office(tmp_path / "ws")
    trust = approved.workspace.trust_file.read_bytes()
    fresh.workspace.trust_file.write_bytes(trust)
    issued = issue(fresh.workspace, fresh.log, str(unsigned.path), at=NOW)

    assert verdict(fresh, unsigned, with_log=True) is Verdict.SIGNED
    report = check_record(
        str(unsigned.path),
        workspace=None,
        log=None,
        trust=fresh.workspace.trust_file,
        register=issued.register,
        at=NOW,
    )
    assert report.verdict is Verdict.SIGNED
    assert report.record_code == issued.record_code == unsigned.record_code
    assert all(step.outcome is Outcome.PASSED for step in report.steps)
    with pytest.raises(RecordNotUsable):
        issue(fresh.workspace, fresh.log, str(unsigned.path), at=NOW)


def test_a_record_that_not_all_have_signed_is_not_issued(
    approved: Office, unsigned: FrozenRecord
) -> None:
    approved.sign(unsigned, "investigator")

    with pytest.raises(RecordNotUsable, match="cannot be issued"):
        issue(approved.workspace, approved.log, str(unsigned.path), at=NOW)

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
    assert noted_heads(approved.workspace) == {"C-0001": head}


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
    office.make_keys()
    office.approve_all(case_id)
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

    with pytest.raises(GateClosed, match="is not approved, as it stands, by"):
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
    try:
        with pytest.raises(NotebookFailed) as caught:
            approved.freeze("C-0001")
    finally:
        approved.notebook("C-0001").write_bytes(original)

    assert "code cell 3 of the step 'sign-off'" in str(caught.value)
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
    try:
        with pytest.raises(RecordNotUsable, match="actions"):
            approved.freeze("C-0001")
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
    assert f"Did you mean {frozen.path.stem}?" in caught.value.remedy
