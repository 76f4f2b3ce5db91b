"""A backup file opened for reading: its manifest, checked against what it holds."""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workbench.errors import UnreadableFile
from workbench.workspace.files import storage_errors
from workbench.workspace.folder import CONFIG_FILE, DATABASE_FILE, FOLDERS, TRUST_FILE
from workbench.workspace.own_framework import is_framework_file

__all__ = ["FORMAT", "MANIFEST", "Archive", "Listed", "is_safe_name", "open_archive"]

FORMAT: Final = "rca-workbench-backup/1"
"""What the manifest says the file is."""

MANIFEST: Final = "manifest.json"
"""The name of the manifest in a backup."""

_CHUNK: Final = 1 << 20
_MANIFEST_LIMIT: Final = 256 << 20
# deflate cannot do more than 1032:1, and no workspace comes near that
_RATIO: Final = 200
_ALLOWANCE: Final = 64 << 20
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|[. ]$')
_RESERVED: Final = re.compile(r"(?i)^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


class Listed(NamedTuple):
    """A file of a backup: its name in the workspace, its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    path: str
    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class _Manifest(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Literal["rca-workbench-backup/1"]
    made_at: str
    includes_keys: bool
    files: list[_File]


class Archive:
    """A backup whose file names, sizes and manifest fit together.

    `files` lists what it holds. Whether the contents fit is known once `read` has gone through
    them.
    """

    def __init__(self, archive: zipfile.ZipFile, files: tuple[Listed, ...]) -> None:
        self._archive = archive
        self.files = files

    def read(self, listed: Listed) -> Iterator[bytes]:
        """Yield the content of a file in pieces, and fail after the last if it is not intact.

        Raises:
            UnreadableFile: the content is damaged or altered.
        """
        digest, size = hashlib.sha256(), 0
        try:
            with self._archive.open(listed.path) as stream:
                while chunk := stream.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise _altered(listed.path) from error
        if size != listed.size or digest.hexdigest() != listed.sha256:
            raise _altered(listed.path)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Yield the backup at `path`, after checking everything but the contents.

    Raises:
        UnreadableFile: it is not a backup; it holds names that would leave the workspace, links,
            files that the manifest does not list, or more than its size can honestly hold.
        StorageError: the file cannot be read.
    """
    with storage_errors(path):
        packed = path.stat().st_size
        stream = path.open("rb")
    with stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise _not_a_backup("it is not a ZIP file, or is cut short") from error
        with archive:
            entries = archive.infolist()
            _check_entries(entries, packed)
            yield Archive(archive, _listed(archive, entries))


def is_safe_name(name: str) -> bool:
    """Tell whether `name` is that of a workspace file, and means the same on every system."""
    parts = name.split("/")
    if name in (CONFIG_FILE, DATABASE_FILE, TRUST_FILE) or is_framework_file(name):
        return True
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return (
        len(parts) > 1
        and parts[0] in FOLDERS
        and PurePosixPath(name).as_posix() == name
        and not any(
            part in ("", ".", "..") or _UNSAFE.search(part) or _RESERVED.match(part)
            for part in parts
        )
    )


def _check_entries(entries: list[zipfile.ZipInfo], packed: int) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise _not_a_backup("it holds two files of one name")
    for entry in entries:
        mode = entry.external_attr >> 16
        if entry.filename != MANIFEST and not is_safe_name(entry.filename):
            raise _not_a_backup("it holds a file whose name does not belong in a workspace")
        if entry.flag_bits & 0x1 or stat.S_IFMT(mode) not in (0, stat.S_IFREG):
            raise _not_a_backup("it holds a link, a special file or an encrypted file")
    if sum(entry.file_size for entry in entries) > packed * _RATIO + _ALLOWANCE:
        raise _not_a_backup("it would unpack to far more than a backup of its size holds")


def _listed(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> tuple[Listed, ...]:
    sizes = {entry.filename: entry.file_size for entry in entries}
    if sizes.get(MANIFEST, _MANIFEST_LIMIT) >= _MANIFEST_LIMIT:
        raise _not_a_backup("it has no manifest")
    try:
        loaded = json.loads(archive.read(MANIFEST))
        manifest = _Manifest.model_validate(loaded)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RecursionError) as error:
        why = "its manifest does not have the expected form"
        if not isinstance(error, ValidationError):
            why = "its manifest is damaged"
        raise _not_a_backup(why) from error
    files = tuple(Listed(each.path, each.size, each.sha256) for each in manifest.files)
    del sizes[MANIFEST]
    if len(files) != len(sizes) or {each.path: each.size for each in files} != sizes:
        raise _not_a_backup("what it holds is not what its manifest lists")
    if not {CONFIG_FILE, DATABASE_FILE} <= sizes.keys():
        raise _not_a_backup(f"it holds no '{CONFIG_FILE}' or no '{DATABASE_FILE}'")
    return files


def _not_a_backup(why: str) -> UnreadableFile:
    return UnreadableFile(
        f"The file is not a backup that can be restored: {why}.",
        "Take a file that 'workbench backup' wrote, and fetch it again if it was cut short.",
    )


def _altered(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"'{name}' in the backup is damaged or was altered; nothing was restored.",
        "Take another backup; this one cannot be trusted.",
    )
