from __future__ import annotations

import xml.etree.ElementTree as ET

from workbench.figures.svg import arrow_head, drawing, item, items, path, text_lines


def test_a_drawing_scales_down_but_keeps_a_width_that_can_be_read() -> None:
    drawn = drawing("x-drawing", "Title", "About", (500.4, 200), "")

    assert (drawn.width, drawn.height, drawn.min_width) == (500, 200, 400)
    assert 'viewBox="0 0 500 200"' in drawn.svg
    assert "max-width:100%" in drawn.svg


def test_words_in_a_drawing_are_escaped() -> None:
    drawn = drawing(
        "x", "<b>", "a & b", (10, 10), items(item('"<', "#x-A1", text_lines(0, 0, ["<"])))
    )
    root = ET.fromstring(drawn.svg)

    link = next(root.iter("a"))

    assert link.get("aria-label") == '"<'
    assert [text.text for text in root.iter("text")] == ["<"]


def test_an_arrow_head_points_away_from_where_it_comes() -> None:
    points = arrow_head((10, 0), (0, 0), fill="#000000", size=4)

    assert 'points="10,0 6,' in points


def test_a_line_carries_its_dashes() -> None:
    assert 'stroke-dasharray="8 5"' in path("M0 0L1 1", stroke="#000000", dash="8 5")
