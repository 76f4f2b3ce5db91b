"""The record of triage: made before the review, signed by whoever triaged, and no outcome."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.cases import REVIEWED, case, sound_case
from tests.fakes.workspaces import NOW, SIGNERS, Office, make_office
from workbench.checks.registry import Gate
from workbench.conduct.stages import is_issued
from workbench.errors import GateClosed, NotFound
from workbench.ledger.amend import Amendment
from workbench.notebooks.start import open_template, start_case
from workbench.record.seal.report import Verdict
from workbench.record.terms import is_early, signing_roles, terms_of

ROLES = tuple(role for role, _ in SIGNERS)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = make_office(tmp_path / "ws")
    made.make_keys()
    return made


def reported(office: Office) -> str:
    """A case that was started with the notebook of triage, with nothing else in it."""
    registered = office.register.get("INC-0042")
    started = start_case(office.workspace, office.ledger, registered, "triage", author="A", at=NOW)
    return started.case_id


def triaged(office: Office) -> str:
    case_id = reported(office)
    (entry,) = [one for one in REVIEWED if one[0] == "triage"]
    office.change(case_id, Amendment(*entry))
    return case_id


def test_the_record_of_triage_is_made_signed_and_issued_before_any_review(office: Office) -> None:
    frozen = office.freeze(triaged(office))

    assert frozen.record_id == "C-0001-triage"
    assert frozen.path.name == "C-0001-triage-v1.html"
    assert frozen.required == ("manager",)
    office.sign(frozen, "manager")
    office.issue(frozen)
    report = office.check(frozen)
    assert report.verdict is Verdict.SIGNED
    assert not is_issued(office.ledger.fold("C-0001"), office.log.events())


def test_it_shows_triage_and_neither_findings_nor_approvals(office: Office) -> None:
    page = office.freeze(triaged(office)).path.read_text(encoding="utf-8")

    assert "<title>Triage of INC-0042" in page
    assert "Could this harm someone else tonight?" in page
    assert "Clocks that run" in page
    assert "Who approved it" not in page
    assert "What else to ask" not in page
    assert "GOV001" not in page
    assert "INC002" in page


def test_without_triage_there_is_nothing_to_freeze(office: Office) -> None:
    with pytest.raises(GateClosed) as caught:
        office.freeze(reported(office))

    assert caught.value.codes == ("TRI001",)


def test_every_other_template_asks_for_the_whole_case(office: Office) -> None:
    case_id = triaged(office)
    open_template(
        office.workspace, office.ledger, case_id, "rapid-learning-review", author="A", at=NOW
    )

    with pytest.raises(GateClosed) as caught:
        office.freeze(case_id, "rapid-learning-review")

    assert "INC002" in caught.value.codes


def test_a_case_with_several_notebooks_has_a_record_of_each(office: Office) -> None:
    case_id = office.start()
    for template in ("triage", "rapid-learning-review"):
        open_template(office.workspace, office.ledger, case_id, template, author="A", at=NOW)
    office.approve_all(case_id)

    frozen = [
        office.freeze(case_id, template) for template in (None, "triage", "rapid-learning-review")
    ]

    assert [one.record_id for one in frozen] == [
        "C-0001-structured-analysis",
        "C-0001-triage",
        "C-0001-rapid-learning-review",
    ]
    assert [one.required for one in frozen] == [ROLES, ("manager",), ROLES]


def test_a_template_whose_notebook_was_never_opened_says_how_to(office: Office) -> None:
    case_id = office.start()

    with pytest.raises(NotFound) as caught:
        office.freeze(case_id, "triage")

    assert f"workbench open-template {case_id} triage" in caught.value.remedy


def test_triage_by_somebody_who_does_not_sign_here_is_signed_in_every_role() -> None:
    (kind, identifier, data) = next(one for one in REVIEWED if one[0] == "triage")
    by_head = case((kind, identifier, {**(data or {}), "role": "Head of services"}))

    assert signing_roles(by_head, "triage", ROLES) == ROLES
    assert signing_roles(sound_case(), "triage", ("Manager", "Chair")) == ("Manager",)
    assert signing_roles(sound_case(), "structured-analysis", ROLES) == ROLES


def test_only_triage_is_early() -> None:
    assert (terms_of("triage").gate, terms_of("triage").approved) == (Gate.TRIAGE, False)
    assert (terms_of("anything").gate, terms_of("anything").approved) == (Gate.ISSUE, True)
    assert is_early("C-0001-triage")
    assert not is_early("C-0001-structured-analysis")
