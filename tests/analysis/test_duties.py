from __future__ import annotations

from datetime import date

import pytest

from tests.fakes.cases import case, incident
from tests.fakes.duties import HEALTH, OTHER, decided, triaged
from workbench.analysis.duties import DutyState, duties_of
from workbench.checks.examples import ExampleEntry
from workbench.domain.vocabulary import Circumstance


def codes(*entries: ExampleEntry, provider: str = OTHER) -> list[str]:
    return [one.duty.code for one in duties_of(case(*entries), provider).may_apply]


def state(code: str, *entries: ExampleEntry, provider: str = OTHER) -> DutyState:
    found = duties_of(case(*entries), provider).may_apply
    return next(one for one in found if one.duty.code == code)


def test_a_case_without_facts_has_nothing_that_may_apply_and_everything_to_ask() -> None:
    found = duties_of(case(incident()), OTHER)

    assert found.may_apply == ()
    assert {"candour-20-9", "cqc-16-death", "leder"} <= {one.code for one in found.others}


def test_the_duties_of_the_other_kind_of_provider_are_left_out() -> None:
    others = {
        provider: {one.code for one in duties_of(case(incident()), provider).others}
        for provider in (HEALTH, OTHER)
    }

    assert "candour-20-8" not in others[OTHER]
    assert "candour-20-9" not in others[HEALTH]


def test_moderate_harm_brings_candour_into_play_for_health_service_bodies_only() -> None:
    moderate = incident(physical_harm="moderate")

    assert "candour-20-8" in codes(moderate, provider=HEALTH)
    assert not [code for code in codes(moderate) if code.startswith("candour")]


def test_what_could_have_come_of_it_counts_for_health_service_bodies_only() -> None:
    near_miss = (incident(physical_harm="none"), triaged(potential_harm="severe"))

    assert codes(*near_miss, provider=HEALTH) == ["candour-20-8"]
    assert codes(*near_miss) == []


@pytest.mark.parametrize(
    "circumstance",
    [
        Circumstance.DIED,
        Circumstance.LASTING,
        Circumstance.STRUCTURE,
        Circumstance.PAIN,
        Circumstance.DISTRESS,
        Circumstance.LIFE,
        Circumstance.TREATED,
    ],
)
def test_each_outcome_of_20_9_brings_it_into_play(circumstance: str) -> None:
    assert "candour-20-9" in codes(incident(), triaged(circumstance))


def test_harm_is_compared_on_its_scale_and_the_reason_gives_the_descending_code() -> None:
    found = state("candour-20-9", incident(physical_harm="fatal"))

    assert "Physical harm is recorded as fatal (LFPSE code 1)" in found.because
    assert "cqc-16-death" in codes(incident(physical_harm="fatal"))
    assert codes(incident(physical_harm="low", psychological_harm="low")) == []


def test_the_ten_days_of_a_contract_need_the_contract() -> None:
    moderate = incident(physical_harm="moderate")

    assert "contract-sc35" not in codes(moderate)
    assert "contract-sc35" in codes(moderate, triaged(Circumstance.CONTRACT))


def test_a_death_of_an_autistic_adult_may_be_for_leder_and_says_both_facts() -> None:
    found = state("leder", incident(), triaged(Circumstance.DIED, Circumstance.AUTISTIC))

    assert len(found.because) == 2
    assert "leder" not in codes(incident(), triaged(Circumstance.AUTISTIC))


def test_force_that_a_restriction_records_is_a_fact() -> None:
    limit = {"person": "P1", "what": "Held by two", "starts_on": "2026-03-14"}
    held = ("restriction", "R1", {**limit, "type": "physical restraint"})
    unit = ("restriction", "R1", {**held[2], "in_mental_health_unit": True})

    assert codes(incident(), held) == ["use-of-force-good-practice"]
    assert "use-of-force-6-5" in codes(incident(), unit)
    assert codes(incident(), ("restriction", "R1", {**limit, "type": "increased monitoring"})) == []


def test_the_category_that_triage_chose_counts() -> None:
    assert codes(incident(category="other"), triaged(category="Alleged abuse")) == [
        "care-act-42",
        "cqc-18-2-e",
    ]


def test_a_duty_somebody_decided_on_is_shown_whatever_the_facts() -> None:
    found = state("riddor-disease", incident(), decided("riddor-disease", None))

    assert found.because == ()
    assert not found.decided


def test_the_last_decision_counts() -> None:
    first, last = decided("candour-20-9", None, 1), decided("candour-20-9", True, 2)
    found = state("candour-20-9", incident(), last, first)

    assert found.found_to_apply
    assert found.decision is not None
    assert found.decision.id == "DU2"


def test_steps_are_owed_until_taken_and_one_for_an_event_only_is_not() -> None:
    taken = ("duty-step", "DS1", {"duty": "DU1", "step": "apology", "done_on": "2026-03-16"})
    owed = [one.code for one in state("candour-20-9", decided("candour-20-9"), taken).owed]

    assert "apology" not in owed
    assert "notify-in-person" in owed
    assert "record-attempts" not in owed


def test_recorded_attempts_settle_what_could_not_be_done() -> None:
    tried = (
        "duty-step",
        "DS1",
        {"duty": "DU1", "step": "record-attempts", "done_on": "2026-03-16"},
    )
    found = state("candour-20-9", decided("candour-20-9"), tried)

    assert [one.code for one in found.owed] == ["keep-copies"]


def test_steps_of_an_earlier_decision_on_the_same_duty_count() -> None:
    taken = ("duty-step", "DS1", {"duty": "DU1", "step": "notify-cqc", "done_on": "2026-03-16"})
    entries = (decided("cqc-18-2-b", None, 1), decided("cqc-18-2-b", True, 2), taken)

    assert state("cqc-18-2-b", *entries).owed == ()


def test_a_safeguarding_entry_is_the_decision_on_section_42() -> None:
    raised = (
        "safeguarding",
        "SG1",
        {
            "facts": "f",
            "concern_raised": True,
            "raised_with": "Local authority",
            "at": "2026-03-15T11:00:00+00:00",
            "because": "b",
            "decided_by": "lead",
        },
    )
    before = state("care-act-42", incident(physical_harm="moderate"))
    after = state("care-act-42", incident(physical_harm="moderate"), raised)

    assert not before.decided
    assert [one.code for one in before.owed] == ["raise-concern"]
    assert after.decided
    assert after.owed == ()


def test_a_process_that_the_commission_names_was_seen_to() -> None:
    entries = (incident(), triaged(Circumstance.POLICE))
    terms = {"terms": "t", "parallel": [{"process": "police", "lead": "County police"}]}
    before = state("police", *entries)
    after = state("police", *entries, ("commission", "CO1", terms))

    assert not before.decided
    assert after.decided
    assert after.recorded == ("CO1",)
    assert not state("cqc-18-2-f", *entries, ("commission", "CO1", terms)).decided


@pytest.mark.parametrize(
    ("at", "is_decided"),
    [
        ("2026-03-13T11:00:00+00:00", False),
        ("2026-03-15T11:00:00+00:00", True),
        ("2026-04-02T11:00:00+00:00", False),
    ],
)
def test_a_decision_before_the_incident_or_still_to_come_decides_nothing(
    at: str, is_decided: bool
) -> None:
    kind, identifier, data = decided("cqc-18-2-f")
    then = (kind, identifier, {**(data or {}), "at": at})
    entries = (incident(), triaged(Circumstance.POLICE), then)
    held = duties_of(case(*entries), OTHER, on=date(2026, 4, 1))

    assert [one.decided for one in held.may_apply if one.duty.code == "cqc-18-2-f"] == [is_decided]
