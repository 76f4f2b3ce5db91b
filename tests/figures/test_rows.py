import xml.etree.ElementTree as ET

from workbench.figures._rows import Row, draw_rows
from workbench.figures.svg import item, text


def rows(number: int, height: float) -> list[Row]:
    def one(n: int) -> Row:
        return Row(height, lambda top: item(f"Row {n}", "#x", text(0, top, f"at {top:g}")))

    return [one(n) for n in range(number)]


def test_rows_that_fit_are_one_drawing() -> None:
    (only,) = draw_rows(rows(3, 100), "a", "Title", "About.")

    assert only.label == "Title (drawing)"
    assert [part.text for part in ET.fromstring(only.svg).iter("text")] == [
        "at 0",
        "at 100",
        "at 200",
    ]


def test_more_rows_are_shared_out_and_say_which_part_they_are() -> None:
    pages = draw_rows(rows(10, 200), "a", "Title", "About.", head_height=40, key_height=30)

    assert [page.label for page in pages] == [
        f"Title, part {n} of 4 (drawing)" for n in range(1, 5)
    ]
    assert max(page.height for page in pages) <= 900


def test_a_row_higher_than_a_page_has_one_of_its_own() -> None:
    pages = draw_rows(rows(2, 1500), "a", "Title", "About.")

    assert len(pages) == 2
