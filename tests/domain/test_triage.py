from __future__ import annotations

from typing import Any

import pytest

from workbench.checks.examples import TRIAGE
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.kinds import decode, kind_named, validate
from workbench.domain.triage import Triage
from workbench.errors import InvalidEntry

ALERT: dict[str, Any] = {
    "to": "Quay House",
    "what": "Check the pack tonight.",
    "sent_at": "2026-03-15T11:00:00+00:00",
}


@pytest.mark.parametrize("field", ["harm_tonight", "harm_tonight_because", "tier", "role", "at"])
def test_triage_answers_who_when_how_deep_and_whether_anybody_is_in_danger_tonight(
    field: str,
) -> None:
    with pytest.raises(InvalidEntry, match=field):
        validate(kind_named("triage"), "TR1", {k: v for k, v in TRIAGE.items() if k != field})


def test_triage_takes_circumstances_from_a_closed_list() -> None:
    kind = kind_named("triage")
    held = validate(kind, "TR1", {**TRIAGE, "circumstances": ["under 18"]})

    assert isinstance(held, Triage)
    with pytest.raises(InvalidEntry, match="circumstances"):
        validate(kind, "TR1", {**TRIAGE, "circumstances": ["it rained"]})


def test_a_case_has_one_triage() -> None:
    assert kind_named("triage").single


@pytest.mark.parametrize(
    "changed",
    [
        {"acknowledged_at": "2026-03-15T12:00:00+00:00"},
        {"acknowledged_by": "shift leader"},
        {"acknowledged_at": "2026-03-15T10:59:00+00:00", "acknowledged_by": "shift leader"},
    ],
)
def test_an_acknowledgement_is_by_somebody_at_a_time_after_the_alert(
    changed: dict[str, str],
) -> None:
    with pytest.raises(InvalidEntry):
        validate(kind_named("alert"), "AL1", {**ALERT, **changed})


def test_a_safeguarding_entry_from_before_the_three_parts_is_read() -> None:
    earlier = {
        "facts": "A dose was late.",
        "concern_raised": False,
        "at": "2026-03-15T11:00:00+00:00",
        "because": "Discussed.",
        "decided_by": "lead",
    }

    held = decode(kind_named("safeguarding"), "SG1", 1, earlier)

    assert isinstance(held, SafeguardingDecision)
    assert held.abuse_or_neglect is None
