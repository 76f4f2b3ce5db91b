import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.record.seal.text import text_problem
from workbench.record.text import plain_code, printable


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("e\u0301", "é"),
        ("the\u202egnp.exe", "the[U+202E]gnp.exe"),
        ("\u2066quiet\u2069", "[U+2066]quiet[U+2069]"),
        ("nul\x00", "nul[U+0000]"),
        ("half \ud800", "half \ufffd"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("नि\u200dष्क", "नि\u200dष्क"),
        ("👩\u200d👧", "👩👧"),
        ("<p>\u0338", "<p>◌\u0338"),
    ],
)
def test_what_misleads_becomes_visible_and_what_cannot_be_seen_goes(written, shown):
    assert printable(written) == shown


@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_may_be_sealed_once_it_is_printable(text):
    made = printable(text)

    assert text_problem(made.encode()) is None
    assert printable(made) == made


def test_a_tag_is_not_broken_by_an_overlay_after_it():
    made = printable("<td>\u0338x</td>")

    assert made.startswith("<td>")
    assert unicodedata.is_normalized("NFC", made)


def test_code_shows_what_cannot_be_seen():
    assert plain_code("is\u200b_admin = '\u202e'") == "is[U+200B]_admin = '[U+202E]'"
