"""An incident as the bytes that the register keeps and hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from workbench.domain.canonical import canonical_json
from workbench.domain.incident import Incident

__all__ = ["changed_fields", "digest_of", "encode", "encode_fields"]


def encode(incident: Incident) -> str:
    """Return the incident as JSON with sorted keys and without empty fields."""
    return encode_fields(incident.model_dump(mode="json", exclude_none=True))


def encode_fields(fields: Mapping[str, Any]) -> str:
    """Return what `encode` does, from the fields of an incident as JSON has them."""
    return canonical_json(fields)


def digest_of(data: str) -> str:
    """Return the SHA-256 (hexadecimal) of an encoded incident."""
    return hashlib.sha256(data.encode("utf-8")).hexdigest()


def changed_fields(before: str, after: str) -> tuple[str, ...]:
    """Return the names of the fields in which two encoded incidents differ, sorted."""
    old, new = json.loads(before), json.loads(after)
    return tuple(sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key)))
