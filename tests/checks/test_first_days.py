"""Where the checks of triage and of the law draw their lines, beyond their pages' examples."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case, incident, sound_case
from tests.fakes.duties import HEALTH, REFUSING, decided, triaged
from workbench.checks.context import RegisterRow
from workbench.checks.examples import ExampleEntry, found
from workbench.checks.registry import Gate, all_checks, check_named
from workbench.checks.report import run_checks
from workbench.domain.law import law_england
from workbench.domain.vocabulary import Circumstance

DAY = date(2026, 4, 1)


def messages(code: str, *entries: ExampleEntry, **settings: Any) -> list[str]:
    report = run_checks(case(*entries), DAY, checks=[check_named(code)], **settings)
    return [f"{one.message} {one.question or ''}" for one in report.open]


def whys(**changed: object) -> dict[str, object]:
    return {
        "category_because": "a",
        "immediate_actions": "b",
        "tier_because": "c",
        "tier": "rapid learning review",
        **changed,
    }


def test_a_case_without_triage_stops_at_the_first_gate_and_so_at_every_other() -> None:
    report = run_checks(sound_case(("triage", "TR1", None)), DAY)

    assert "TRI001" in {one.code for one in report.blocking(Gate.TRIAGE)}
    assert all("TRI001" in {one.code for one in report.blocking(gate)} for gate in Gate)


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("category_because", "why this category"),
        ("immediate_actions", "immediate actions"),
        ("tier_because", "why this tier"),
    ],
)
def test_each_reason_that_triage_owes_is_named(field: str, words: str) -> None:
    (said,) = messages("TRI002", triaged(**whys(**{field: None})))

    assert words in said


def test_a_deeper_review_than_proposed_needs_a_reason_too() -> None:
    low = incident(physical_harm="low")

    assert found("TRI003", low, triaged(**whys(tier="structured analysis"))) == ["TR1"]
    assert found("TRI003", low, triaged(**whys())) == []


def test_what_became_known_later_asks_for_a_fresh_look_at_the_depth() -> None:
    raised = ("safeguarding", "SG1", {
        "facts": "f", "concern_raised": True, "raised_with": "LA", "because": "b",
        "at": "2026-03-15T11:00:00+00:00", "decided_by": "lead",
    })  # fmt: skip

    (said,) = messages("TRI003", incident(physical_harm="low"), triaged(**whys()), raised)

    assert "structured analysis" in said
    assert "SG1" in said


def test_no_alert_is_asked_for_where_nobody_else_is_in_danger() -> None:
    assert found("TRI004", triaged(harm_tonight=False)) == []
    assert found("TRI004", triaged(harm_tonight=True)) == ["TR1"]


def test_triage_exactly_two_days_after_the_report_is_in_time() -> None:
    assert found("TRI006", incident(), triaged(at="2026-03-16T20:00:00+00:00")) == []
    assert found("TRI006", incident(), triaged(at="2026-03-16T20:01:00+00:00")) == ["TR1"]


def test_without_a_time_of_report_lateness_of_triage_cannot_be_asked() -> None:
    entries = (incident(reported_at=None), triaged(at="2026-03-30T20:00:00+00:00"))
    report = run_checks(case(*entries), DAY, checks=[check_named("TRI006")])

    assert report.open == ()
    assert len(report.not_asked) == 1


def test_candour_and_safeguarding_close_the_review_and_any_duty_the_closing() -> None:
    closing = {one.code: one.gate for one in all_checks() if one.code[:3] == "LAW" and one.gate}

    assert closing == {"LAW002": Gate.REVIEW, "LAW003": Gate.REVIEW, "LAW007": Gate.CLOSE}


def test_moderate_harm_waits_for_candour_in_a_health_service_body_alone() -> None:
    moderate = incident(physical_harm="moderate")

    assert messages("LAW002", moderate) == []
    (said,) = messages("LAW002", moderate, provider_type=HEALTH)
    assert "candour-20-8" in said
    assert "The provider is set up as: health service body" in said
    assert "LFPSE code 3" in said


def test_a_decision_that_is_still_awaited_is_no_decision() -> None:
    severe = incident(physical_harm="severe")

    (said,) = messages("LAW002", severe, decided("candour-20-9", None))

    assert "DU1 waits for the decision" in said
    assert found("LAW002", severe, decided("candour-20-9", False)) == []


def test_unverified_entries_advise_and_nothing_more() -> None:
    entries = (incident(), triaged(Circumstance.CORONER))

    (said,) = messages("LAW006", *entries)

    assert "look it up" in said
    assert messages("LAW001", *entries) == []
    assert check_named("LAW006").severity == "advises"


def test_each_finding_says_why_who_decides_and_by_which_clock() -> None:
    (said,) = messages("LAW001", incident(), triaged(Circumstance.POLICE))

    assert "Triage records: reported to the police" in said
    assert "Who decides: The registered person" in said
    assert "without delay" in said


def test_a_step_that_tells_somebody_late_is_a_gap_and_says_whose_clock() -> None:
    entries = (incident(), decided("contract-sc35"))
    told = {"duty": "DU1", "step": "notify-within-ten-days"}

    (late,) = messages("LAW005", *entries, ("duty-step", "DS1", {**told, "done_on": "2026-03-25"}))

    assert "contractual clock" in late
    assert "24/03/2026" in late
    assert found("LAW005", *entries, ("duty-step", "DS1", {**told, "done_on": "2026-03-24"})) == []


def test_no_finding_on_the_law_says_that_something_is_not_required() -> None:
    everything = (
        incident(physical_harm="fatal", psychological_harm="severe", category="Abuse, staffing"),
        triaged(*Circumstance, potential_harm="fatal"),
    )
    codes = [one.code for one in all_checks() if one.code[:3] in ("LAW", "TRI")]
    said = [
        text
        for provider in (HEALTH, "other registered person")
        for decisions in ((VERIFIED,), (*_all_decided(), VERIFIED))
        for code in codes
        for text in messages(code, *everything, *decisions, provider_type=provider)
    ]

    assert len(said) > 40
    assert [text for text in said if REFUSING.search(text)] == []


def test_no_page_of_these_checks_says_that_something_is_not_required() -> None:
    pages = [one.rule.__doc__ or "" for one in all_checks() if one.code[:3] in ("LAW", "TRI")]

    assert [page for page in pages if REFUSING.search(page)] == []


CLOSING = {
    "role": "manager",
    "name": "Dana Example",
    "content_seq": 1,
    "came_from": "reported",
    "to": "verified",
    "because": "All measures met.",
    "at": "2026-03-20T09:00:00+00:00",
}
VERIFIED = ("stage", "ST1", CLOSING)
POLICE = (incident(), triaged(Circumstance.POLICE))
TOLD = {"duty": "DU1", "step": "notify-cqc"}


def accepted(role: str, subject: str = "case") -> ExampleEntry:
    data = {"code": "LAW007", "subject": subject, "role": role, "name": "Erin Example"}
    return "acceptance", "AC1", {**data, "reason": "The police have asked us to wait."}


def test_a_duty_is_asked_for_again_when_the_case_is_about_to_close() -> None:
    assert found("LAW007", *POLICE) == []
    assert found("LAW007", *POLICE, VERIFIED) == ["case"]
    assert found("LAW007", *POLICE, decided("cqc-18-2-f", False), VERIFIED) == []
    assert found("LAW007", *POLICE, decided("cqc-18-2-f"), VERIFIED) == ["DU1"]


def test_a_step_that_is_still_to_come_leaves_the_duty_open() -> None:
    def left(done_on: str) -> list[str]:
        step = ("duty-step", "DS1", {**TOLD, "done_on": done_on})
        return found("LAW007", *POLICE, decided("cqc-18-2-f"), step, VERIFIED)

    assert left("2026-04-01") == []
    assert left("2026-04-02") == ["DU1"]


@pytest.mark.parametrize(
    ("role", "left"), [("governance lead", []), ("manager", ["case"]), ("investigator", ["case"])]
)
def test_the_governance_lead_alone_may_close_over_an_open_duty(role: str, left: list[str]) -> None:
    assert found("LAW007", *POLICE, VERIFIED, accepted(role)) == left


def test_a_case_may_close_over_entries_that_were_not_read_in_their_source() -> None:
    assert found("LAW007", incident(), triaged(Circumstance.CORONER), VERIFIED) == []


def test_an_undecided_duty_may_be_accepted_by_those_who_lead() -> None:
    accepting = {"code": "LAW001", "subject": "case", "name": "Erin Example", "reason": "r"}

    assert found("LAW001", *POLICE, ("acceptance", "AC1", {**accepting, "role": "manager"})) == []


LOW = incident(physical_harm="low")


def test_incidents_of_the_register_are_among_the_facts_for_the_tier() -> None:
    like = RegisterRow("0" * 64, ("INC-1", "INC-2"))

    (said,) = messages("TRI003", LOW, triaged(**whys()), register=like)
    assert "thematic review" in said
    assert "2 earlier like it: INC-1, INC-2" in said
    assert messages("TRI003", LOW, triaged(**whys()), register=RegisterRow("0" * 64, ())) == []


@pytest.mark.parametrize(
    ("harm", "more", "register", "unasked"),
    [
        ("low", {}, None, 1),
        ("low", {}, RegisterRow("0" * 64), 1),
        ("low", {}, RegisterRow("0" * 64, ()), 0),
        ("low", {"like_incidents": ["INC-1"]}, None, 0),
        ("low", {"override_because": "d"}, None, 0),
        ("severe", {"tier": "structured analysis"}, None, 0),
    ],
)
def test_the_tier_is_not_asked_about_where_the_register_could_change_it_and_was_not_looked_at(
    harm: str, more: dict[str, object], register: RegisterRow | None, unasked: int
) -> None:
    held = case(incident(physical_harm=harm), triaged(**whys(**more)))
    report = run_checks(held, DAY, register=register, checks=[check_named("TRI003")])

    assert report.open == ()
    assert len(report.not_asked) == unasked
    assert report.passes("triage") is not bool(unasked)


def _all_decided() -> list[ExampleEntry]:
    return [
        ("duty", f"DU{number}", {**(decided(duty.code)[2] or {})})
        for number, duty in enumerate(law_england().entries, 1)
    ]
