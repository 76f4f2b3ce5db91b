"""Signatures: DSSE envelopes around in-toto statements about a manifest.

The envelope is that of the Dead Simple Signing Envelope, protocol 1.0.2
(https://github.com/secure-systems-lab/dsse), the statement that of the in-toto Attestation
Framework, version 1 (https://in-toto.io/Statement/v1).
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from workbench.domain.values import Line, Sha256
from workbench.record.seal.canonical import (
    Stamp,
    Wire,
    decode_base64,
    encode_base64,
    read_canonical,
    write_canonical,
)
from workbench.record.seal.keys import SigningKey
from workbench.record.seal.manifest import Role

__all__ = [
    "PAYLOAD_TYPE",
    "SIGNATURE_TYPE",
    "Digest",
    "Envelope",
    "EnvelopeSignature",
    "Predicate",
    "Statement",
    "Subject",
    "envelope_hash",
    "make_statement",
    "pre_authentication",
    "read_statement",
    "sign_statement",
    "signed_bytes",
]

PAYLOAD_TYPE: Final = "application/vnd.in-toto+json"
"""The media type of what an envelope holds."""

SIGNATURE_TYPE: Final = "https://rca-workbench.org/signature/v1"
"""The URI of the statement that a signer makes. Nothing is fetched from it."""


class Digest(Wire):
    """The hash of what a statement is about."""

    sha256: Sha256


class Subject(Wire):
    """What a statement is about: always the manifest."""

    name: Literal["manifest"]
    digest: Digest


class Predicate(Wire):
    """What a signer says: with which key, in which role, in which words, when, and after whom.

    `prev` holds the hash of each earlier envelope, in order.
    """

    keyid: Sha256
    role: Role
    meaning: Annotated[Line, StringConstraints(max_length=500)]
    at: Stamp
    prev: tuple[Sha256, ...]


class Statement(Wire):
    """An in-toto statement, version 1."""

    statement_type: Literal["https://in-toto.io/Statement/v1"] = Field(alias="_type")
    subject: Annotated[tuple[Subject, ...], Field(min_length=1, max_length=1)]
    predicate_type: Literal["https://rca-workbench.org/signature/v1"] = Field(alias="predicateType")
    predicate: Predicate


class EnvelopeSignature(Wire):
    """The signature in an envelope. Its `keyid` is only a hint; the payload holds the real one."""

    keyid: Sha256
    sig: str


class Envelope(Wire):
    """A DSSE envelope with one signature."""

    payload: str
    payload_type: Literal["application/vnd.in-toto+json"] = Field(alias="payloadType")
    signatures: Annotated[tuple[EnvelopeSignature, ...], Field(min_length=1, max_length=1)]


def pre_authentication(payload_type: str, payload: bytes) -> bytes:
    """Return the bytes that are signed for a payload of this type (`PAE` in DSSE)."""
    kind = payload_type.encode("utf-8")
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def envelope_hash(envelope: Envelope) -> str:
    """Return the SHA-256 of the envelope's canonical JSON, in hexadecimal."""
    return hashlib.sha256(write_canonical(envelope)).hexdigest()


def make_statement(digest: str, predicate: Predicate) -> Statement:
    """Return the statement about the manifest with this hash."""
    return Statement(
        statement_type="https://in-toto.io/Statement/v1",
        subject=(Subject(name="manifest", digest=Digest(sha256=digest)),),
        predicate_type=SIGNATURE_TYPE,
        predicate=predicate,
    )


def sign_statement(statement: Statement, key: SigningKey) -> Envelope:
    """Return `statement` in an envelope that `key` signed."""
    payload = write_canonical(statement)
    signature = key.sign(pre_authentication(PAYLOAD_TYPE, payload))
    return Envelope(
        payload=encode_base64(payload),
        payload_type=PAYLOAD_TYPE,
        signatures=(EnvelopeSignature(keyid=key.keyid, sig=encode_base64(signature)),),
    )


def read_statement(envelope: Envelope) -> Statement:
    """Return the statement in an envelope, whoever signed it.

    Raises:
        ValueError: the payload is not the canonical JSON of a statement.
    """
    return read_canonical(Statement, decode_base64(envelope.payload))


def signed_bytes(envelope: Envelope) -> tuple[bytes, bytes]:
    """Return the bytes that were signed and the signature over them.

    Raises:
        ValueError: one of them is not strict base64.
    """
    payload = decode_base64(envelope.payload)
    signature = decode_base64(envelope.signatures[0].sig)
    return pre_authentication(envelope.payload_type, payload), signature
