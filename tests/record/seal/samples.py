"""Keys, trust lists and records for the tests of the seal, and ways to tamper with them."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from workbench.record.seal.canonical import decode_base64, encode_base64
from workbench.record.seal.dsse import (
    PAYLOAD_TYPE,
    Envelope,
    Predicate,
    envelope_hash,
    make_statement,
    pre_authentication,
    sign_statement,
)
from workbench.record.seal.envelope import CLOSING, OPENING, freeze_pieces, write_sealed
from workbench.record.seal.keys import SigningKey
from workbench.record.seal.manifest import (
    CaseHead,
    ManifestFields,
    TemplateUsed,
    evidence_root,
    manifest_hash,
)
from workbench.record.seal.reading import open_record
from workbench.record.seal.report import VerificationReport
from workbench.record.seal.signing import add_signature
from workbench.record.seal.trust import (
    RootKey,
    TrustedKey,
    TrustList,
    create_trust_list,
    load_trust,
    sign_trust,
)
from workbench.record.seal.verify import verify

NOW = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)
FROM = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
TO = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
EXPIRES = dt.datetime(2027, 6, 1, tzinfo=dt.UTC)
SEED = bytes(range(32))
NONCE = bytes(range(100, 116))
HASH = "0" * 64
ROLES = ("investigator", "manager")
HEAD = (
    b'<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">\n'
    b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
    b"<style>p { color: black }</style><title>Record</title></head>\n<body><h1>Record</h1>\n"
)
PIECES = (
    HEAD,
    "<p>The door alarm was off – nobody checked it.</p>\n".encode(),
    b"<p>The action is owned by Alex Marsh.</p>\n",
    b"</body></html>\n",
)


@cache
def key(label: str) -> SigningKey:
    """Return the key that always belongs to this label."""
    seed = hashlib.sha256(label.encode()).digest()
    return SigningKey(Ed25519PrivateKey.from_private_bytes(seed))


def trusted(
    label: str,
    *roles: str,
    name: str | None = None,
    valid_from: dt.datetime = FROM,
    valid_to: dt.datetime = TO,
) -> TrustedKey:
    """Return the entry of a trust list for the key of this label."""
    return TrustedKey.of(
        key(label).public, name or label, roles, valid_from=valid_from, valid_to=valid_to
    )


def roots() -> list[RootKey]:
    """Return three root keys."""
    return [RootKey.of(key(f"Root {n}").public, f"Keeper {n}") for n in (1, 2, 3)]


def signed_by_roots(data: bytes, *numbers: int) -> bytes:
    """Return the trust list with the signatures of these root keys."""
    for number in numbers:
        data = sign_trust(data, key(f"Root {number}"))
    return data


def trust_of(*keys: TrustedKey) -> TrustList:
    """Return a valid trust list with these keys."""
    data = create_trust_list(roots=roots(), expires=EXPIRES, keys=keys)
    return load_trust(signed_by_roots(data, 1, 2), NOW)


@cache
def usual_trust() -> TrustList:
    """Return the list on which Alex investigates, Billie manages and Chris governs."""
    return trust_of(
        trusted("Alex", "investigator"),
        trusted("Billie", "manager"),
        trusted("Chris", "governance lead"),
    )


def fields(**changes: Any) -> ManifestFields:
    """Return the maker's part of a manifest."""
    usual: dict[str, Any] = {
        "id": "R-0001",
        "version": 1,
        "supersedes": None,
        "org": "Invented Care Ltd",
        "title": "Record",
        "required": ROLES,
        "case": CaseHead(head=HASH, seq=7),
        "notebook": HASH,
        "template": TemplateUsed(name="incident", sha256=HASH),
        "versions": {"workbench": "0.1.0"},
        "date": dt.date(2026, 3, 1),
        "evidence": evidence_root([]),
    }
    return ManifestFields(**{**usual, **changes})


def frozen(pieces: Sequence[bytes] = PIECES, nonce: bytes = NONCE, **changes: Any) -> bytes:
    """Return a record that nobody has signed."""
    return freeze_pieces(pieces, fields(**changes), seed=SEED, nonce=nonce)


def signed(data: bytes, *who: tuple[str, str], trust: TrustList | None = None) -> bytes:
    """Return the record with the signatures of these (label, role), an hour apart."""
    for hour, (label, role) in enumerate(who):
        data = add_signature(
            data,
            key(label),
            role=role,
            meaning="I agree.",
            at=NOW - dt.timedelta(hours=10 - hour),
            trust=trust or usual_trust(),
        )
    return data


BOTH = (("Alex", "investigator"), ("Billie", "manager"))


@cache
def complete() -> bytes:
    """Return a record that everybody has signed."""
    return signed(frozen(), *BOTH)


def forced(
    data: bytes, label: str, role: str, at: dt.datetime = NOW, prev: Sequence[str] | None = None
) -> bytes:
    """Return the record with a signature that the program would refuse to make."""
    opened = open_record(data)
    earlier = tuple(envelope_hash(envelope) for envelope in opened.seal.sigs)
    predicate = Predicate(
        keyid=key(label).keyid,
        role=role,
        meaning="I agree.",
        at=at,
        prev=earlier if prev is None else tuple(prev),
    )
    statement = make_statement(manifest_hash(opened.seal.manifest), predicate)
    envelope = sign_statement(statement, key(label))
    return with_envelopes(data, (*opened.seal.sigs, envelope))


def envelopes(data: bytes) -> tuple[Envelope, ...]:
    """Return the signatures of a record."""
    return open_record(data).seal.sigs


def with_envelopes(data: bytes, sigs: Sequence[Envelope]) -> bytes:
    """Return the record with other signatures."""
    opened = open_record(data)
    return write_sealed(opened.content, opened.seal.model_copy(update={"sigs": tuple(sigs)}))


def unsealed(data: bytes) -> tuple[bytes, dict[str, Any]]:
    """Return the content and the seal, as anybody can read it without this program."""
    content, _, rest = data.partition(OPENING)
    return content, json.loads(base64.b64decode(rest[: -len(CLOSING)]))


def resealed(content: bytes, seal: object) -> bytes:
    """Return a file with this seal, as anybody can write it without this program."""
    text = json.dumps(seal, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return raw_sealed(content, text.encode())


def raw_sealed(content: bytes, seal_json: bytes) -> bytes:
    """Return a file whose seal holds any bytes."""
    return content + OPENING + base64.b64encode(seal_json) + CLOSING


def tampered(data: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    """Return the record after `change` to its seal."""
    content, seal = unsealed(data)
    change(seal)
    return resealed(content, seal)


def repacked(
    data: bytes,
    position: int,
    change: Callable[[dict[str, Any]], None],
    signer: str | None = None,
) -> bytes:
    """Return the record after `change` to what a signature says; signed anew when `signer`."""
    content, seal = unsealed(data)
    envelope = seal["sigs"][position]
    statement = json.loads(decode_base64(envelope["payload"]))
    change(statement)
    text = json.dumps(statement, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    envelope["payload"] = encode_base64(text.encode())
    if signer:
        message = pre_authentication(PAYLOAD_TYPE, text.encode())
        envelope["signatures"][0]["sig"] = encode_base64(key(signer).sign(message))
    return resealed(content, seal)


def check(data: bytes, trust: TrustList | None = None, **options: Any) -> VerificationReport:
    """Return the report on a file, against the usual trust list, now."""
    return verify(data, trust or usual_trust(), **{"at": NOW, **options})
