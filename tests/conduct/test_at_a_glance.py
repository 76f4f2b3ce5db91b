from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.cases import case, incident, sound_case
from tests.fakes.workspaces import NOW, Office, make_office
from workbench.conduct.at_a_glance import Glance, glance, title_of
from workbench.conduct.session import Session
from workbench.domain.stages import Stage
from workbench.ledger.amend import Amendment

LATER = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)
MOVE = {
    "came_from": "verified",
    "to": "closed",
    "role": "manager",
    "name": "Bryn Lloyd",
    "at": NOW.isoformat(),
    "because": "All is done.",
    "content_seq": 1,
}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = make_office(tmp_path / "ws")
    office.start()
    return office


def look(office: Office, at: datetime = NOW) -> Glance:
    session = Session(office.workspace)
    return glance(session, session.ledger.fold("C-0001"), at)


def test_it_says_where_the_case_stands_and_what_is_before_the_next_stage(office: Office) -> None:
    office.change("C-0001", Amendment("action", "A1", {"owner": None}))
    seen = look(office)

    assert (seen.stage, seen.toward) == (Stage.UNDER_REVIEW, Stage.ANALYSED)
    assert seen.title == "Late evening dose"
    assert seen.clock is not None
    assert seen.clock.what.startswith("Action: ")
    assert (seen.trouble, seen.people) == (None, ())


def test_a_closed_case_has_no_next_stage_and_no_clock(office: Office) -> None:
    office.change("C-0001", Amendment("stage", None, MOVE))
    seen = look(office)

    assert (seen.stage, seen.toward, seen.blockers, seen.clock) == (Stage.CLOSED, None, (), None)


def test_what_is_said_to_be_done_on_a_day_to_come_stops_no_clock(office: Office) -> None:
    office.change("C-0001", Amendment("action", "A1", {"due": "2026-04-02"}))
    ahead = {"state": "implemented", "implemented_on": "2026-06-01"}
    office.change("C-0001", Amendment("action", "A1", ahead))
    seen = look(office)

    assert seen.clock is not None
    assert seen.clock.what.startswith("Action: ")


def test_the_last_change_is_never_that_somebody_looked(office: Office) -> None:
    access = {
        "kept_by": "governance lead",
        "grants": [{"role": "governance lead", "name": "Dana Example", "because": "Leads it."}],
    }
    office.change("C-0001", Amendment("access", None, access))
    opening = {"name": "Dana Example", "at": LATER.isoformat(), "how": "test"}
    office.keep("C-0001", "opening", opening)
    seen = look(office, LATER)

    assert (seen.changed_by, seen.changed_at) == ("A", NOW)


def test_a_case_is_called_by_its_scope_then_by_its_incident() -> None:
    assert title_of(sound_case()) == "Late evening dose"
    assert title_of(case(incident())) == "Medication, Larch House"
    assert title_of(case(("person", "P1", {"role": "staff"}))) == "C-0001"
