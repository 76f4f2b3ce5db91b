"""The law as data says what it is said to say, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pydantic import ValidationError

from tests.fakes.duties import REFUSING
from workbench.domain.kinds import kind_named, validate
from workbench.domain.law import Condition, Duty, Law, duty_codes, law_england, step_codes
from workbench.domain.vocabulary import Circumstance, ClockKind
from workbench.errors import InvalidEntry


def duty(code: str) -> Duty:
    found = law_england().duty(code)
    assert found is not None
    return found


def texts(value: object) -> Iterator[str]:
    """Yield every text in a value of any shape."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for held in value.values():
            yield from texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from texts(held)


def conditions(one: Duty) -> set[tuple[str, str | None]]:
    return {(held.fact, held.equal or held.at_least or held.has) for held in one.any_of}


@pytest.mark.parametrize(
    "words",
    [
        "This is not required.",
        "You need not tell them",
        "exempt from it",
        "The duty does not apply",
    ],
)
def test_words_that_refuse_a_duty_are_known(words: str) -> None:
    assert REFUSING.search(words)


def test_no_text_of_the_law_says_that_something_is_not_required() -> None:
    said = [text for text in texts(law_england().model_dump(mode="json")) if REFUSING.search(text)]

    assert said == []


def test_the_two_definitions_of_candour_are_for_the_two_kinds_of_provider() -> None:
    health, other = duty("candour-20-8"), duty("candour-20-9")

    assert [one.equal for one in health.all_of] == ["health service body"]
    assert [one.equal for one in other.all_of] == ["other registered person"]
    assert "could result in" in health.triggers
    assert "moderate harm" in health.triggers
    assert "could result in" not in other.triggers
    assert "moderate" not in other.triggers


def test_moderate_harm_and_what_could_have_been_belong_to_health_service_bodies_only() -> None:
    health, other = conditions(duty("candour-20-8")), conditions(duty("candour-20-9"))

    assert {("physical harm", "moderate"), ("potential harm", "moderate")} <= health
    assert not {held for held in other if held[1] == "moderate" or held[0] == "potential harm"}


@pytest.mark.parametrize("code", ["candour-20-8", "candour-20-9"])
def test_candour_has_its_steps_and_no_number_of_days(code: str) -> None:
    steps = duty(code).steps

    assert all(step.clock is None or step.clock.days is None for step in steps)
    assert "no number of days" in duty(code).clock
    paragraphs = " ".join(step.text for step in steps)
    assert re.findall(r"Paragraphs? \((\d)\)", paragraphs) == list("22333445" + "6")
    assert [step.code for step in steps if step.status == "unverified"] == ["keep-copies"]


def test_ten_days_of_candour_are_a_contract() -> None:
    (step,) = duty("contract-sc35").steps

    assert step.clock is not None
    assert (step.clock.days, step.clock.kind) == (10, ClockKind.CONTRACTUAL)


def test_statutory_clocks_with_a_length_are_these() -> None:
    lengths = {
        (one.code, step.clock.days)
        for one in law_england().entries
        for step in one.steps
        if step.clock and step.clock.days and step.clock.kind is ClockKind.STATUTORY
    }

    assert lengths == {("riddor-injury", 10), ("riddor-over-seven-days", 15), ("pfd-28", 56)}


def test_every_letter_of_regulation_18_that_is_known_is_there_without_delay() -> None:
    letters = ("a", "b", "c-d", "e", "f", "g")
    found = [duty(f"cqc-18-2-{letter}") for letter in letters]

    for one in (*found, duty("cqc-16-death"), duty("cqc-17-absence")):
        assert one.clock == "without delay"
        assert one.clock_kind is ClockKind.STATUTORY


def test_absence_is_for_secure_units_and_force_for_mental_health_units() -> None:
    absence, force = duty("cqc-17-absence"), duty("use-of-force-6-5")

    assert [one.equal for one in absence.any_of] == [Circumstance.ABSENT]
    assert [one.equal for one in force.all_of] == [Circumstance.MH_UNIT]
    assert duty("use-of-force-good-practice").sort == "good practice"


def test_the_local_authority_decides_on_section_42() -> None:
    assert duty("care-act-42").who_decides.startswith("The local authority")


def test_only_what_was_read_in_its_source_holds_a_review_up() -> None:
    held_up = {one.code for one in law_england().entries if one.topic}

    assert held_up == {"candour-20-8", "candour-20-9", "care-act-42"}
    assert {one.status for one in law_england().entries if one.topic} == {"verified"}
    with pytest.raises(ValidationError, match="holds nothing up"):
        Duty.model_validate({**duty("care-act-42").model_dump(), "status": "unverified"})


def test_each_entry_has_a_source_a_date_and_somebody_who_decides() -> None:
    for one in law_england().entries:
        assert one.source_date
        assert one.who_decides
        assert one.source.startswith("From general knowledge") == (one.status == "unverified")


def test_a_step_that_settles_others_names_steps_of_its_duty() -> None:
    for one in law_england().entries:
        codes = {step.code for step in one.steps}
        assert {code for step in one.steps for code in step.settles} <= codes


def test_codes_stand_once() -> None:
    twice = law_england().model_dump()
    twice["entries"] = [twice["entries"][0], twice["entries"][0]]

    assert len(set(duty_codes())) == len(duty_codes())
    with pytest.raises(ValidationError, match="a code stands twice"):
        Law.model_validate(twice)


@pytest.mark.parametrize(
    "given",
    [
        {"fact": "physical harm"},
        {"fact": "physical harm", "at_least": "huge"},
        {"fact": "psychological harm", "at_least": "fatal"},
        {"fact": "circumstance", "equal": "it rained"},
        {"fact": "category", "has": "abuse", "equal": "abuse"},
        {"fact": "weather", "equal": "rain"},
    ],
)
def test_a_condition_that_no_case_can_meet_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Condition.model_validate(given)


def test_a_decision_on_a_duty_that_is_unknown_is_refused_with_the_nearest() -> None:
    decided = {
        "duty": "candour-20-90",
        "decided_by": "manager",
        "decision": "Yes.",
        "because": "Facts.",
        "at": "2026-03-15T11:00+00:00",
    }

    with pytest.raises(InvalidEntry, match="candour-20-9"):
        validate(kind_named("duty"), "DU1", decided)


def test_a_step_that_is_unknown_is_refused() -> None:
    taken = {"duty": "DU1", "step": "notify-the-press", "done_on": "2026-03-15"}

    assert "notify-cqc" in step_codes()
    with pytest.raises(InvalidEntry, match="a step of a duty"):
        validate(kind_named("duty-step"), "DS1", taken)
