"""Private files and folders, written whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from workbench.errors import StorageError, StorageFull

__all__ = [
    "PRIVATE_FILE",
    "PRIVATE_FOLDER",
    "copy_private",
    "make_private_folder",
    "storage_errors",
    "write_private",
]

PRIVATE_FILE: Final = 0o600
"""Mode of a file that only its owner may read and write."""

PRIVATE_FOLDER: Final = 0o700
"""Mode of a folder that only its owner may enter."""

_FULL: Final = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)


def write_private(path: Path, data: bytes) -> None:
    """Write `data` to `path` as `copy_private` does.

    Raises:
        StorageFull: the disk or the quota is full; what was there before still stands.
        StorageError: the folder is missing or may not be written.
    """
    copy_private(path, io.BytesIO(data))


def copy_private(path: Path, source: IO[bytes]) -> None:
    """Write what is left of `source` to `path` with mode 0600, whole or not at all.

    The bytes go to a temporary file in the same folder, reach the disk, and take the place of
    whatever `path` held.

    Raises:
        StorageFull: the disk or the quota is full; what was there before still stands.
        StorageError: the folder is missing or may not be written.
    """
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.part")
    with storage_errors(path):
        try:
            _write_through(temporary, source)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(path.parent)


def make_private_folder(path: Path) -> None:
    """Make the folder `path`, and the folders above it that are missing, with mode 0700.

    A folder that is there already is kept with what it holds, and made private.

    Raises:
        StorageFull: the disk or the quota is full.
        StorageError: a file is in the way, or the folder above may not be written.
    """
    with storage_errors(path):
        for folder in reversed((path, *path.parents)):
            if not folder.exists():
                folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        if not path.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        path.chmod(PRIVATE_FOLDER)


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Translate the operating system's errors about `path` into the package's own.

    Raises:
        StorageFull: the disk or the quota is full.
        StorageError: any other error of the operating system.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull(
                f"There is no room left on the disk to write {path}.",
                "Free some space or ask for a larger quota, then try again; nothing was changed.",
            ) from error
        why = error.strerror or type(error).__name__
        raise StorageError(
            f"{path} cannot be used: {why}.",
            "Check that the folder is there and that this user may read and write it.",
        ) from error


def _write_through(path: Path, source: IO[bytes]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as stream:
        shutil.copyfileobj(source, stream)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system can sync a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
