"""An after-action review comes to a record of its own, also without an action."""

from __future__ import annotations

import pytest

from tests.fakes.cases import sound_entries
from tests.fakes.workspaces import NOW, Office, make_office
from workbench.checks.registry import Gate
from workbench.domain.change import Action
from workbench.ledger.amend import Amendment
from workbench.notebooks.start import start_case
from workbench.notebooks.templates import template_names
from workbench.record.freeze import FrozenRecord

NOT_DRAWN = {"incident", "sign-off", "action", "measure", "cause", "link", "faces", "barrier"}
LEARNED = {
    "statement": "Two people noticed, and said so. Keep it that way.",
    "type": "good practice",
    "factors": ["F1", "F2"],
    "causes": [],
}
INSTEAD: dict[str, dict[str, object]] = {
    "finding": LEARNED,
    "triage": {"tier": "rapid learning review", "override_because": "A talk soon after it."},
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = make_office(tmp_path_factory.mktemp("office") / "ws")
    registered = office.register.get("INC-0042")
    start_case(
        office.workspace, office.ledger, registered, "after-action-review", author="A", at=NOW
    )
    entries = [
        Amendment(kind, identifier, {**(data or {}), **INSTEAD.get(kind, {})})
        for kind, identifier, data in sound_entries()
        if kind not in NOT_DRAWN
    ]
    office.change("C-0001", *entries)
    office.make_keys()
    return office


@pytest.fixture(scope="module")
def frozen(office: Office) -> FrozenRecord:
    office.approve_all("C-0001")
    return office.freeze("C-0001")


def test_it_is_a_template_of_its_own() -> None:
    assert "after-action-review" in template_names()


def test_it_passes_every_gate_up_to_issue_without_an_action(
    office: Office, frozen: FrozenRecord
) -> None:
    examined = office.examine("C-0001")

    assert examined.case.all(Action) == ()
    assert examined.report.passes(Gate.ISSUE)


def test_its_record_is_its_own_and_asks_the_four_questions(frozen: FrozenRecord) -> None:
    page = frozen.path.read_text(encoding="utf-8")

    assert frozen.record_id == "C-0001-after-action-review"
    for question in (
        "What did we expect?",
        "What happened?",
        "Why was there a difference?",
        "What do we learn?",
    ):
        assert question in page
    assert "Your tablet was late" in page
    assert frozen.added_code == 0
