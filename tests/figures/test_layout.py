from __future__ import annotations

from itertools import combinations

import pytest

from workbench.figures.layout import Box, Direction, Layout, lay_out

BOXES = [Box(name, 100, 40 + 10 * n) for n, name in enumerate(("a", "b", "c", "d d"))]
LINKS = [("b", "a"), ("c", "a"), ("d d", "b"), ("d d", "c")]


def overlap(layout: Layout) -> list[tuple[str, str]]:
    found = []
    for one, two in combinations(BOXES, 2):
        (x1, y1), (x2, y2) = layout.centres[one.name], layout.centres[two.name]
        apart = abs(x1 - x2) >= (one.width + two.width) / 2 - 0.1 or (
            abs(y1 - y2) >= (one.height + two.height) / 2 - 0.1
        )
        if not apart:
            found.append((one.name, two.name))
    return found


@pytest.mark.parametrize("direction", ["LR", "BT"])
def test_boxes_stand_apart_and_within_the_drawing(direction: Direction) -> None:
    layout = lay_out(BOXES, LINKS, direction)

    assert overlap(layout) == []
    for box in BOXES:
        x, y = layout.centres[box.name]
        assert -0.1 <= x - box.width / 2 <= x + box.width / 2 <= layout.width + 0.1
        assert -0.1 <= y - box.height / 2 <= y + box.height / 2 <= layout.height + 0.1


def test_an_effect_stands_above_its_cause_or_to_the_right_of_it() -> None:
    upwards, rightwards = lay_out(BOXES, LINKS, "BT"), lay_out(BOXES, LINKS, "LR")

    assert upwards.centres["a"][1] < upwards.centres["d d"][1]
    assert rightwards.centres["a"][0] > rightwards.centres["d d"][0]


def test_every_link_is_routed_from_its_tail_to_its_head() -> None:
    layout = lay_out(BOXES, LINKS, "LR")

    assert sorted((curve.tail, curve.head) for curve in layout.curves) == sorted(LINKS)
    for curve in layout.curves:
        assert len(curve.points) % 3 == 1
        assert curve.points[0][0] < layout.centres[curve.head][0]
        assert curve.tip[0] == pytest.approx(layout.centres[curve.head][0] - 50, abs=2)


def test_a_circle_and_two_links_between_the_same_boxes_are_laid_out() -> None:
    layout = lay_out(BOXES, [*LINKS, ("a", "d d"), ("b", "a")], "BT")

    assert len(layout.curves) == 6


def test_a_longer_link_sets_its_tail_further_off() -> None:
    plain = lay_out(BOXES, [("b", "a"), ("c", "a")], "LR")
    spread = lay_out(BOXES, [("b", "a"), ("c", "a")], "LR", spread={1: 2})

    assert plain.centres["b"][0] == plain.centres["c"][0]
    assert spread.centres["c"][0] < spread.centres["b"][0]


def test_boxes_without_links_are_laid_out() -> None:
    assert len(lay_out(BOXES, [], "LR").centres) == 4
