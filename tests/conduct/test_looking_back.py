from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.cases import case, incident, sound_case, sound_entries
from tests.fakes.workspaces import Office, make_office
from workbench.conduct.across import Across
from workbench.conduct.looking_back import look_back
from workbench.domain.case import Case
from workbench.domain.vocabulary import Tier
from workbench.errors import InvalidInput

NOT_MET = {"measure": "M1", "result": "r", "by": "b", "on": "2026-06-15", "outcome": "not met"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return make_office(tmp_path / "ws")


def finding(*cases: Case, closed: int = 0) -> Callable[[Callable[[Case], bool]], Across]:
    return lambda concerns: Across(tuple(one for one in cases if concerns(one)), closed)


def test_other_cases_actions_that_did_not_hold_count_and_its_own_do_not(office: Office) -> None:
    failed = case(
        incident(),
        ("measure", "M1", {"action": "A1", "statement": "m"}),
        ("action", "A1", {"statement": "Move the handover."}),
        ("verification", "V1", NOT_MET),
        case_id="C-0002",
    )
    mine = sound_case(("verification", "V1", NOT_MET))

    found = look_back(mine, office.register, finding(failed, mine))

    assert [one.reference for one in found.failed] == ["C-0002 A1"]
    assert found.proposal.tier is Tier.STRUCTURED
    assert "a look through the register for incidents like it" not in found.proposal.missing


def test_the_incident_itself_is_not_like_itself(office: Office) -> None:
    found = look_back(sound_case(), office.register, finding())

    assert office.register.count() == 1
    assert found.recurrence.like == ()
    assert found.recurrence.days == 365


def test_cases_that_may_not_be_opened_are_counted(office: Office) -> None:
    assert look_back(sound_case(), office.register, finding(closed=2)).closed == 2


def test_an_incident_that_triage_names_and_the_register_lacks_is_told(office: Office) -> None:
    triage = next(held for kind, _, held in sound_entries() if kind == "triage")
    named = case(
        incident(), ("triage", "TR1", {**triage, "like_incidents": ["INC-0042", "INC-0999"]})
    )

    assert look_back(named, office.register, finding()).unknown == ("INC-0999",)
    assert look_back(sound_case(), office.register, finding()).unknown == ()


def test_a_case_without_an_incident_cannot_be_compared(office: Office) -> None:
    bare = case(("person", "P1", {"role": "person supported"}))

    with pytest.raises(InvalidInput, match="C-0001 has no incident"):
        look_back(bare, office.register, finding())
