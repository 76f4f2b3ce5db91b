"""What every page does where something is wrong with the workbench itself."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.faulty_pages import SECRET
from tests.fakes.served import serving


def test_a_fault_is_said_without_what_it_was_about(tmp_path: Path) -> None:
    folder = tmp_path / "shown"
    folder.mkdir()
    with serving(folder, extension="tests.fakes.faulty_pages") as visitor:
        answer = visitor.get("anything")
        log = visitor.log.read_text(encoding="utf-8")

    assert answer.status == 500
    assert "The server's log says where" in answer.text.replace("&#39;", "'")
    assert "A page of the workbench failed: RuntimeError at" in log
    assert "faulty_pages.py:" in log
    assert SECRET not in answer.text + log
