"""Where the checks of the methods, and of factors, draw their line."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case, incident
from workbench.checks.examples import ExampleEntry, found
from workbench.checks.registry import check_named
from workbench.checks.report import run_checks
from workbench.domain.frameworks import factor_framework

DAY = date(2026, 4, 1)
LINK = {"effect": "C1", "mechanism": "m", "confidence": "probable"}
BARRIER: dict[str, Any] = {"hazard": "h", "target": "P1", "what": "w", "state": "absent"}
PLAN: dict[str, Any] = {"type": "support plan", "version": "1", "in_force_from": "2026-01-01"}
OWNED: dict[str, Any] = {"what": "x", "organisation": "o", "role": "r", "escalation_route": "e"}


def said(code: str, *entries: ExampleEntry, framework: str = "npsa") -> list[str]:
    report = run_checks(
        case(*entries),
        DAY,
        framework=factor_framework(framework),
        checks=[check_named(code)],
    )
    return [one.message for one in report.open]


def any_of(number: int) -> tuple[ExampleEntry, ...]:
    causes = [
        ("cause", f"C{n}", {"statement": "x", "type": "condition"}) for n in range(2, number + 2)
    ]
    links = [("link", f"L{n}", {**LINK, "cause": f"C{n}"}) for n in range(2, number + 2)]
    top = {"statement": "x", "type": "outcome", "combination": "any"}
    return (("cause", "C1", top), *causes, *links)


def test_a_cause_in_the_graph_says_why_a_barrier_was_not_there() -> None:
    assert found("MET002", ("barrier", "BR1", BARRIER)) == ["BR1"]
    assert found("MET002", ("barrier", "BR1", {**BARRIER, "causes": ["C2"]})) == []


@pytest.mark.parametrize("missing", ["organisation", "role", "escalation_route"])
def test_each_part_of_an_ownership_is_asked_for(missing: str) -> None:
    whole = {**OWNED, "escalate_after": "an hour"}

    assert found("MET003", ("ownership", "OW1", whole)) == []
    assert found("MET003", ("ownership", "OW1", {**whole, missing: None})) == ["OW1"]


def test_a_later_version_is_no_fault_where_the_one_in_force_is_known() -> None:
    later = ("plan-in-force", "PF2", {**PLAN, "in_force_from": "2026-03-20"})

    assert found("MET004", incident(), later) == ["PF2"]
    assert found("MET004", incident(), later, ("plan-in-force", "PF1", PLAN)) == []


def test_another_persons_plan_does_not_stand_for_it() -> None:
    later = ("plan-in-force", "PF2", {**PLAN, "in_force_from": "2026-03-20", "person": "P1"})
    others = ("plan-in-force", "PF1", {**PLAN, "person": "P2"})

    assert found("MET004", incident(), later, others) == ["PF2"]


def test_what_is_unknown_of_a_plan_is_named() -> None:
    (message,) = said("MET004", incident(), ("plan-in-force", "PF1", {"type": "support plan"}))

    assert "its version or from when" in message


def test_other_lenses_ask_for_no_shift_picture() -> None:
    factor = {"statement": "x", "lens": "environment"}

    assert found("MET005", ("factor", "F1", factor)) == []


def test_groups_without_any_action_are_asked_for_elsewhere() -> None:
    assert found("MET006", *any_of(2)) == []


def test_the_first_groups_that_nobody_breaks_are_named() -> None:
    (message,) = said("MET006", *any_of(6), ("action", "A1", {"statement": "x", "causes": ["C2"]}))

    assert "No action breaks 5 of the 6 groups" in message
    assert "C3; C4; C5; and 2 more" in message


def test_too_many_groups_to_follow_are_neither_a_hit_nor_a_pass() -> None:
    both = [
        entry
        for n in range(2, 12)
        for entry in (
            ("cause", f"C{n}", {"statement": "x", "type": "condition", "combination": "any"}),
            ("link", f"L{n}", {**LINK, "cause": f"C{n}"}),
            *(("cause", f"C{n}{m}", {"statement": "x", "type": "condition"}) for m in (1, 2)),
            *(
                ("link", f"L{n}{m}", {**LINK, "cause": f"C{n}{m}", "effect": f"C{n}"})
                for m in (1, 2)
            ),
        )
    ]
    report = run_checks(
        case(
            ("cause", "C1", {"statement": "x", "type": "outcome"}),
            *both,
            ("action", "A1", {"statement": "x", "causes": ["C2"]}),
        ),
        DAY,
        checks=[check_named("MET006")],
    )

    assert report.open == ()
    assert "more than 200 groups" in report.not_asked[0].reason


def test_an_escalation_step_is_known_from_its_events() -> None:
    step = {"warning": "w", "step": "s"}

    assert found("MET008", ("escalation-step", "ES1", step)) == ["ES1"]
    assert found("MET008", ("escalation-step", "ES1", {**step, "warning_event": "T1"})) == []


def test_without_an_incident_no_plan_can_have_been_in_force() -> None:
    assert found("MET009", ("factor", "F1", {"statement": "x"})) == []


@pytest.mark.parametrize(
    "looked",
    [
        ("event", "T1", {"when": "14/03/2026", "what": "x", "went_well": True}),
        ("finding", "FI1", {"statement": "x", "type": "good practice"}),
        ("barrier", "BR1", {**BARRIER, "state": "held"}),
    ],
    ids=["event", "finding", "barrier"],
)
def test_the_good_side_may_be_seen_in_other_ways(looked: ExampleEntry) -> None:
    factor = ("factor", "F1", {"statement": "x"})

    assert found("FAC003", factor) == ["case"]
    assert found("FAC003", factor, looked) == []


def test_one_factor_alone_interacts_with_nothing() -> None:
    helped = {"statement": "y", "effect": "mitigated"}

    assert found("FAC004", ("factor", "F1", {"statement": "x"}), ("factor", "F2", helped)) == []


def test_a_group_of_another_framework_is_answered_with_the_nearest_of_this_one() -> None:
    factor = ("factor", "F1", {"statement": "x", "group": "Routine violation"})

    (message,) = said("FAC002", factor)
    assert "Closest to it: Organisation and strategy (organisation) or " in message
    (message,) = said("FAC002", factor, framework="seips")
    assert "(organisation)." in message
    (message,) = said("FAC002", ("factor", "F1", {"statement": "x", "group": "gremlins"}))
    assert "Closest" not in message


def test_a_lens_that_was_not_looked_through_comes_with_places_to_look() -> None:
    (message,) = said("FAC001", ("factor", "F1", {"statement": "x", "lens": "workforce"}))

    assert (
        "For environment, look at: Equipment and resources (equipment), Working conditions "
        "(working-conditions)." in message
    )
    assert "For communication, look at: Communication (communication)." in message
