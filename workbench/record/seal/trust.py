"""The trust list: whose keys count, for which roles, and from when to when.

A list is canonical JSON `{"body": …, "signatures": […]}`. Root keys, kept offline, sign its body
as a DSSE payload; a threshold of them must have signed before anybody relies on it. Every change
makes a new version without signatures. A list vouches for itself: whoever relies on one must
have it from the organisation by a way that they trust, and takes later ones with
`load_trust_update`, which asks the roots of the list that they have.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints, ValidationError, model_validator

from workbench.domain.values import Line, Sha256
from workbench.errors import NotFound, SigningRefused, TrustListInvalid
from workbench.record.seal.canonical import (
    Stamp,
    Wire,
    decode_base64,
    encode_base64,
    read_canonical,
    write_canonical,
)
from workbench.record.seal.dsse import pre_authentication
from workbench.record.seal.keys import SigningKey, key_id, signature_holds
from workbench.record.seal.manifest import Role

__all__ = [
    "MAX_TRUST_SIZE",
    "TRUST_TYPE",
    "RootKey",
    "TrustList",
    "TrustSignature",
    "TrustedKey",
    "add_key",
    "create_trust_list",
    "load_trust",
    "load_trust_update",
    "renew_trust_list",
    "revoke_key",
    "sign_trust",
]

TRUST_TYPE: Final = "https://rca-workbench.org/trust/v1"
"""The URI of this version of the trust list. Nothing is fetched from it."""

MAX_TRUST_SIZE = 4 * 1024 * 1024
"""Most bytes in a trust list."""

_PAYLOAD_TYPE = "application/vnd.rca-workbench.trust+json"
_PUBLIC_KEY_SIZE = 32


class _Key(Wire):
    keyid: Sha256
    algorithm: Literal["ed25519"]
    public: Annotated[str, StringConstraints(max_length=64)]
    name: Line

    @model_validator(mode="after")
    def _known_by_its_hash(self) -> _Key:
        public = decode_base64(self.public)
        if len(public) != _PUBLIC_KEY_SIZE or key_id(public) != self.keyid:
            raise ValueError("the key is not the one that its identifier names")
        return self

    @property
    def public_bytes(self) -> bytes:
        """The public key, 32 bytes."""
        return decode_base64(self.public)


class RootKey(_Key):
    """A key that signs trust lists, and nothing else."""

    @classmethod
    def of(cls, public: bytes, name: str) -> RootKey:
        """Return the root key with these 32 bytes, kept by the person called `name`."""
        return cls(
            keyid=key_id(public), algorithm="ed25519", public=encode_base64(public), name=name
        )


class TrustedKey(_Key):
    """A key whose signatures count: whose it is, for which roles, from when to when."""

    roles: Annotated[tuple[Role, ...], Field(min_length=1, max_length=16)]
    valid_from: Stamp = Field(alias="from")
    valid_to: Stamp = Field(alias="to")
    revoked: Stamp | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> TrustedKey:
        if self.valid_to <= self.valid_from:
            raise ValueError("the key ends before it begins")
        return self

    @classmethod
    def of(
        cls,
        public: bytes,
        name: str,
        roles: Sequence[str],
        *,
        valid_from: datetime,
        valid_to: datetime,
    ) -> TrustedKey:
        """Return the key with these 32 bytes, of the person called `name`, for these roles."""
        return cls(
            keyid=key_id(public),
            algorithm="ed25519",
            public=encode_base64(public),
            name=name,
            roles=tuple(roles),
            valid_from=valid_from,
            valid_to=valid_to,
        )


class TrustList(Wire):
    """The body of a trust list: what the root keys sign."""

    type: Literal["https://rca-workbench.org/trust/v1"]
    version: Annotated[int, Field(ge=1, le=1_000_000)]
    expires: Stamp
    roots: Annotated[tuple[RootKey, ...], Field(max_length=16)]
    threshold: Annotated[int, Field(ge=2, le=16)]
    keys: Annotated[tuple[TrustedKey, ...], Field(max_length=10_000)]

    @model_validator(mode="after")
    def _roots_can_sign(self) -> TrustList:
        if self.threshold > len(self.roots):
            raise ValueError("fewer root keys than must sign")
        if len({root.name for root in self.roots}) < len(self.roots):
            raise ValueError("one person keeps two root keys")
        every = [key.keyid for key in (*self.roots, *self.keys)]
        if len(set(every)) < len(every):
            raise ValueError("a key is listed twice; one key has one purpose")
        return self

    def find(self, keyid: str) -> TrustedKey | None:
        """Return the key with this identifier, or None when it is not listed."""
        return next((key for key in self.keys if key.keyid == keyid), None)


class TrustSignature(Wire):
    """A root key's signature over the body."""

    keyid: Sha256
    sig: str


class _SignedTrust(Wire):
    body: TrustList
    signatures: Annotated[tuple[TrustSignature, ...], Field(max_length=16)]


def create_trust_list(
    *,
    roots: Sequence[RootKey],
    expires: datetime,
    keys: Sequence[TrustedKey] = (),
    threshold: int = 2,
) -> bytes:
    """Return the first version of a trust list, which no root key has signed yet.

    Raises:
        TrustListInvalid: fewer roots than `threshold`, a threshold below 2, a key listed twice,
            or one person with two root keys.
    """
    return _unsigned(
        lambda: TrustList(
            type=TRUST_TYPE,
            version=1,
            expires=expires,
            roots=tuple(roots),
            threshold=threshold,
            keys=tuple(keys),
        )
    )


def add_key(data: bytes, key: TrustedKey) -> bytes:
    """Return the next version of the list, with `key` on it, for the root keys to sign.

    Raises:
        TrustListInvalid: the list cannot be read, or the key is on it already.
    """
    body = _read(data).body
    return _next_version(body, keys=(*body.keys, key))


def revoke_key(data: bytes, keyid: str, at: datetime) -> bytes:
    """Return the next version of the list, with a key revoked, for the root keys to sign.

    `at` is the moment from which nothing signed with the key is to be believed. Older signatures
    count only when a register shows that they are older.

    Raises:
        TrustListInvalid: the list cannot be read.
        NotFound: the key is not on the list.
    """
    body = _read(data).body
    if body.find(keyid) is None:
        raise NotFound("The key is not on the trust list.", "List the keys to find it.")
    keys = tuple(
        TrustedKey.model_validate({**dict(key), "revoked": _earlier(key.revoked, at)})
        if key.keyid == keyid
        else key
        for key in body.keys
    )
    return _next_version(body, keys=keys)


def renew_trust_list(data: bytes, expires: datetime) -> bytes:
    """Return the next version of the list, with a later expiry, for the root keys to sign.

    Raises:
        TrustListInvalid: the list cannot be read.
    """
    return _next_version(_read(data).body, expires=expires)


def sign_trust(data: bytes, root: SigningKey) -> bytes:
    """Return the list with the signature of one more root key.

    Raises:
        TrustListInvalid: the list cannot be read.
        SigningRefused: the key is not a root key of the list, or has signed it.
    """
    signed = _read(data)
    if root.keyid not in {key.keyid for key in signed.body.roots}:
        raise SigningRefused(
            "The key is not a root key of this trust list.", "Use a root key that the list names."
        )
    if root.keyid in {signature.keyid for signature in signed.signatures}:
        raise SigningRefused(
            "This root key has signed the trust list.", "Pass it to the keeper of another."
        )
    signature = TrustSignature(
        keyid=root.keyid, sig=encode_base64(root.sign(_message(signed.body)))
    )
    return write_canonical(
        _SignedTrust(body=signed.body, signatures=(*signed.signatures, signature))
    )


def load_trust(data: bytes, at: datetime) -> TrustList:
    """Return the list in `data`, signed by enough of its own root keys and not expired at `at`.

    Raises:
        TrustListInvalid: it is malformed or expired, or lacks signatures.
    """
    signed = _read(data)
    _check_signatures(signed, signed.body)
    if at >= signed.body.expires:
        raise TrustListInvalid(
            f"The trust list expired on {signed.body.expires:%d %B %Y}.",
            "Ask the organisation for its current trust list.",
        )
    return signed.body


def load_trust_update(data: bytes, current: TrustList, at: datetime) -> TrustList:
    """Return the list in `data`, which takes the place of `current`.

    Raises:
        TrustListInvalid: it could not be loaded, is not newer than `current`, or not enough of
            the root keys of `current` have signed it.
    """
    body = load_trust(data, at)
    if body.version <= current.version:
        raise TrustListInvalid(
            f"The trust list has version {body.version}, which is not newer than "
            f"{current.version}, the one in use.",
            "Ask the organisation for its current trust list.",
        )
    _check_signatures(_read(data), current)
    return body


def _read(data: bytes) -> _SignedTrust:
    try:
        if len(data) > MAX_TRUST_SIZE:
            raise ValueError("too large")
        return read_canonical(_SignedTrust, data)
    except ValueError as error:
        raise TrustListInvalid(
            "The trust list is malformed.", "Ask the organisation for its trust list again."
        ) from error


def _unsigned(make: Callable[[], TrustList]) -> bytes:
    try:
        return write_canonical(_SignedTrust(body=make(), signatures=()))
    except ValidationError as error:
        problems = "; ".join(problem["msg"] for problem in error.errors(include_input=False))
        raise TrustListInvalid(
            f"The trust list would not be valid: {problems}.", "Correct it and try again."
        ) from error


def _next_version(body: TrustList, **changes: object) -> bytes:
    # not dict(body): a value with a field called keys looks like a mapping
    fields = {name: getattr(body, name) for name in TrustList.model_fields}
    return _unsigned(
        lambda: TrustList.model_validate({**fields, "version": body.version + 1, **changes})
    )


def _message(body: TrustList) -> bytes:
    return pre_authentication(_PAYLOAD_TYPE, write_canonical(body))


def _check_signatures(signed: _SignedTrust, authority: TrustList) -> None:
    """Refuse `signed` unless enough root keys of `authority` signed it, each correctly."""
    roots = {root.keyid: root for root in authority.roots}
    message = _message(signed.body)
    good = {
        signature.keyid
        for signature in signed.signatures
        if signature.keyid in roots
        and signature_holds(
            roots[signature.keyid].public_bytes, _signature_bytes(signature), message
        )
    }
    if len(good) < authority.threshold:
        raise TrustListInvalid(
            f"The trust list is signed by {len(good)} of the {authority.threshold} root keys "
            "that it needs.",
            "Have the keepers of the root keys sign it, or ask for the list again.",
        )


def _signature_bytes(signature: TrustSignature) -> bytes:
    try:
        return decode_base64(signature.sig)
    except ValueError:
        return b""


def _earlier(revoked: datetime | None, at: datetime) -> datetime:
    return at if revoked is None else min(revoked, at)
