"""The review of a restriction, from its template to a signed record of its own."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.cases import sound_entries
from tests.fakes.workspaces import NOW, SIGNERS, make_office
from workbench.ledger.amend import Amendment
from workbench.notebooks.start import start_case

RESTRICTION = {
    "person": "P1",
    "what": "Goes out in the evening with a worker only",
    "type": "limited access to the community",
    "starts_on": "2026-03-20",
    "rationale": "Two men asked P1 for money in town on three evenings.",
    "alternatives_considered": "Telephone check-ins, tried for two weeks.",
    "persons_involvement": "P1 chose the worker and the evenings.",
    "least_restrictive_because": "Only evenings and only in town.",
    "reduction_plan": "Two weeks without contact: to bingo alone.",
    "review_on": "2027-04-17",
    "time_limit": "2027-06-20",
}

_ANALYSIS = ("incident", "sign-off", "cause", "link", "barrier", "escalation-step", "ownership")
_INSTEAD: dict[str, dict[str, object]] = {
    "finding": {"causes": [], "factors": ["F1"]},
    "triage": {"tier": "rapid learning review", "override_because": "One restriction, looked at."},
}


def test_a_restriction_is_reviewed_approved_signed_and_issued_in_a_record_of_its_own(
    tmp_path: Path,
) -> None:
    office = make_office(tmp_path / "ws")
    office.make_keys()
    started = start_case(
        office.workspace,
        office.ledger,
        office.register.get("INC-0042"),
        "restrictive-practice-review",
        author="A",
        at=NOW,
    )
    case = started.case_id
    entries = [
        Amendment(kind, identifier, {**(data or {}), **_INSTEAD.get(kind, {})})
        for kind, identifier, data in sound_entries()
        if kind not in _ANALYSIS
    ]
    office.change(case, *entries, Amendment("restriction", None, RESTRICTION))
    office.approve_all(case)

    frozen = office.freeze(case)
    for role, name in SIGNERS:
        office.sign(frozen, role, name)
    office.issue(frozen)
    report = office.check(frozen)
    page = frozen.path.read_text(encoding="utf-8")

    assert report.verdict.value == "signed"
    assert frozen.path.name.startswith(f"{case}-restrictive-practice-review")
    assert "Goes out in the evening with a worker only" in page
    assert "Two weeks without contact: to bingo alone." in page
    assert "How well this was looked into" in page
    assert "Causal graph" not in page
