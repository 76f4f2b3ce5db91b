"""The leaves of a record's tree: one for each piece of its bytes."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from itertools import accumulate

from workbench.domain.merkle import merkle_root
from workbench.record.seal.manifest import RECORD_TYPE

__all__ = ["FIXED", "SALT_SIZE", "make_salts", "pieces_root", "split_pieces"]

FIXED = "f"
"""The kind of a piece that stays in every copy; the only kind in this version of the format."""

SALT_SIZE = 16
"""Bytes in the salt of a leaf."""


def make_salts(seed: bytes, count: int) -> bytes:
    """Return the salts of leaves 0 to `count` - 1, one after the other.

    Each is the first 16 bytes of HMAC-SHA256 under `seed` over the leaf's number.
    """
    return b"".join(
        hmac.digest(seed, index.to_bytes(4, "big"), "sha256")[:SALT_SIZE] for index in range(count)
    )


def split_pieces(content: bytes, lengths: Sequence[int]) -> list[memoryview]:
    """Return `content` cut into pieces of these lengths, in bytes."""
    view = memoryview(content)
    ends = list(accumulate(lengths))
    return [view[end - length : end] for end, length in zip(ends, lengths, strict=True)]


def pieces_root(
    pieces: Sequence[bytes | memoryview], kinds: str, salts: bytes, nonce: bytes
) -> bytes:
    """Return the root of the tree over the pieces.

    `kinds` has one letter and `salts` 16 bytes for each piece; `nonce` has 16 bytes.
    """
    head = hashlib.sha256(b"\x00" + RECORD_TYPE.encode("ascii") + b"\x00" + nonce)
    leaves = []
    for index, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        leaf = head.copy()
        salt = salts[index * SALT_SIZE : (index + 1) * SALT_SIZE]
        leaf.update(index.to_bytes(4, "big") + kind.encode("ascii") + salt)
        leaf.update(piece)
        leaves.append(leaf.digest())
    return merkle_root(leaves)
