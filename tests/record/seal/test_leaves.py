from __future__ import annotations

import hashlib
import hmac
import struct

from workbench.domain.merkle import merkle_root
from workbench.record.seal.leaves import make_salts, pieces_root, split_pieces


def test_a_salt_is_half_of_an_hmac_over_the_number_of_its_leaf() -> None:
    seed = bytes(range(32))
    salts = make_salts(seed, 3)

    assert salts == b"".join(
        hmac.new(seed, struct.pack(">I", n), hashlib.sha256).digest()[:16] for n in range(3)
    )


def test_a_leaf_is_the_hash_that_the_format_describes() -> None:
    nonce, salts = b"n" * 16, b"s" * 16 + b"t" * 16
    uri = b"https://rca-workbench.org/record/v1"
    leaves = [
        hashlib.sha256(
            b"\x00" + uri + b"\x00" + nonce + struct.pack(">I", number) + b"f" + salt + piece
        ).digest()
        for number, (salt, piece) in enumerate([(b"s" * 16, b"one"), (b"t" * 16, b"two")])
    ]

    assert pieces_root([b"one", b"two"], "ff", salts, nonce) == merkle_root(leaves)


def test_kind_salt_nonce_order_and_bytes_all_count() -> None:
    nonce, salts = b"n" * 16, b"s" * 16 + b"t" * 16
    roots = {
        pieces_root([b"one", b"two"], "ff", salts, nonce),
        pieces_root([b"two", b"one"], "ff", salts, nonce),
        pieces_root([b"onet", b"wo"], "ff", salts, nonce),
        pieces_root([b"one", b"two"], "fr", salts, nonce),
        pieces_root([b"one", b"two"], "ff", salts[::-1], nonce),
        pieces_root([b"one", b"two"], "ff", salts, b"m" * 16),
    }

    assert len(roots) == 6


def test_content_is_cut_at_the_lengths() -> None:
    assert [bytes(p) for p in split_pieces(b"abcdef", (2, 0, 4))] == [b"ab", b"", b"cdef"]
