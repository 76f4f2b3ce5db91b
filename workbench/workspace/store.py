"""Content kept under its own hash: the same bytes are kept once, and altered bytes show."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from workbench.errors import NotFound, StorageError
from workbench.workspace.files import make_private_folder, storage_errors, write_private

__all__ = ["ContentStore"]

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


class ContentStore:
    """Files in `folder`, each named by the SHA-256 of what it holds.

    A digest is 64 lower-case hexadecimal digits; its first two name the subfolder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep `data` and return its digest; what is held intact already is not written again.

        Raises:
            StorageFull: the disk is full; nothing was kept.
            StorageError: the folder may not be written.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        with storage_errors(path):
            held = path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
        if not held:
            make_private_folder(path.parent)
            write_private(path, data)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes that were kept under `digest`, hashed again while reading.

        Raises:
            NotFound: nothing is kept under it.
            StorageError: the file was altered since it was kept, or cannot be read.
        """
        if not self.has(digest):
            raise NotFound(
                f"Nothing is kept under the digest {digest[:64]!r} in {self.folder}.",
                "Check the digest, or restore the folder from a backup.",
            )
        path = self._path(digest)
        with storage_errors(path):
            data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != digest:
            raise StorageError(
                f"The file {path} no longer holds what was kept under its digest.",
                "Somebody or something altered it; restore it from a backup with 'workbench "
                "restore' and find out what happened.",
            )
        return data

    def has(self, digest: str) -> bool:
        """Tell whether a file is kept under `digest`; what it holds is not read."""
        return _DIGEST.fullmatch(digest) is not None and self._path(digest).is_file()

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest
