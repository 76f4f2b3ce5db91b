"""Pictures made safe to embed: only the picture, without what cameras and tools write beside it."""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from typing import Final

__all__ = ["data_uri", "is_picture_uri"]

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT: Final = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs")
)
_JPEG: Final = b"\xff\xd8"
# APP1-APP13 and APP15 (EXIF with place and author, XMP, IPTC) and comments; APP0 (JFIF) and
# APP14 (Adobe colour transform) are needed to show the picture.
_JPEG_DROPPED: Final = frozenset((*range(0xE1, 0xEE), 0xEF, 0xFE))
_START_OF_SCAN: Final = 0xDA
_END: Final = 0xD9
_WITHOUT_LENGTH: Final = frozenset((0x00, 0x01, *range(0xD0, 0xD9)))
_LEAST_LENGTH: Final = 2
_AFTER_SCAN: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")


def data_uri(mime: str, encoded: str) -> str | None:
    """Return a `data:` URI of a base64-encoded PNG or JPEG without its metadata.

    Returns None for any other type, and where the bytes are not such a picture.
    """
    try:
        data = base64.b64decode("".join(encoded.split()), validate=True)
        plain = {"image/png": _plain_png, "image/jpeg": _plain_jpeg}[mime](data)
    except (KeyError, ValueError, binascii.Error, struct.error, IndexError):
        return None
    return f"data:{mime};base64,{base64.b64encode(plain).decode()}"


def is_picture_uri(uri: str) -> bool:
    """Tell whether `uri` is a picture embedded as PNG or JPEG in base64."""
    return uri.startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))


def _plain_png(data: bytes) -> bytes:
    if not data.startswith(_PNG):
        raise ValueError("not a PNG")
    kept, at = [_PNG], len(_PNG)
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        body = data[at + 4 : end - 4]
        if end > len(data) or zlib.crc32(body) != struct.unpack_from(">I", data, end - 4)[0]:
            raise ValueError("a chunk is damaged")
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise ValueError("the end is missing")


def _plain_jpeg(data: bytes) -> bytes:
    """The first picture, to its own end: what follows may be another, with a place of its own."""
    if not data.startswith(_JPEG):
        raise ValueError("not a JPEG")
    kept, at, scanned = [_JPEG], len(_JPEG), False
    while True:
        marker, at = _marker(data, at)
        if marker == _END:
            if not scanned:
                raise ValueError("the picture itself is missing")
            return b"".join((*kept, b"\xff\xd9"))
        end = _segment_end(data, marker, at)
        if marker == _START_OF_SCAN:
            scanned, end = True, _scan_end(data, end)
        if marker not in _JPEG_DROPPED:
            kept.append(bytes((0xFF, marker)) + data[at:end])
        at = end


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker that stands at `at`, perhaps after fill bytes, and where it ends."""
    if data[at] != 0xFF:
        raise ValueError("a marker is missing")
    while data[at] == 0xFF:
        at += 1
    return data[at], at + 1


def _segment_end(data: bytes, marker: int, at: int) -> int:
    (length,) = struct.unpack_from(">H", data, at)
    if marker in _WITHOUT_LENGTH or length < _LEAST_LENGTH or at + length > len(data):
        raise ValueError("a segment is damaged")
    return at + int(length)


def _scan_end(data: bytes, at: int) -> int:
    """Where the next marker is: one that is neither a stuffed byte nor a restart."""
    found = _AFTER_SCAN.search(data, at)
    if found is None:
        raise ValueError("the end is missing")
    return found.start()
