"""From a register to a verified record, by commands alone, as the README says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.examples.library import load_example

EXAMPLE = load_example("missed-escalation")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    done = command("demo", str(folder))
    assert done.returncode == 0, done.stderr
    assert "Verifies: signed" in done.stdout
    return folder


def command(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from workbench.cli.app import main; main()", *words],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_demonstration_ends_in_a_record_that_verifies(played: Path) -> None:
    (record,) = (played / "records").glob("*-v2.html")
    verified = command("verify", str(record), "--json", cwd=played)

    report = json.loads(verified.stdout)
    assert verified.returncode == 0
    assert report["verdict"] == "signed"
    assert [signer["role"] for signer in report["signers"]] == [
        "investigator",
        "manager",
        "governance lead",
    ]
    assert all(step["outcome"] == "passed" for step in report["steps"])
    assert record.stat().st_size < 1_000_000


def test_a_stranger_checks_the_record_with_three_files(played: Path, tmp_path: Path) -> None:
    (record,) = (played / "records").glob("*-v2.html")
    for file in (record, played / "trust.json", played / "records" / "register.json"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    words = ("--trust", "trust.json", "--register", "register.json")

    assert command("verify", record.name, *words, cwd=tmp_path).returncode == 0

    (tmp_path / record.name).write_bytes(record.read_bytes().replace(b"sister", b"cousin", 1))
    altered = command("verify", record.name, *words, cwd=tmp_path)
    assert altered.returncode == 5
    assert altered.stdout.startswith("ALTERED")


def test_the_record_runs_no_script_and_loads_nothing(played: Path) -> None:
    (record,) = (played / "records").glob("*-v2.html")
    html = record.read_text(encoding="utf-8")

    assert not re.search(r"<(script|iframe|object|embed|link)\b", html, re.IGNORECASE)
    assert not re.search(r"\bon[a-z]+\s*=\s*[\"']", html)
    assert not re.search(r"(src|href)=[\"'](?!#|data:image/)", html)
    assert "default-src 'none'" in html


def test_the_record_names_owners_and_signers_and_nobody_else(played: Path) -> None:
    (record,) = (played / "records").glob("*-v2.html")
    html = record.read_text(encoding="utf-8")
    listed = [
        entry.data["name"]
        for batch in EXAMPLE.batches
        for entry in batch.entries
        if entry.kind == "name"
    ]

    assert len(listed) >= 5
    assert not [name for name in listed if name in html]
    assert all(signer.name in html for signer in EXAMPLE.sign_offs)


def test_another_demonstration_does_not_touch_the_first(played: Path) -> None:
    again = command("demo", str(played))

    assert again.returncode == 1
    assert "hint:" in again.stderr


def test_examples_are_listed() -> None:
    listed = command("demo", "--list", "--json")

    assert {"missed-escalation"} <= {item["name"] for item in json.loads(listed.stdout)}


def test_help_does_not_wait_for_what_it_does_not_need() -> None:
    imported = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, workbench.cli.app; print(' '.join(sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    heavy = {"nbconvert", "papermill", "pandas", "networkx", "sqlalchemy", "pydantic", "pygraphviz"}
    assert not heavy & set(imported)
