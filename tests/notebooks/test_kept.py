"""What a notebook began from is kept, whatever template a later version ships."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.fakes.workspaces import DAY, NOW, Office, make_office
from workbench.domain.notebook import CaseNotebook
from workbench.errors import CaseExists, InvalidInput, NotFound
from workbench.ledger.amend import Amendment
from workbench.notebooks.drafting import draft_case
from workbench.notebooks.kept import began_from, keep_template
from workbench.notebooks.start import notebook_for, open_template, start_case
from workbench.notebooks.templates import template_bytes
from workbench.record.cells import added_cells
from workbench.record.places import notebook_path
from workbench.record.seal.reading import open_record

TEMPLATE = "structured-analysis"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def earlier_template() -> bytes:
    """The template as another version might have shipped it: one more line in each code cell."""
    notebook = json.loads(template_bytes(TEMPLATE))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and "parameters" not in cell["metadata"].get("tags", ()):
            cell["source"] = ["earlier = True\n", *cell["source"]]
    return json.dumps(notebook, sort_keys=True).encode()


def begun_earlier(office: Office) -> str:
    """A case of which the notebook was made by another version of the package."""
    case_id, source = office.start(), earlier_template()
    draft = keep_template(office.workspace, TEMPLATE, source, office.ledger.fold(case_id))
    office.ledger.append(case_id, [draft], author="A", reason="", at=NOW)
    office.notebook(case_id).write_bytes(notebook_for(source, case_id))
    return case_id


def test_starting_a_case_keeps_the_template_and_says_so_in_the_ledger(office: Office) -> None:
    case = office.ledger.fold(office.start())

    (held,) = case.all(CaseNotebook)
    shipped = template_bytes(TEMPLATE)
    assert (held.template, held.sha256) == (TEMPLATE, hashlib.sha256(shipped).hexdigest())
    assert began_from(office.workspace, case, TEMPLATE) == shipped


def test_each_further_notebook_has_its_own_template(office: Office) -> None:
    case_id = office.start()
    open_template(office.workspace, office.ledger, case_id, "triage", author="A", at=NOW)

    case = office.ledger.fold(case_id)
    assert [one.template for one in case.all(CaseNotebook)] == [TEMPLATE, "triage"]
    assert began_from(office.workspace, case, "triage") == template_bytes("triage")


def test_a_record_is_compared_with_the_template_its_notebook_began_from(office: Office) -> None:
    case_id = begun_earlier(office)
    office.approve_all(case_id)
    frozen = office.freeze(case_id)

    manifest = open_record(frozen.path.read_bytes()).seal.manifest
    assert added_cells(office.notebook(case_id).read_bytes(), template_bytes(TEMPLATE))
    assert frozen.added_code == 0
    assert manifest.template.sha256 == hashlib.sha256(earlier_template()).hexdigest()


def test_a_draft_is_made_with_the_template_its_notebook_began_from(office: Office) -> None:
    made = draft_case(office.workspace, office.ledger, begun_earlier(office), on=DAY)

    assert "the template did not contain" not in made.path.read_text(encoding="utf-8")


def test_a_lost_notebook_is_made_again_as_it_began(office: Office) -> None:
    case_id = begun_earlier(office)
    path = office.notebook(case_id)
    before = path.read_bytes()
    path.unlink()
    registered = office.register.get("INC-0042")
    again = start_case(office.workspace, office.ledger, registered, "triage", author="A", at=NOW)

    assert (again.case_id, again.notebook) == (case_id, path)
    assert path.read_bytes() == before
    with pytest.raises(CaseExists, match="already looks into this incident"):
        start_case(office.workspace, office.ledger, registered, TEMPLATE, author="A", at=NOW)


def test_a_notebook_that_is_opened_anew_begins_from_the_template_of_today(office: Office) -> None:
    case_id = begun_earlier(office)
    notebook_path(office.workspace, case_id, TEMPLATE).unlink()
    open_template(office.workspace, office.ledger, case_id, TEMPLATE, author="A", at=NOW)

    case = office.ledger.fold(case_id)
    assert len(case.all(CaseNotebook)) == 1
    assert began_from(office.workspace, case, TEMPLATE) == template_bytes(TEMPLATE)


def test_a_notebook_put_there_by_hand_is_compared_with_what_is_shipped(office: Office) -> None:
    case = office.ledger.fold(office.start())

    assert began_from(office.workspace, case, "triage") == template_bytes("triage")


def test_a_template_that_was_kept_and_lost_is_missed(office: Office) -> None:
    case = office.ledger.fold(office.start())
    (held,) = case.all(CaseNotebook)
    (office.workspace.evidence / held.sha256[:2] / held.sha256).unlink()

    with pytest.raises(NotFound, match="Nothing is kept"):
        began_from(office.workspace, case, TEMPLATE)


def test_nobody_enters_a_notebook_by_hand(office: Office) -> None:
    case_id = office.start()

    with pytest.raises(InvalidInput, match="not entered by hand"):
        office.change(
            case_id, Amendment("notebook", None, {"template": "triage", "sha256": "0" * 64})
        )
