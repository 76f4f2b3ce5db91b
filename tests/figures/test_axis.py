from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from workbench.figures._axis import Axis
from workbench.figures.text import text_width

START = datetime(2026, 3, 27, 10, 30, tzinfo=UTC)


def axis(span: timedelta, width: float = 400) -> Axis:
    return Axis(START, START + span, 100, width)


@pytest.mark.parametrize("hours", [0, 1, 7, 20, 60, 200, 300, 900, 3000, 20_000, 60_000])
@pytest.mark.parametrize("width", [120, 400])
def test_labels_never_touch_and_stay_by_the_axis(hours: int, width: float) -> None:
    ticks = list(axis(timedelta(hours=hours), width).ticks())
    spans = [(x - text_width(said, 12) / 2, x + text_width(said, 12) / 2) for x, said in ticks]

    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(low >= 77 and high <= 100 + width + 23 for low, high in spans)
    assert len(ticks) < 40


def test_a_moment_outside_stands_at_the_edge() -> None:
    held = axis(timedelta(days=2))

    assert held.x(START - timedelta(days=1)) == 100
    assert held.x(START + timedelta(days=3)) == 500
    assert held.x(START + timedelta(days=1)) == 300


def test_days_are_those_of_england_also_when_the_clocks_change() -> None:
    held = axis(timedelta(days=4))
    (before, after) = (x for x, said in held.ticks() if said in ("29 Mar", "30 Mar"))

    assert after - before == pytest.approx(400 * 23 / 96)


def test_a_moment_without_a_stretch_is_no_division_by_nothing() -> None:
    assert axis(timedelta()).x(START) == 100
