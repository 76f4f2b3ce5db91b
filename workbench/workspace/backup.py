"""A workspace in one file, and back again.

A backup is a ZIP file: `manifest.json` with the size and SHA-256 of every file, and the files
under the names they have in the workspace. The database is copied first, as of one moment; what
it refers to is only ever added to, so the files copied after it are all it needs.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workbench.errors import StorageError
from workbench.workspace.archive import FORMAT, MANIFEST, Listed, is_safe_name
from workbench.workspace.files import PRIVATE_FILE, storage_errors
from workbench.workspace.folder import CONFIG_FILE, DATABASE_FILE, FOLDERS, TRUST_FILE, Workspace
from workbench.workspace.own_framework import framework_file
from workbench.workspace.restore import restore
from workbench.workspace.snapshot import snapshot

__all__ = ["BackupReport", "back_up", "restore"]

_CHUNK: Final = 1 << 20
_LEFT_OUT: Final = frozenset({".ipynb_checkpoints", "__pycache__"})
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds.

    `size` is that of the backup in bytes, `sha256` its digest (hexadecimal), and `skipped` names
    what could not be taken in: links, special files, and names that no other system can hold.
    """

    path: Path
    files: int
    size: int
    sha256: str
    includes_keys: bool
    skipped: tuple[str, ...]


def back_up(
    workspace: Workspace, target: Path, *, at: datetime, include_keys: bool = False
) -> BackupReport:
    """Write the whole workspace to the new file `target` (mode 0600), and report what it holds.

    Private keys are left out unless `include_keys`. Others may go on working meanwhile.

    Raises:
        StorageError: `target` is there already, lies in the workspace, or cannot be written; or
            the database is not SQLite, or damaged.
    """
    target = target.resolve()
    _refuse_target(workspace, target)
    # beside the target: the workspace may be one that can only be read
    database = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.db.part")
    partial = target.with_name(f".{target.name[:100]}.{secrets.token_hex(6)}.part")
    with _removed_after(database, partial):
        snapshot(workspace.database_url, database)
        found, skipped = _files(workspace, include_keys)
        with storage_errors(target):
            listed = _write_archive(partial, {DATABASE_FILE: database, **found}, at, include_keys)
            with partial.open("rb") as stream:
                os.fsync(stream.fileno())
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            size = partial.stat().st_size
            partial.replace(target)
    return BackupReport(target, len(listed), size, digest, include_keys, skipped)


def _refuse_target(workspace: Workspace, target: Path) -> None:
    if target.exists():
        raise StorageError(
            f"{target} is there already, and a backup never replaces a file.",
            "Choose another name, for instance with today's date in it.",
        )
    if target.is_relative_to(workspace.root):
        raise StorageError(
            "A backup inside the workspace would be lost together with it.",
            "Choose a place outside the workspace, best on another disk.",
        )


def _files(workspace: Workspace, include_keys: bool) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Return the files to take in by their name in the backup, and the names to skip."""
    found: dict[str, Path] = {}
    skipped: list[str] = []
    own = framework_file(workspace.config.factor_framework)
    tops = [CONFIG_FILE, TRUST_FILE, *([own] if own else [])]
    tops += [name for name in FOLDERS if name != "keys" or include_keys]
    for top in tops:
        for path in _walk(workspace.root / top):
            name = path.relative_to(workspace.root).as_posix()
            if stat.S_ISREG(path.lstat().st_mode) and is_safe_name(name):
                found[name] = path
            else:
                skipped.append(name.encode("utf-8", "replace").decode("utf-8"))
    return found, tuple(skipped)


def _walk(path: Path) -> Iterator[Path]:
    if path.name in _LEFT_OUT or path.suffix == ".part":
        return
    if path.is_symlink() or not path.is_dir():
        if path.is_symlink() or path.exists():
            yield path
        return
    for entry in sorted(path.iterdir()):
        yield from _walk(entry)


def _write_archive(
    path: Path, found: dict[str, Path], at: datetime, include_keys: bool
) -> list[Listed]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as stream, zipfile.ZipFile(stream, "w") as archive:
        listed = [_add(archive, name, source) for name, source in sorted(found.items())]
        manifest = {
            "format": FORMAT,
            "made_at": at.astimezone(UTC).isoformat(),
            "includes_keys": include_keys,
            "files": [
                {"path": each.path, "size": each.size, "sha256": each.sha256} for each in listed
            ],
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1)
        archive.writestr(_entry(MANIFEST), text.encode("utf-8"))
    return listed


def _add(archive: zipfile.ZipFile, name: str, source: Path) -> Listed:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reader, archive.open(_entry(name), "w", force_zip64=True) as writer:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            writer.write(chunk)
    return Listed(name, size, digest.hexdigest())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
    return entry


@contextmanager
def _removed_after(*paths: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for path in paths:
            with suppress(OSError):
                path.unlink()
