"""A draft for comment: marked on every page, without names, without what is private to one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.fakes.cases import case, sound_case
from tests.fakes.workspaces import DAY, Office, make_office
from workbench.domain.change import Action
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.inquiry import PersonName
from workbench.domain.people import Comment, Involvement, Representation, StaffSupport
from workbench.errors import NotFound, ResidualName
from workbench.ledger.amend import Amendment
from workbench.notebooks.drafting import draft_case
from workbench.record.draft import draft_path, for_comment

CONCERN = {
    "concern_raised": True,
    "raised_with": "Local authority",
    "because": "It may be neglect.",
    "decided_by": "manager",
    "at": "2026-03-15T10:00+00:00",
}
DUTY = {
    "decided_by": "local authority",
    "decision": "An enquiry is made.",
    "because": "The three parts are met.",
    "at": "2026-03-15T10:00+00:00",
}
OWNER = {"name": "Dana Example", "role": "service manager"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("office") / "ws")
    office.start()
    return office


@pytest.fixture(scope="module")
def page(office: Office) -> str:
    made = draft_case(office.workspace, office.ledger, "C-0001", on=DAY)
    assert made.path.name == "draft-2026-04-01.html"
    assert made.size == len(made.path.read_bytes())
    return made.path.read_text(encoding="utf-8")


def test_a_draft_needs_no_approval_and_says_on_every_page_that_it_has_none(page: str) -> None:
    assert "<p>Draft for comment, not approved</p></aside>" in page
    assert '@page { @top-left { content: "Draft for comment, not approved"' in page
    assert "position: fixed" in page
    assert "Draft for comment, not approved · Invented Support · C-0001" in page
    assert "Who approved it" not in page
    assert "rca-seal" not in page


def test_a_draft_shows_the_story_and_how_to_comment(page: str) -> None:
    assert "The 18:00 dose was given." in page
    assert "How to comment" in page
    assert "Went through the answer to her question." in page
    assert "Your tablet was late" in page


def test_a_draft_names_nobody(page: str) -> None:
    assert "Dana Example" not in page
    assert "Name left out, service manager" in page


def test_what_is_private_to_one_person_is_left_out(page: str) -> None:
    assert "her brother" not in page
    assert "A talk with somebody outside the line" not in page
    assert "The round had begun." not in page


def test_an_earlier_draft_is_kept(office: Office, page: str) -> None:
    again = draft_case(office.workspace, office.ledger, "C-0001", on=DAY)
    other = draft_path(office.workspace, "C-0001", date(2026, 4, 2))

    assert again.path.name == "draft-2026-04-01-2.html"
    assert draft_path(office.workspace, "C-0001", DAY).name == "draft-2026-04-01-3.html"
    assert other.name == "draft-2026-04-02.html"


def test_a_listed_name_in_the_text_is_refused(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.start()
    office.change(
        "C-0001",
        Amendment("name", None, {"person": "P2", "name": "Ottoline Farrant"}),
        Amendment("evidence", "E2", {"title": "Talk with Ottoline Farrant", "type": "interview"}),
    )

    with pytest.raises(ResidualName) as caught:
        draft_case(office.workspace, office.ledger, "C-0001", on=DAY)

    assert "P2" in str(caught.value)
    assert "It was entered in: P2 in E2 (title)." in str(caught.value)
    assert "Ottoline" not in str(caught.value) + caught.value.remedy
    assert not list((office.workspace.cases / "C-0001").glob("draft*"))


def test_a_case_that_is_not_there_cannot_be_drafted(office: Office) -> None:
    with pytest.raises(NotFound):
        draft_case(office.workspace, office.ledger, "C-0404", on=DAY)


def test_a_lost_notebook_is_said(tmp_path: Path) -> None:
    office = make_office(tmp_path / "ws")
    office.start()
    office.notebook("C-0001").unlink()

    with pytest.raises(NotFound, match="notebook"):
        draft_case(office.workspace, office.ledger, "C-0001", on=DAY)


def test_what_a_draft_shows_is_a_smaller_case_at_the_same_head() -> None:
    whole = sound_case(("name", "N1", {"person": "P1", "name": "Ottoline Farrant"}))
    shown = for_comment(whole)

    assert shown.head == whole.head
    assert shown.all(Involvement) == whole.all(Involvement)
    for model in (PersonName, Representation, StaffSupport, Comment):
        assert whole.all(model)
        assert shown.all(model) == ()


def test_what_was_weighed_on_safeguarding_is_left_out_and_the_page_says_so(page: str) -> None:
    whole = sound_case(
        ("safeguarding", "SG9", {**CONCERN, "facts": "P3 was alone with P1."}),
        ("duty", "DU8", {**DUTY, "duty": "care-act-42"}),
        ("duty-step", "DS8", {"duty": "DU8", "step": "raise-concern", "done_on": "2026-03-15"}),
        ("supplement", "S8", {"field": "safeguarding", "value": "P3 was alone.", "source": "Log"}),
    )
    shown = for_comment(whole)

    assert whole.all(SafeguardingDecision)
    assert shown.all(SafeguardingDecision) == ()
    assert [shown.find(one) for one in ("DU8", "DS8", "S8")] == [None, None, None]
    assert "Considered with the safeguarding lead." not in page
    assert "Left out of this draft: names, what was weighed on safeguarding" in page


def test_nobody_who_entered_something_is_named_in_a_draft() -> None:
    assert {one.author for one in for_comment(sound_case()).stamps.values()} == {"Name left out"}


def test_whoever_has_a_name_and_a_role_keeps_the_role() -> None:
    held = case(
        ("action", "A1", {"statement": "x", "owner": OWNER}), ("action", "A2", {"statement": "y"})
    )
    first, second = for_comment(held).all(Action)

    assert first.owner is not None
    assert (first.owner.name, first.owner.role) == ("Name left out", "service manager")
    assert second.owner is None
    assert for_comment(replace(held, entities=MappingProxyType({}))).all(Action) == ()
