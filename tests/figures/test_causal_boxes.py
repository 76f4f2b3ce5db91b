from __future__ import annotations

from tests.figures.samples import small_case
from workbench.analysis.causal import build_causal_graph
from workbench.domain.case import Case
from workbench.figures.causal_boxes import Node, badges_of, causal_boxes
from workbench.figures.causal_graph import causal_graph_exhibit


def boxes(case: Case, **warnings: list[str]) -> dict[str, Node]:
    return {one.id: one for one in causal_boxes(build_causal_graph(case), case, warnings)}


def test_boxes_without_warnings_say_what_the_record_says() -> None:
    case = small_case()
    drawn = causal_graph_exhibit(build_causal_graph(case), case).figures[0].drawings[0].svg

    for box in boxes(case).values():
        assert all(
            f">{line}</text>" in drawn for paragraph in box.stack for line in paragraph.lines
        )


def test_a_warning_is_a_marked_line_a_taller_box_and_heard() -> None:
    case = small_case()
    plain, warned = boxes(case)["C9"], boxes(case, C9=["No reason to stop"])["C9"]

    assert (warned.stack[-1].lines, warned.stack[-1].mark) == (("No reason to stop",), "warn")
    assert warned.height > plain.height
    assert "No reason to stop." in warned.label


def test_badges_stand_below_the_words() -> None:
    box = boxes(small_case())["C4"]
    (badge,) = badges_of(box)

    assert badge.words == "A1"
    assert 0 < badge.y < box.height - badge.height
