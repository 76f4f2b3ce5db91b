"""A Merkle tree as in RFC 6962, section 2.1: root, inclusion proofs and consistency proofs.

The sealed record hangs its pieces on such a tree and the log of issued records its events. All
functions take *leaf hashes*, in order; `leaf_hash` makes one from the bytes of an entry.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

__all__ = [
    "consistency_proof",
    "inclusion_proof",
    "leaf_hash",
    "merkle_root",
    "node_hash",
    "verify_consistency",
    "verify_inclusion",
]


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


def inclusion_proof(leaves: Sequence[bytes], index: int) -> tuple[bytes, ...]:
    """Return the hashes that lead from leaf `index` up to the root, lowest first.

    Raises:
        ValueError: there is no leaf with this index.
    """
    if not 0 <= index < len(leaves):
        raise ValueError(f"there is no leaf {index} in a tree of {len(leaves)}")
    if len(leaves) == 1:
        return ()
    split = _split(len(leaves))
    if index < split:
        return (*inclusion_proof(leaves[:split], index), merkle_root(leaves[split:]))
    return (*inclusion_proof(leaves[split:], index - split), merkle_root(leaves[:split]))


def consistency_proof(leaves: Sequence[bytes], old_size: int) -> tuple[bytes, ...]:
    """Return the hashes that show the first `old_size` leaves to be a beginning of `leaves`.

    Raises:
        ValueError: `old_size` is not between 1 and the number of leaves.
    """
    if not 1 <= old_size <= len(leaves):
        raise ValueError(f"a tree of {len(leaves)} never had {old_size} leaves to compare with")
    return _subproof(leaves, old_size, whole=True)


def verify_inclusion(
    leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes
) -> bool:
    """Return whether `proof` shows `leaf` to be number `index` of the `size` leaves of `root`.

    The algorithm is that of RFC 9162, section 2.1.3.2.
    """
    if not 0 <= index < size:
        return False
    node, last, found = index, size - 1, leaf
    for step in proof:
        if last == 0:
            return False
        if node % 2 or node == last:
            found = node_hash(step, found)
            node, last = _up_to_odd(node, last)
        else:
            found = node_hash(found, step)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def verify_consistency(
    old_size: int, new_size: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes
) -> bool:
    """Return whether `proof` shows that the tree of `new_root` only adds to that of `old_root`.

    The algorithm is that of RFC 9162, section 2.1.4.2. Nothing is consistent with an empty old
    tree here: it says nothing that could be rewritten.
    """
    if not 1 <= old_size <= new_size:
        return False
    if old_size == new_size:
        return not proof and old_root == new_root
    path = list(proof)
    if old_size & (old_size - 1) == 0:
        path.insert(0, old_root)
    if not path:
        return False
    node, last = _up_to_even(old_size - 1, new_size - 1)
    old, new = path[0], path[0]
    for step in path[1:]:
        if last == 0:
            return False
        if node % 2 or node == last:
            old, new = node_hash(step, old), node_hash(step, new)
            node, last = _up_to_odd(node, last)
        else:
            new = node_hash(new, step)
        node, last = node >> 1, last >> 1
    return last == 0 and old == old_root and new == new_root


def _split(size: int) -> int:
    """Return the largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def _subproof(leaves: Sequence[bytes], old_size: int, *, whole: bool) -> tuple[bytes, ...]:
    """Return SUBPROOF(old_size, leaves, whole) of RFC 6962, section 2.1.2."""
    if old_size == len(leaves):
        return () if whole else (merkle_root(leaves),)
    split = _split(len(leaves))
    if old_size <= split:
        below = _subproof(leaves[:split], old_size, whole=whole)
        return (*below, merkle_root(leaves[split:]))
    below = _subproof(leaves[split:], old_size - split, whole=False)
    return (*below, merkle_root(leaves[:split]))


def _up_to_odd(node: int, last: int) -> tuple[int, int]:
    """Climb while `node` is the left-hand end of a carried-up branch."""
    while node and node % 2 == 0:
        node, last = node >> 1, last >> 1
    return node, last


def _up_to_even(node: int, last: int) -> tuple[int, int]:
    """Climb while `node` is a right-hand child."""
    while node % 2:
        node, last = node >> 1, last >> 1
    return node, last
