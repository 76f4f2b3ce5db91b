"""The one way in which a value is written as JSON where its bytes are hashed or compared."""

from __future__ import annotations

import json
from typing import Final

__all__ = ["canonical_json"]

_ENCODER: Final = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def canonical_json(value: object) -> str:
    """Return `value` as JSON: keys sorted, no white space, nothing escaped needlessly.

    The same value gives the same text.

    Raises:
        ValueError: `value` holds a number that JSON cannot write.
    """
    return _ENCODER.encode(value)
