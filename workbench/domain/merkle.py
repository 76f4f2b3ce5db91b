"""The root of a Merkle tree as in RFC 6962, section 2.1.

The sealed record hangs its pieces on such a tree and the log of issued records its events. All
functions take *leaf hashes*, in order; `leaf_hash` makes one from the bytes of an entry.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

__all__ = ["leaf_hash", "merkle_root", "node_hash"]


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf that holds `data`: SHA-256 of a zero byte and the data."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of the node above `left` and `right`: SHA-256 of a one byte and both."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over `leaves`; the root of no leaves is the SHA-256 of nothing.

    Pairing from the left and carrying an odd last node up unchanged gives the tree of RFC 6962,
    which splits at the largest power of two below the number of leaves.
    """
    if not leaves:
        return hashlib.sha256().digest()
    level = list(leaves)
    while len(level) > 1:
        above = [node_hash(*pair) for pair in zip(level[::2], level[1::2], strict=False)]
        if len(level) % 2:
            above.append(level[-1])
        level = above
    return level[0]
