"""Steps 1 to 7 of the verification: is this a sealed record, and are its bytes as sealed?"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.errors import RecordNotUsable
from workbench.record.seal.canonical import decode_base64
from workbench.record.seal.envelope import (
    CLOSING,
    FAMILY,
    MAX_PIECES,
    MAX_SEAL,
    MAX_SIGNATURES,
    MAX_SIZE,
    OPENING,
    Seal,
    read_seal,
)
from workbench.record.seal.leaves import FIXED, SALT_SIZE, pieces_root, split_pieces
from workbench.record.seal.manifest import manifest_hash
from workbench.record.seal.text import text_problem

__all__ = ["Altered", "OpenedRecord", "open_record"]


class Altered(RecordNotUsable):
    """A step of the verification failed; `step` is its number."""

    def __init__(self, step: int, message: str) -> None:
        super().__init__(message, "Ask whoever sent the record for an unaltered copy.")
        self.step = step


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """A file whose bytes are those of its manifest. Who signed that is another matter."""

    content: bytes
    seal: Seal
    manifest_hash: str


def open_record(data: bytes) -> OpenedRecord:
    """Return the content and the seal of a file, checked by steps 1 to 7.

    Raises:
        Altered: a step failed.
    """
    _step_1_size(data)
    content, sealed = _step_2_one_seal(data)
    seal = _step_3_strict(sealed)
    _step_1_counts(seal)
    salts = _step_4_lengths(content, seal)
    _step_5_text(content)
    _step_6_closed(seal)
    _step_7_root(content, seal, salts)
    return OpenedRecord(content, seal, manifest_hash(seal.manifest))


def _step_1_size(data: bytes) -> None:
    if len(data) > MAX_SIZE:
        raise Altered(1, "The file is larger than 64 MiB.")


def _step_1_counts(seal: Seal) -> None:
    if len(seal.seg) > MAX_PIECES:
        raise Altered(1, f"The record has more than {MAX_PIECES:,} pieces.")
    if len(seal.sigs) > MAX_SIGNATURES:
        raise Altered(1, f"The record has more than {MAX_SIGNATURES} signatures.")


def _step_2_one_seal(data: bytes) -> tuple[bytes, bytes]:
    if not data.endswith(CLOSING):
        raise Altered(2, "The file does not end with a seal.")
    if data.count(FAMILY) != 1:
        raise Altered(2, "The file does not hold exactly one seal.")
    content, opening, rest = data.partition(OPENING)
    if not opening:
        raise Altered(2, "The seal is not of a version of the format that this program knows.")
    sealed = rest[: -len(CLOSING)]
    if len(sealed) > MAX_SEAL:
        raise Altered(1, "The seal is larger than any record needs.")
    return content, sealed


def _step_3_strict(sealed: bytes) -> Seal:
    try:
        return read_seal(sealed)
    except ValueError as error:
        raise Altered(3, "The seal cannot be read in the one way that is allowed.") from error


def _step_4_lengths(content: bytes, seal: Seal) -> bytes:
    try:
        salts = decode_base64(seal.salts)
    except ValueError as error:
        raise Altered(4, "The salts of the pieces are not strict base64.") from error
    count = len(seal.seg)
    if sum(seal.seg) != len(content) or len(seal.manifest.kinds) != count:
        raise Altered(4, "The lengths of the pieces do not add up to the content.")
    if len(salts) != SALT_SIZE * (count - len(seal.closed)):
        raise Altered(4, "There is not one salt for each open piece.")
    return salts


def _step_5_text(content: bytes) -> None:
    problem = text_problem(content)
    if problem:
        raise Altered(5, f"The text {problem}.")


def _step_6_closed(seal: Seal) -> None:
    manifest = seal.manifest
    if seal.closed:
        raise Altered(6, "A piece that every copy must show is closed.")
    if manifest.kinds.strip(FIXED) or manifest.why or manifest.views:
        raise Altered(6, "The record has pieces of a kind that this version does not know.")


def _step_7_root(content: bytes, seal: Seal, salts: bytes) -> None:
    manifest = seal.manifest
    pieces = split_pieces(content, seal.seg)
    root = pieces_root(pieces, manifest.kinds, salts, bytes.fromhex(manifest.nonce))
    if root.hex() != manifest.root:
        raise Altered(7, "The content is not the content that was sealed.")
