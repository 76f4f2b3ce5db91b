"""The commands of the first days, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.fakes.workspaces import PASSPHRASE, make_office
from workbench.cli.app import app

Run = Callable[..., Result]
CIRCUMSTANCE = "treatment needed to prevent death or lasting injury"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on the workspace in `tmp_path`, which holds the case C-0001."""
    make_office(tmp_path / "ws").start()

    def call(*words: str) -> Result:
        environment = {
            "WORKBENCH_WORKSPACE": str(tmp_path / "ws"),
            "WORKBENCH_PASSPHRASE": PASSPHRASE,
            "WORKBENCH_AUTHOR": "Asha Verma",
            "COLUMNS": "200",
        }
        return CliRunner().invoke(app, list(words), env=environment)

    return call


def test_triage_shows_the_proposal_why_and_what_is_missing(run: Run) -> None:
    shown = run("triage", "C-0001")

    assert shown.exit_code == 0
    assert "The facts speak for a structured analysis. The same was chosen." in shown.output
    assert "In the 365 days before" in shown.output
    assert "Missing: the physical harm." in shown.output


def test_triage_is_there_for_programs_too(run: Run) -> None:
    found = json.loads(run("triage", "C-0001", "--days", "30", "--person", "P9", "--json").stdout)

    assert found["proposed"] == found["chosen"] == "structured analysis"
    assert (found["recurrence"]["days"], found["recurrence"]["persons"]) == (30, ["P9"])
    assert found["recurrence"]["like"] == []
    assert {reason["ground"] for reason in found["reasons"]} == {"risk"}
    assert found["failed_actions"] == []


def test_another_choice_is_shown_with_its_reason(run: Run) -> None:
    changed = {"tier": "thematic review", "override_because": "It is one of a pattern."}
    run("add", "C-0001", "triage", "--id", "TR1", "--json", json.dumps(changed))

    assert "A thematic review was chosen: It is one of a pattern." in run("triage", "C-0001").output


def test_duties_say_what_may_apply_why_and_who_decides(run: Run) -> None:
    changed = json.dumps({"circumstances": [CIRCUMSTANCE]})
    run("add", "C-0001", "triage", "--id", "TR1", "--json", changed)

    shown = run("duties", "C-0001")
    found = json.loads(run("duties", "C-0001", "--json").stdout)

    assert "candour-20-9" in shown.output
    assert "not decided yet" in shown.output
    first = found["may_apply"][0]
    assert (first["code"], first["decided"], first["clock_kind"]) == (
        "candour-20-9",
        False,
        "statutory",
    )
    assert any(CIRCUMSTANCE in words for words in first["because"])
    others = {one["code"] for one in found["come_into_question_on_further_facts"]}
    assert "leder" in others
    assert "candour-20-8" not in others


def test_due_lists_the_clocks_of_open_cases_with_who_set_them(run: Run) -> None:
    found = json.loads(run("due", "--json").stdout)
    held = {one["subject"]: one for one in found}

    assert held["A1"]["kind"] == "local"
    assert held["A1"]["case"] == "C-0001"
    assert held["A1"]["lapses"].startswith("2026-05-01")
    assert "as entered on" in held["A1"]["started_by"]
    assert "due date" in held["A1"]["text"]
    assert "Action: Move the evening handover" in run("due", "--within", "100000").output


def test_due_of_one_case_or_of_none_that_is_there(run: Run) -> None:
    assert json.loads(run("due", "--case", "C-0001", "--json").stdout)
    missing = run("due", "--case", "C-0099")

    assert missing.exit_code == 1
    assert "C-0099" in missing.stderr


def test_due_leaves_out_what_lapses_later(run: Run, tmp_path: Path) -> None:
    far = {"due": "2190-01-01"}
    run("add", "C-0001", "action", "--id", "A1", "--json", json.dumps(far))

    subjects = [one["subject"] for one in json.loads(run("due", "--within", "7", "--json").stdout)]

    assert "A1" not in subjects


def test_a_case_gets_a_further_notebook_once(run: Run, tmp_path: Path) -> None:
    made = json.loads(run("open-template", "C-0001", "rapid-learning-review", "--json").stdout)
    again = run("open-template", "C-0001", "rapid-learning-review")

    assert Path(made["notebook"]).exists()
    assert again.exit_code == 1
    assert "workbench lab --case C-0001" in again.stderr


def test_the_case_of_one_who_may_not_open_it_stays_closed(run: Run, tmp_path: Path) -> None:
    grant = {"role": "manager", "name": "Bryn Lloyd", "because": "The team knows the person."}
    limited = json.dumps({"grants": [grant], "kept_by": "manager"})
    assert run("add", "C-0001", "access", "--json", limited).exit_code == 0

    for words in (
        ("triage", "C-0001"),
        ("duties", "C-0001"),
        ("open-template", "C-0001", "triage"),
    ):
        assert run(*words).exit_code == 1
    assert "Not looked into: 1" in run("due").output
