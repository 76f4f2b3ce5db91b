from datetime import date
from typing import Any

from tests.figures.drawn import labels, row_of, words
from workbench.analysis.plans import PlanAt
from workbench.domain.methods import PlanInForce
from workbench.figures.plans import plans_exhibit

DAYS = (date(2026, 3, 14), date(2026, 3, 14))


def plan(number: int, in_force: bool | None, **fields: Any) -> PlanAt:
    return PlanAt(PlanInForce(id=f"PF{number}", type="support plan", **fields), in_force)


def test_the_plan_of_the_day_is_told_from_the_one_after() -> None:
    exhibit = plans_exhibit(
        (
            plan(1, True, version="2", in_force_from=date(2025, 11, 12), said="Tea at five."),
            plan(2, False, version="3", in_force_from=date(2026, 4, 1)),
        ),
        DAYS,
    )

    assert labels(exhibit) == [
        "PF1. Support plan, version 2. From 12 Nov 2025, no end. In force when it happened.",
        "PF2. Support plan, version 3. From 1 Apr 2026, no end. Not in force when it happened.",
    ]
    assert "it happened" in words(exhibit)
    assert "not in force when it happened" in words(exhibit)
    assert "Tea at five." in row_of(exhibit.table, "PF1")


def test_what_is_not_known_of_a_plan_is_said() -> None:
    exhibit = plans_exhibit((plan(1, None, in_force_to=date(2026, 1, 1)), plan(2, None)), None)

    assert "version not known" in words(exhibit)
    assert "not known from when" in words(exhibit)
    assert "it happened" not in words(exhibit)
    assert "Version not known" in row_of(exhibit.table, "PF2")
    assert "2 of which too little is known" in exhibit.figures[0].description


def test_plans_without_any_date_are_listed_and_not_drawn() -> None:
    exhibit = plans_exhibit((plan(1, None, version="2"),), DAYS)

    assert exhibit.figures == ()
    assert "From when is not known, no end" in row_of(exhibit.table, "PF1")
