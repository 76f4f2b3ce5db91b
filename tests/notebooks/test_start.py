"""A case can have a notebook of each template, and its folder opens where it has several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fakes.workspaces import NOW, Office, make_office
from workbench.errors import NotFound, UnknownName, WorkspaceExists
from workbench.notebooks.lab import lab_command
from workbench.notebooks.start import open_template, start_case
from workbench.notebooks.templates import template_names
from workbench.record.places import notebook_path


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def url(office: Office, template: str | None = None) -> str:
    command = lab_command(office.workspace, "C-0001", template=template, browser=False, port=8888)
    (found,) = [part for part in command if "default_url" in part]
    return found.split("=")[1]


def test_a_further_notebook_is_of_the_same_case_and_what_it_says_stays_as_it_was(
    office: Office,
) -> None:
    case_id = office.start()
    before = office.ledger.fold(case_id).content_seq

    path = open_template(office.workspace, office.ledger, case_id, "triage", author="A", at=NOW)

    assert path == notebook_path(office.workspace, case_id, "triage")
    assert f'case_id: str = \\"{case_id}\\"' in path.read_text(encoding="utf-8")
    assert json.loads(path.read_bytes())["metadata"]["rca_workbench"]["template"] == "triage"
    assert office.ledger.fold(case_id).content_seq == before


def test_a_notebook_that_is_there_is_never_overwritten(office: Office) -> None:
    case_id = office.start()
    path = notebook_path(office.workspace, case_id, "structured-analysis")
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(WorkspaceExists, match="already"):
        open_template(
            office.workspace, office.ledger, case_id, "structured-analysis", author="A", at=NOW
        )

    assert path.read_text(encoding="utf-8") == "mine"


def test_an_unknown_template_or_case_is_refused(office: Office) -> None:
    case_id = office.start()

    with pytest.raises(UnknownName, match="no template"):
        open_template(office.workspace, office.ledger, case_id, "triag", author="A", at=NOW)
    with pytest.raises(NotFound):
        open_template(office.workspace, office.ledger, "C-0099", "triage", author="A", at=NOW)


@pytest.mark.parametrize("template", template_names())
def test_a_case_can_be_started_with_every_template(office: Office, template: str) -> None:
    registered = office.register.get("INC-0042")

    started = start_case(office.workspace, office.ledger, registered, template, author="A", at=NOW)

    assert started.notebook.name == f"{template}.ipynb"


def test_the_lab_opens_the_only_notebook_the_one_named_or_the_folder(office: Office) -> None:
    case_id = office.start()
    only = url(office)
    open_template(office.workspace, office.ledger, case_id, "triage", author="A", at=NOW)

    assert only.endswith("/C-0001/structured-analysis.ipynb")
    assert url(office, "triage").endswith("/C-0001/triage.ipynb")
    assert url(office).endswith("/cases/C-0001")
    with pytest.raises(NotFound, match="rapid-learning-review"):
        url(office, "rapid-learning-review")
