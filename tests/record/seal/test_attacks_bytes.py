"""Attacks on the bytes of a sealed file, and on what its text may hold."""

from __future__ import annotations

import base64
import random
import unicodedata
from functools import cache
from itertools import islice

import pytest

from tests.record.seal.samples import (
    BOTH,
    NONCE,
    PIECES,
    SEED,
    check,
    complete,
    fields,
    frozen,
    resealed,
    signed,
    unsealed,
)
from workbench.record.seal.envelope import CLOSING, OPENING, Seal, write_sealed
from workbench.record.seal.leaves import make_salts, pieces_root
from workbench.record.seal.manifest import Manifest
from workbench.record.seal.report import Outcome, Verdict


def verdict(data: bytes) -> Verdict:
    return check(data).verdict


def failed_step(data: bytes) -> int:
    return next(s.number for s in check(data).steps if s.outcome is Outcome.FAILED)


@cache
def full_size() -> bytes:
    """Return a signed record of about 500 kB, in 1,000 pieces."""
    pieces = [f"<p>{n}: {'what happened – ' * 28}</p>\n".encode() for n in range(1_000)]
    return signed(frozen(pieces), *BOTH)


def test_the_small_record_is_of_the_size_that_is_meant() -> None:
    assert 3_000 < len(complete()) < 5_000
    assert 450_000 < len(full_size()) < 600_000
    assert verdict(complete()) is verdict(full_size()) is Verdict.SIGNED


@pytest.mark.parametrize("bit", range(8))
def test_every_bit_of_every_byte_counts(bit: int) -> None:
    good = bytearray(complete())
    unnoticed = []
    for position in range(len(good)):
        good[position] ^= 1 << bit
        if verdict(bytes(good)) is not Verdict.ALTERED:
            unnoticed.append(position)
        good[position] ^= 1 << bit

    assert unnoticed == []
    assert good == complete()


def test_deleting_any_byte_is_noticed() -> None:
    good = complete()

    assert [
        position
        for position in range(len(good))
        if verdict(good[:position] + good[position + 1 :]) is not Verdict.ALTERED
    ] == []


@pytest.mark.parametrize("byte", [b"A", b"=", b"\n", b"\x00"])
def test_inserting_a_byte_anywhere_is_noticed(byte: bytes) -> None:
    good = complete()

    assert [
        position
        for position in range(len(good) + 1)
        if verdict(good[:position] + byte + good[position:]) is not Verdict.ALTERED
    ] == []


def test_cutting_the_file_off_anywhere_is_noticed() -> None:
    good = complete()

    assert {verdict(good[:end]) for end in range(len(good))} == {Verdict.ALTERED}


def test_two_thousand_changes_to_a_full_size_record_are_noticed() -> None:
    good = full_size()
    draw = random.Random(20260302)

    def changes() -> bytes:
        at = draw.randrange(len(good))
        new = bytes([draw.choice([b for b in range(256) if b != good[at]])])
        return draw.choice(
            [
                good[:at] + new + good[at + 1 :],
                good[:at] + new + good[at:],
                good[:at] + good[at + 1 :],
            ]
        )

    kept = sum(
        verdict(changed) is not Verdict.ALTERED
        for changed in islice(iter(changes, None), 2_000)
        if changed != good
    )

    assert kept == 0


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("white space", b"<p>The", b"<p> The"),
        ("entity", "–".encode(), b"&ndash;"),
        ("quotation marks", b'lang="en-GB"', b"lang='en-GB'"),
        ("letter case of a tag", b"<h1>", b"<H1>"),
        ("script", b"</body>", b"<script>alert(1)</script></body>"),
        ("style", b"color: black", b"display:none"),
        ("policy", b"default-src 'none'", b"default-src *     "),
        ("policy removed", b"http-equiv", b"http-equix"),
        ("homoglyph", b"Alex Marsh", "Аlex Marsh".encode()),
        ("bidirectional override", b"Alex", "\u202eAlex".encode()),
        ("NUL", b"Alex", b"Al\x00ex"),
        ("tag characters", b"Alex", "Alex\U000e0041".encode()),
        ("zero-width joiner", b"alarm", "al\u200darm".encode()),
    ],
)
def test_an_edit_of_the_content_is_noticed(name: str, old: bytes, new: bytes) -> None:
    assert old in complete()
    assert verdict(complete().replace(old, new, 1)) is Verdict.ALTERED


@pytest.mark.parametrize(
    "changed",
    [
        b"\xef\xbb\xbf" + complete(),
        unicodedata.normalize("NFD", frozen((b"<p>", "é</p>".encode())).decode()).encode(),
        complete().decode().replace("–", "-").encode("latin-1"),
        complete().decode().encode("utf-16"),
        b" " + complete(),
        b"%PDF-1.7\n" + complete(),
        b"PK\x03\x04" + complete(),
        complete() + b"PK\x05\x06" + bytes(18),
        complete() + b"\n",
        complete() + b"<p>more</p>\n",
        complete().removesuffix(b"\n"),
        complete() + complete(),
        complete() + complete()[complete().index(OPENING) :],
        complete()[complete().index(OPENING) :] + complete(),
        complete()[: complete().index(OPENING)],
        complete().replace(b"record/v1:", b"record/v2:"),
        complete().replace(b"record/v1:", b"record/v1 :"),
        complete().replace(b"\n<!--", b"<!--"),
        b"",
        OPENING + CLOSING,
        OPENING[1:] + CLOSING,
    ],
)
def test_a_file_that_was_changed_as_a_whole_is_altered(changed: bytes) -> None:
    assert verdict(changed) is Verdict.ALTERED


@pytest.mark.parametrize(
    ("changed", "restorable"),
    [
        (complete().replace(b"\n", b"\r\n"), True),
        (complete().replace(b"\n", b"\r\n", 3), True),
        (complete().replace(b"\n", b"\r"), False),
        (complete().replace(b"\n", b"\r\r\n"), False),
        (complete().replace(b"\n", b"\r\n") + b"\r\n", False),
    ],
)
def test_line_endings_that_a_gateway_changed(changed: bytes, restorable: bool) -> None:
    report = check(changed)

    assert report.verdict is Verdict.ALTERED
    assert report.restorable is restorable


@pytest.mark.parametrize("where", [0, 1, -1])
def test_a_second_seal_is_refused_at_step_2(where: int) -> None:
    content, seal = unsealed(complete())
    second = OPENING + base64.b64encode(b"{}") + CLOSING
    cut = {0: 0, 1: len(PIECES[0]), -1: len(content)}[where]

    assert failed_step(resealed(content[:cut] + second + content[cut:], seal)) == 2


@pytest.mark.parametrize(
    "text",
    [
        b"a\x00b", b"a\rb", b"caf\xe9", b"\xef\xbb\xbfa", "e\u0301".encode(), "\u202ea".encode(),
        "a\U000e0041".encode(), "\u2066a".encode(), "a\u200d b".encode(),
    ],
)  # fmt: skip
def test_forbidden_text_that_another_program_sealed_fails_step_5(text: bytes) -> None:
    salts = make_salts(SEED, 1)
    manifest = Manifest(
        **dict(fields()),
        type="https://rca-workbench.org/record/v1",
        nonce=NONCE.hex(),
        kinds="f",
        why=(),
        views={},
        root=pieces_root([text], "f", salts, NONCE).hex(),
    )
    seal = Seal(
        manifest=manifest,
        sigs=(),
        seg=(len(text),),
        salts=base64.b64encode(salts).decode(),
        closed={},
    )

    assert failed_step(write_sealed(text, seal)) == 5
