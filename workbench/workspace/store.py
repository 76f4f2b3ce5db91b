"""Content kept under its own hash: the same bytes are kept once, and altered bytes show."""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, Final, cast

from workbench.errors import NotFound, StorageError
from workbench.workspace.files import copy_private, make_private_folder, storage_errors

__all__ = ["ContentStore"]

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_IN_MEMORY: Final = 1024 * 1024


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
        return self.put_file(io.BytesIO(data))

    def put_file(self, source: IO[bytes]) -> str:
        """Keep the whole of `source`, a file that can be read twice, as `put` does.

        Raises:
            StorageFull: the disk is full; nothing was kept.
            StorageError: the folder may not be written.
        """
        digest = _digest(source)
        path = self._path(digest)
        with storage_errors(path):
            if path.is_file() and _digest_at(path) == digest:
                return digest
        make_private_folder(path.parent)
        source.seek(0)
        copy_private(path, source)
        return digest

    def spool(self) -> IO[bytes]:
        """Return a file for what arrives bit by bit, to be kept with `put_file` once it is whole.

        It has no name, nobody else can open it, and it is gone once it is closed or the process
        ends. Up to 1 MiB stays in memory.

        Raises:
            StorageError: the folder may not be written.
        """
        make_private_folder(self.folder)
        return cast("IO[bytes]", SpooledTemporaryFile(_IN_MEMORY, dir=str(self.folder)))

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


def _digest(source: IO[bytes]) -> str:
    source.seek(0)
    return hashlib.file_digest(source, "sha256").hexdigest()  # type: ignore[arg-type]


def _digest_at(path: Path) -> str:
    with path.open("rb") as held:
        return _digest(held)
