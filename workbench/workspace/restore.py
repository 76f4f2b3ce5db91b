"""Bring a workspace back from a backup: everything is checked before anything is written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from workbench.errors import StorageFull
from workbench.workspace.archive import Archive, Listed, open_archive
from workbench.workspace.config import config_from_bytes
from workbench.workspace.files import PRIVATE_FILE, make_private_folder, storage_errors
from workbench.workspace.folder import (
    CONFIG_FILE,
    FOLDERS,
    Workspace,
    clear_if_failed,
    open_workspace,
    refuse_occupied,
)
from workbench.workspace.location import check_location

__all__ = ["restore"]


def restore(archive: Path, root: Path) -> Workspace:
    """Unpack the backup `archive` into the new or empty folder `root`, and return the workspace.

    Every hash is checked before the first file is written, and again while writing. If anything
    fails, what was written is taken away again.

    Raises:
        UnreadableFile: the file is not a backup, or is damaged or altered.
        WorkspaceExists: the folder holds a workspace or other files.
        UnsafeLocation: it is on a network share or in a synchronised folder.
        StorageError: it cannot be written, or (StorageFull) there is no room for the files.
    """
    root = root.resolve()
    check_location(root)
    refuse_occupied(root)
    with open_archive(archive) as opened:
        _verify(opened)
        _refuse_without_room(opened, root)
        with clear_if_failed(root):
            for name in FOLDERS:
                make_private_folder(root / name)
            # the settings come last: a folder is a workspace only once all else is there
            for listed in sorted(opened.files, key=lambda each: each.path == CONFIG_FILE):
                _unpack(opened, listed, root / listed.path)
    return open_workspace(root)


def _verify(opened: Archive) -> None:
    for listed in opened.files:
        content = list(opened.read(listed)) if listed.path == CONFIG_FILE else None
        if content is not None:
            config_from_bytes(b"".join(content), f"'{CONFIG_FILE}' in the backup")
            continue
        for _ in opened.read(listed):
            pass


def _refuse_without_room(opened: Archive, root: Path) -> None:
    needed = sum(listed.size for listed in opened.files)
    folder = next(each for each in (root, *root.parents) if each.exists())
    with storage_errors(root):
        free = shutil.disk_usage(folder).free
    if needed > free:
        raise StorageFull(
            f"The backup needs {needed:,} bytes, and {folder} has {free:,} free.",
            "Free some space, or choose a folder on a larger disk.",
        )


def _unpack(opened: Archive, listed: Listed, target: Path) -> None:
    make_private_folder(target.parent)
    with storage_errors(target):
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as stream:
            for chunk in opened.read(listed):
                stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
