"""What the entries of the methods take, and what they refuse."""

from typing import Any

import pytest

from workbench.domain.kinds import kind_named, validate
from workbench.domain.methods import Barrier, EscalationStep, PlanInForce, Shift
from workbench.errors import InvalidEntry

STEP: dict[str, Any] = {"warning": "Curtains closed", "step": "Ring the manager"}
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("escalation-step", {**STEP, "step_event": "T1", "not_taken": "Nobody knew."}, "was taken"),
    ("escalation-step", {**STEP, "threshold_event": "T1"}, "needs 'threshold'"),
    ("escalation-step", {**STEP, "within_hours": 0}, "within_hours"),
    ("escalation-step", {**STEP, "within_hours": float("inf")}, "within_hours"),
    (
        "plan-in-force",
        {"type": "support plan", "in_force_from": "2026-02-01", "in_force_to": "2026-01-01"},
        "before its first",
    ),
    ("shift", {"period": "14/03/2026", "actual": 1, "agency": 2}, "more people"),
    ("shift", {"period": "14/03/2026", "planned": -1}, "planned"),
    ("barrier", {"hazard": "h", "target": "P1", "what": "w", "state": "broken"}, "state"),
    ("factor", {"statement": "s", "works_with": ["F2"]}, "interaction"),
    ("factor", {"statement": "s", "works_with": ["F1"], "interaction": "i"}, "others than itself"),
]


@pytest.mark.parametrize(("kind", "data", "says"), REFUSED, ids=lambda one: str(one)[:24])
def test_what_does_not_fit_is_refused_with_its_field(
    kind: str, data: dict[str, Any], says: str
) -> None:
    held = kind_named(kind)

    with pytest.raises(InvalidEntry) as caught:
        validate(held, f"{held.prefix}1", data)

    assert says in str(caught.value)


def test_the_methods_have_letters_of_their_own() -> None:
    letters = {
        name: kind_named(name).prefix
        for name in ("barrier", "escalation-step", "ownership", "plan-in-force", "shift")
    }

    assert letters == {
        "barrier": "BR",
        "escalation-step": "ES",
        "ownership": "OW",
        "plan-in-force": "PF",
        "shift": "SH",
    }


def test_what_is_known_in_part_may_be_entered() -> None:
    assert validate(kind_named("shift"), "SH1", {"period": "14/03/2026"}) == Shift(
        id="SH1", period="14/03/2026"
    )
    assert PlanInForce(id="PF1", type="support plan").version is None
    assert EscalationStep(id="ES1", **STEP).threshold is None
    assert Barrier(id="BR1", hazard="h", target="P1", what="w", state="held").why is None
