from datetime import datetime
from pathlib import Path

import pytest

from tests.fakes.workspaces import DAY, NOW, Office, make_office
from workbench.cli.stage_views import summary
from workbench.conduct.standing import standing
from workbench.domain.stages import Stage
from workbench.errors import InvalidInput
from workbench.ledger.amend import Amendment
from workbench.record.examine import Examined, examine

CLOSED = {
    "came_from": "under review",
    "to": "closed",
    "role": "manager",
    "name": "Bryn Lloyd",
    "at": NOW.isoformat(),
    "because": "Nothing is open.",
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def looker(office: Office):  # type: ignore[no-untyped-def]
    def look(case_id: str, _at: datetime, stage: Stage | None) -> Examined:
        return examine(office.workspace, office.ledger, office.register, case_id, DAY, stage=stage)

    return look


def test_it_says_where_a_case_stands_and_that_the_next_stage_is_open(office: Office) -> None:
    case_id = office.start()
    held = standing(looker(office), (), case_id, None, NOW)

    assert (held.stage, held.toward) == (Stage.UNDER_REVIEW, Stage.ANALYSED)
    assert [move.to for move in held.moves] == [Stage.UNDER_REVIEW]
    assert held.blockers == ()


def test_it_looks_further_ahead_when_asked(office: Office) -> None:
    case_id = office.start()
    held = standing(looker(office), (), case_id, "verified", NOW)

    assert {one.code for one in held.blockers} == {"GOV001", "STG006", ""}


def test_a_stage_that_is_reached_is_not_ahead(office: Office) -> None:
    with pytest.raises(InvalidInput, match="not before triaged"):
        standing(looker(office), (), office.start(), "triaged", NOW)


def test_a_closed_case_has_nothing_ahead(office: Office) -> None:
    case_id = office.start()
    office.move(case_id, CLOSED)

    held = standing(looker(office), (), case_id, None, NOW)
    assert held.toward is None
    assert held.blockers == ()
    assert not held.changed


def test_a_closed_case_that_was_changed_since_says_so(office: Office) -> None:
    case_id = office.start()
    office.move(case_id, CLOSED)
    office.change(case_id, Amendment("evidence", None, {"title": "Rota", "type": "rota"}))

    held = standing(looker(office), (), case_id, None, NOW)
    assert held.changed
    assert "It was changed since" in summary(held)
