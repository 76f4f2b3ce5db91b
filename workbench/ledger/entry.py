"""One entry of the ledger, what somebody hands in to become one, and how entries are hashed.

`data_digest = SHA-256(salt || data)`, where `data` are the stored bytes, never re-serialised, and
the salt keeps anybody from guessing erased content by hashing likely texts.
`hash = SHA-256(canonical JSON of every other field but data and salt)`; it covers the hash of the
entry before, so that no entry can be changed, removed or moved without all later ones changing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from workbench.domain.canonical import canonical_json
from workbench.errors import ChainBroken

__all__ = [
    "ERASURE",
    "FIRST_PREVIOUS",
    "Draft",
    "Entry",
    "content_of",
    "data_digest",
    "entry_hash",
]

ERASURE: Final = "erasure"
"""The kind of the entry that says a case's content was erased; always the last of its case."""

FIRST_PREVIOUS: Final = "0" * 64
"""What the first entry of a case carries in place of an earlier entry's hash."""

_TYPE: Final = "rca-workbench/entry/1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is stored.

    `seq` counts from 1 within the case and `batch` is the `seq` of the first entry that was
    appended together with this one. `version` counts the entries of `entity` from 1. `data` is
    JSON text, `null` where the entity was removed, and None where it was erased, as `salt` (16
    bytes in hexadecimal) then is. `at` is an ISO 8601 moment in UTC.
    """

    case_id: str
    seq: int
    batch: int
    entity: str
    kind: str
    schema: int
    version: int
    data: str | None
    salt: str | None
    data_digest: str
    author: str
    at: str
    reason: str
    previous_hash: str
    hash: str

    @property
    def removes(self) -> bool:
        """Whether this entry removes its entity."""
        return self.data == "null"


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody wants to say about one entity of a case.

    `data` is the entity's whole content, or None to remove it. `entity` is its identifier; None
    takes the next free one, or the only one of a kind that has one entity at most.
    `base_version` is the version that the change was made from: needed for an entity that was
    entered before, None for a new one.
    """

    kind: str
    entity: str | None
    data: Mapping[str, object] | None
    base_version: int | None = None


def data_digest(salt: str, data: str) -> str:
    """Return the digest, in hexadecimal, of the text `data` under `salt` (hexadecimal)."""
    return hashlib.sha256(bytes.fromhex(salt) + data.encode()).hexdigest()


def entry_hash(entry: Entry) -> str:
    """Return the hash, in hexadecimal, that the fields of `entry` call for."""
    covered = {
        "type": _TYPE,
        "case": entry.case_id,
        "seq": entry.seq,
        "batch": entry.batch,
        "entity": entry.entity,
        "kind": entry.kind,
        "schema": entry.schema,
        "version": entry.version,
        "data_digest": entry.data_digest,
        "author": entry.author,
        "at": entry.at,
        "reason": entry.reason,
        "previous_hash": entry.previous_hash,
    }
    return hashlib.sha256(canonical_json(covered).encode()).hexdigest()


def content_of(entry: Entry) -> dict[str, Any] | None:
    """Return the content of `entry` in the shape it was stored in, or None where it has none.

    Raises:
        ChainBroken: what is stored is not JSON any more.
    """
    if entry.data is None or entry.removes:
        return None
    try:
        loaded = json.loads(entry.data)
    except ValueError:
        loaded = None
    if isinstance(loaded, dict):
        return loaded
    # raised outside the handler: the cause would carry the text
    raise ChainBroken(
        f"The content of entry {entry.seq} of {entry.case_id} cannot be read.",
        "Run 'workbench ledger verify', and compare with the last backup.",
    )
