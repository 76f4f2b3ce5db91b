"""A workspace that may only be read, and one whose database is lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.processes import command
from tests.fakes.workspaces import PASSPHRASE
from workbench.examples.library import register

ROOTS = ("--name", "Ada Okafor", "--name", "Bryn Lloyd", "--name", "Carys Shah")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a register, a case and root keys, which no process has open."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "incidents.csv").write_bytes(register())
    (folder / "letter.html").write_text("<p>Not a record</p>")
    root = folder / "ws"
    for words in (
        ("init", str(root)),
        ("import", "../incidents.csv", "-w", "."),
        ("start", "INC-2026-0042", "-w", "."),
        ("keys", "roots", *ROOTS, "-w", "."),
    ):
        cwd = root if root.exists() else folder
        done = command(*words, cwd=cwd, WORKBENCH_PASSPHRASE=PASSPHRASE)
        assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def closed(made: Path) -> Iterator[Path]:
    """The workspace, with every file and folder for reading only."""
    held = sorted([made, *made.rglob("*")])
    for path in held:
        path.chmod(0o500 if path.is_dir() else 0o400)
    yield made
    for path in held:
        path.chmod(0o700 if path.is_dir() else 0o600)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["show", "C-0001"], 0, "incident (1)"),
        (["history", "C-0001"], 0, "History of C-0001"),
        (["check", "C-0001"], 6, "Checks on C-0001"),
        (["incidents"], 0, "of 65 incidents"),
        (["cases"], 0, "INC-2026-0042"),
        (["ledger", "verify"], 0, "every chain holds"),
        (["keys", "list"], 0, "Keys on the trust list"),
        (["verify", "../letter.html"], 5, "ALTERED"),
        (["backup", "../copy.zip"], 0, "Wrote "),
    ],
)
def test_what_only_reads_works_where_nothing_may_be_written(
    closed: Path, words: list[str], code: int, said: str
) -> None:
    (closed.parent / "copy.zip").unlink(missing_ok=True)
    before = sorted(closed.iterdir())

    done = command(*words, cwd=closed, bound=True)

    assert (done.returncode, done.stderr) == (code, b"")
    assert said in done.stdout.decode()
    assert sorted(closed.iterdir()) == before


def test_what_writes_says_that_it_may_not(closed: Path) -> None:
    event = '{"when": "14/03/2026", "what": "Tea was served"}'

    done = command("add", "C-0001", "event", "--json", event, cwd=closed, bound=True)

    assert done.returncode == 1
    assert done.stderr.startswith(b"error: The database cannot be opened, or may only be read")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words", [["incidents"], ["cases"], ["ledger", "verify"], ["keys", "list"]]
)
def test_a_lost_database_is_an_error_and_not_an_empty_one(
    made: Path, tmp_path: Path, words: list[str]
) -> None:
    shutil.copytree(made, tmp_path / "ws")
    (tmp_path / "ws" / "workbench.db").unlink()

    done = command(*words, cwd=tmp_path / "ws")

    assert done.returncode == 1
    assert b"workbench.db, is missing or empty" in done.stderr
    assert b"workbench restore" in done.stderr
    assert not (tmp_path / "ws" / "workbench.db").exists()
