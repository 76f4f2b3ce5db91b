"""The seal at the end of a record's file, and how a file is frozen under one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import Field

from workbench.errors import RecordNotUsable
from workbench.record.seal.canonical import (
    Wire,
    decode_base64,
    encode_base64,
    read_canonical,
    write_canonical,
)
from workbench.record.seal.dsse import Envelope
from workbench.record.seal.leaves import FIXED, make_salts, pieces_root
from workbench.record.seal.manifest import RECORD_TYPE, Manifest, ManifestFields
from workbench.record.seal.text import text_problem

__all__ = [
    "CLOSING",
    "FAMILY",
    "MAX_PIECES",
    "MAX_SEAL",
    "MAX_SIGNATURES",
    "MAX_SIZE",
    "OPENING",
    "Seal",
    "freeze_pieces",
    "read_seal",
    "write_sealed",
]

MAX_SIZE = 64 * 1024 * 1024
"""Most bytes in a sealed file."""

MAX_PIECES = 200_000
"""Most pieces in a record."""

MAX_SIGNATURES = 64
"""Most signatures in a seal."""

MAX_SEAL = 16 * 1024 * 1024
"""Most bytes of base64 in a seal: room for the most pieces and signatures, and no more."""

FAMILY = b"<!--https://rca-workbench.org/record/"
"""How the seal of every version of the format begins."""

OPENING = b"\n<!--" + RECORD_TYPE.encode("ascii") + b":"
"""What stands between the last piece and the base64 of the seal."""

CLOSING = b"-->\n"
"""What stands after the base64 of the seal, at the very end of the file."""

_SEED_SIZE = 32
_NONCE_SIZE = 16


class Seal(Wire):
    """What a sealed file carries after its pieces.

    `seg` holds the length in bytes of each piece, `salts` the salts of the open leaves in base64,
    one after the other, and `closed` the leaf hash of each closed piece by its number: none, in
    this version of the format.
    """

    manifest: Manifest
    sigs: tuple[Envelope, ...]
    seg: tuple[Annotated[int, Field(ge=0, le=MAX_SIZE)], ...]
    salts: str
    closed: Mapping[str, str]


def freeze_pieces(
    pieces: Sequence[bytes], fields: ManifestFields, *, seed: bytes, nonce: bytes
) -> bytes:
    """Return the pieces, one after the other, under a seal that nobody has signed yet.

    The same arguments give the same bytes. `seed` is 32 secret random bytes that stay with the
    organisation, `nonce` 16 random bytes that no other record has.

    Raises:
        RecordNotUsable: there are no pieces or too many, they hold text that a record may not
            hold or something that looks like a seal, or the file would be too large.
        ValueError: `seed` or `nonce` has the wrong length.
    """
    if len(seed) != _SEED_SIZE or len(nonce) != _NONCE_SIZE:
        raise ValueError(f"seed takes {_SEED_SIZE} bytes and nonce {_NONCE_SIZE}")
    _check_pieces(pieces)
    kinds = FIXED * len(pieces)
    salts = make_salts(seed, len(pieces))
    manifest = Manifest(
        **dict(fields),
        type=RECORD_TYPE,
        nonce=nonce.hex(),
        kinds=kinds,
        why=(),
        views={},
        root=pieces_root(pieces, kinds, salts, nonce).hex(),
    )
    seal = Seal(
        manifest=manifest,
        sigs=(),
        seg=tuple(len(piece) for piece in pieces),
        salts=encode_base64(salts),
        closed={},
    )
    return write_sealed(b"".join(pieces), seal)


def write_sealed(content: bytes, seal: Seal) -> bytes:
    """Return the file that holds `content` under `seal`.

    Raises:
        RecordNotUsable: the file would be too large.
    """
    sealed = encode_base64(write_canonical(seal)).encode("ascii")
    data = b"".join((content, OPENING, sealed, CLOSING))
    if len(data) > MAX_SIZE or len(sealed) > MAX_SEAL:
        raise RecordNotUsable(
            "The record would be larger than 64 MiB.", "Leave out, or shrink, its largest images."
        )
    return data


def read_seal(sealed: bytes) -> Seal:
    """Return the seal that `sealed`, the base64 in a file, holds.

    Raises:
        ValueError: it is not strict base64 of the canonical JSON of a seal.
    """
    return read_canonical(Seal, decode_base64(sealed))


def _check_pieces(pieces: Sequence[bytes]) -> None:
    content = b"".join(pieces)
    problem = _pieces_problem(pieces) or text_problem(content)
    if FAMILY in content:
        problem = "already holds a seal"
    if problem:
        raise RecordNotUsable(
            f"The record cannot be frozen: its text {problem}.",
            "Correct the notebook, or the exporter that rendered it, and make the record again.",
        )


def _pieces_problem(pieces: Sequence[bytes]) -> str | None:
    if not pieces:
        return "is empty"
    if len(pieces) > MAX_PIECES:
        return f"is cut into more than {MAX_PIECES:,} pieces"
    for number, piece in enumerate(pieces, start=1):
        if not piece.isascii() and (problem := text_problem(piece)):
            return f"{problem} in piece {number}"
    return None
