import pytest

from workbench.record.geometry import (
    IDENTITY,
    Box,
    Shape,
    length,
    mapped,
    outline,
    scale_of,
    text_box,
    times,
    transform_matrix,
    view_box,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        (" 1.5px ", 1.5),
        ("3pt", 4),
        ("1e1", 10),
        ("-.5", -0.5),
        ("12%", None),
        ("2em", None),
        ("1e9", None),
        ("", None),
        (None, None),
        ("calc(1px)", None),
        ("nan", None),
    ],
)
def test_a_length_is_read_in_user_units(text, value):
    assert length(text) == value


@pytest.mark.parametrize("text", [None, "", "0 0 9", "0 0 9 -9", "0 0 0 9", "a b c d", "0 0 9 1e9"])
def test_what_shows_no_part_of_the_plane_is_no_view_box(text):
    assert view_box(text) is None


def test_a_view_box_is_read_with_spaces_or_commas():
    assert view_box("-1,2 10 20") == Box(-1, 2, 9, 22)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("", (1, 2)),
        ("translate(10)", (11, 2)),
        ("translate(10 20) scale(2)", (12, 24)),
        ("scale(2),translate(10,20)", (22, 44)),
        ("rotate(90)", (-2, 1)),
        ("rotate(180 1 2)", (1, 2)),
        ("matrix(0 1 1 0 5 6)", (7, 7)),
    ],
)
def test_a_transformation_moves_a_point(text, moved):
    assert mapped(transform_matrix(text), (1, 2)) == pytest.approx(moved)


@pytest.mark.parametrize(
    "text", ["skewX(3)", "scale()", "rotate(1 2)", "translate(1e9)", "none", "scale(2) x"]
)
def test_a_transformation_that_cannot_be_told_is_none(text):
    assert transform_matrix(text) is None


def test_the_least_scale_counts_and_a_mirror_image_is_none():
    assert scale_of(IDENTITY) == 1
    assert scale_of((3, 0, 0, 0.5, 7, 7)) == pytest.approx(0.5)
    assert scale_of((-1, 0, 0, 1, 0, 0)) == 0
    assert scale_of(times((2, 0, 0, 2, 0, 0), (0, -1, 1, 0, 0, 0))) == pytest.approx(2)


def test_a_text_lies_where_it_is_anchored():
    start, middle, end = (text_box("words", (100, 50), 10, one) for one in (None, "middle", "end"))

    assert start.left == 100
    assert middle.left + middle.right == pytest.approx(200)
    assert end.right == 100
    assert start.top < 50 < start.bottom


@pytest.mark.parametrize(
    ("tag", "held", "within", "without"),
    [
        ("rect", {"x": "5", "y": "5", "width": "10", "height": "10"}, (10, 10), (20, 10)),
        ("circle", {"cx": "10", "cy": "10", "r": "5"}, (12, 12), (14, 14)),
        ("polygon", {"points": "0,0 20,0 0,20"}, (5, 5), (15, 15)),
        ("path", {"d": "M0 0H20V20L0 20Z"}, (5, 5), (25, 5)),
    ],
)
def test_a_filled_shape_covers_its_inside(tag, held, within, without):
    shape = Shape(outline(tag, held), True, 0)

    assert shape.covers(within)
    assert not shape.covers(without)
    assert shape.box.holds(within)


@pytest.mark.parametrize(
    ("tag", "held", "on"),
    [
        ("line", {"x1": "0", "y1": "0", "x2": "20", "y2": "20"}, (10, 11)),
        ("polyline", {"points": "0 0 20 0 20 20"}, (21, 10)),
        ("path", {"d": "M0 0C0 20 20 20 20 0"}, (10, 15)),
        ("path", {"d": "M0 0Q10 20 20 0"}, (10, 10)),
    ],
)
def test_a_line_covers_what_lies_within_its_width(tag, held, on):
    shape = Shape(outline(tag, held), False, 4)

    assert shape.covers(on)
    assert not shape.covers((5, 30))


@pytest.mark.parametrize(
    ("tag", "held"),
    [
        ("path", {"d": "m0 0 l5 5"}),
        ("path", {"d": "M0 0A5 5 0 0 1 9 9"}),
        ("path", {"d": "M0 0L5"}),
        ("path", {"d": ""}),
        ("polygon", {"points": "1 2 3"}),
        ("ellipse", {"rx": "5"}),
    ],
)
def test_an_outline_that_cannot_be_told_is_none(tag, held):
    assert outline(tag, held) is None
