"""Pictures made safe to embed: only the picture, without what cameras and tools write beside it."""

from __future__ import annotations

import base64
import binascii
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
    if not data.startswith(_JPEG):
        raise ValueError("not a JPEG")
    kept, at = [_JPEG], len(_JPEG)
    while data[at] == 0xFF:
        marker = data[at + 1]
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if end > len(data):
            break
        if marker not in _JPEG_DROPPED:
            kept.append(data[at:end])
        if marker == _START_OF_SCAN:
            tail = data[end : data.rindex(b"\xff\xd9") + 2]
            return b"".join((*kept, tail))
        at = end
    raise ValueError("the picture itself is missing")
