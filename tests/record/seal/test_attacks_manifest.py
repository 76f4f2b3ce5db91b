"""Attacks on the manifest, the pieces and the parsers of a record."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.record.seal.samples import (
    BOTH,
    HASH,
    NONCE,
    PIECES,
    SEED,
    check,
    complete,
    fields,
    frozen,
    raw_sealed,
    resealed,
    signed,
    tampered,
    unsealed,
)
from workbench.record.seal.envelope import (
    CLOSING,
    MAX_PIECES,
    MAX_SEAL,
    MAX_SIGNATURES,
    MAX_SIZE,
    OPENING,
    Seal,
    write_sealed,
)
from workbench.record.seal.leaves import make_salts, pieces_root
from workbench.record.seal.manifest import Manifest
from workbench.record.seal.report import Outcome, Verdict


def failed_step(data: bytes) -> int:
    report = check(data)

    assert report.verdict is Verdict.ALTERED
    return next(s.number for s in report.steps if s.outcome is Outcome.FAILED)


def canonical(seal: object) -> bytes:
    return json.dumps(seal, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("field", "value", "step"),
    [
        ("id", "R-0002", 8),
        ("org", "Another Ltd", 8),
        ("title", "Another title", 8),
        ("date", "2026-03-02", 8),
        ("notebook", "1" * 64, 8),
        ("evidence", "1" * 64, 8),
        ("case", {"head": HASH, "seq": 8}, 8),
        ("template", {"name": "other", "sha256": HASH}, 8),
        ("versions", {"workbench": "9.9.9"}, 8),
        ("required", ["investigator"], 8),
        ("required", ["manager", "investigator"], 8),
        ("required", [], 3),
        ("version", 2, 3),
        ("version", True, 3),
        ("version", 1.0, 3),
        ("version", 0, 3),
        ("supersedes", HASH, 3),
        ("type", "https://rca-workbench.org/record/v2", 3),
        ("date", "2026-3-2", 3),
        ("date", "2026-03-01T00:00:00", 3),
        ("title", "back\u202ewards", 3),
        ("title", " Record", 3),
        ("title", "Re\u0301cord", 3),
        ("more", 1, 3),
        ("__proto__", {}, 3),
        ("why", ["removed"], 6),
        ("views", {"family": HASH}, 6),
        ("kinds", "fffr", 6),
        ("kinds", "xfff", 6),
        ("kinds", "fff", 4),
        ("nonce", "0" * 32, 7),
        ("nonce", "0" * 31, 3),
        ("root", "0" * 64, 7),
        ("root", "0" * 63, 3),
    ],
)
def test_an_edit_of_the_manifest_is_altered(field: str, value: object, step: int) -> None:
    def change(seal: dict[str, Any]) -> None:
        seal["manifest"][field] = value

    assert failed_step(tampered(complete(), change)) == step


def test_a_version_and_what_it_supersedes_cannot_be_changed_together() -> None:
    def change(seal: dict[str, Any]) -> None:
        seal["manifest"].update(version=2, supersedes=HASH)

    assert failed_step(tampered(complete(), change)) == 8


def test_the_seal_of_another_record_is_altered() -> None:
    content, _ = unsealed(complete())
    other = signed(frozen((*PIECES[:-1], b"</body></html>  ")), *BOTH)
    _, seal = unsealed(other)

    assert failed_step(resealed(content, seal)) == 4


def test_the_seal_of_a_record_with_the_same_lengths_is_altered() -> None:
    content, _ = unsealed(complete())
    _, seal = unsealed(signed(frozen([b"a" * len(piece) for piece in PIECES]), *BOTH))

    assert failed_step(resealed(content, seal)) == 7


def boundary_moved(seal: dict[str, Any]) -> None:
    seal["seg"][0] += 1
    seal["seg"][1] -= 1


def piece_joined(seal: dict[str, Any]) -> None:
    seal["seg"][:2] = [seal["seg"][0] + seal["seg"][1], 0]


def salt_changed(seal: dict[str, Any]) -> None:
    salts = bytearray(base64.b64decode(seal["salts"]))
    salts[0] ^= 1
    seal["salts"] = base64.b64encode(salts).decode()


def salt_missing(seal: dict[str, Any]) -> None:
    seal["salts"] = base64.b64encode(base64.b64decode(seal["salts"])[:-16]).decode()


def salts_not_base64(seal: dict[str, Any]) -> None:
    seal["salts"] = "?" + seal["salts"][1:]


def piece_added(seal: dict[str, Any]) -> None:
    seal["seg"].append(0)


def piece_dropped(seal: dict[str, Any]) -> None:
    seal["seg"].pop()


def length_wrong(seal: dict[str, Any]) -> None:
    seal["seg"][0] += 1


def length_negative(seal: dict[str, Any]) -> None:
    seal["seg"][1] += seal["seg"][0] + 1
    seal["seg"][0] = -1


def length_boolean(seal: dict[str, Any]) -> None:
    seal["seg"][0] = True


def length_float(seal: dict[str, Any]) -> None:
    seal["seg"][0] = float(seal["seg"][0])


def length_text(seal: dict[str, Any]) -> None:
    seal["seg"][0] = str(seal["seg"][0])


def length_huge(seal: dict[str, Any]) -> None:
    seal["seg"][0] = 10**30


def fixed_piece_closed(seal: dict[str, Any]) -> None:
    seal["closed"] = {"1": HASH}
    seal["salts"] = base64.b64encode(base64.b64decode(seal["salts"])[:-16]).decode()


def closed_without_its_salt(seal: dict[str, Any]) -> None:
    seal["closed"] = {"1": HASH}


def unknown_key(seal: dict[str, Any]) -> None:
    seal["extra"] = 1


def missing_key(seal: dict[str, Any]) -> None:
    del seal["closed"]


@pytest.mark.parametrize(
    ("change", "step"),
    [
        (boundary_moved, 7),
        (piece_joined, 7),
        (salt_changed, 7),
        (salt_missing, 4),
        (salts_not_base64, 4),
        (piece_added, 4),
        (piece_dropped, 4),
        (length_wrong, 4),
        (length_negative, 3),
        (length_boolean, 3),
        (length_float, 3),
        (length_text, 3),
        (length_huge, 3),
        (fixed_piece_closed, 6),
        (closed_without_its_salt, 4),
        (unknown_key, 3),
        (missing_key, 3),
    ],
)
def test_an_edit_of_the_seal_is_altered(
    change: Callable[[dict[str, Any]], None], step: int
) -> None:
    assert failed_step(tampered(complete(), change)) == step


def test_a_fixed_piece_cut_out_with_its_leaf_kept_is_altered() -> None:
    content, seal = unsealed(complete())
    start = len(PIECES[0])
    cut = content[:start] + content[start + len(PIECES[1]) :]
    seal["seg"][1] = 0
    fixed_piece_closed(seal)

    assert failed_step(resealed(cut, seal)) == 6


def test_swapped_pieces_are_altered_even_with_their_lengths_and_salts() -> None:
    _, seal = unsealed(complete())
    first, second, third, fourth = PIECES
    salts = base64.b64decode(seal["salts"])
    seal["seg"][1:3] = [len(third), len(second)]
    moved = salts[:16] + salts[32:48] + salts[16:32] + salts[48:]
    seal["salts"] = base64.b64encode(moved).decode()

    assert failed_step(resealed(first + third + second + fourth, seal)) == 7


def test_a_piece_spliced_in_from_another_record_is_altered() -> None:
    other = [PIECES[0], PIECES[1].replace(b"off", b"on "), *PIECES[2:]]
    content, seal = unsealed(signed(frozen(other), *BOTH))
    _, own = unsealed(complete())
    seal["manifest"] = own["manifest"]

    assert failed_step(resealed(content, seal)) == 7


def seal_json() -> bytes:
    return canonical(unsealed(complete())[1])


@pytest.mark.parametrize(
    "changed",
    [
        seal_json().replace(b'{"closed":{},', b'{"closed":{},"closed":{},'),
        seal_json().replace(b'"version":1,', b'"version":1,"version":1,'),
        seal_json().replace(b'"version":1,', b'"version":2,"version":1,'),
        seal_json().replace(b'{"closed"', b'{ "closed"'),
        seal_json().replace(b'"Record"', b'"\\u0052ecord"'),
        seal_json().replace(b'"version":1', b'"version":1.0'),
        seal_json().replace(b'"version":1', b'"version":1e0'),
        seal_json().replace(b'"version":1', b'"version":Infinity'),
        seal_json() + b"\n",
        b"\xef\xbb\xbf" + seal_json(),
        seal_json().decode().encode("utf-16"),
        b"[" * 200_000 + b"]" * 200_000,
        b'{"closed":' * 200_000 + b"1" + b"}" * 200_000,
        seal_json().replace(b'"closed":{}', b'"closed":' + b"[" * 200_000 + b"]" * 200_000),
        b"[" + b"0," * 3_000_000 + b"0]",
        b"[" + b"9" * 3_000_000 + b"]",
        b"null",
        b"",
    ],
    ids=lambda data: f"{len(data)} bytes",
)
def test_a_seal_in_any_other_json_fails_step_3(changed: bytes) -> None:
    content, _ = unsealed(complete())

    assert changed != seal_json()
    assert failed_step(raw_sealed(content, changed)) == 3


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text[:76] + b"\n" + text[76:],
        lambda text: text + b"\n",
        lambda text: b" " + text,
        lambda text: text.rstrip(b"=") + b"===",
        lambda text: text + b"====",
        lambda text: text.replace(b"e", b"-", 1),
        lambda text: text[:-1],
    ],
)
def test_a_seal_in_any_other_base64_fails_step_3(change: Callable[[bytes], bytes]) -> None:
    content, _ = unsealed(complete())
    text = change(base64.b64encode(seal_json()))

    assert failed_step(content + OPENING + text + CLOSING) == 3


def test_spare_bits_of_the_base64_fail_step_3() -> None:
    spare = next(
        data
        for data in (signed(frozen(title="Record" + "x" * n), *BOTH) for n in range(3))
        if data.endswith(b"=-->\n")
    )
    position = spare.rindex(CLOSING) - (2 if not spare.endswith(b"==-->\n") else 3)
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    digit = alphabet[alphabet.index(spare[position]) + 1 : alphabet.index(spare[position]) + 2]
    changed = spare[:position] + digit + spare[position + 1 :]

    assert base64.b64decode(spare.partition(OPENING)[2][: -len(CLOSING)]) == base64.b64decode(
        changed.partition(OPENING)[2][: -len(CLOSING)]
    )
    assert failed_step(changed) == 3


def test_a_huge_file_fails_step_1() -> None:
    assert failed_step(bytes(MAX_SIZE + 1)) == 1
    assert failed_step(b"a" * (MAX_SIZE + 1 - len(complete())) + complete()) == 1


def test_a_huge_seal_fails_step_1() -> None:
    assert failed_step(b"a" + OPENING + b"A" * (MAX_SEAL + 4) + CLOSING) == 1


def sealed_anyhow(pieces: int, signatures: int) -> bytes:
    """Return a file with any number of empty pieces and of copies of one signature."""
    salts = make_salts(SEED, pieces)
    kinds = "f" * pieces
    manifest = Manifest(
        **dict(fields()),
        type="https://rca-workbench.org/record/v1",
        nonce=NONCE.hex(),
        kinds=kinds,
        why=(),
        views={},
        root=pieces_root([b""] * pieces, kinds, salts, NONCE).hex(),
    )
    envelope = Seal.model_validate_json(seal_json()).sigs[0]
    seal = Seal(
        manifest=manifest,
        sigs=(envelope,) * signatures,
        seg=(0,) * pieces,
        salts=base64.b64encode(salts).decode(),
        closed={},
    )
    return write_sealed(b"", seal)


def test_too_many_pieces_or_signatures_fail_step_1() -> None:
    assert failed_step(sealed_anyhow(MAX_PIECES + 1, 0)) == 1
    assert failed_step(sealed_anyhow(1, MAX_SIGNATURES + 1)) == 1


def test_the_most_pieces_are_not_too_many() -> None:
    assert check(sealed_anyhow(MAX_PIECES, 0)).verdict is Verdict.UNKNOWN
    assert failed_step(sealed_anyhow(1, MAX_SIGNATURES)) == 8
