from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.conduct.session import Session
from workbench.errors import AccessRefused
from workbench.ledger.amend import Amendment
from workbench.notebooks.start import open_template
from workbench.server.case_pages import case_page
from workbench.server.case_view import CaseView, case_view, holders
from workbench.server.links import Links
from workbench.server.refusals import Refusal
from workbench.server.served import Served

LATER = datetime(2026, 4, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = make_office(tmp_path / "ws")
    office.start()
    return office


def view(office: Office, at: datetime = NOW) -> CaseView:
    links = Links("/", office.workspace.root)
    return case_view(Session(office.workspace), "C-0001", links, at)


def standings(office: Office) -> dict[str, tuple[str, bool]]:
    return {one.role: (one.standing, one.counts) for one in view(office).decided}


def test_the_first_notebook_is_the_one_that_the_case_was_started_with(office: Office) -> None:
    open_template(
        office.workspace, office.ledger, "C-0001", "after-action-review", author="A", at=NOW
    )
    seen = view(office)

    assert [one.words.name for one in seen.notebooks] == [
        "structured-analysis",
        "after-action-review",
    ]
    assert seen.notebooks[0].address == "/lab/tree/cases/C-0001/structured-analysis.ipynb"
    assert "triage" in [one.name for one in seen.further]
    assert "structured-analysis" not in [one.name for one in seen.further]


def test_what_stands_in_the_way_comes_with_the_step_to_mend_it_in(office: Office) -> None:
    office.change("C-0001", Amendment("action", "A1", {"owner": None}))
    (found,) = [one for one in view(office).before_approval if one.code == "ACT001"]

    assert (found.gate, found.subject) == ("approve", "A1")
    assert "has no owner" in found.message
    assert found.step == "Actions"
    assert found.address == "/lab/tree/cases/C-0001/structured-analysis.ipynb"


def test_a_step_without_a_heading_of_its_own_is_named_as_well(office: Office) -> None:
    for kind, ids in (("commission", "CO1"), ("safeguarding", "SG1"), ("question", "Q1")):
        office.change("C-0001", Amendment(kind, ids, None))
    found = {one.code: (one.step, one.elsewhere) for one in view(office).before_approval}

    assert found["COM001"] == ("Commission", None)
    assert found["INC004"] == ("Duties", None)
    assert found["BAS002"] == ("Questions", None)


def test_what_is_mended_in_another_kind_of_notebook_says_which(office: Office) -> None:
    office.change("C-0001", Amendment("triage", "TR1", None))
    (found,) = [one for one in view(office).obstacles if one.code == "TRI001"]

    assert (found.step, found.address, found.elsewhere) == (None, None, "Triage")

    open_template(office.workspace, office.ledger, "C-0001", "triage", author="A", at=NOW)
    (found,) = [one for one in view(office).obstacles if one.code == "TRI001"]

    assert found.address == "/lab/tree/cases/C-0001/triage.ipynb"
    assert found.elsewhere is None


def test_what_stands_before_a_later_stage_is_said_where_it_was_asked_for(office: Office) -> None:
    here = Served(office.workspace.root, "/", logging.getLogger("test"))
    asked = Refusal("move", "Not yet.", "Mend it.", {"to": "closed"})
    nowhere = Refusal("move", "There is none.", "Choose one.", {"to": "nowhere"})

    def before(refused: Refusal | None) -> list[str]:
        seen = case_page(here, "C-0001", refused=refused).values["view"]
        assert isinstance(seen, CaseView)
        return [one.code for one in seen.before_wanted]

    assert "STG006" in before(asked)
    assert before(nowhere) == before(None) == []


def test_a_case_without_its_notebook_still_shows_what_stands_in_the_way(office: Office) -> None:
    office.change("C-0001", Amendment("action", "A1", {"owner": None}))
    office.notebook("C-0001").unlink()
    (found,) = [one for one in view(office).before_approval if one.code == "ACT001"]

    assert (found.step, found.address) == (None, None)
    assert view(office).notebooks == ()


def test_a_notebook_that_cannot_be_read_is_still_offered(office: Office) -> None:
    office.notebook("C-0001").write_bytes(b"{not a notebook")
    (notebook,) = view(office).notebooks

    assert notebook.steps == ()


def test_how_each_role_s_decision_stands_is_said(office: Office) -> None:
    office.make_keys()
    assert set(standings(office).values()) == {("not decided yet", False)}

    office.approve("C-0001", "investigator")
    office.approve("C-0001", "manager", returned=True)
    assert standings(office) == {
        "investigator": ("approved", True),
        "manager": ("returned", False),
        "governance lead": ("not decided yet", False),
    }

    with office.notebook("C-0001").open("a", encoding="utf-8") as notebook:
        notebook.write(" ")
    written = office.notebook("C-0001").read_text(encoding="utf-8")
    office.notebook("C-0001").write_text(written.replace("# 1. Scope", "# 1. The scope"))
    assert standings(office)["investigator"] == (
        "approved, and a notebook was changed since",
        False,
    )

    office.change("C-0001", Amendment("person", None, {"role": "staff"}))
    assert standings(office)["investigator"] == (
        "approved, and the case was changed since",
        False,
    )


def test_those_who_hold_a_key_are_offered_role_by_role(office: Office) -> None:
    session = Session(office.workspace)
    assert holders(session, NOW) == ()

    office.make_keys()

    assert [(one.role, one.name) for one in holders(session, NOW)] == [
        ("investigator", "Asha Verma"),
        ("manager", "Bryn Lloyd"),
        ("governance lead", "Carys Okafor"),
    ]


def test_whoever_is_not_on_the_access_list_sees_nothing_of_the_case(office: Office) -> None:
    access = {
        "kept_by": "governance lead",
        "grants": [{"role": "governance lead", "name": "Dana Example", "because": "Leads it."}],
    }
    office.change("C-0001", Amendment("access", None, access))
    here = Served(office.workspace.root, "/", logging.getLogger("test"))

    with pytest.raises(AccessRefused):
        case_page(here, "C-0001")
