from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.figures.text import text_width, wrap


def test_width_grows_with_letters_size_and_weight() -> None:
    assert text_width("ii", 12) < text_width("mm", 12)
    assert text_width("m", 12) * 2 == text_width("m", 24)
    assert text_width("m", 12) < text_width("m", 12, bold=True)


def test_accents_take_no_width_and_wide_characters_take_more() -> None:
    assert text_width("é", 12) == text_width("e", 12)
    assert text_width("護", 12) > text_width("m", 12)


def test_a_short_text_stays_on_one_line() -> None:
    assert wrap("one two", 200, 12) == ("one two",)


def test_line_breaks_of_the_text_are_kept() -> None:
    assert wrap("one\ntwo", 200, 12) == ("one", "two")


def test_what_does_not_fit_the_lines_ends_with_an_ellipsis() -> None:
    lines = wrap("word " * 50, 100, 12, lines=2)

    assert len(lines) == 2
    assert lines[1].endswith("…")


@given(st.text(st.characters(codec="utf-8"), max_size=200), st.integers(40, 300))
def test_no_line_is_wider_than_was_asked(text: str, width: int) -> None:
    assert all(
        text_width(line, 12) <= width or len(line) == 1 for line in wrap(text, width, 12, lines=9)
    )


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=60), max_size=20))
def test_wrapping_loses_no_letter(words: list[str]) -> None:
    text = " ".join(words)

    assert "".join(wrap(text, 90, 12)).replace(" ", "") == text.replace(" ", "")
