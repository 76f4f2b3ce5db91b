"""The manifest: what the signers of a record sign."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from workbench.domain.merkle import leaf_hash, merkle_root
from workbench.domain.values import Line, RecordId, Sha256
from workbench.record.seal.canonical import Wire, write_canonical

__all__ = [
    "RECORD_TYPE",
    "CaseHead",
    "Manifest",
    "ManifestFields",
    "Role",
    "TemplateUsed",
    "evidence_root",
    "manifest_hash",
    "record_code",
]

RECORD_TYPE: Final = "https://rca-workbench.org/record/v1"
"""The URI of this version of the format. It names the format; nothing is fetched from it."""

Role = Annotated[Line, StringConstraints(max_length=100)]
"""The role in which somebody signs, such as `investigator`."""

_Short = Annotated[int, Field(ge=1, le=1_000_000)]


class CaseHead(Wire):
    """The entry of the ledger that the record was made from: its hash and its number."""

    head: Sha256
    seq: Annotated[int, Field(ge=0, le=2**53)]


class TemplateUsed(Wire):
    """The template of the notebook: its name, and the hash of its bytes."""

    name: Line
    sha256: Sha256


class ManifestFields(Wire):
    """What the maker of a record states in its manifest; freezing adds the rest.

    `supersedes` is the manifest hash of the version before, `required` the roles that must sign,
    in their order, `notebook` the hash of the executed notebook's bytes, `versions` the programs
    that made the record, `date` the date that the record speaks for, and `evidence` the result
    of `evidence_root`.
    """

    id: RecordId
    version: _Short
    supersedes: Sha256 | None
    org: Line
    title: Line
    required: Annotated[tuple[Role, ...], Field(min_length=1, max_length=16)]
    case: CaseHead
    notebook: Sha256
    template: TemplateUsed
    versions: Mapping[Line, Line]
    date: dt.date
    evidence: Sha256

    @field_validator("required")
    @classmethod
    def _roles_differ(cls, roles: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(roles)) < len(roles):
            raise ValueError("names a role twice")
        return roles

    @model_validator(mode="after")
    def _later_versions_supersede(self) -> ManifestFields:
        if (self.version == 1) != (self.supersedes is None):
            raise ValueError("version 1 supersedes nothing; every later version supersedes one")
        return self


class Manifest(ManifestFields):
    """What is signed: the maker's fields and the root of the tree over the pieces.

    `kinds` has one letter a piece. `why` and `views` belong to removable pieces, which this
    version of the format does not have: both are empty.
    """

    type: Literal["https://rca-workbench.org/record/v1"]
    nonce: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    kinds: str
    why: tuple[str, ...]
    views: Mapping[str, str]
    root: Sha256


def manifest_hash(manifest: Manifest) -> str:
    """Return the SHA-256 of the manifest's canonical JSON, in hexadecimal."""
    return hashlib.sha256(write_canonical(manifest)).hexdigest()


def record_code(digest: str) -> str:
    """Return what two people compare by telephone: 80 bits of a manifest's hash in base32.

    `digest` is the hash in hexadecimal. The code looks like `7KQ4-…`, four groups of four.
    """
    letters = base64.b32encode(bytes.fromhex(digest)[:10]).decode("ascii")
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def evidence_root(digests: Iterable[str]) -> str:
    """Return the root over the SHA-256 hashes (hexadecimal) of all evidence, in hexadecimal.

    The hashes are taken in ascending order and once each, so that their order tells nothing.
    """
    leaves = [leaf_hash(bytes.fromhex(digest)) for digest in sorted(set(digests))]
    return merkle_root(leaves).hex()
