from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, SIGNERS, Office, make_office
from workbench.conduct.session import Session
from workbench.errors import NotFound
from workbench.ledger.amend import Amendment
from workbench.ledger.record_events import RecordState
from workbench.record.places import case_of
from workbench.record.seal.report import Verdict
from workbench.server.record_view import RecordView, record_file, record_view

NAME = "C-0001-structured-analysis-v1"


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office with a frozen record, to which the investigators added a cell of code."""
    office = make_office(tmp_path_factory.mktemp("record") / "ws")
    office.start()
    notebook = json.loads(office.notebook("C-0001").read_bytes())
    added = {"cell_type": "code", "metadata": {}, "source": "1 + 1  # <b>ours</b>", "id": "ours"}
    notebook["cells"].append({**added, "outputs": [], "execution_count": None})
    office.notebook("C-0001").write_text(json.dumps(notebook), encoding="utf-8")
    office.approve_all("C-0001")
    office.freeze("C-0001")
    return office


@pytest.fixture
def office(frozen: Office, tmp_path: Path) -> Office:
    """A copy of it, to do with as a test likes."""
    root = tmp_path / "ws"
    shutil.copytree(frozen.workspace.root, root)
    from workbench.ledger.records import RecordLog
    from workbench.ledger.store import Ledger
    from workbench.register.store import Register
    from workbench.workspace.database import open_engine
    from workbench.workspace.folder import open_workspace

    workspace = open_workspace(root)
    engine = open_engine(workspace.database_url)
    return Office(workspace, Ledger(engine), RecordLog(engine), Register(engine))


def view(office: Office, at: datetime = NOW) -> RecordView:
    return record_view(Session(office.workspace), NAME, at)


def sign(office: Office, *signers: tuple[str, str]) -> None:
    from workbench.record.sign import look_before_signing
    from workbench.record.sign import sign as put

    for role, name in signers:
        seen = look_before_signing(
            office.workspace, office.ledger, "C-0001", role=role, name=name, at=NOW
        )
        put(office.workspace, seen, words="I stand behind it.", at=NOW, ask=office.ask)


def test_before_anybody_signs_it_shows_what_would_be_signed_and_by_whom(office: Office) -> None:
    seen = view(office)

    assert seen.turn == "investigator"
    assert [one.name for one in seen.signatories] == ["Asha Verma"]
    assert seen.to_sign is not None
    assert seen.to_sign.record_code == seen.report.record_code
    assert not seen.may_be_issued
    assert seen.state is RecordState.UNKNOWN


def test_code_that_the_template_does_not_contain_is_shown(office: Office) -> None:
    kept = view(office).kept

    assert kept is not None
    assert [one.source for one in kept.added] == ["1 + 1  # <b>ours</b>"]
    assert kept.added[0].step == "sign-off"


def test_the_checks_take_roles_for_what_the_organisation_says_they_are(office: Office) -> None:
    (path,) = office.workspace.records.rglob("frozen-case.json")
    held = json.loads(path.read_bytes())
    path.write_text(json.dumps({**held, "role_functions": [["investigator", "manager"]]}))
    before, kept = held["role_functions"], view(office).kept

    assert before == []
    assert kept is not None
    assert [one.subject for one in kept.checks.open if one.code == "STG001"] == ["SO1"]


@pytest.mark.parametrize("damage", ["gone", "altered"])
def test_an_archive_that_is_gone_or_altered_is_not_taken_for_an_empty_one(
    office: Office, damage: str
) -> None:
    for file in office.workspace.records.rglob("executed.ipynb"):
        file.unlink() if damage == "gone" else file.write_bytes(b"{}")

    assert view(office).kept is None


def test_once_all_have_signed_it_may_be_issued_once(office: Office) -> None:
    sign(office, *SIGNERS)
    before = view(office)
    from workbench.record.issue import issue

    issue(office.workspace, office.ledger, office.log, "C-0001", at=NOW)
    after = view(office)

    assert (before.turn, before.may_be_issued, before.state) == (None, True, RecordState.UNKNOWN)
    assert (after.may_be_issued, after.state) == (False, RecordState.ISSUED)
    assert after.report.verdict is Verdict.SIGNED


def test_a_record_that_was_withdrawn_is_not_said_to_be_issued(office: Office) -> None:
    sign(office, *SIGNERS)
    from workbench.record.issue import issue
    from workbench.record.withdraw import withdraw

    issue(office.workspace, office.ledger, office.log, "C-0001", at=NOW)
    withdraw(
        office.workspace,
        office.ledger,
        office.log,
        NAME,
        role="governance lead",
        name=None,
        because="A picture shows the house number.",
        author="A",
        at=NOW,
    )
    seen = view(office)

    assert (seen.may_be_issued, seen.state) == (False, RecordState.WITHDRAWN)
    assert seen.report.verdict is Verdict.INCOMPLETE


def test_whoever_s_key_is_elsewhere_cannot_sign_here(office: Office) -> None:
    for key in office.workspace.keys.glob("asha-*.pem"):
        key.unlink()
    (asha,) = view(office).signatories

    assert asha.to_sign is None
    assert asha.why_not == "The private key is not in this workspace."


def test_why_nobody_can_sign_a_stale_record_is_said(office: Office) -> None:
    office.change("C-0001", Amendment("person", None, {"role": "staff"}))
    (asha,) = view(office).signatories

    assert asha.to_sign is None
    assert "was changed after this record was frozen" in str(asha.why_not)


def test_an_altered_file_offers_nothing(office: Office) -> None:
    path = office.workspace.records / f"{NAME}.html"
    path.write_bytes(path.read_bytes().replace(b"Late evening dose", b"Early morning dose"))
    seen = view(office)

    assert seen.report.verdict is Verdict.ALTERED
    assert (seen.turn, seen.kept, seen.may_be_issued) == (None, None, False)


def test_a_record_is_found_by_its_own_name_alone(office: Office) -> None:
    session = Session(office.workspace)

    assert record_file(session, NAME).startswith(b"<!")
    with pytest.raises(NotFound):
        record_file(session, "C-0001-triage-v1")
    assert case_of(NAME) == "C-0001"


def test_a_key_that_has_run_out_is_not_offered(office: Office) -> None:
    assert view(office, datetime(2029, 1, 1, tzinfo=UTC)).signatories == ()
