from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.errors import NotFound
from workbench.ledger.amend import Amendment
from workbench.ledger.entry import Draft
from workbench.ledger.presence import Place
from workbench.notebooks.start import start_case
from workbench.server.home_pages import home_page
from workbench.server.rendering import Frame, Page, render
from workbench.server.served import Served
from workbench.workspace.config import Config
from workbench.workspace.folder import create_workspace

LATER = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def served(root: Path) -> Served:
    return Served(root, "/", logging.getLogger("test"))


def shown(root: Path, at: datetime = NOW) -> str:
    here = served(root)
    return words(home_page(here, at), here)


def words(page: Page, here: Served) -> str:
    return " ".join(render(page, Frame(here.links, "Asha Verma", "Invented Support", "k")).split())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def test_an_empty_workspace_says_what_comes_first(tmp_path: Path) -> None:
    config = Config(organisation="Invented", provider_type="other registered person")
    page = shown(create_workspace(tmp_path / "ws", config).root)

    assert "There is no incident in the register yet" in page
    assert "Nobody can sign yet" in page


def test_an_incident_without_a_case_comes_with_what_its_facts_speak_for(office: Office) -> None:
    page = shown(office.workspace.root)

    assert "INC-0042" in page
    assert "The facts speak for a <strong>rapid learning review</strong>" in page
    assert "Nothing that is known so far speaks for a deeper review" in page
    assert 'href="/workbench/start?incident=INC-0042"' in page


def test_a_new_case_says_what_is_missing_and_what_lapses(office: Office) -> None:
    registered = office.register.get("INC-0042")
    start_case(office.workspace, office.ledger, registered, "triage", author="Asha Verma", at=NOW)
    office.ledger.append(
        "C-0001", [Draft("person", None, {"role": "staff"})], author="B", reason="x", at=NOW
    )
    page = shown(office.workspace.root)

    assert "1 open case" in page
    assert "Stands at <strong>reported</strong>; next is triaged" in page
    assert "to mend before that:" in page
    assert "Overdue" in page
    assert "since 16 Mar 2026, 20:00" in page
    assert "Local: triage within 24 to 48 hours of the report" in page
    assert "Last change on 1 Apr 2026, 10:00 by B." in page
    assert "Every incident in the register has a case" in page


def test_clocks_beyond_the_first_three_are_folded_away_and_none_is_lost(office: Office) -> None:
    office.start()
    for number in range(4):
        what = f"Put list {number} on the door."
        office.change("C-0001", Amendment("action", None, {"statement": what, "due": "2026-05-01"}))

    page = shown(office.workspace.root, LATER)

    clocks = page[page.index('id="clocks"') : page.index('id="open"')]
    before, _, folded = clocks.partition("<details>")
    more = folded.count("<li")
    assert before.count("<li") == 3
    assert more > 0
    assert f"<summary>{more} more clock" in folded
    assert all(f"Put list {number} on the door." in clocks for number in range(4))


def test_who_has_the_case_open_is_said(office: Office) -> None:
    office.start()
    here = served(office.workspace.root)
    here.session.presence.put("C-0001", Place("s", "Bryn Lloyd", "causes", None), NOW)

    assert "Open now by Bryn Lloyd." in words(home_page(here, NOW), here)
    assert "Open now" not in words(home_page(here, LATER), here)


def test_of_a_case_that_one_may_not_open_only_its_number_is_shown(office: Office) -> None:
    case = office.start()
    access = {
        "kept_by": "governance lead",
        "grants": [{"role": "governance lead", "name": "Dana Example", "because": "Leads it."}],
    }
    office.change(case, Amendment("access", None, access))
    page = shown(office.workspace.root, LATER)

    assert "C-0001" in page
    assert "you are not on it" in page
    assert "Late evening dose" not in page
    assert "Larch House" not in page
    assert 'href="/workbench/cases/C-0001"' not in page


def test_a_case_whose_history_was_changed_is_still_listed_and_says_so(office: Office) -> None:
    office.start()
    here = served(office.workspace.root)
    with here.session.engine.begin() as connection:
        connection.execute(text("UPDATE entry SET author = 'Somebody else' WHERE seq = 3"))

    assert "The checks could not be run." in words(home_page(here, NOW), here)


def test_outside_a_workspace_there_is_nothing_to_list(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="is a workspace"):
        home_page(served(tmp_path), NOW)
