"""A case is judged by the framework that its workspace has chosen."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.workspaces import make_office
from tests.workspace.test_own_framework import OURS, written
from workbench.errors import InvalidConfiguration
from workbench.workspace.config import Config, write_config
from workbench.workspace.folder import open_workspace


def test_factors_are_judged_by_the_organisations_own_framework(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    before = [one for one in office.examine(case_id).report.open if one.code == "FAC002"]
    config = office.workspace.config.model_dump()
    chosen = Config.model_validate({**config, "factor_framework": "file:our-factors.json"})
    write_config(office.workspace.root / "workbench.toml", chosen)
    written(office.workspace.root, OURS)

    moved = replace(office, workspace=open_workspace(office.workspace.root))
    found = [one for one in moved.examine(case_id).report.open if one.code == "FAC002"]

    assert before == []
    assert [one.subject for one in found] == ["F1", "F2", "F3"]
    assert "Our factors: home, people" in found[0].message


def test_a_framework_that_cannot_be_read_stops_the_judging(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    config = office.workspace.config.model_dump()
    chosen = Config.model_validate({**config, "factor_framework": "file:our-factors.json"})
    write_config(office.workspace.root / "workbench.toml", chosen)
    written(office.workspace.root, {"entries": []})

    with pytest.raises(InvalidConfiguration, match="our-factors"):
        replace(office, workspace=open_workspace(office.workspace.root)).examine(case_id)
