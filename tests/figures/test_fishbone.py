from __future__ import annotations

import re

from tests.figures.drawn import labels, row_of, words
from tests.figures.samples import case_of, large_case, small_case
from workbench.domain.frameworks import factor_framework
from workbench.domain.reasoning import Factor, Problem
from workbench.figures.fishbone import fishbone_exhibit

NPSA = factor_framework("npsa")


def factor(number: int, group: str | None, problem: str | None = "B1", **fields: str) -> Factor:
    return Factor(
        id=f"F{number}", statement=f"Thing {number}", group=group, problem=problem, **fields
    )


def test_each_problem_has_a_fish_of_its_own() -> None:
    exhibit = fishbone_exhibit(small_case(), NPSA)

    assert [figure.title for figure in exhibit.figures] == [
        "B1: The evening dose was given twice",
        "B2: P1's sister was told late",
    ]


def test_only_groups_with_factors_are_ribs() -> None:
    case = case_of(Problem(id="B1", statement="Late"), factor(1, "task"), factor(2, "team"))

    said = words(fishbone_exhibit(case, NPSA))

    assert "Task" in said
    assert "Team and social" in said
    assert "Education" not in said


def test_ribs_stand_in_the_order_of_the_framework_from_the_head() -> None:
    case = case_of(Problem(id="B1", statement="Late"), factor(1, "team"), factor(2, "task"))

    (drawing,) = fishbone_exhibit(case, NPSA).figures[0].drawings
    places = {
        words: float(x) for x, words in re.findall(r'<text x="([\d.]+)"[^>]*>([^<]+)', drawing.svg)
    }

    assert abs(places["Task"] - places["Team and social"]) < 1
    assert places["Late"] > places["Task"]


def test_a_factor_that_helped_says_so_and_is_explained() -> None:
    case = case_of(
        Problem(id="B1", statement="Late"),
        factor(1, "task"),
        factor(2, "task", effect="mitigated"),
    )
    exhibit = fishbone_exhibit(case, NPSA)

    assert "F2 Helped: Thing 2" in words(exhibit)
    assert "helped: made it less likely or less severe" in words(exhibit)
    assert "F1, Task. Contributed: Thing 1. No evidence named." in labels(exhibit)
    assert exhibit.figures[0].description == (
        "1 contributory factor in 1 group, and 1 that helped."
    )


def test_factors_without_a_problem_or_a_group_are_listed_with_the_reason() -> None:
    case = case_of(
        Problem(id="B1", statement="Late"),
        factor(1, "task"),
        factor(2, None),
        factor(3, "task", problem=None),
    )
    exhibit = fishbone_exhibit(case, NPSA)

    assert exhibit.paragraphs == ("F2 and F3 are not on a fishbone; the table says why.",)
    assert "No group given" in row_of(exhibit.table, "F2")
    assert "No problem given" in row_of(exhibit.table, "F3")
    assert len(labels(exhibit)) == 1


def test_a_problem_without_factors_is_said_and_not_drawn() -> None:
    case = case_of(
        Problem(id="B1", statement="Late"), Problem(id="B2", statement="Lost"), factor(1, "task")
    )
    exhibit = fishbone_exhibit(case, NPSA)

    assert len(exhibit.figures) == 1
    assert exhibit.paragraphs == ("B2 has no factors in a group yet.",)


def test_a_group_that_the_framework_lacks_keeps_its_factors() -> None:
    case = case_of(Problem(id="B1", statement="Late"), factor(1, "weather"))

    assert "Other group: weather" in words(fishbone_exhibit(case, NPSA))


def test_no_text_of_a_large_fish_stands_in_another() -> None:
    (drawing,) = fishbone_exhibit(large_case(), NPSA).figures[0].drawings
    texts = [
        (float(x), float(y), words)
        for x, y, words in re.findall(
            r'<text x="([\d.]+)" y="([\d.]+)"[^>]*fill="#212b32">([^<]+)</text>', drawing.svg
        )
    ]

    assert len(texts) > 60
    for place, (x1, y1, _) in enumerate(texts):
        for x2, y2, _ in texts[place + 1 :]:
            assert abs(y1 - y2) > 10 or abs(x1 - x2) > 172
