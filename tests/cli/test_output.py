"""What becomes of output that its reader cannot take."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.processes import command


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a register whose service is called in Greek, imported."""
    made = tmp_path_factory.mktemp("output")
    file = made / "incidents.csv"
    command("import", "--template", file.name, cwd=made)
    heading = file.read_text(encoding="utf-8-sig")
    cells = {"Incident ID": "INC-1", "Occurred from": "4/2/26", "Service": "Ελιά"}
    row = ",".join(cells.get(name, "") for name in heading.strip().split(","))
    file.write_text(f"{heading}{row}\n", encoding="utf-8")
    command("init", "ws", cwd=made)
    assert command("import", "../incidents.csv", cwd=made / "ws").returncode == 0
    return made / "ws"


def test_a_progress_bar_is_for_people_only(folder: Path) -> None:
    done = command("import", "../incidents.csv", cwd=folder)

    assert (done.returncode, done.stderr) == (0, b"")


def test_letters_that_the_output_lacks_become_question_marks(folder: Path) -> None:
    done = command("incidents", cwd=folder, PYTHONIOENCODING="latin-1")

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"????" in done.stdout
    assert b"4 Feb 2026" in done.stdout


def test_json_keeps_every_letter_whatever_the_output_lacks(folder: Path) -> None:
    poor = command("incidents", "--json", cwd=folder, PYTHONIOENCODING="latin-1")
    rich = command("incidents", "--json", cwd=folder, PYTHONIOENCODING="utf-8")

    assert b"\\u0395" in poor.stdout
    assert "Ελιά" in rich.stdout.decode()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "words", [["incidents"], ["incidents", "--json"], ["--version"], ["--help"]]
)
def test_output_without_room_is_an_error_in_two_lines(folder: Path, words: list[str]) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        done = command(*words, cwd=folder, stdout=full)
    finally:
        os.close(full)

    assert done.returncode == 1
    assert done.stderr.startswith(b"error: There is no room left where the output goes")
    assert len(done.stderr.splitlines()) == 2


def test_a_reader_that_goes_away_is_no_bug_to_report(folder: Path) -> None:
    script = f"{sys.executable} -c 'from workbench.cli.app import main; main()' --version | true"

    done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, check=False)

    assert done.stderr == b""
