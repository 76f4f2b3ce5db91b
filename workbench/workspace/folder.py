"""The workspace: one folder that an organisation owns, and nothing is written outside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.domain.frameworks import Framework
from workbench.errors import NotFound, StorageError, WorkspaceExists
from workbench.workspace.config import Config, read_config, write_config
from workbench.workspace.files import make_private_folder, storage_errors, write_private
from workbench.workspace.location import check_location
from workbench.workspace.own_framework import chosen_framework

__all__ = [
    "CONFIG_FILE",
    "DATABASE_FILE",
    "FOLDERS",
    "TRUST_FILE",
    "Workspace",
    "clear_if_failed",
    "create_workspace",
    "find_workspace",
    "open_workspace",
    "refuse_occupied",
]

CONFIG_FILE: Final = "workbench.toml"
"""The file with the settings; a folder that holds it is a workspace."""

DATABASE_FILE: Final = "workbench.db"
"""The workspace's own SQLite database."""

TRUST_FILE: Final = "trust.json"
"""The list of the keys that the organisation trusts."""

FOLDERS: Final = ("cases", "evidence", "records", "keys")
"""The folders of a workspace."""

_IGNORED: Final = frozenset({".DS_Store", "desktop.ini", "lost+found"})


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace at the absolute path `root`, with its settings."""

    root: Path
    config: Config

    @property
    def cases(self) -> Path:
        """The folder with one folder of notebooks a case."""
        return self.root / "cases"

    @property
    def evidence(self) -> Path:
        """The folder of the content store for evidence and frozen notebooks."""
        return self.root / "evidence"

    @property
    def records(self) -> Path:
        """The folder of frozen and issued records."""
        return self.root / "records"

    @property
    def keys(self) -> Path:
        """The folder of encrypted private keys."""
        return self.root / "keys"

    @property
    def trust_file(self) -> Path:
        """The list of trusted keys, which may not be there yet."""
        return self.root / TRUST_FILE

    @property
    def framework(self) -> Framework:
        """The contributory-factor framework that the settings choose, read anew.

        Raises:
            NotFound: the file it is kept in is not there.
            InvalidConfiguration: the file does not hold a framework.
        """
        return chosen_framework(self.config.factor_framework, self.root)

    @property
    def database_url(self) -> str:
        """The URL of the database: the configured one, or that of `workbench.db` here."""
        if self.config.database_url:
            return self.config.database_url
        from sqlalchemy import URL

        return URL.create("sqlite", database=str(self.root / DATABASE_FILE)).render_as_string()


def create_workspace(root: Path, config: Config) -> Workspace:
    """Make a workspace with these settings in the folder `root`, and return it.

    Folders get mode 0700, files 0600. If anything fails, what was made is taken away again.

    Raises:
        WorkspaceExists: the folder holds a workspace or other files, or lies in a workspace.
        UnsafeLocation: it is on a network share or in a synchronised folder.
        StorageError: it cannot be written, or (StorageFull) the disk is full.
    """
    root = root.resolve()
    check_location(root)
    refuse_occupied(root)
    workspace = Workspace(root, config)
    with clear_if_failed(root):
        for name in FOLDERS:
            make_private_folder(root / name)
        _prepare_database(workspace)
        # last: a folder is a workspace only once everything else is there
        write_config(root / CONFIG_FILE, config)
    return workspace


def open_workspace(root: Path) -> Workspace:
    """Return the workspace in the folder `root`.

    Raises:
        NotFound: the folder holds none.
        UnsafeLocation: it is on a network share or in a synchronised folder by now.
        InvalidConfiguration: its settings are not valid.
        StorageError: its own database is missing or empty.
    """
    root = root.resolve()
    if not _is_workspace(root):
        raise NotFound(
            f"There is no workspace in {root}.",
            "Make one there with 'workbench init', or go to the folder that holds "
            f"'{CONFIG_FILE}'.",
        )
    check_location(root)
    workspace = Workspace(root, read_config(root / CONFIG_FILE))
    _demand_database(workspace)
    return workspace


def find_workspace(start: Path) -> Workspace:
    """Return the workspace that the folder `start` is, or lies in.

    Raises:
        NotFound: neither it nor a folder above it is a workspace.
        UnsafeLocation: it is on a network share or in a synchronised folder by now.
        InvalidConfiguration: its settings are not valid.
        StorageError: its own database is missing or empty.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if _is_workspace(folder):
            return open_workspace(folder)
    raise NotFound(
        f"Neither {start} nor a folder above it is a workspace.",
        f"Make one with 'workbench init', or go to the folder that holds '{CONFIG_FILE}'.",
    )


def refuse_occupied(root: Path) -> None:
    """Return if `root` is not there yet, or is an empty folder, and lies in no workspace.

    Raises:
        WorkspaceExists: it holds a workspace or other files, or lies in a workspace.
        StorageError: it cannot be read, or is not a folder.
    """
    if _is_workspace(root):
        raise WorkspaceExists(
            f"{root} holds a workspace already.", "Use it as it is, or choose another folder."
        )
    around = next((folder for folder in root.parents if _is_workspace(folder)), None)
    if around is not None:
        raise WorkspaceExists(
            f"{root} lies in the workspace {around}, which would be mixed with the new one.",
            f"Use {around} as it is, or choose a folder outside it.",
        )
    with storage_errors(root):
        held = {entry.name for entry in root.iterdir()} - _IGNORED if root.exists() else set()
    if held:
        raise WorkspaceExists(
            f"{root} holds other files, which would be mixed with the workspace.",
            "Choose a new or an empty folder.",
        )


@contextmanager
def clear_if_failed(root: Path) -> Iterator[None]:
    """Make the private folder `root`, and take away what was put there if the block fails.

    `root` must have passed `refuse_occupied`: everything in it is new.

    Raises:
        StorageError: the folder cannot be made.
    """
    was_there = root.exists()
    make_private_folder(root)
    try:
        yield
    except BaseException:
        for entry in root.iterdir():
            if entry.name in _IGNORED:
                continue
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                with suppress(OSError):
                    entry.unlink()
        if not was_there:
            with suppress(OSError):
                root.rmdir()
        raise


def _is_workspace(folder: Path) -> bool:
    return (folder / CONFIG_FILE).is_file()


def _demand_database(workspace: Workspace) -> None:
    """Return if the workspace's own database is there: to make an empty one would hide its loss."""
    if workspace.config.database_url is not None:
        return
    path = workspace.root / DATABASE_FILE
    with storage_errors(path):
        lost = not path.is_file() or path.stat().st_size == 0
    if lost:
        raise StorageError(
            f"The database of the workspace, {path}, is missing or empty. Nothing was made in its "
            "place.",
            "Put the file back, or restore the last backup into a new folder with "
            "'workbench restore'.",
        )


def _prepare_database(workspace: Workspace) -> None:
    from workbench.workspace.database import open_engine, upgrade

    if workspace.config.database_url is None:
        write_private(workspace.root / DATABASE_FILE, b"")
    engine = open_engine(workspace.database_url)
    try:
        upgrade(engine)
    finally:
        engine.dispose()
