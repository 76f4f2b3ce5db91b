from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.fakes.workspaces import Office, make_office
from workbench.errors import CaseExists, InvalidInput, NotFound, UnknownName
from workbench.server.served import Served
from workbench.server.start_pages import begin, start_page


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def served(office: Office) -> Served:
    return Served(office.workspace.root, "/", logging.getLogger("test"))


def listed(office: Office, **asked: object) -> list[str]:
    page = start_page(served(office), **asked)  # type: ignore[arg-type]
    return [one.registered.incident.id for one in page.values["incidents"]]  # type: ignore[attr-defined]


def test_a_case_and_its_notebook_are_made_and_the_notebook_is_where_it_goes_on(
    office: Office,
) -> None:
    onward = begin(served(office), "INC-0042", "triage")

    assert onward == "/lab/tree/cases/C-0001/triage.ipynb"
    assert (office.workspace.cases / "C-0001" / "triage.ipynb").is_file()
    assert listed(office) == []


def test_where_jupyterlab_shows_another_folder_it_goes_on_at_the_case(office: Office) -> None:
    here = Served(office.workspace.evidence, "/", logging.getLogger("test"))

    assert begin(here, "INC-0042", "triage") == "/workbench/cases/C-0001"


def test_incidents_are_found_by_their_words_in_any_order(office: Office) -> None:
    assert listed(office, words="dose LARCH") == ["INC-0042"]
    assert listed(office, words="dose elsewhere") == []
    assert listed(office, words="inc-0042") == ["INC-0042"]


def test_the_incident_that_was_chosen_is_listed_whatever_was_looked_for(office: Office) -> None:
    assert listed(office, words="elsewhere", chosen="INC-0042") == ["INC-0042"]


def test_a_page_beyond_the_last_is_the_last(office: Office) -> None:
    assert start_page(served(office), page=99).values["page"] == 1


@pytest.mark.parametrize(
    ("incident", "template", "kind", "said"),
    [
        ("", "triage", InvalidInput, "No incident was chosen"),
        ("INC-0042", "", InvalidInput, "No kind of review was chosen"),
        ("INC-0099", "triage", NotFound, "There is no incident"),
        ("INC-0042", "nothing", UnknownName, "no template"),
    ],
)
def test_what_cannot_be_started_is_refused_and_nothing_is_made(
    office: Office, incident: str, template: str, kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind, match=said):
        begin(served(office), incident, template)
    assert office.ledger.cases() == ()


def test_an_incident_is_looked_into_once(office: Office) -> None:
    office.start()

    with pytest.raises(CaseExists, match="C-0001 already looks into"):
        begin(served(office), "INC-0042", "structured-analysis")
