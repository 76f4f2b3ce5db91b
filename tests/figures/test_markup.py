from __future__ import annotations

import pytest

from workbench.figures.markup import element, number, text_html


@pytest.mark.parametrize(
    ("value", "written"), [(1.0, "1"), (0.126, "0.13"), (-0.001, "0"), (10.5, "10.5"), (100, "100")]
)
def test_a_length_is_written_short(value: float, written: str) -> None:
    assert number(value) == written


def test_attributes_are_escaped_and_missing_ones_left_out() -> None:
    html = element("a", {"title": 'x"<&', "href": None, "x": 1.5}, "y")

    assert html == '<a title="x&quot;&lt;&amp;" x="1.5">y</a>'


def test_blank_text_makes_no_paragraph() -> None:
    assert text_html("\n\n  \n\n") == ""
