"""The database opens privately, writes all or nothing, and says in our words what went wrong."""

from __future__ import annotations

import shutil
import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, delete, func, insert, inspect, select, text, update
from sqlalchemy.exc import IntegrityError

from workbench.errors import StorageBusy, StorageError, StorageFull
from workbench.workspace.database import flush_erased, open_engine, reading, transaction, upgrade
from workbench.workspace.tables import SCHEMA, case_info, metadata

SECRET = "Somebody's own words"


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def row(case_id: str = "C-0001", **changes: Any) -> dict[str, Any]:
    made = {"case_id": case_id, "incident_id": "I", "template": "t", "started_at": "2026-01-01"}
    return {**made, **changes}


def count(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(case_info)).scalar_one()


def shape(engine: Engine) -> dict[str, Any]:
    """Everything that the database knows of its tables, but for the migrations' own."""
    inspector = inspect(engine)
    return {
        name: {
            "columns": [
                {**column, "type": str(column["type"])} for column in inspector.get_columns(name)
            ],
            "key": inspector.get_pk_constraint(name),
            "unique": inspector.get_unique_constraints(name),
            "indexes": sorted(inspector.get_indexes(name), key=lambda index: str(index["name"])),
        }
        for name in inspector.get_table_names()
        if name != "alembic_version"
    }


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workbench.db"


@pytest.fixture
def engine(path: Path) -> Engine:
    engine = open_engine(url(path), patience=0.2)
    upgrade(engine)
    return engine


def test_the_database_and_its_log_are_readable_by_their_owner_only(
    engine: Engine, path: Path
) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(case_info).values(row()))

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {
        "workbench.db": 0o600,
        "workbench.db-wal": 0o600,
        "workbench.db-shm": 0o600,
    }


def test_a_database_that_was_open_to_others_is_closed_to_them(path: Path) -> None:
    path.touch(0o644)

    open_engine(url(path))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_was_acknowledged_survives_a_power_cut(engine: Engine) -> None:
    with reading(engine) as connection:
        settings = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }

    assert settings == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_migrations_give_exactly_the_tables_that_the_code_knows(
    engine: Engine, tmp_path: Path
) -> None:
    made = open_engine(url(tmp_path / "made.db"))
    metadata.create_all(made)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        differences = compare_metadata(context, metadata)
    assert differences == []
    assert shape(engine) == shape(made)
    assert set(shape(engine)) == {
        *("entry", "case_info", "incident", "presence", "record_event", "saving")
    }


def test_the_newest_migration_is_the_one_that_the_code_knows() -> None:
    config = Config()
    config.set_main_option("script_location", "workbench.workspace:migrations")

    assert ScriptDirectory.from_config(config).get_heads() == [SCHEMA]


def test_an_upgrade_of_an_up_to_date_database_changes_nothing(engine: Engine) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(case_info).values(row()))

    upgrade(engine)

    assert count(engine) == 1


def test_a_database_of_a_newer_version_is_left_alone(engine: Engine) -> None:
    with transaction(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StorageError, match="newer version"):
        upgrade(engine)


def test_an_upgrade_that_fails_leaves_no_table_behind(path: Path) -> None:
    engine = open_engine(url(path))
    with transaction(engine) as connection:
        connection.execute(text("CREATE TABLE record_event (in_the_way TEXT)"))

    with pytest.raises(StorageError):
        upgrade(engine)

    assert inspect(engine).get_table_names() == ["record_event"]


def test_a_transaction_that_fails_keeps_nothing(engine: Engine) -> None:
    def write() -> None:
        with transaction(engine) as connection:
            connection.execute(insert(case_info).values(row()))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()

    assert count(engine) == 0


def test_a_writer_that_waits_too_long_is_told_so(engine: Engine, path: Path) -> None:
    other = open_engine(url(path), patience=0.05)

    with (
        transaction(engine),
        pytest.raises(StorageBusy, match="locked") as caught,
        transaction(other),
    ):
        pass

    assert "close it" in caught.value.remedy


def test_a_writer_waits_for_the_other_and_then_writes(engine: Engine, path: Path) -> None:
    patient = open_engine(url(path), patience=30)

    def write_too() -> None:
        with transaction(patient) as connection:
            seen.append(
                connection.execute(select(func.count()).select_from(case_info)).scalar_one()
            )
            connection.execute(insert(case_info).values(row("C-0002")))

    seen: list[int] = []
    with transaction(engine) as connection:
        second = threading.Thread(target=write_too)
        second.start()
        connection.execute(insert(case_info).values(row("C-0001")))
    second.join()

    assert seen == [1]
    assert count(engine) == 2


def test_a_reader_neither_waits_nor_sees_what_is_half_written(engine: Engine, path: Path) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(case_info).values(row()))
        seen = count(open_engine(url(path), patience=0))

    assert seen == 0
    assert count(engine) == 1


def test_a_refused_row_is_for_the_caller_to_read(engine: Engine) -> None:
    with pytest.raises(IntegrityError) as caught, transaction(engine) as connection:
        connection.execute(insert(case_info), [row(), row(template=SECRET)])

    assert SECRET not in str(caught.value)
    assert count(engine) == 0


def test_no_error_carries_what_was_to_be_written(engine: Engine) -> None:
    with transaction(engine) as connection:
        connection.execute(text("DROP TABLE case_info"))

    with pytest.raises(StorageError) as caught, transaction(engine) as connection:
        connection.execute(insert(case_info).values(row(template=SECRET)))

    assert SECRET not in f"{caught.value} {caught.value.remedy} {caught.value.__cause__}"


def test_a_full_disk_is_told_from_other_faults_and_keeps_nothing(engine: Engine) -> None:
    with reading(engine) as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages + 1}"))

    rows = [row(), row("C-0002", template="x" * 50_000)]
    with pytest.raises(StorageFull, match="SQLITE_FULL"), transaction(engine) as connection:
        connection.execute(insert(case_info), rows)

    assert count(engine) == 0


def test_a_file_that_is_no_database_is_called_damaged(path: Path) -> None:
    path.write_bytes(b"not a database at all" * 500)

    with pytest.raises(StorageError, match="damaged") as caught:
        count(open_engine(url(path)))

    assert "workbench restore" in caught.value.remedy


def test_a_damaged_page_is_called_damaged(engine: Engine, path: Path) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(case_info), [row(f"C-{n:04}") for n in range(500)])
    flush_erased(engine)
    engine.dispose()
    held = path.read_bytes()
    path.write_bytes(held[:8192] + b"\xff" * (len(held) - 8192))

    with (
        pytest.raises(StorageError, match="damaged"),
        reading(open_engine(url(path))) as connection,
    ):
        connection.execute(select(case_info)).all()


def test_a_database_that_may_only_be_read_says_so(engine: Engine, path: Path) -> None:
    closed = open_engine(f"sqlite:///file:{path}?mode=ro&uri=true")

    with pytest.raises(StorageError, match="READONLY"), transaction(closed) as connection:
        connection.execute(delete(case_info))


def test_a_folder_that_is_not_there_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"workbench\.db cannot be opened"):
        open_engine(url(tmp_path / "gone" / "workbench.db"))


@pytest.mark.parametrize("wrong", ["nonsense", "nosuch://host/name", "sqlite+nosuch:///x", ""])
def test_a_url_of_no_database_is_an_error_of_ours(wrong: str) -> None:
    with pytest.raises(StorageError, match="URL"):
        open_engine(wrong)


def test_what_was_erased_is_in_no_file_of_the_database(engine: Engine, path: Path) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(case_info).values(row(template=SECRET * 1000)))
    before = b"".join(file.read_bytes() for file in path.parent.iterdir())
    with transaction(engine) as connection:
        connection.execute(update(case_info).values(template=""))

    flush_erased(engine)

    after = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert SECRET.encode() in before
    assert SECRET.encode() not in after


def test_an_open_reader_that_keeps_erased_pages_is_reported(engine: Engine, path: Path) -> None:
    with reading(open_engine(url(path))) as reader:
        reader.execute(select(case_info)).all()
        with transaction(engine) as connection:
            connection.execute(insert(case_info).values(row()))

        with pytest.raises(StorageBusy, match="open reader"):
            flush_erased(engine)


def test_a_byte_that_is_no_character_does_not_stop_reading(engine: Engine) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(case_info).values(row()))
        connection.execute(text("UPDATE case_info SET template = CAST(x'ff41' AS TEXT)"))

    with reading(engine) as connection:
        assert connection.execute(select(case_info.c.template)).scalar_one() == "�A"


def test_a_copied_database_is_read_from_its_file_alone(
    engine: Engine, path: Path, tmp_path: Path
) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(case_info).values(row()))
    flush_erased(engine)

    shutil.copy(path, tmp_path / "copy.db")

    assert count(open_engine(url(tmp_path / "copy.db"))) == 1
