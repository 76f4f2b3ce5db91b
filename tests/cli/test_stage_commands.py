"""Stages, access and holds as a person types them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.fakes.workspaces import Office, make_office
from workbench.cli.app import app

Run = Callable[..., Result]
LIST = json.dumps(
    {
        "kept_by": "governance lead",
        "grants": [
            {"role": "governance lead", "because": "Keeps the list."},
            {"role": "investigator", "name": "Asha Verma", "because": "Investigates."},
        ],
    }
)
GATED = ("show", "history", "check", "stage", "openings")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


@pytest.fixture
def case(office: Office) -> str:
    return office.start()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on the workspace in `tmp_path`, as Asha Verma unless another is named."""

    def call(*words: str, as_person: str = "Asha Verma") -> Result:
        environment = {
            "WORKBENCH_WORKSPACE": str(tmp_path / "ws"),
            "WORKBENCH_AUTHOR": as_person,
            "COLUMNS": "200",
        }
        return CliRunner().invoke(app, list(words), env=environment)

    return call


def words_of(result: Result) -> str:
    return " ".join((result.output + result.stderr).split())


def test_a_case_says_where_it_stands_and_that_the_way_is_open(case: str, run: Run) -> None:
    said = words_of(run("stage", case))

    assert "stands at under review" in said
    assert "The terms are agreed." in said
    assert "The way to analysed is open" in said


def test_it_moves_on_and_its_path_is_there_as_json(case: str, run: Run) -> None:
    words = ("--as", "manager", "--name", "Bryn Lloyd", "--because", "The graph is read.")
    moved = run("advance", case, "--to", "analysed", *words, as_person="Bryn Lloyd")
    held = json.loads(run("stage", case, "--json").stdout)

    assert moved.exit_code == 0
    assert "Moved on to analysed, from under review" in moved.output
    assert held["stage"] == "analysed"
    assert held["toward"] == "out for comment"
    assert [move["to"] for move in held["path"]] == ["under review", "analysed"]
    assert held["path"][-1]["because"] == "The graph is read."


def test_it_goes_back_with_a_reason(case: str, run: Run) -> None:
    words = ("--as", "manager", "--name", "Bryn Lloyd", "--because", "A new account came in.")
    back = run("advance", case, "--to", "triaged", *words, as_person="Bryn Lloyd")

    assert back.exit_code == 0
    assert "Back at triaged" in back.output
    assert "back to triaged" in words_of(run("stage", case))


def test_an_investigator_does_not_move_it_in_the_manager_s_name(case: str, run: Run) -> None:
    words = ("--as", "manager", "--name", "Bryn Lloyd", "--because", "The graph is read.")
    refused = run("advance", case, "--to", "analysed", *words)
    by_desk = run("advance", case, "--to", "analysed", *words, as_person="front desk")

    assert (refused.exit_code, by_desk.exit_code) == (1, 0)
    assert "a decision as manager by somebody else" in words_of(refused)
    assert "Bryn Lloyd (manager), entered by front desk" in words_of(run("history", case))


def test_a_closed_gate_exits_with_six_and_says_code_by_code(case: str, run: Run) -> None:
    run("add", case, "action", "--json", '{"statement": "Fit a bell to the back door"}')
    words = ("--as", "manager", "--name", "Bryn Lloyd", "--because", "x")
    closed = run("advance", case, "--to", "issued", *words, as_person="Bryn Lloyd")
    held = json.loads(run("stage", case, "--to", "issued", "--json").stdout)

    assert closed.exit_code == 6
    assert "ACT001 at A2" in closed.stderr
    assert {"ACT001", "GOV001", ""} <= {one["code"] for one in held["blockers"]}
    assert held["open"] is False
    assert "ACT001" in words_of(run("stage", case, "--to", "issued"))


def test_an_unknown_stage_lists_them_all(case: str, run: Run) -> None:
    result = run("stage", case, "--to", "signed")

    assert result.exit_code == 1
    assert "out for comment" in result.stderr


@pytest.mark.parametrize("command", GATED)
def test_somebody_who_is_not_on_the_list_is_refused(case: str, run: Run, command: str) -> None:
    run("add", case, "access", "--json", LIST)
    result = run(command, case, as_person="Sam Example")

    assert result.exit_code == 1
    assert "not on it" in result.stderr
    assert "The governance lead keeps the list" in result.stderr
    assert "Late evening dose" not in result.output


@pytest.mark.parametrize(
    ("kind", "data", "made_by"),
    [
        ("stage", {"came_from": "under review", "to": "closed"}, "advance"),
        ("sign-off", {"decision": "approved"}, "approve"),
        ("hold", {"because": "x"}, "hold"),
        ("opening", {"how": "x"}, "show"),
    ],
)
def test_what_a_command_decides_or_notes_is_not_added_by_hand(
    office: Office, case: str, run: Run, kind: str, data: dict[str, str], made_by: str
) -> None:
    by = {"role": "manager", "name": "Bryn Lloyd", "at": "2026-04-01T09:00:00Z"}
    before = office.ledger.fold(case).head
    result = run("add", case, kind, "--json", json.dumps({**by, **data, "content_seq": 1}))

    assert result.exit_code == 1
    assert f"workbench {made_by}" in result.stderr
    assert office.ledger.fold(case).head == before


def test_a_move_and_a_hold_are_not_taken_out_by_hand(office: Office, case: str, run: Run) -> None:
    run("hold", case, "--because", "The coroner has asked for the file")
    before = office.ledger.fold(case).head
    refused = [run("add", case, "stage", "--id", "ST1", "--remove")]
    refused += [run("add", case, "hold", "--id", "H1", "--remove")]

    assert [result.exit_code for result in refused] == [1, 1]
    assert office.ledger.fold(case).head == before


def test_whoever_is_not_on_the_list_reads_moves_and_erases_nothing(
    tmp_path: Path, case: str, run: Run
) -> None:
    run("add", case, "access", "--json", LIST)
    acting = ("--as", "manager", "--name", "Bryn Lloyd")
    refused = (
        run("add", case, "person", "--json", '{"role": "staff"}', as_person="Sam"),
        run("advance", case, "--to", "analysed", *acting, "--because", "x", as_person="Sam"),
        run("approve", case, *acting, "--words", "x", as_person="Sam"),
        run("freeze", case, as_person="Sam"),
        run("lab", "--case", case, "--no-browser", as_person="Sam"),
        run("hold", case, "--because", "x", as_person="Sam"),
        run("refresh", case, as_person="Sam"),
        run("evidence", case, "E1", "--to", str(tmp_path / "notes.pdf"), as_person="Sam"),
        run("draft", case, as_person="Sam"),
        run("ledger", "erase", case, "--reason", "x", "--yes", as_person="Sam"),
    )

    assert [result.exit_code for result in refused] == [1] * 10
    assert all("access list" in result.stderr for result in refused)


def test_openings_are_noted_once_a_day_and_listed(case: str, run: Run) -> None:
    run("add", case, "access", "--json", LIST)
    run("show", case)
    run("history", case)
    noted = json.loads(run("openings", case, "--json").stdout)

    assert [(one["name"], one["how"]) for one in noted] == [("Asha Verma", "workbench show")]
    assert "Asha Verma" in run("openings", case).output


def test_a_held_case_is_not_erased_until_the_hold_is_lifted(case: str, run: Run) -> None:
    erasing = ("ledger", "erase", case, "--reason", "Retention ended", "--yes")
    placed = run("hold", case, "--because", "The coroner has asked for the file")
    refused = run(*erasing)
    lifted = run("hold", case, "--lift", "H1", "--because", "The inquest was concluded")

    assert "H1" in placed.output
    assert refused.exit_code == 1
    assert "H1" in refused.stderr
    assert "coroner" not in refused.stderr
    assert lifted.exit_code == 0
    assert run(*erasing).exit_code == 0


def test_rules_say_which_gate_they_hold(run: Run) -> None:
    gates = {rule["code"]: rule["gate"] for rule in json.loads(run("rules", "--json").stdout)}

    assert (gates["COM001"], gates["STG006"], gates["STG007"]) == ("review", "verify", "close")
    assert gates["STG003"] is None


def test_the_depth_chosen_leads_to_its_notebook(case: str, run: Run) -> None:
    before = words_of(run("stage", case))
    triaged = words_of(run("triage", case))
    words = ("--as", "manager", "--name", "Bryn Lloyd", "--because", "x")
    back = words_of(run("advance", case, "--to", "triaged", *words, as_person="Bryn Lloyd"))

    for said in (before, triaged, back):
        assert "Triage chose a " in said
        assert "Its notebook: 'workbench " in said


def test_what_is_missing_comes_before_the_path(case: str, run: Run) -> None:
    said = words_of(run("stage", case, "--to", "issued"))

    assert said.index("Missing before issued") < said.index("The path of")
