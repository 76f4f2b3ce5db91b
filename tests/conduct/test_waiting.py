from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.fakes.cases import case, incident
from tests.fakes.workspaces import NOW, Office, make_office
from workbench.conduct.across import Across
from workbench.conduct.looking_back import FindCases
from workbench.conduct.waiting import proposed_for, waiting
from workbench.domain.case import Case
from workbench.domain.vocabulary import Tier
from workbench.register.template import plain_template

ROWS = (
    ("INC-1", "10/01/2026 10:00", "Alder House", "Medication", "A dose was missed.", ""),
    ("INC-2", "12/01/2026 10:00", "Alder House", "Medication", "Given twice.", ""),
    ("INC-3", "20/01/2026 10:00", "Alder House", "Medication", "Given late.", "severe"),
    ("INC-4", "21/01/2026 10:00", "Birch Road", "Fall", "On the stairs.", ""),
)
TOLD = (
    "Incident ID",
    "Occurred from",
    "Service",
    "Category",
    "What happened",
    "Physical harm",
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = make_office(tmp_path / "ws")
    headings = plain_template().decode("utf-8-sig").strip().split(",")
    written = io.StringIO()
    writer = csv.DictWriter(written, headings)
    writer.writeheader()
    writer.writerows(dict(zip(TOLD, row, strict=True)) for row in ROWS)
    file = tmp_path / "more.csv"
    file.write_text(written.getvalue(), encoding="utf-8")
    office.register.import_file(file, at=NOW)
    return office


def among(*others: Case) -> FindCases:
    return lambda concerns: Across(tuple(filter(concerns, others)), 0)


def found(office: Office, *taken: str, words: str = "") -> list[str]:
    return [one.incident.id for one in waiting(office.register, taken, words)]


def test_the_latest_stand_first_and_those_with_a_case_are_left_out(office: Office) -> None:
    assert found(office) == ["INC-0042", "INC-4", "INC-3", "INC-2", "INC-1"]
    assert found(office, "INC-4", "INC-1") == ["INC-0042", "INC-3", "INC-2"]


def test_every_word_has_to_be_in_what_is_told(office: Office) -> None:
    assert found(office, words="ALDER given") == ["INC-3", "INC-2"]
    assert found(office, words="stairs alder") == []
    assert found(office, words="  ") == found(office)


def test_the_tier_follows_from_the_harm_and_from_the_like_before(office: Office) -> None:
    proposed = {
        one.registered.incident.id: one.proposal
        for one in proposed_for(office.register, waiting(office.register, ()), among())
    }

    assert proposed["INC-3"].tier is Tier.STRUCTURED
    assert "Physical harm is severe" in proposed["INC-3"].reasons[0].because
    assert any("INC-2, INC-1" in one.because for one in proposed["INC-3"].reasons)
    assert proposed["INC-4"].tier is Tier.RAPID
    assert "a triage decision" in " ".join(proposed["INC-4"].missing)


def test_actions_of_other_cases_that_did_not_hold_are_a_reason(office: Office) -> None:
    action = {
        "statement": "A second check",
        "state": "not effective",
        "communicated_on": "2026-01-02",
        "communicated_to": "The team at Birch Road",
        "implemented_on": "2026-01-02",
    }
    other = case(incident(category="Fall"), ("action", "A1", action), case_id="C-0007")
    unlike = case(incident(), ("action", "A1", action), case_id="C-0008")
    fall = waiting(office.register, (), "birch")

    (before,) = proposed_for(office.register, fall, among())
    (after,) = proposed_for(office.register, fall, among(other, unlike))

    assert before.proposal.tier is Tier.RAPID
    assert after.proposal.tier is Tier.STRUCTURED
    assert after.proposal.reasons[0].because == "Actions after the like did not hold: C-0007 A1"
