"""The commands as a person types them, in one process."""

import json
import os
import re
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.fakes.workspaces import PASSPHRASE, make_office
from workbench.cli.app import app
from workbench.examples.library import register
from workbench.register.mapping import load_mapping
from workbench.register.template import plain_template

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command on the workspace in `tmp_path`."""

    def call(*words: str, typed: str | None = None) -> Result:
        environment = {
            "WORKBENCH_WORKSPACE": str(tmp_path / "ws"),
            "WORKBENCH_PASSPHRASE": PASSPHRASE,
            "WORKBENCH_AUTHOR": "Asha Verma",
            "COLUMNS": "200",
        }
        return CliRunner().invoke(app, list(words), input=typed, env=environment)

    return call


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case ready to be approved, in the workspace in `tmp_path`."""
    office = make_office(tmp_path / "ws")
    office.make_keys()
    return office.start()


def words_of(result: Result) -> str:
    return " ".join((result.output + result.stderr).split())


def test_init_makes_a_private_workspace_and_says_what_to_do_next(tmp_path: Path, run: Run) -> None:
    made = run("init", str(tmp_path / "ws"), "--organisation", "Invented Support")

    assert made.exit_code == 0
    assert "workbench import" in made.output
    assert stat.S_IMODE((tmp_path / "ws" / "workbench.toml").stat().st_mode) == 0o600
    again = run("init", str(tmp_path / "ws"))
    assert again.exit_code == 1
    assert "error:" in again.stderr
    assert "hint:" in again.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["--organisation", ""],
        ["--organisation", "Two\nlines"],
        ["--role", ""],
        ["--role", "manager", "--role", "Manager"],
    ],
)
def test_init_refuses_settings_that_cannot_be_used(
    tmp_path: Path, run: Run, words: list[str]
) -> None:
    result = run("init", str(tmp_path / "ws"), *words)

    assert (result.exit_code, type(result.exception)) == (1, SystemExit)
    assert "error: These settings cannot be used" in result.stderr
    assert "hint:" in result.stderr
    assert not (tmp_path / "ws").exists()


def test_init_refuses_a_folder_inside_a_workspace(tmp_path: Path, run: Run) -> None:
    run("init", str(tmp_path / "ws"))

    result = run("init", str(tmp_path / "ws" / "cases" / "inner"))

    assert result.exit_code == 1
    assert "lies in the workspace" in result.stderr
    assert not (tmp_path / "ws" / "cases" / "inner").exists()


def test_a_port_that_cannot_be_one_or_is_taken_is_refused(case: str, run: Run) -> None:
    assert run("lab", "--port", "0").exit_code == run("lab", "--port", "65536").exit_code == 2
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("lab", "--port", str(taken.getsockname()[1]))

    assert result.exit_code == 1
    assert "error: Nothing can be opened on port" in result.stderr
    assert "--port 8889" in result.stderr


def test_each_root_key_is_listed_with_its_keeper_and_the_list_is_renewed(
    tmp_path: Path, run: Run
) -> None:
    run("init", str(tmp_path / "ws"))
    names = ("Ada Okafor", "Bryn Lloyd", "Carys Shâh")

    made = run("keys", "roots", *(word for name in names for word in ("--name", name)))
    renewed = run("keys", "renew")

    for name, slug in zip(names, ("ada-okafor", "bryn-lloyd", "carys-shah"), strict=True):
        assert re.search(rf"  {name}: \S+/keys/root-{slug}-[0-9a-f]{{16}}\.pem\n", made.output)
    assert renewed.exit_code == 0
    assert "version 2" in renewed.output


def test_a_register_is_imported_listed_and_imported_again(tmp_path: Path, run: Run) -> None:
    run("init", str(tmp_path / "ws"))
    file = tmp_path / "incidents.csv"
    file.write_bytes(register())

    first = json.loads(run("import", str(file), "--json").stdout)
    again = json.loads(run("import", str(file), "--json").stdout)
    listed = json.loads(run("incidents", "--json", "--limit", "100").stdout)
    incomplete = json.loads(run("incidents", "--incomplete", "--json").stdout)
    of_service = json.loads(run("incidents", "--service", "Alder Row", "--json").stdout)

    assert (first["added"], first["rejected"]) == (65, 2)
    assert (again["added"], again["unchanged"]) == (0, 65)
    assert len(listed) == 65
    assert len(incomplete) == first["incomplete"] == 8
    assert {item["service"] for item in of_service} == {"Alder Row"}
    assert (tmp_path / "incidents.rejects.csv").exists()
    assert "row " in run("import", str(file)).output


def test_an_import_says_which_incidents_are_no_longer_in_the_file(tmp_path: Path, run: Run) -> None:
    run("init", str(tmp_path / "ws"))
    file = tmp_path / "incidents.csv"
    file.write_bytes(register())
    run("import", str(file))
    lines = register().splitlines(keepends=True)
    file.write_bytes(b"".join(line for line in lines if b"INC-2026-0042" not in line))

    said = words_of(run("import", str(file)))
    again = json.loads(run("import", str(file), "--json").stdout)

    assert (
        "1 that came with incidents.csv before are no longer in it; they stay in the register: "
        "INC-2026-0042" in said
    )
    assert again["gone"] == ["INC-2026-0042"]
    assert run("start", "INC-2026-0042").exit_code == 0


def test_an_empty_register_and_a_mapping_to_begin_from_need_no_workspace(tmp_path: Path) -> None:
    def call(*words: str) -> Result:
        return CliRunner().invoke(app, ["import", *words], env={"COLUMNS": "200"})

    empty, own = tmp_path / "empty.csv", tmp_path / "own.toml"
    written = call("--template", str(empty))
    shown = call("--show-mapping", "datix-like")
    own.write_text(shown.stdout, encoding="utf-8")

    assert written.exit_code == shown.exit_code == 0
    assert empty.read_bytes() == plain_template()
    assert load_mapping(own) == load_mapping("datix-like")
    assert call("--template", str(empty)).exit_code == 1
    assert call("--show-mapping", "datex").exit_code == 1
    assert call().exit_code == 2


def test_an_incident_that_is_not_there_is_answered_with_the_nearest(
    tmp_path: Path, case: str, run: Run
) -> None:
    result = run("start", "INC-0041")

    assert result.exit_code == 1
    assert "INC-0042" in result.stderr


def test_cases_are_listed_with_how_far_they_have_come(case: str, run: Run) -> None:
    listed = json.loads(run("cases", "--json").stdout)
    shown = run("cases").output

    assert [(one["case"], one["incident"], one["template"]) for one in listed] == [
        (case, "INC-0042", "structured-analysis")
    ]
    assert listed[0]["entries"] == json.loads(run("show", case, "--json").stdout)["head"]["seq"]
    assert listed[0]["started_at"].startswith("2026-04-01T09:00")
    assert "01/04/2026 10:00" in shown
    run("ledger", "erase", case, "--reason", "Retention ended", "--yes")
    assert "erased" in run("cases").output


def test_a_second_case_on_the_same_incident_is_refused(case: str, run: Run) -> None:
    result = run("start", "INC-0042")

    assert result.exit_code == 1
    assert f"{case} already looks into this incident" in result.stderr


def test_what_is_added_shows_and_its_history_says_who_and_why(case: str, run: Run) -> None:
    added = run(
        "add",
        case,
        "event",
        "--json",
        '{"when": "14/03/2026 18:30", "what": "Tea was served"}',
        "--reason",
        "From the daily notes",
    )
    identifier = added.output.split()[2]
    changed = run("add", case, "event", "--id", identifier, "--json", '{"place": "Kitchen"}')
    shown = json.loads(run("show", case, "--kind", "event", "--json").stdout)
    history = json.loads(run("history", case, "--id", identifier, "--json").stdout)

    assert added.exit_code == changed.exit_code == 0
    held = next(item for item in shown["entities"] if item["id"] == identifier)
    assert held["data"]["what"] == "Tea was served"
    assert held["data"]["place"] == "Kitchen"
    assert [(one["author"], one["reason"], one["deed"]) for one in history] == [
        ("Asha Verma", "From the daily notes", "added"),
        ("Asha Verma", "Entered", "changed"),
    ]


def test_what_is_entered_once_is_not_changed_unawares(case: str, run: Run) -> None:
    refused = run("add", case, "scope", "--json", '{"title": "Told anew"}')
    named = run("add", case, "scope", "--id", "SC1", "--json", '{"title": "Told anew"}')

    assert (refused.exit_code, named.exit_code) == (1, 0)
    assert "has its scope already, SC1" in refused.stderr
    assert "--id SC1" in refused.stderr


def test_a_name_for_what_is_not_there_is_said_at_once_and_kept(case: str, run: Run) -> None:
    event = '{"when": "2026-03-14", "what": "x", "who": ["P99"]}'
    said = run("add", case, "event", "--json", event)

    assert said.exit_code == 0
    assert "P99 is not there yet" in said.stderr
    assert "Kept event" in said.stdout


def test_what_is_taken_out_and_still_named_is_said_with_by_whom(case: str, run: Run) -> None:
    said = run("add", case, "person", "--id", "P1", "--remove", "--reason", "Entered twice")

    assert said.exit_code == 0
    assert "P1 is still named by " in said.stderr


def test_a_case_shows_as_it_stood(case: str, run: Run) -> None:
    before = json.loads(run("show", case, "--json").stdout)["head"]["seq"]
    run("add", case, "scope", "--id", "SC1", "--json", '{"title": "Told anew"}')

    old = run("show", case, "--as-of", str(before), "--kind", "scope")
    new = run("show", case, "--kind", "scope")

    assert "Told anew" not in old.output
    assert "Told anew" in new.output


def test_several_entries_come_from_a_file_or_standard_input(
    tmp_path: Path, case: str, run: Run
) -> None:
    entries = [{"id": "P8", "role": "staff"}, {"id": "P9", "role": "family"}]
    file = tmp_path / "people.json"
    file.write_text(json.dumps(entries))

    assert run("add", case, "person", "--file", str(file)).output.count("Kept person") == 2
    piped = run("add", case, "person", "--json", "-", typed='{"role": "advocate"}')
    assert "Kept person P10" in piped.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["event", "--json", '{"when": "tea time", "what": "x"}'], "when: is not a time"),
        (["event", "--json", '{"wen": "14/03/2026"}'], "did you mean 'when'"),
        (["evnt", "--json", "{}"], "Did you mean 'event'?"),
        (["event", "--json", "{"], "is not JSON"),
        (["event", "--json", "[]"], "is not an object with fields"),
        (["event"], "either by --json or by --file"),
        (["event", "--remove"], "was not said"),
        (["event", "--remove", "--id", "T99"], "There is no event T99"),
        (["event", "--file", "absent.json"], "cannot be read"),
    ],
)
def test_bad_input_says_what_and_where_and_changes_nothing(
    case: str, run: Run, words: list[str], said: str
) -> None:
    before = run("show", case, "--json").stdout
    result = run("add", case, *words)

    assert result.exit_code == 1
    assert said in words_of(result)
    assert "hint:" in result.stderr
    assert run("show", case, "--json").stdout == before


def test_an_outdated_change_is_refused_with_both_versions(case: str, run: Run) -> None:
    run("add", case, "scope", "--json", '{"title": "Theirs"}', "--reason", "As agreed")
    result = run("add", case, "scope", "--version", "1", "--json", '{"title": "Ours"}')

    assert result.exit_code == 1
    assert "theirs (version 2)" in result.stderr
    assert '"title": "Theirs"' in result.stderr
    assert '"title": "Ours"' in result.stderr


def test_a_file_is_kept_with_evidence(tmp_path: Path, case: str, run: Run) -> None:
    notes = tmp_path / "notes.pdf"
    notes.write_bytes(b"%PDF-invented")
    data = '{"title": "Daily notes", "type": "care record"}'

    result = run("add", case, "evidence", "--json", data, "--attach", str(notes))
    shown = json.loads(run("show", case, "--kind", "evidence", "--json").stdout)

    assert result.exit_code == 0
    kept = shown["entities"][-1]["data"]
    assert (kept["file_name"], kept["size"], len(kept["sha256"])) == ("notes.pdf", 13, 64)


def test_check_exits_with_six_while_something_closes_a_gate(case: str, run: Run) -> None:
    assert run("check", case, "--gate", "approve").exit_code == 0
    assert run("check", case).exit_code == 6

    run("add", case, "action", "--json", '{"statement": "Fit a bell to the back door"}')
    closed = run("check", case, "--gate", "approve", "--json")

    assert closed.exit_code == 6
    report = json.loads(closed.stdout)
    assert {one["code"] for one in report["open"]} >= {"ACT001", "ACT002"}
    assert report["passes"]["comment"] is True
    assert {report["passes"][gate] for gate in ("approve", "issue", "act", "close")} == {False}
    assert report["listed_names"] == []
    assert run("check", case, "--gate", "aprove").exit_code == 1


def test_a_listed_name_in_an_entry_is_found_by_the_checks_too(case: str, run: Run) -> None:
    run("add", case, "name", "--json", '{"person": "P2", "name": "Ottoline Farrant"}')
    run("add", case, "evidence", "--id", "E1", "--json", '{"title": "Talk with Ottoline"}')
    said, early = run("check", case), run("check", case, "--gate", "review")
    report = json.loads(run("check", case, "--json").stdout)

    assert (said.exit_code, early.exit_code) == (6, 0)
    assert "E1, title: the listed name of P2 stands there" in words_of(said)
    assert report["listed_names"] == [{"entity": "E1", "field": "title", "person": "P2"}]


def test_a_file_that_is_no_record_is_told_in_sentences(tmp_path: Path, case: str, run: Run) -> None:
    run("approve", case, "--as", "investigator", "--words", "x")
    letter = tmp_path / "letter.md"
    letter.write_text("# Not a record")
    said = run("verify", str(letter))

    assert said.exit_code == 5
    assert said.stdout.rstrip().endswith("ask for the record again, by another way.")


def test_a_file_that_cannot_be_attached_is_named(case: str, run: Run) -> None:
    data = '{"title": "Notes", "type": "care record"}'
    said = run("add", case, "evidence", "--json", data, "--attach", "lost/notes.pdf")

    assert said.exit_code == 1
    assert "The file to attach, notes.pdf, cannot be read." in said.stderr


def test_rules_are_listed_and_explained(run: Run) -> None:
    listed = json.loads(run("rules", "--json").stdout)

    assert len(listed) >= 20
    assert all({"code", "name", "severity", "gate", "source"} <= rule.keys() for rule in listed)
    assert "Why it matters" in run("rules", "ACT001").output
    assert run("rules", "ACT999").exit_code == 1


def test_kinds_are_listed_with_their_fields(run: Run) -> None:
    assert "scope" in run("kinds").output
    fields = words_of(run("kinds", "action"))
    assert "forcing-function" in fields
    assert "name, role, organisation" in fields
    assert json.loads(run("kinds", "event", "--json").stdout)["title"] == "Event"


def test_a_closed_gate_names_its_checks(case: str, run: Run) -> None:
    run("add", case, "action", "--json", '{"statement": "Fit a bell to the back door"}')
    result = run("approve", case, "--as", "manager", "--words", "Agreed")

    assert result.exit_code == 6
    assert "ACT001" in result.stderr


def test_the_whole_way_by_commands_alone(tmp_path: Path, case: str, run: Run) -> None:
    for role in ("investigator", "manager", "governance lead"):
        approved = run(
            "approve", case, "--as", role, "--author", "desk", "--words", "I agree :cross_mark:"
        )
        assert approved.exit_code == 0, approved.output
    frozen = json.loads(run("freeze", case, "--json").stdout)
    refused = run("sign", case, "--as", "investigator", "--words", "Mine", typed="n\n")
    assert refused.exit_code == 1
    for role in ("investigator", "manager", "governance lead"):
        signed = run("sign", case, "--as", role, "--words", "I stand :cross_mark:", "--yes")
        assert frozen["record_code"] in signed.output
        assert signed.exit_code == 0, signed.output
    assert run("verify", case).exit_code == 3

    assert run("issue", case).exit_code == 0
    verified = run("verify", case, "--explain")
    assert verified.exit_code == 0
    assert "I stand :cross_mark:" in verified.output
    assert run("ledger", "verify").exit_code == 0

    leading = ("--as", "governance lead", "--author", "desk")
    why = ("--because", "A picture shows the house number")
    withdrawn = run("withdraw", f"{frozen['record_id']}-v1", *leading, *why)
    assert withdrawn.exit_code == 0, withdrawn.output
    verified = run("verify", case)
    assert verified.exit_code == 3
    assert "was withdrawn on" in verified.output
    assert "A picture shows the house number" in verified.output
    assert run("ledger", "verify").exit_code == 0


def test_a_record_speaks_for_no_day_to_come(case: str, run: Run) -> None:
    result = run("freeze", case, "--date", "2199-01-01")

    assert result.exit_code == 1
    assert "lies in the future" in result.stderr


def test_a_case_follows_its_register_when_asked(tmp_path: Path, case: str, run: Run) -> None:
    assert "Nothing had changed" in run("refresh", case).output
    file = tmp_path / "ws" / "incidents.csv"
    file.write_text(file.read_text().replace("Larch House", "Alder House"))
    run("import", str(file))
    assert "INC005" in run("check", case).output

    assert run("refresh", case).exit_code == 0

    assert "INC005" not in run("check", case).output
    shown = json.loads(run("show", case, "--kind", "incident", "--json").stdout)
    assert shown["entities"][0]["data"]["incident"]["service"] == "Alder House"
    typed = run("add", case, "incident", "--id", "I1", "--remove")
    assert typed.exit_code == 1
    assert "workbench refresh" in typed.stderr


def test_a_file_kept_as_evidence_is_given_out_and_its_loss_is_noticed(
    tmp_path: Path, case: str, run: Run
) -> None:
    notes = tmp_path / "notes.pdf"
    notes.write_bytes(b"%PDF-invented")
    data = '{"title": "Daily notes", "type": "care record"}'
    added = run("add", case, "evidence", "--json", data, "--attach", str(notes))
    identifier = added.output.split()[2]

    assert run("evidence", case, identifier, "--to", str(tmp_path / "out.pdf")).exit_code == 0
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF-invented"
    assert run("evidence", case, identifier, "--to", str(notes)).exit_code == 1
    assert run("ledger", "verify").exit_code == 0

    for path in (tmp_path / "ws" / "evidence").rglob("*"):
        if path.is_file():
            path.unlink()
    lost = run("ledger", "verify")
    assert lost.exit_code == 1
    assert identifier in lost.output


def test_a_case_that_lost_its_notebook_gets_another(tmp_path: Path, case: str, run: Run) -> None:
    notebook = tmp_path / "ws" / "cases" / case / "structured-analysis.ipynb"
    before = notebook.read_bytes()
    notebook.unlink()

    assert run("start", "INC-0042").exit_code == 0
    assert notebook.read_bytes() == before


def test_a_slip_in_an_identifier_makes_nothing_new(case: str, run: Run) -> None:
    result = run("add", case, "event", "--id", "T99", "--json", '{"what": "x"}')

    assert result.exit_code == 1
    assert "There is no event T99" in result.stderr


def test_the_ledger_verifies_and_says_what_it_cannot_know(case: str, run: Run) -> None:
    result = run("ledger", "verify")

    assert result.exit_code == 0
    assert "every chain holds" in result.output
    assert case in words_of(result)
    assert json.loads(run("ledger", "verify", "--json").stdout)["intact"] is True


def test_an_erased_case_is_gone_for_good_and_its_chain_holds(case: str, run: Run) -> None:
    asked = run("ledger", "erase", case, "--reason", "Retention ended", typed="n\n")
    assert asked.exit_code == 1
    assert run("show", case).exit_code == 0

    done = run("ledger", "erase", case, "--reason", "Retention ended", "--yes")
    assert done.exit_code == 0
    assert run("show", case).exit_code == 1
    assert run("ledger", "verify").exit_code == 0


def test_a_backup_is_restored_elsewhere(tmp_path: Path, case: str, run: Run) -> None:
    saved = run("backup", str(tmp_path / "copy.zip"))
    restored = run("restore", str(tmp_path / "copy.zip"), str(tmp_path / "again"))

    assert saved.exit_code == restored.exit_code == 0
    shown = run("show", case, "--workspace", str(tmp_path / "again"), "--json")
    assert json.loads(shown.stdout) == json.loads(run("show", case, "--json").stdout)


def test_verifying_without_any_trust_list_says_what_to_give(tmp_path: Path) -> None:
    record = tmp_path / "letter.html"
    record.write_text("<p>Not a record</p>")
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        result = CliRunner().invoke(app, ["verify", str(record)])
    finally:
        os.chdir(before)

    assert result.exit_code == 1
    assert "--trust trust.json" in result.stderr


def test_a_command_outside_a_workspace_says_how_to_make_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["incidents", "-w", str(tmp_path)])

    assert result.exit_code == 1
    assert "workbench init" in result.stderr


def test_every_command_is_documented_with_examples() -> None:
    from typer.main import get_command

    group = get_command(app)
    commands = dict(group.commands)  # type: ignore[attr-defined]
    for name in ("keys", "ledger"):
        inner = commands.pop(name)
        commands.update({f"{name} {each}": held for each, held in inner.commands.items()})

    assert len(commands) >= 24
    for name, command in commands.items():
        assert f"workbench {name}" in (command.help or ""), f"{name} lacks an example"
        for option in command.params:
            assert getattr(option, "help", None), f"{name}: {option.name} is not explained"
