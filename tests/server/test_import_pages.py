from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.fakes.workspaces import make_office
from workbench.conduct.session import Session
from workbench.errors import UnreadableFile
from workbench.server.import_pages import Upload, import_upload, safe_name


def silent(_done: int, _total: int, _what: str) -> None:
    return None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("incidents.csv", "incidents.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\our register.xlsx", "our register.xlsx"),
        ("..", "register"),
        ("", "register"),
        ("a\x00b\n.csv", "ab.csv"),
        ("\u202egnp.csv", "gnp.csv"),
        ("x" * 300 + ".csv", "x" * 46 + ".csv"),
        ("<script>.csv", "<script>.csv"),
    ],
)
def test_a_name_leads_out_of_no_folder(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_rejected_rows_come_back_and_nothing_of_the_upload_stays(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    data = (office.workspace.root / "incidents.csv").read_bytes() + b"INC-0043,short\n"
    done = import_upload(Session(office.workspace), Upload("incidents.csv", data), None, silent)

    assert (done.report.source, done.report.rejected) == ("incidents.csv", 1)
    assert done.rejects is not None
    assert b"INC-0043" in done.rejects
    assert not list(Path(tempfile.gettempdir()).glob("workbench-import-*"))


def test_a_register_without_faults_has_no_rejects(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    data = (office.workspace.root / "incidents.csv").read_bytes()
    done = import_upload(Session(office.workspace), Upload("incidents.csv", data), None, silent)

    assert done.rejects is None
    assert done.report.unchanged == 1


def test_what_is_no_register_leaves_nothing(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")

    with pytest.raises(UnreadableFile):
        import_upload(Session(office.workspace), Upload("x.xlsx", b"PK\x03\x04no"), None, silent)
    assert not list(Path(tempfile.gettempdir()).glob("workbench-import-*"))
