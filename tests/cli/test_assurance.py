"""The commands that look across what was done."""

import csv
import json
import stat
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import networkx as nx
import pytest
from typer.testing import CliRunner, Result

from tests.fakes.workspaces import make_office
from workbench.cli.app import app
from workbench.cli.session import today

Run = Callable[..., Result]

LATE = {
    "person": "P1",
    "what": "One worker in the evening",
    "starts_on": "2026-02-01",
    "review_on": "2026-03-01",
    "time_limit": "2099-01-01",
}
ACCESS = {
    "kept_by": "governance lead",
    "grants": [{"role": "governance lead", "name": "Dana Example", "because": "Leads it."}],
}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on the workspace in `tmp_path`."""

    def call(*words: str) -> Result:
        environment = {
            "WORKBENCH_WORKSPACE": str(tmp_path / "ws"),
            "WORKBENCH_AUTHOR": "Asha Verma",
            "COLUMNS": "220",
        }
        return CliRunner().invoke(app, list(words), env=environment)

    return call


@pytest.fixture
def case(tmp_path: Path) -> str:
    return make_office(tmp_path / "ws").start()


def add(run: Run, case: str, kind: str, data: dict[str, object]) -> None:
    done = run("add", case, kind, "--json", json.dumps(data))
    assert done.exit_code == 0, done.output + done.stderr


def test_the_register_of_restrictions_lists_what_is_in_force_and_what_is_due(
    run: Run, case: str
) -> None:
    soon = (today() + timedelta(days=30)).isoformat()
    add(run, case, "restriction", LATE)
    add(run, case, "restriction", {**LATE, "what": "Phone off at night", "review_on": soon})
    add(run, case, "restriction", {**LATE, "what": "Ended", "ends_on": "2026-03-01"})

    listed = json.loads(run("restrictions", "--json").stdout)
    due = json.loads(run("restrictions", "--due", "--json").stdout)
    table = run("restrictions").output

    assert [(one["case"], one["id"], one["overdue"]) for one in listed] == [
        (case, "R1", True),
        (case, "R2", False),
    ]
    assert [one["id"] for one in due] == ["R1"]
    assert listed[0]["person"] == "P1"
    assert "review overdue" in table
    assert "One worker in the evening" in table


def test_a_review_takes_a_restriction_off_the_list_of_what_is_due(run: Run, case: str) -> None:
    add(run, case, "restriction", LATE)
    review = {
        "restriction": "R1",
        "on": today().isoformat(),
        "decision": "continue",
        "because": "Calls still come.",
        "by": "house manager",
        "persons_view": "P1 turned the page away.",
        "next_review": (today() + timedelta(days=28)).isoformat(),
    }
    add(run, case, "restriction-review", review)

    assert json.loads(run("restrictions", "--due", "--json").stdout) == []
    assert json.loads(run("restrictions", "--json").stdout)[0]["reviews"] == 1


def test_a_case_that_is_closed_to_you_is_counted_and_not_shown(run: Run, case: str) -> None:
    add(run, case, "restriction", LATE)
    add(run, case, "access", ACCESS)

    said = run("restrictions")

    assert "One worker" not in said.output
    assert "Not looked into: 1" in said.output
    assert run("thread", case).exit_code == 1
    assert run("quality", case).exit_code == 1


def test_quality_shows_what_speaks_to_each_dimension_and_who_rated_it(run: Run, case: str) -> None:
    rating = {
        "dimension": "D2",
        "rating": "some evidence",
        "because": "Two factors.",
        "name": "Dana Example",
        "role": "governance lead",
        "at": "2026-03-30T09:00:00Z",
    }
    add(run, case, "quality-rating", rating)

    held = json.loads(run("quality", case, "--json").stdout)
    table = run("quality", case).output

    assert [one["dimension"] for one in held] == [f"D{number}" for number in range(1, 9)]
    assert held[1]["ratings"][0]["rating"] == "some evidence"
    assert all(one["signals"] for one in held)
    assert "some evidence (Dana Example, governance lead)" in " ".join(table.split())


def test_the_thread_is_shown_with_its_broken_links_first(run: Run, case: str) -> None:
    add(run, case, "evidence", {"title": "Nobody names it", "type": "rota"})

    shown = run("thread", case).output
    data = json.loads(run("thread", case, "--json").stdout)

    assert shown.index("Broken links") < shown.index("Golden thread")
    assert "evidence that nothing refers to" in shown
    assert data["broken"]


def test_the_thread_is_written_for_other_programs(tmp_path: Path, run: Run, case: str) -> None:
    table, graph = tmp_path / "thread.csv", tmp_path / "thread.graphml"

    done = run("thread", case, "--csv", str(table), "--graphml", str(graph))

    assert done.exit_code == 0, done.stderr
    assert "Wrote" in done.output
    with table.open(encoding="utf-8-sig", newline="") as stream:
        assert any(row["Action"] == "A1" for row in csv.DictReader(stream))
    assert "A1" in nx.read_graphml(graph)
    assert stat.S_IMODE(table.stat().st_mode) == 0o600


def test_a_file_that_cannot_be_written_is_an_error_with_a_hint(
    tmp_path: Path, run: Run, case: str
) -> None:
    done = run("thread", case, "--csv", str(tmp_path / "nowhere" / "thread.csv"))

    assert done.exit_code == 1
    assert "error:" in done.stderr
    assert "hint:" in done.stderr
