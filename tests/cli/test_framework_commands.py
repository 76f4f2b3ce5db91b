"""`workbench frameworks`, in and out of a workspace."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tests.fakes.own_framework import OURS, written
from workbench.cli.app import app
from workbench.workspace.config import Config
from workbench.workspace.folder import create_workspace

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*words: str) -> Result:
        environment = {"WORKBENCH_WORKSPACE": str(tmp_path / "ws"), "COLUMNS": "200"}
        return CliRunner().invoke(app, ["frameworks", *words], env=environment)

    return call


@pytest.fixture
def own(tmp_path: Path) -> Path:
    setting = "file:our-factors.json"
    config = Config(
        organisation="Invented", provider_type="health service body", factor_framework=setting
    )
    return written(create_workspace(tmp_path / "ws", config).root, OURS)


def test_all_frameworks_are_listed_and_hfacs_is_for_import_only(own: Path, run: Run) -> None:
    listed = {one["name"]: one["use"] for one in json.loads(run("--json").stdout)}

    assert listed == {
        "npsa": "to choose",
        "nhs": "to choose",
        "seips": "to choose",
        "yorkshire": "to choose",
        "london": "to choose",
        "own": "chosen here",
        "hfacs": "import only",
    }
    assert "import only" in run().output


def test_they_are_there_without_a_workspace(tmp_path: Path) -> None:
    here = CliRunner().invoke(app, ["frameworks", "--json"], env={"WORKBENCH_WORKSPACE": ""})

    assert here.exit_code == 0
    assert "own" not in {one["name"] for one in json.loads(here.stdout)}


def test_one_is_shown_with_its_source_and_what_to_look_for(own: Path, run: Run) -> None:
    shown = run("yorkshire").output

    assert "Lawton and others 2012" in shown
    assert "published as: Scheduling and bed management" in shown
    assert "(to be checked)" in run("npsa").output
    assert len(json.loads(run("seips", "--json").stdout)["entries"]) == 6


def test_the_organisations_own_is_shown_by_that_name(own: Path, run: Run) -> None:
    assert json.loads(run("own", "--json").stdout)["name"] == "Our factors"


def test_a_file_that_is_wrong_is_said_with_what_is_wrong(own: Path, run: Run) -> None:
    written(own, {**OURS, "entries": [{"code": "a", "label": "A"}]})

    result = run("own")
    assert result.exit_code == 1
    assert "'entries.0.asks' is missing" in result.stderr


def test_an_unknown_name_is_answered_with_the_nearest(own: Path, run: Run) -> None:
    result = run("yorksire")

    assert result.exit_code == 1
    assert "Did you mean 'yorkshire'?" in result.stderr


def test_own_without_a_file_says_how_to_have_one(tmp_path: Path, run: Run) -> None:
    create_workspace(
        tmp_path / "ws", Config(organisation="Invented", provider_type="health service body")
    )

    result = run("own")
    assert result.exit_code == 1
    assert "file:our-factors.json" in result.stderr
