from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.record.seal.samples import (
    NONCE,
    PIECES,
    SEED,
    check,
    complete,
    fields,
    frozen,
    resealed,
    unsealed,
)
from workbench.errors import RecordNotUsable
from workbench.record.seal.envelope import MAX_PIECES, MAX_SIZE, freeze_pieces
from workbench.record.seal.leaves import make_salts
from workbench.record.seal.report import Verdict
from workbench.record.seal.text import text_problem


def test_a_frozen_file_is_its_pieces_and_a_seal_at_the_end() -> None:
    data = frozen()
    content, seal = unsealed(data)

    assert content == b"".join(PIECES)
    assert sorted(seal) == ["closed", "manifest", "salts", "seg", "sigs"]
    assert seal["seg"] == [len(piece) for piece in PIECES]
    assert seal["manifest"]["type"] == "https://rca-workbench.org/record/v1"
    assert resealed(content, seal) == data


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert frozen() == frozen()
    assert frozen() != frozen(nonce=bytes(16))


def test_the_seed_is_not_in_the_file() -> None:
    _, seal = unsealed(frozen())

    assert SEED.hex() not in str(seal)
    assert make_salts(SEED, len(PIECES)) != make_salts(bytes(32), len(PIECES))


@pytest.mark.parametrize(
    ("pieces", "reason"),
    [
        ([], "is empty"),
        ([b"a\r\n"], r"U\+000D"),
        ([b"caf\xe9"], "not UTF-8"),
        (["é".encode()[:1], "é".encode()[1:]], "not UTF-8 at byte 0 in piece 1"),
        ([b"a", "\u0301".encode()], "normalisation"),
        (["\u2066".encode(), "\u2069".encode()], "not balanced in piece 1"),
        ([b"\n<!--https://rca-workbench.org/record/v1:AAAA-->\n"], "already holds a seal"),
        ([b"<!--https://rca-workbench.org/", b"record/v2:"], "already holds a seal"),
        ([b""] * (MAX_PIECES + 1), "more than 200,000 pieces"),
    ],
)
def test_what_could_not_be_verified_is_not_frozen(pieces: list[bytes], reason: str) -> None:
    with pytest.raises(RecordNotUsable, match=reason):
        frozen(pieces)


def test_a_file_that_would_be_too_large_is_not_frozen() -> None:
    with pytest.raises(RecordNotUsable, match="64 MiB"):
        frozen([b"a" * MAX_SIZE])


@pytest.mark.parametrize(("seed", "nonce"), [(SEED[:31], NONCE), (SEED, NONCE + b"x"), (b"", b"")])
def test_a_seed_or_nonce_of_another_length_is_refused(seed: bytes, nonce: bytes) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        freeze_pieces(PIECES, fields(), seed=seed, nonce=nonce)


@settings(max_examples=50)
@given(
    st.lists(
        st.text(st.characters(codec="utf-8"), max_size=20).map(str.encode), min_size=1, max_size=8
    )
)
def test_whatever_can_be_frozen_verifies(pieces: list[bytes]) -> None:
    if any(map(text_problem, pieces)) or text_problem(b"".join(pieces)):
        with pytest.raises(RecordNotUsable):
            frozen(pieces)
        return

    assert check(frozen(pieces)).verdict is Verdict.UNKNOWN


def test_the_seal_of_a_small_record_is_small() -> None:
    assert len(complete()) - len(b"".join(PIECES)) < 4_500
