from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.record.seal.text import text_problem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain\ttext\n",
        "naïve – “quoted” £5 … 日本語",
        "می‌خواهم",  # a non-joiner between letters
        "क्‍ष",  # a joiner after a combining mark
        "\u2067متن\u2069",
        "\u2068a\u2066b\u2069c\u2069",
        "\u200f\u00ad",
        "😀",
    ],
)
def test_ordinary_text_is_allowed(text: str) -> None:
    assert text_problem(text.encode()) is None


@pytest.mark.parametrize(
    "character",
    [
        "\x00", "\x08", "\x0b", "\x0c", "\r", "\x1b", "\x7f", "\x80", "\x85", "\x9f",
        "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\ufeff", "\ufff9", "\ufffa", "\ufffb",
        "\U000e0001", "\U000e0041", "\U000e007f",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["", "a", "é"])
def test_what_can_hide_or_reorder_text_is_not(character: str, around: str) -> None:
    problem = text_problem(f"{around}{character}{around}".encode())

    assert problem == f"holds the forbidden character U+{ord(character):04X}"


@pytest.mark.parametrize(
    "data",
    [b"caf\xe9", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x80", b"\xc3a\xa9"],
)
def test_what_is_not_utf8_is_refused(data: bytes) -> None:
    assert "not UTF-8" in (text_problem(data) or "")


def test_decomposed_letters_are_refused() -> None:
    assert text_problem(unicodedata.normalize("NFD", "é").encode()) == (
        "is not in Unicode normalisation form C"
    )


@pytest.mark.parametrize(
    "text", ["\u200ca", "a\u200d", "a \u200db", "a\u200c\u200cb", "1\u200d2", "👩\u200d⚕"]
)
def test_a_joiner_that_is_not_between_letters_is_refused(text: str) -> None:
    assert "not between letters" in (text_problem(text.encode()) or "")


@pytest.mark.parametrize("text", ["\u2066", "\u2069", "\u2069\u2066", "\u2066\u2066\u2069"])
def test_isolates_must_be_balanced(text: str) -> None:
    assert "not balanced" in (text_problem(text.encode()) or "")


@given(st.binary())
def test_any_bytes_get_an_answer(data: bytes) -> None:
    problem = text_problem(data)

    if problem is None:
        assert unicodedata.is_normalized("NFC", data.decode())
