"""A consistent copy of the workspace database while others go on using it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.errors import StorageError, StorageFull
from workbench.workspace.database import open_engine
from workbench.workspace.files import storage_errors, write_private

__all__ = ["snapshot"]


def snapshot(url: str, target: Path) -> None:
    """Copy the SQLite database at `url` to the new file `target` (mode 0600), as of one moment.

    Raises:
        StorageError: the database is not SQLite, is damaged, or cannot be read; or the copy
            cannot be written, (StorageFull) for lack of room.
    """
    if not url.startswith("sqlite"):
        raise StorageError(
            "The database of this workspace is on a server, which this backup cannot copy.",
            "Use the server's own tool for the database (pg_dump for PostgreSQL), and copy the "
            "workspace folder beside it.",
        )
    write_private(target, b"")
    engine = open_engine(url)
    try:
        with closing(engine.raw_connection()) as pooled, closing(sqlite3.connect(target)) as copy:
            source = pooled.driver_connection
            assert isinstance(source, sqlite3.Connection)
            with storage_errors(target):
                source.backup(copy)
            # one file that needs no log beside it
            copy.execute("PRAGMA journal_mode=DELETE")
            sound = copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorname", type(error).__name__)
        kind = StorageFull if code == "SQLITE_FULL" else StorageError
        raise kind(
            f"The database could not be copied ({code}).",
            "Check that there is room on the disk and that the database opens; if it is damaged, "
            "restore the last good backup.",
        ) from error
    finally:
        engine.dispose()
    if not sound:
        raise StorageError(
            "The database is damaged, so no backup was made of it.",
            "Put the workspace aside and restore the last good backup with 'workbench restore'.",
        )
