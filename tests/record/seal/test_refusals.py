"""Each refusal says what happened and what to do, and each limit lies where the format has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

from tests.fakes.refusals import is_sentence, well_said
from tests.record.seal.samples import (
    EXPIRES,
    FROM,
    NOW,
    TO,
    check,
    complete,
    forced,
    frozen,
    key,
    roots,
    signed,
    signed_by_roots,
    tampered,
    trust_of,
    trusted,
    usual_trust,
)
from workbench.errors import SigningRefused, TrustListInvalid, WorkbenchError
from workbench.record.seal.canonical import encode_base64
from workbench.record.seal.envelope import MAX_PIECES
from workbench.record.seal.keys import MIN_PASSPHRASE, decrypt_key, encrypt_key, load_key, save_key
from workbench.record.seal.report import Outcome, RegisterEntry, VerificationReport
from workbench.record.seal.signatures import key_problem
from workbench.record.seal.signing import add_signature
from workbench.record.seal.trust import (
    RootKey,
    TrustList,
    create_trust_list,
    load_trust,
    load_trust_update,
    revoke_key,
    sign_trust,
)

PASSPHRASE = "copper lantern tide"
SECOND = dt.timedelta(seconds=1)
ONE_MORE = trusted("Dana", "manager")


def sign(data: bytes, label: str, role: str, **other: Any) -> bytes:
    said = {"meaning": "I agree.", "at": NOW, "trust": usual_trust(), **other}
    return add_signature(data, key(label), role=role, **said)


def made(**changes: Any) -> bytes:
    usual: dict[str, Any] = {"roots": roots(), "expires": EXPIRES, "keys": [ONE_MORE]}
    return create_trust_list(**{**usual, **changes})


def foreign_key() -> bytes:
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSPHRASE.encode())
    )


def file_at(folder: Path, mode: int) -> Path:
    path = folder / "key.pem"
    save_key(path, key("Alex"), PASSPHRASE)
    path.chmod(mode)
    return path


def updated() -> TrustList:
    first = signed_by_roots(made(), 1, 2)
    return load_trust_update(first, load_trust(first, NOW), NOW)


REFUSALS: dict[str, Callable[[Path], object]] = {
    "a short passphrase": lambda _: encrypt_key(key("Alex"), "short"),
    "no key": lambda _: decrypt_key(b"junk", PASSPHRASE),
    "another algorithm": lambda _: decrypt_key(foreign_key(), PASSPHRASE),
    "a key file that is there": lambda folder: save_key(
        file_at(folder, 0o600), key("Alex"), PASSPHRASE
    ),
    "no key file": lambda folder: load_key(folder / "missing.pem", PASSPHRASE),
    "a folder": lambda folder: load_key(folder, PASSPHRASE),
    "a key file for all": lambda folder: load_key(file_at(folder, 0o644), PASSPHRASE),
    "a key that is not listed": lambda _: sign(frozen(), "Stranger", "investigator"),
    "another's turn": lambda _: sign(frozen(), "Billie", "manager"),
    "everybody has signed": lambda _: sign(complete(), "Chris", "governance lead"),
    "a key for another role": lambda _: sign(frozen(), "Billie", "investigator"),
    "an earlier one does not count": lambda _: sign(
        forced(frozen(), "Billie", "investigator"), "Billie", "manager"
    ),
    "one person twice": lambda _: sign(
        signed(frozen(), ("Alex", "investigator")), "Alex", "manager"
    ),
    "a clock that is behind": lambda _: sign(
        signed(frozen(), ("Alex", "investigator")),
        "Billie",
        "manager",
        at=NOW - dt.timedelta(days=2),
    ),
    "two lines": lambda _: sign(frozen(), "Alex", "investigator", meaning="two\nlines"),
    "an altered record": lambda _: sign(
        frozen().replace(b"Alex Marsh", b"Alan Marsh"), "Alex", "investigator"
    ),
    "an empty record": lambda _: frozen([]),
    "a list that makes no sense": lambda _: made(threshold=9),
    "a list that is none": lambda _: load_trust(b"{}", NOW),
    "a list that expired": lambda _: load_trust(signed_by_roots(made(), 1, 2), EXPIRES),
    "a list with one signature": lambda _: load_trust(signed_by_roots(made(), 1), NOW),
    "a list that is not newer": lambda _: updated(),
    "a key that cannot be revoked": lambda _: revoke_key(made(), key("Alex").keyid, NOW),
    "a root that is none": lambda _: sign_trust(made(), key("Alex")),
    "a root that has signed": lambda _: signed_by_roots(made(), 1, 1),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_a_refusal_says_what_happened_and_what_to_do(what: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError) as caught:
        REFUSALS[what](tmp_path)

    assert well_said(caught.value), (str(caught.value), caught.value.remedy)


def failed(report: VerificationReport) -> list[tuple[int, str]]:
    return [
        (step.number, step.explanation) for step in report.steps if step.outcome is Outcome.FAILED
    ]


def seal_change(path: str, value: Callable[[Any], Any]) -> Callable[[dict[str, Any]], None]:
    def change(seal: dict[str, Any]) -> None:
        *above, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        holder: Any = seal
        for part in above:
            holder = holder[part]
        holder[last] = value(holder[last])

    return change


@pytest.mark.parametrize(
    ("path", "value", "step", "explanation"),
    [
        ("salts", lambda old: old[:-4], 4, "There is not one salt for each open piece."),
        ("salts", lambda old: old + "!", 4, "The salts of the pieces are not strict base64."),
        (
            "seg.0",
            lambda old: old + 1,
            4,
            "The lengths of the pieces do not add up to the content.",
        ),
        (
            "closed",
            lambda _: {"0": "0" * 64},
            4,
            "There is not one salt for each open piece.",
        ),
        (
            "manifest.root",
            lambda _: "0" * 64,
            7,
            "The content is not the content that was sealed.",
        ),
        (
            "manifest.title",
            lambda _: "Another",
            8,
            "Signature 1 was made under another manifest.",
        ),
        (
            "sigs.1.payloadType",
            lambda _: "text/plain",
            3,
            "The seal cannot be read in the one way that is allowed.",
        ),
        (
            "sigs.1.payload",
            lambda old: old + "\n",
            8,
            "Signature 2 cannot be read in the one way that is allowed.",
        ),
        (
            "sigs.0.signatures.0.sig",
            lambda old: old + "\n",
            8,
            "Signature 1 is not strict base64.",
        ),
        (
            "sigs.1.signatures.0.sig",
            lambda _: encode_base64(bytes(64)),
            8,
            "Signature 2 was not made with the key that it names.",
        ),
        (
            "sigs.1.signatures.0.keyid",
            lambda _: "0" * 64,
            8,
            "Signature 2 names one key outside and another inside.",
        ),
        (
            "sigs",
            lambda old: old[1:],
            8,
            "Signature 1 does not follow those before it; one is missing or moved.",
        ),
    ],
)
def test_an_altered_file_is_refused_at_its_step_and_in_its_words(
    path: str, value: Callable[[Any], Any], step: int, explanation: str
) -> None:
    assert failed(check(tampered(complete(), seal_change(path, value)))) == [(step, explanation)]


@pytest.mark.parametrize("data", [b"", frozen()[:-1], frozen() + frozen(), b"<html></html>\n"])
def test_a_file_without_one_seal_fails_in_a_sentence(data: bytes) -> None:
    ((step, explanation),) = failed(check(data))

    assert step == 2
    assert is_sentence(explanation)


def test_every_step_that_passes_says_so_in_a_sentence() -> None:
    for data in (complete(), frozen(), signed(frozen(), ("Alex", "investigator"))):
        assert [step for step in check(data).steps if not is_sentence(step.explanation)] == []


def test_one_signature_is_told_from_two() -> None:
    one = trust_of(trusted("Alex", "investigator"))
    first = signed(frozen(required=("investigator",)), ("Alex", "investigator"), trust=one)

    assert any("1 signature by" in step.explanation for step in check(first, one).steps)
    assert any("2 signatures by" in step.explanation for step in check(complete()).steps)


def test_who_signed_is_told_by_key_name_role_and_time() -> None:
    first = check(complete()).signers[0]

    assert (first.keyid, first.name, first.role) == (key("Alex").keyid, "Alex", "investigator")


@pytest.mark.parametrize(
    ("at", "counts"), [(FROM - SECOND, False), (FROM, True), (TO, True), (TO + SECOND, False)]
)
def test_a_key_counts_from_its_first_moment_to_its_last(at: dt.datetime, counts: bool) -> None:
    assert (key_problem(trusted("Alex", "manager"), "manager", at) is None) is counts


@pytest.mark.parametrize(("offset", "counts"), [(-SECOND, True), (0 * SECOND, False)])
def test_only_a_register_from_before_the_revocation_is_a_witness(
    offset: dt.timedelta, counts: bool
) -> None:
    revoked = trusted("Alex", "manager").model_copy(update={"revoked": NOW})
    witness = RegisterEntry("0" * 64, NOW + offset, ("0" * 64,))

    assert (key_problem(revoked, "manager", FROM, witness) is None) is counts
    assert key_problem(revoked, "manager", FROM) is not None


def test_a_passphrase_of_the_least_length_is_taken() -> None:
    assert encrypt_key(key("Alex"), "a" * MIN_PASSPHRASE)
    with pytest.raises(SigningRefused):
        encrypt_key(key("Alex"), "a" * (MIN_PASSPHRASE - 1))


def test_a_signature_in_the_same_second_as_the_one_before_is_in_order() -> None:
    first = sign(frozen(), "Alex", "investigator", at=NOW)

    assert sign(first, "Billie", "manager", at=NOW)
    with pytest.raises(SigningRefused, match="clock"):
        sign(first, "Billie", "manager", at=NOW - SECOND)


def test_a_record_of_the_most_pieces_is_frozen_and_one_more_is_refused() -> None:
    pieces = [b"<p>A</p>\n"] * 20

    assert frozen(pieces)
    with pytest.raises(WorkbenchError, match=f"more than {MAX_PIECES:,} pieces"):
        frozen([b"\n"] * (MAX_PIECES + 1))


def test_what_is_wrong_with_a_list_is_told_without_what_was_typed() -> None:
    twice = [RootKey.of(key(f"Root {number}").public, "Rowan Ashby") for number in (1, 2)]

    with pytest.raises(TrustListInvalid, match="one person keeps two root keys") as caught:
        made(roots=twice)

    assert "Ashby" not in str(caught.value)
