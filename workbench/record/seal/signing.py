"""Adds a person's signature to a frozen record."""

from __future__ import annotations

from datetime import datetime

from pydantic import ValidationError

from workbench.domain.values import person_key
from workbench.errors import RecordNotUsable, SigningRefused
from workbench.record.seal.dsse import Predicate, envelope_hash, make_statement, sign_statement
from workbench.record.seal.envelope import write_sealed
from workbench.record.seal.keys import SigningKey
from workbench.record.seal.reading import OpenedRecord, open_record
from workbench.record.seal.signatures import (
    CheckedSignature,
    check_signatures,
    key_problem,
)
from workbench.record.seal.trust import TrustedKey, TrustList

__all__ = ["add_signature", "next_role"]


def next_role(data: bytes) -> str | None:
    """Return the role that must sign next, or None when each has signed.

    Raises:
        RecordNotUsable: the file is not a sealed record, or was altered.
    """
    return _next_role(open_record(data))


def add_signature(
    data: bytes, key: SigningKey, *, role: str, meaning: str, at: datetime, trust: TrustList
) -> bytes:
    """Return the file `data` with one more signature, over the manifest and those before it.

    The whole file is verified first, so that nobody signs a record that was altered. `role` must
    be the next of the roles that the manifest requires, `meaning` is what the signer says, on
    one line, and `at` is now.

    Raises:
        RecordNotUsable: the file is not a sealed record, was altered, or needs no signature.
        SigningRefused: it is another role's turn, an earlier signature does not count, the key
            may not sign in this role at this time, the same person has signed, or the clock is
            behind the signature before.
    """
    opened = open_record(data)
    checked = check_signatures(opened, trust, at=at, witness=None)
    listed = trust.find(key.keyid)
    if listed is None:
        raise SigningRefused(
            "The key is not on the trust list.", "Have it added, or use the key that is listed."
        )
    _check_turn(opened, role)
    _check_earlier(checked, listed, at)
    problem = key_problem(listed, role, at)
    if problem:
        raise SigningRefused(f"The signature would not count: {problem}.", "Use a valid key.")
    predicate = _predicate(key, role, meaning, at, opened)
    envelope = sign_statement(make_statement(opened.manifest_hash, predicate), key)
    seal = opened.seal.model_copy(update={"sigs": (*opened.seal.sigs, envelope)})
    return write_sealed(opened.content, seal)


def _next_role(opened: OpenedRecord) -> str | None:
    required = opened.seal.manifest.required
    position = len(opened.seal.sigs)
    return required[position] if position < len(required) else None


def _check_turn(opened: OpenedRecord, role: str) -> None:
    turn = _next_role(opened)
    if turn is None:
        raise RecordNotUsable(
            "Everybody who must sign this record has signed it.", "Issue it, or verify it."
        )
    if role != turn:
        raise SigningRefused(
            f"The next signature is that of the {turn}.", f"Have the {turn} sign first."
        )


def _check_earlier(checked: tuple[CheckedSignature, ...], listed: TrustedKey, at: datetime) -> None:
    for entry in checked:
        if entry.problem:
            raise SigningRefused(
                f"{entry.label} does not count: {entry.problem}.",
                "Freeze the record again and collect its signatures anew.",
            )
        if entry.key and person_key(entry.key.name) == person_key(listed.name):
            raise SigningRefused(
                f"The same person has made signature {entry.position + 1}.",
                "Each role must sign by a different person, with their own key.",
            )
    if checked and at.replace(microsecond=0) < checked[-1].predicate.at:
        raise SigningRefused(
            "The clock is behind the time of the signature before.", "Set the clock right."
        )


def _predicate(
    key: SigningKey, role: str, meaning: str, at: datetime, opened: OpenedRecord
) -> Predicate:
    try:
        return Predicate(
            keyid=key.keyid,
            role=role,
            meaning=meaning,
            at=at,
            prev=tuple(envelope_hash(envelope) for envelope in opened.seal.sigs),
        )
    except ValidationError as error:
        raise SigningRefused(
            "The words of the signature are not one line of at most 500 characters.",
            "Write them anew.",
        ) from error
