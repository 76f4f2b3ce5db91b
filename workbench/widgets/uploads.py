"""Files on their way from the page to the store of evidence, part by part."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import IO, Any, Final

from workbench.errors import InvalidInput, UnreadableFile, WorkbenchError
from workbench.ledger.attach import MAX_FILE, kept_file
from workbench.workspace.files import storage_errors
from workbench.workspace.store import ContentStore

__all__ = ["Uploads"]

_AT_ONCE: Final = 2


@dataclass(slots=True)
class _Arriving:
    name: str
    size: int
    parts: int
    content: IO[bytes]
    received: int = 0
    length: int = 0

    def add(self, part: object, content: bytes) -> None:
        """Write the next part behind the others."""
        follows = self.received == part and (content or not self.size)
        length = self.length + len(content)
        if not follows or length > self.size:
            raise _broken_off()
        self.content.write(content)
        self.received, self.length = self.received + 1, length


@dataclass(slots=True)
class Uploads:
    """Files that are arriving, on the disk beside the evidence; each is kept once it is whole."""

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
        key = str(message.get("upload") if message.get("part") else self._begin(message))
        arriving = self._arriving.get(key)
        if arriving is None:
            raise _broken_off()
        try:
            with storage_errors(self.store.folder):
                arriving.add(message.get("part"), content)
            answer = {"ok": True, "upload": key, "received": arriving.length}
            if arriving.received < arriving.parts:
                return answer
            if arriving.length != arriving.size:
                raise _broken_off()
            kept = kept_file(self.store, arriving.name, arriving.content)
        except WorkbenchError:
            self._drop(key)
            raise
        self._drop(key)
        return {**answer, "file": kept}

    def close(self) -> None:
        """Let go of what has not arrived whole."""
        for key in tuple(self._arriving):
            self._drop(key)

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
            self._drop(next(iter(self._arriving)))
        key = secrets.token_hex(8)
        called = name.replace("\\", "/").rpartition("/")[2]
        self._arriving[key] = _Arriving(called, size, parts, self.store.spool())
        return key

    def _drop(self, key: str) -> None:
        self._arriving.pop(key).content.close()


def _broken_off() -> InvalidInput:
    return InvalidInput("The file did not arrive whole.", "Choose it again.")
