"""The workspace database: opening it, writing to it safely, and bringing its tables up to date.

Everything that only SQLite needs is here; the floors above speak SQLAlchemy Core and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.schema import Column, MetaData, Table

from workbench.errors import StorageBusy, StorageError, StorageFull
from workbench.workspace.tables import SCHEMA

__all__ = ["Engine", "flush_erased", "open_engine", "reading", "transaction", "upgrade"]

_WRITING: Final = "workbench_writing"
_REVISION: Final = Table("alembic_version", MetaData(), Column("version_num"))

_FULL: Final = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "53100")
_BUSY: Final = ("SQLITE_BUSY", "SQLITE_LOCKED", "40001", "40P01", "55P03")
_DAMAGED: Final = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "XX001", "XX002")
_CLOSED: Final = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH", "42501")


def open_engine(url: str, patience: float = 10.0) -> Engine:
    """Return an engine on the database at `url`, making an empty SQLite file where there is none.

    A writer to SQLite waits `patience` seconds for another before it gives up.

    SQLite runs in WAL mode with `synchronous=FULL`: what was acknowledged survives a power cut.
    The file and those SQLite puts beside it are readable by their owner only (mode 0600).
    A file that this user may not write, or that lies in such a folder, is opened for reading.
    Statement parameters, which hold people's data, never appear in errors or logs.

    Raises:
        StorageError: the URL is not one of a database, or its file cannot be made.
    """
    try:
        engine = create_engine(_readable(make_url(url)), hide_parameters=True)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StorageError(
            "The database URL in workbench.toml is not one this workbench can open.",
            "Leave 'database_url' out for the workspace's own database, or write the URL of one "
            "whose driver is installed.",
        ) from error
    if engine.dialect.name == "sqlite":
        writable = engine.url.query.get("mode") != "ro"
        if _is_own_file(engine.url):
            _make_private_file(str(engine.url.database))
        event.listen(engine, "connect", partial(_prepare_sqlite, patience, writable))
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Yield a connection inside one write transaction: all that is done on it is kept, or nothing.

    Writers to SQLite take their turn from the first statement on, so that what they read cannot
    change before they write.

    Raises:
        StorageBusy: another process kept the database locked for too long.
        StorageFull: there is no room on the disk.
        StorageError: the database cannot be written for another reason.
        sqlalchemy.exc.IntegrityError: a unique constraint refused a row, which the caller knows
            how to read.
    """
    with _translating(), engine.execution_options(**{_WRITING: True}).begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection for reading; it does not wait for writers, nor they for it.

    Raises:
        StorageError: the database cannot be read, or (StorageBusy) is locked.
    """
    with _translating(), engine.connect() as connection:
        yield connection


def upgrade(engine: Engine) -> None:
    """Bring the tables to the newest revision, in one transaction.

    Raises:
        StorageError: the database was made by a newer version, or cannot be written although it
            needs to be.
    """
    if _revision(engine) == SCHEMA:
        return
    if engine.url.query.get("mode") == "ro":
        raise StorageError(
            "The database may only be read here, and was made by another version of this "
            "workbench.",
            "Read it with that version, or copy the workspace to where you may write.",
        )
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "workbench.workspace:migrations")
    try:
        with transaction(engine) as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(
            "The database was made by a newer version of this workbench.",
            "Install that version or a later one: pip install --upgrade rca-workbench.",
        ) from error


def flush_erased(engine: Engine) -> None:
    """Make sure that what was just erased is no longer in any file of the database.

    SQLite overwrites erased content at once, but its log keeps the earlier pages until they are
    moved; this moves them. Elsewhere it is for the database's own vacuum.

    Raises:
        StorageBusy: a reader still holds the earlier pages.
    """
    if engine.dialect.name != "sqlite":
        return
    with reading(engine) as connection:
        busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
    if busy:
        raise StorageBusy(
            "The content was erased, but an open reader keeps the database's log from being "
            "emptied of it.",
            "Close every other program that uses this workspace and erase again.",
        )


def _readable(url: URL) -> URL:
    """Return the URL, made one for reading where the SQLite file cannot be written.

    A database in WAL mode needs a log and shared memory beside it. In a folder that may not be
    written SQLite cannot make them, and reads the file alone (`immutable`) where no log is there.
    Source: SQLite, "Write-Ahead Logging", section "Read-Only Databases".
    """
    path = Path(url.database or "")
    if not _is_own_file(url) or not path.is_file():
        return url
    folder_closed = not os.access(path.parent, os.W_OK)
    if os.access(path, os.W_OK) and not folder_closed:
        return url
    query = {"mode": "ro", "uri": "true"}
    log = path.with_name(f"{path.name}-wal")
    if folder_closed and not (log.exists() and log.stat().st_size):
        query["immutable"] = "1"
    return url.set(database=f"file:{quote(str(path.absolute()))}", query=query)


def _is_own_file(url: URL) -> bool:
    database = url.database or ""
    ours = url.get_backend_name() == "sqlite" and database not in ("", ":memory:")
    return ours and not database.startswith("file:")


def _make_private_file(database: str) -> None:
    try:
        descriptor = os.open(database, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StorageError(
            f"The database {Path(database).name} cannot be opened for writing "
            f"({error.strerror or 'unknown reason'}).",
            "Check that the workspace folder is there and that you may write to it.",
        ) from error
    try:
        Path(database).chmod(0o600)
    except PermissionError:
        pass  # somebody else's file: they decide who may read it
    finally:
        os.close(descriptor)


def _prepare_sqlite(patience: float, writable: bool, connection: Any, _record: object) -> None:
    # the driver must not begin transactions by itself: `_begin_sqlite` does
    connection.isolation_level = None
    # a damaged byte must show as a broken chain, not as a decoding error
    connection.text_factory = _lenient_text
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={round(patience * 1000)}")
    if writable and cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _lenient_text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _revision(engine: Engine) -> str | None:
    with reading(engine) as connection:
        if not engine.dialect.has_table(connection, _REVISION.name):
            return None
        return connection.execute(select(_REVISION.c.version_num)).scalar()


@contextmanager
def _translating() -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        raise _translated(error) from error


def _translated(error: DBAPIError) -> StorageError:
    code = _code(error)
    if code.startswith(_FULL):
        return StorageFull(
            f"The database could not be written: there is no room for it ({code}). "
            "Nothing of the change was kept.",
            "Free some space on the disk, or raise its limit, and do it again. If there is room, "
            "the disk may be failing: make a backup elsewhere.",
        )
    if code.startswith(_BUSY):
        return StorageBusy(
            f"Another program kept the database locked for too long ({code}). Nothing of the "
            "change was kept.",
            "Wait for the other program to finish, or close it, and try again.",
        )
    if code.startswith(_DAMAGED):
        return StorageError(
            f"The database file is damaged ({code}).",
            "Put it aside, restore the last backup with 'workbench restore', and compare.",
        )
    if code.startswith(_CLOSED):
        return StorageError(
            f"The database cannot be opened, or may only be read ({code}).",
            "Check that its file and folder belong to you and are not read-only.",
        )
    return StorageError(
        f"The database refused what was asked of it ({code}).",
        "Check that its server runs or its file is there, and that 'workbench init' made it; "
        "otherwise restore the last backup with 'workbench restore'.",
    )


def _code(error: DBAPIError) -> str:
    """The driver's own code for what went wrong: SQLite's name, or the SQLSTATE."""
    for name in ("sqlite_errorname", "sqlstate", "pgcode"):
        code = getattr(error.orig, name, None)
        if code:
            return str(code)
    return type(error.orig).__name__
