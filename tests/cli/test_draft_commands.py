"""A draft for comment, as a person types it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.fakes.workspaces import make_office
from workbench.cli.app import app


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = make_office(tmp_path_factory.mktemp("office") / "ws")
    office.start()
    return office.workspace.root


def run(folder: Path, *words: str) -> Result:
    environment = {"WORKBENCH_WORKSPACE": str(folder), "COLUMNS": "200"}
    return CliRunner().invoke(app, ["draft", *words], env=environment)


def test_a_draft_is_made_and_whoever_made_it_is_asked_to_read_it(folder: Path) -> None:
    done = run(folder, "C-0001", "--date", "2026-04-02")

    assert done.exit_code == 0
    assert (folder / "cases" / "C-0001" / "draft-2026-04-02.html").exists()
    assert "Read it once yourself" in done.output
    assert "Of the notebook structured-analysis, without names, safeguarding" in done.output


def test_another_of_its_notebooks_may_be_named(folder: Path) -> None:
    done = run(folder, "C-0001", "--template", "triage")

    assert done.exit_code == 1
    assert "The notebook triage.ipynb of C-0001 cannot be read" in done.stderr


def test_a_day_may_be_typed_with_the_day_first(folder: Path) -> None:
    done = run(folder, "C-0001", "--date", "05/04/2026")

    assert done.exit_code == 0
    assert (folder / "cases" / "C-0001" / "draft-2026-04-05.html").exists()


def test_a_day_that_is_none_is_refused_with_how_to_type_it(folder: Path) -> None:
    done = run(folder, "C-0001", "--date", "5 April")

    assert done.exit_code == 1
    assert "'5 April' is not a day" in done.stderr
    assert "01/09/2026 with the day first" in done.stderr


def test_programs_get_json(folder: Path) -> None:
    made = json.loads(run(folder, "C-0001", "--date", "2026-04-03", "--json").stdout)

    assert Path(made["path"]).stat().st_size == made["size"]
    assert made["case"] == "C-0001"


def test_a_draft_of_an_unknown_case_says_what_to_do(folder: Path) -> None:
    done = run(folder, "C-0404")

    assert done.exit_code == 1
    assert "hint:" in done.stderr
