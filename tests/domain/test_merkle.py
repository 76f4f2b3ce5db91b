from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.merkle import (
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    merkle_root,
    node_hash,
    verify_consistency,
    verify_inclusion,
)

# The test vectors of the Certificate Transparency reference implementation.
ENTRIES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def leaves(count: int) -> list[bytes]:
    return [leaf_hash(number.to_bytes(4, "big")) for number in range(count)]


def recursive_root(hashes: list[bytes]) -> bytes:
    """The definition in RFC 6962, section 2.1, word for word."""
    if len(hashes) == 1:
        return hashes[0]
    split = 1
    while split * 2 < len(hashes):
        split *= 2
    return node_hash(recursive_root(hashes[:split]), recursive_root(hashes[split:]))


@pytest.mark.parametrize("count", range(9))
def test_the_root_is_that_of_the_reference_implementation(count: int) -> None:
    root = merkle_root([leaf_hash(entry) for entry in ENTRIES[:count]])

    assert root.hex() == ROOTS[count]


@given(st.integers(1, 300))
def test_the_root_follows_the_definition(count: int) -> None:
    assert merkle_root(leaves(count)) == recursive_root(leaves(count))


def test_a_leaf_and_a_node_over_the_same_bytes_differ() -> None:
    left, right = leaves(2)

    assert leaf_hash(left + right) != node_hash(left, right)
    assert leaf_hash(b"") == hashlib.sha256(b"\x00").digest()


@pytest.mark.parametrize("size", range(1, 34))
def test_every_leaf_of_every_tree_proves_that_it_is_included_and_where(size: int) -> None:
    hashes = leaves(size)
    root = merkle_root(hashes)
    for index in range(size):
        proof = inclusion_proof(hashes, index)

        assert verify_inclusion(hashes[index], index, size, proof, root)
        assert not verify_inclusion(leaf_hash(b"x"), index, size, proof, root)
        assert not any(
            verify_inclusion(hashes[index], other, size, proof, root)
            for other in range(size)
            if other != index
        )


@pytest.mark.parametrize("size", range(1, 34))
def test_every_beginning_of_every_tree_proves_that_it_is_one(size: int) -> None:
    hashes = leaves(size)
    root = merkle_root(hashes)
    for old_size in range(1, size + 1):
        old_root = merkle_root(hashes[:old_size])
        proof = consistency_proof(hashes, old_size)

        assert verify_consistency(old_size, size, proof, old_root, root)
        assert not verify_consistency(old_size, size, proof, leaf_hash(b"x"), root)
        assert not verify_consistency(old_size, size, proof, old_root, leaf_hash(b"x"))


@given(st.integers(2, 100), st.data())
def test_a_rewritten_past_is_not_consistent(size: int, data: st.DataObject) -> None:
    old_size = data.draw(st.integers(1, size - 1))
    changed = data.draw(st.integers(0, old_size - 1))
    hashes = leaves(size)
    rewritten = [*hashes[:changed], leaf_hash(b"rewritten"), *hashes[changed + 1 :]]
    proof = consistency_proof(rewritten, old_size)

    assert not verify_consistency(
        old_size, size, proof, merkle_root(hashes[:old_size]), merkle_root(rewritten)
    )


@given(st.integers(1, 64), st.data())
def test_a_proof_with_a_step_too_many_too_few_or_changed_proves_nothing(
    size: int, data: st.DataObject
) -> None:
    hashes = leaves(size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(hashes, index)
    root = merkle_root(hashes)

    assert not verify_inclusion(hashes[index], index, size, (*proof, b"\x00" * 32), root)
    for step in range(len(proof)):
        shorter = proof[:step] + proof[step + 1 :]
        changed = (*proof[:step], b"\x00" * 32, *proof[step + 1 :])

        assert not verify_inclusion(hashes[index], index, size, shorter, root)
        assert not verify_inclusion(hashes[index], index, size, changed, root)


@pytest.mark.parametrize(
    ("old_size", "new_size", "proof"),
    [(0, 3, ()), (4, 3, ()), (3, 3, (b"\x00" * 32,)), (3, 7, ()), (2, 4, (b"\x00" * 32,) * 9)],
)
def test_impossible_consistency_proofs_prove_nothing(
    old_size: int, new_size: int, proof: tuple[bytes, ...]
) -> None:
    root = merkle_root(leaves(3))

    assert not verify_consistency(old_size, new_size, proof, root, root)


def test_there_is_no_proof_for_what_is_not_in_the_tree() -> None:
    with pytest.raises(ValueError, match="no leaf 3"):
        inclusion_proof(leaves(3), 3)
    with pytest.raises(ValueError, match="never had 4"):
        consistency_proof(leaves(3), 4)
    assert not verify_inclusion(leaves(1)[0], 1, 1, (), merkle_root(leaves(1)))


def test_a_proof_for_a_smaller_tree_does_not_stand_for_a_deeper_one() -> None:
    hashes = leaves(5)
    proof = consistency_proof(hashes, 4)
    old_root, new_root = merkle_root(hashes[:4]), merkle_root(hashes)

    assert verify_consistency(4, 5, proof, old_root, new_root)
    assert not verify_consistency(4, 9, proof, old_root, new_root)
