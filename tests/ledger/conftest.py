"""A ledger on a database of its own for each test.

`WORKBENCH_TEST_DATABASE` may name another database than SQLite; its tables are emptied each time.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.workspace.database import open_engine, transaction, upgrade
from workbench.workspace.tables import metadata

AT = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
OTHER_DATABASE = os.environ.get("WORKBENCH_TEST_DATABASE")

only_sqlite = pytest.mark.skipif(OTHER_DATABASE is not None, reason="about files of SQLite")


def event(entity: str | None = None, what: str = "It rang.", base: int | None = None) -> Draft:
    """A draft of an event."""
    return Draft("event", entity, {"when": "14/03/2026 18:30", "what": what}, base)


def removal(entity: str, base: int | None, kind: str = "event") -> Draft:
    """A draft that removes an entity."""
    return Draft(kind, entity, None, base)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the tables and nothing in them."""
    path = tmp_path_factory.mktemp("empty") / "workbench.db"
    engine = open_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture
def url(empty_database: Path, tmp_path: Path) -> str:
    """The URL of a database with empty tables."""
    if OTHER_DATABASE is None:
        return f"sqlite:///{shutil.copy(empty_database, tmp_path / 'workbench.db')}"
    engine = open_engine(OTHER_DATABASE)
    upgrade(engine)
    with transaction(engine) as connection:
        for table in metadata.sorted_tables:
            connection.execute(table.delete())
    engine.dispose()
    return OTHER_DATABASE


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on a database with empty tables."""
    engine = open_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def ledger(engine: Engine) -> Ledger:
    """A ledger without cases."""
    return Ledger(engine)


@pytest.fixture
def case_id(ledger: Ledger) -> str:
    """A case whose only entry is the event T1."""
    return ledger.start_case("INC-1", "late-dose", [event()], author="A", reason="start", at=AT)
