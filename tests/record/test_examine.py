"""A case is judged by the framework that its workspace has chosen."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.own_framework import OURS, written
from tests.fakes.workspaces import NOW, make_office
from workbench.conduct.across import Across
from workbench.conduct.looking_back import look_back
from workbench.domain.vocabulary import Tier
from workbench.errors import InvalidConfiguration
from workbench.ledger.amend import Amendment
from workbench.workspace.config import Config, write_config
from workbench.workspace.folder import open_workspace

EARLIER = """Incident ID,Occurred from,Service,Category,What happened,Immediate action,\
People involved,Known risks,Safeguarding,Manager review,Follow-up actions
INC-0040,01/02/2026 18:30,Larch House,Medication,A late dose.,,,,,,
INC-0041,01/03/2026 18:30,Larch House,Medication,A late dose.,,,,,,
"""


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
    assert "Our factors: Home (home), People (people)" in found[0].message


def test_a_framework_that_cannot_be_read_stops_the_judging(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    config = office.workspace.config.model_dump()
    chosen = Config.model_validate({**config, "factor_framework": "file:our-factors.json"})
    write_config(office.workspace.root / "workbench.toml", chosen)
    written(office.workspace.root, {"entries": []})

    with pytest.raises(InvalidConfiguration, match="our-factors"):
        replace(office, workspace=open_workspace(office.workspace.root)).examine(case_id)


def test_the_tier_is_judged_by_the_incidents_of_the_register_as_triage_is(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    case_id = office.start()
    light = {"tier": "rapid learning review", "potential_harm": None, "likelihood": None}
    office.change(case_id, Amendment("triage", "TR1", light))
    before = office.examine(case_id).report
    earlier = tmp_path / "earlier.csv"
    earlier.write_text(EARLIER, encoding="utf-8")
    office.register.import_file(earlier, at=NOW)

    after = office.examine(case_id)
    looked = look_back(after.case, office.register, lambda concerns: Across((), 0))

    assert "TRI003" not in before.found_at
    assert "TRI003" not in {one.code for one in before.not_asked}
    assert after.report.found_at["TRI003"] == ("TR1",)
    assert looked.proposal.tier is Tier.THEMATIC
