from typing import Any

from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of
from workbench.domain.methods import Shift
from workbench.domain.when import When
from workbench.figures.shifts import shifts_exhibit


def shift(number: int, period: str, **fields: Any) -> Shift:
    return Shift(id=f"SH{number}", period=When.parse(period), **fields)


def test_planned_and_actual_are_said_in_words() -> None:
    evening = shift(
        1,
        "between 14/03/2026 14:00 and 14/03/2026 22:00",
        planned=3,
        actual=2,
        agency=1,
        one_to_one_planned_hours=6,
        one_to_one_delivered_hours=4.5,
        competencies="One had given medicines before.",
    )
    exhibit = shifts_exhibit(case_of(evening))

    assert labels(exhibit) == [
        "SH1, 14 Mar 2026, 14:00–22:00. People: planned 3, there 2, 1 of them from an agency. "
        "One-to-one hours: commissioned 6, given 4.5. One had given medicines before."
    ]
    assert "In 1 of them fewer people were there than planned." in exhibit.figures[0].description
    assert "One had given medicines before." in row_of(exhibit.table, "SH1")


def test_shifts_stand_in_order_of_time() -> None:
    exhibit = shifts_exhibit(case_of(shift(1, "2026-03-15"), shift(2, "2026-03-14")))

    assert [label[:3] for label in labels(exhibit)] == ["SH2", "SH1"]


def test_what_is_not_known_is_not_drawn_as_none() -> None:
    exhibit = shifts_exhibit(case_of(shift(1, "2026-03-15", actual=2)))

    assert "planned not known, there 2" in words(exhibit)
    assert "fewer" not in exhibit.figures[0].description
    assert "+" not in words(exhibit).replace("there beyond the plan", "").split("there")[0]


def test_somebody_beyond_the_plan_is_marked() -> None:
    more = shifts_exhibit(case_of(shift(1, "2026-03-15", planned=1, actual=2)))
    as_planned = shifts_exhibit(case_of(shift(1, "2026-03-15", planned=2, actual=2)))

    assert words(more).count("+") == words(as_planned).count("+") + 1
