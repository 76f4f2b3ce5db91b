from datetime import date
from typing import Any

import pytest

from tests.fakes.cases import case, incident
from workbench.analysis.plans import incident_days, plans_at_the_time


@pytest.mark.parametrize(
    ("dates", "in_force"),
    [
        ({"in_force_from": "2025-11-12"}, True),
        ({"in_force_from": "2026-03-14", "in_force_to": "2026-03-14"}, True),
        ({"in_force_from": "2026-03-15"}, False),
        ({"in_force_from": "2025-01-01", "in_force_to": "2026-03-13"}, False),
        ({"in_force_to": "2026-03-13"}, False),
        ({"in_force_to": "2026-05-01"}, None),
        ({}, None),
    ],
)
def test_a_plan_was_in_force_or_not_or_nobody_knows(
    dates: dict[str, Any], in_force: bool | None
) -> None:
    held = case(incident(), ("plan-in-force", "PF1", {"type": "support plan", **dates}))

    assert [one.in_force for one in plans_at_the_time(held)] == [in_force]


def test_the_day_is_that_of_england() -> None:
    late = incident(when="2026-06-01T23:30:00Z", reported_at=None)

    assert incident_days(case(late)) == (date(2026, 6, 2), date(2026, 6, 2))
    assert incident_days(case()) is None


def test_a_plan_is_known_by_its_version_and_its_first_day() -> None:
    plan = {"type": "support plan", "version": "2", "in_force_from": "2026-01-01"}
    held = case(
        incident(),
        ("plan-in-force", "PF1", plan),
        ("plan-in-force", "PF2", {**plan, "version": None}),
    )

    assert [one.known for one in plans_at_the_time(held)] == [True, False]
