from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

import pytest

from tests.fakes.cases import case
from tests.figures.drawn import labels, row_of, words
from workbench.analysis.portfolio import FACES, build_portfolio
from workbench.figures.exhibit import Exhibit, exhibit_html
from workbench.figures.portfolio import portfolio_exhibit

SCORE = dict.fromkeys(FACES, 4) | {"action": "A1", "because": "Quick to use."}


def action(number: int, approach: str | None) -> tuple[str, str, dict[str, Any]]:
    return ("action", f"A{number}", {"statement": "s", "approach": approach})


def shown(*entries: Any) -> Exhibit:
    return portfolio_exhibit(build_portfolio(case(*entries)))


def test_the_case_stands_beside_both_published_sets() -> None:
    exhibit = shown(action(1, "training"), action(2, "software"), action(3, "standardise"))

    assert labels(exhibit) == [
        "This case, 3 actions: stronger 1 of 3, intermediate 1 of 3, weaker 1 of 3.",
        "Hibbert 2018, 1,137 recommendations of 227 root cause analyses: "
        "stronger 8 %, intermediate 44 %, weaker 48 %.",
        "Kwok 2020, 760 recommendations of 214 reports: "
        "stronger 2 %, intermediate 15 %, weaker 82 %.",
    ]


def test_every_part_has_its_words_however_narrow() -> None:
    said = words(shown(*(action(n, "training" if n else "standardise") for n in range(1, 30))))

    assert all(
        part in said
        for part in ("Weaker 29 of 29", "Stronger 8 %", "Stronger 2 %", "Intermediate 15 %")
    )


def test_parts_are_told_apart_without_colour() -> None:
    kinds = ("training", None, "training")
    (drawing,) = shown(*(action(n, one) for n, one in enumerate(kinds, 1))).figures[0].drawings
    parts = [one for one in ET.fromstring(drawing.svg).iter("rect") if one.get("stroke")]
    looks = {(one.get("fill"), one.get("stroke-dasharray")) for one in parts}

    assert len(parts) == 2 + 3 + 3
    assert len(looks) == 4


def test_nothing_is_drawn_outside_the_picture() -> None:
    (drawing,) = (
        shown(*(action(n, "software") for n in range(1, 20)), action(20, "training"))
        .figures[0]
        .drawings
    )
    at = [float(one.get("x", "0")) for one in ET.fromstring(drawing.svg).iter("text")]

    assert max(at) < drawing.width - 60


def test_an_action_of_no_known_kind_has_a_part_of_its_own() -> None:
    exhibit = shown(action(1, "training"), action(2, None), action(3, "training"))

    assert "not set 1 of 3" in labels(exhibit)[0]
    assert row_of(exhibit.figures[0].alternative, "This case") == (
        "This case | 3 actions | – | – | 2 of 3 | 1 of 3"
    )


def test_the_shares_of_one_or_two_actions_are_a_line_and_no_picture() -> None:
    exhibit = shown(action(1, "training"), action(2, "standardise"))

    assert exhibit.paragraphs == ("2 actions, by the kind of change: 1 stronger and 1 weaker.",)
    assert (exhibit.figures, exhibit.table, exhibit.note) == ((), None, "")


def test_scores_stand_by_role_with_their_reason() -> None:
    exhibit = shown(
        *(action(n, "training") for n in (1, 2, 3)),
        ("faces", "FC1", {**SCORE, "role": "team", "sustainability": 2}),
    )

    assert row_of(exhibit.table, "A1") == "A1 | Weaker | team | 4 | 4 | 4 | 4 | 2 | Quick to use."
    assert exhibit.table is not None
    assert len(exhibit.table.rows) == 1
    assert exhibit.note.startswith("Not scored: A2 and A3. Strength says")


def test_where_nobody_scored_there_is_no_table_of_scores() -> None:
    exhibit = shown(*(action(n, "training") for n in (1, 2, 3)))

    assert exhibit.table is None
    assert exhibit.paragraphs == ()


def test_scores_that_lie_apart_are_said_first() -> None:
    exhibit = shown(
        *(action(n, "training") for n in (1, 2, 3)),
        ("faces", "FC1", {**SCORE, "role": "team", "cost_benefit": 2}),
        ("faces", "FC2", {**SCORE, "role": "P1"}),
    )

    assert exhibit.paragraphs == (
        "Scores lie 2 or more apart for A1 on cost and benefit: worth talking about.",
    )


def test_a_case_without_actions_says_so() -> None:
    exhibit = shown(("person", "P1", {"role": "person supported"}))

    assert exhibit.figures == ()
    assert "No action" in exhibit.note


@pytest.mark.parametrize("approach", ["training", None])
def test_it_is_the_same_bytes_twice(approach: str | None) -> None:
    assert exhibit_html(shown(action(1, approach))) == exhibit_html(shown(action(1, approach)))
