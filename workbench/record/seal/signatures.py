"""Steps 8 and 9 of the verification: who signed, and is it everybody who must?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workbench.domain.values import person_key
from workbench.record.seal.dsse import (
    Envelope,
    Predicate,
    envelope_hash,
    read_statement,
    signed_bytes,
)
from workbench.record.seal.keys import signature_holds
from workbench.record.seal.reading import Altered, OpenedRecord
from workbench.record.seal.report import RegisterEntry
from workbench.record.seal.trust import TrustedKey, TrustList

__all__ = [
    "CLOCK_TOLERANCE",
    "CheckedSignature",
    "check_signatures",
    "different_people",
    "key_problem",
    "missing_roles",
]

CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far the signer's clock may be ahead of the clock of whoever checks."""

_DAY = "%d %B %Y"


@dataclass(frozen=True, slots=True)
class CheckedSignature:
    """A signature in its place: what it says, whose key it is, and why it does not count.

    `key` is None when the key is not on the list; nothing that such a signature says is known
    to be true. `problem` is None when the signature counts.
    """

    position: int
    predicate: Predicate
    key: TrustedKey | None
    problem: str | None

    @property
    def label(self) -> str:
        """The signature as it is called in a report: `Signature 2`."""
        return f"Signature {self.position + 1}"


def check_signatures(
    opened: OpenedRecord, trust: TrustList, *, at: datetime, witness: RegisterEntry | None
) -> tuple[CheckedSignature, ...]:
    """Return each signature with the reason, if any, why it does not count.

    `witness` is the register's entry for exactly this file, if there is one: it alone shows that
    a signature is older than its key's revocation.

    Raises:
        Altered: an envelope is malformed, is about another manifest, is out of its order, or its
            signature is not that of the listed key it names.
    """
    checked: list[CheckedSignature] = []
    hashes: list[str] = []
    for position, envelope in enumerate(opened.seal.sigs):
        predicate = _step_8_envelope(opened, position, envelope, hashes)
        key = trust.find(predicate.keyid)
        if key is None:
            problem: str | None = "the key is not on your list"
        else:
            _step_8_signature(position, envelope, key)
            problem = (
                _place_problem(opened, position, predicate)
                or _time_problem(predicate, [entry.predicate for entry in checked], at)
                or key_problem(key, predicate.role, predicate.at, witness)
            )
        checked.append(CheckedSignature(position, predicate, key, problem))
        hashes.append(envelope_hash(envelope))
    return tuple(checked)


def key_problem(
    key: TrustedKey, role: str, at: datetime, witness: RegisterEntry | None = None
) -> str | None:
    """Return why a signature by `key` in `role`, made at `at`, would not count, or None."""
    if role not in key.roles:
        return f"the key may not sign as {role}"
    if at < key.valid_from:
        return f"it was made before the key was valid, from {key.valid_from:{_DAY}}"
    if at > key.valid_to:
        return f"the key expired on {key.valid_to:{_DAY}}"
    if key.revoked is not None and (witness is None or witness.issued_at >= key.revoked):
        return (
            f"the key was revoked on {key.revoked:{_DAY}}, and no register shows that the "
            "signature is older"
        )
    return None


def different_people(checked: Sequence[CheckedSignature]) -> tuple[CheckedSignature, ...]:
    """Return the signatures, of which a person's second no longer counts (step 9).

    Two keys are one person's when they have one name on the trust list.
    """
    return tuple(
        replace(entry, problem=entry.problem or _same_person(entry, checked[:position]))
        for position, entry in enumerate(checked)
    )


def missing_roles(required: Sequence[str], checked: Sequence[CheckedSignature]) -> tuple[str, ...]:
    """Return the required roles in which nobody signed with a signature that counts (step 9)."""
    signed = {entry.predicate.role for entry in checked if entry.problem is None}
    return tuple(role for role in required if role not in signed)


def _step_8_envelope(
    opened: OpenedRecord, position: int, envelope: Envelope, earlier: Sequence[str]
) -> Predicate:
    label = f"Signature {position + 1}"
    try:
        statement = read_statement(envelope)
    except ValueError as error:
        raise Altered(8, f"{label} cannot be read in the one way that is allowed.") from error
    if statement.subject[0].digest.sha256 != opened.manifest_hash:
        raise Altered(8, f"{label} was made under another manifest.")
    if statement.predicate.keyid != envelope.signatures[0].keyid:
        raise Altered(8, f"{label} names one key outside and another inside.")
    if statement.predicate.prev != tuple(earlier):
        raise Altered(8, f"{label} does not follow those before it; one is missing or moved.")
    return statement.predicate


def _step_8_signature(position: int, envelope: Envelope, key: TrustedKey) -> None:
    try:
        message, signature = signed_bytes(envelope)
    except ValueError as error:
        raise Altered(8, f"Signature {position + 1} is not strict base64.") from error
    if not signature_holds(key.public_bytes, signature, message):
        raise Altered(8, f"Signature {position + 1} was not made with the key that it names.")


def _place_problem(opened: OpenedRecord, position: int, predicate: Predicate) -> str | None:
    required = opened.seal.manifest.required
    if position >= len(required):
        return "the record does not ask for it"
    if predicate.role != required[position]:
        return f"the record asks for {required[position]} in this place"
    return None


def _time_problem(predicate: Predicate, earlier: Sequence[Predicate], at: datetime) -> str | None:
    if predicate.at > at + CLOCK_TOLERANCE:
        return "it claims to be made in the future"
    if earlier and predicate.at < earlier[-1].at:
        return "it claims to be older than the signature before it"
    return None


def _same_person(entry: CheckedSignature, earlier: Sequence[CheckedSignature]) -> str | None:
    for other in earlier:
        if (
            entry.key is not None
            and other.key is not None
            and (
                entry.key.keyid == other.key.keyid
                or person_key(entry.key.name) == person_key(other.key.name)
            )
        ):
            return f"the same person made signature {other.position + 1}"
    return None
