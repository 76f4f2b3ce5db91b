"""Files on their way from the page to the store of evidence, part by part."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from workbench.errors import InvalidInput, UnreadableFile
from workbench.ledger.attach import MAX_FILE, kept_file
from workbench.workspace.store import ContentStore

__all__ = ["Uploads"]

_AT_ONCE: Final = 2


@dataclass(slots=True)
class _Arriving:
    name: str
    size: int
    parts: int
    received: list[bytes] = field(default_factory=list)

    @property
    def length(self) -> int:
        return sum(map(len, self.received))


@dataclass(slots=True)
class Uploads:
    """Files that are arriving; each is kept by its hash once it is whole."""

    store: ContentStore
    _arriving: dict[str, _Arriving] = field(default_factory=dict)

    def take(self, message: Mapping[str, Any], content: bytes) -> dict[str, Any]:
        """Take one part and return which upload it belongs to, and how many bytes arrived.

        After the last part, `file` holds the fields of evidence: the file's name made safe to
        show, its size and its SHA-256.

        Raises:
            InvalidInput: the parts do not follow one another, or are not as long as was said.
            UnreadableFile: the file is larger than what is kept.
            StorageError: it cannot be kept.
        """
        key = message.get("upload") if message.get("part") else self._begin(message)
        arriving = self._arriving.get(str(key))
        if arriving is None:
            raise _broken_off()
        follows = len(arriving.received) == message.get("part") and (content or not arriving.size)
        arriving.received.append(content)
        if not follows or arriving.length > arriving.size:
            del self._arriving[str(key)]
            raise _broken_off()
        answer = {"ok": True, "upload": key, "received": arriving.length}
        if len(arriving.received) < arriving.parts:
            return answer
        del self._arriving[str(key)]
        if arriving.length != arriving.size:
            raise _broken_off()
        return {**answer, "file": kept_file(self.store, arriving.name, b"".join(arriving.received))}

    def _begin(self, message: Mapping[str, Any]) -> str:
        name, size, parts = (message.get(field) for field in ("name", "size", "parts"))
        if not (isinstance(name, str) and isinstance(size, int) and isinstance(parts, int)):
            raise _broken_off()
        if size < 0 or parts < 1:
            raise _broken_off()
        if size > MAX_FILE:
            raise UnreadableFile(
                f"The file is larger than {MAX_FILE // 1024**2} MiB.",
                "Keep it where it is and describe in the evidence where that is.",
            )
        while len(self._arriving) >= _AT_ONCE:
            del self._arriving[next(iter(self._arriving))]
        key = secrets.token_hex(8)
        called = name.replace("\\", "/").rpartition("/")[2]
        self._arriving[key] = _Arriving(called, size, parts)
        return key


def _broken_off() -> InvalidInput:
    return InvalidInput("The file did not arrive whole.", "Choose it again.")
