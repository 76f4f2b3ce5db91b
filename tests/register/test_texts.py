import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.spreadsheet_text import neutralised
from workbench.domain.values import clean_text
from workbench.register.texts import tidy_line, tidy_text, word


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe_and_loses_it_again(start: str) -> None:
    cell = f"{start}HYPERLINK(1)"

    written = neutralised(cell)

    assert written == f"'{cell}"
    assert tidy_text(written)[0] == cell.strip()


def test_an_apostrophe_of_the_text_itself_is_kept() -> None:
    assert tidy_text("'tis said") == ("'tis said", False)


def test_invisible_characters_are_left_out_and_reported() -> None:
    assert tidy_text("fell\u202e over\ufeff") == ("fell over", True)
    assert tidy_text("half \ud800 a character") == ("half  a character", True)


def test_line_breaks_of_word_processors_become_line_feeds() -> None:
    assert tidy_text("one\x0btwo\r\nthree") == ("one\ntwo\nthree", False)


def test_a_line_has_single_spaces_and_no_breaks() -> None:
    assert tidy_line(" Larch\r\n Row\u00a0 2 ") == ("Larch Row 2", False)


def test_words_are_compared_without_capitals_and_spaces() -> None:
    assert word("  No\u00a0 HARM ") == "no harm"


@given(st.text())
def test_every_cell_becomes_text_that_the_domain_accepts(cell: str) -> None:
    text, _ = tidy_text(cell)

    assert clean_text(text) == text


@given(st.text())
def test_every_cell_becomes_a_line_that_the_domain_accepts(cell: str) -> None:
    line, _ = tidy_line(cell)

    assert clean_text(line) == line
    assert "\n" not in line
