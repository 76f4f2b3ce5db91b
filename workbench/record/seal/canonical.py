"""One way to write a value as JSON, and no other way to read it."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, ConfigDict, PlainSerializer

from workbench.domain.canonical import canonical_json
from workbench.domain.values import Value

__all__ = [
    "Stamp",
    "Wire",
    "decode_base64",
    "encode_base64",
    "read_canonical",
    "write_canonical",
]


class Wire(Value):
    """A frozen value that is written into a sealed file or a trust list as canonical JSON."""

    model_config = ConfigDict(
        hide_input_in_errors=True,
        serialize_by_alias=True,
        validate_by_alias=True,
        validate_by_name=True,
    )


_Wire = TypeVar("_Wire", bound=Wire)


def _read_stamp(value: object) -> datetime:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise ValueError("must be a time with its time zone, such as 2026-03-01T09:30:00Z")
    return moment.astimezone(UTC).replace(microsecond=0)


def _write_stamp(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


Stamp = Annotated[
    datetime, BeforeValidator(_read_stamp), PlainSerializer(_write_stamp, return_type=str)
]
"""An instant in UTC, to the second; written as `2026-03-01T09:30:00Z`."""


def write_canonical(value: Wire) -> bytes:
    """Return `value` as canonical JSON."""
    return canonical_json(value.model_dump(mode="json", by_alias=True)).encode()


def read_canonical(shape: type[_Wire], data: bytes) -> _Wire:
    """Return the value of type `shape` that `write_canonical` would write as exactly `data`.

    Whatever differs by a byte is refused: duplicate or unknown keys, another order, white space,
    floats, booleans for numbers, needless escapes.

    Raises:
        ValueError: `data` is not the canonical JSON of such a value.
    """
    value = shape.model_validate_json(data, strict=True)
    if write_canonical(value) != data:
        raise ValueError("is not written in the one way that is allowed")
    return value


def encode_base64(data: bytes) -> str:
    """Return `data` in base64 (RFC 4648, section 4) on one line."""
    return base64.b64encode(data).decode("ascii")


def decode_base64(text: str | bytes) -> bytes:
    """Return the bytes that `encode_base64` would write as exactly `text`.

    Raises:
        ValueError: `text` is not base64, has white space or missing padding, or spare bits set.
    """
    data = binascii.a2b_base64(text, strict_mode=True)
    again = base64.b64encode(data)
    if again != (text.encode("ascii") if isinstance(text, str) else text):
        raise ValueError("is not base64 written in the one way that is allowed")
    return data
