"""The tables of the workspace database, as SQLAlchemy Core sees them.

Moments are ISO 8601 texts in UTC and contents are JSON texts, so that what is stored is what was
hashed, and is the same in every database. `migrations/` makes these tables; a test compares.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, MetaData, Table, Text, UniqueConstraint

__all__ = [
    "SCHEMA",
    "case_info",
    "entry",
    "incident",
    "metadata",
    "presence",
    "record_event",
    "saving",
]

SCHEMA: Final = "0003"
"""The newest migration; a database at this revision needs none."""

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

entry: Final = Table(
    "entry",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("batch", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("data", Text),
    Column("salt", Text),
    Column("data_digest", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("case_id", "entity", "version"),
)
"""What was said in each case, in order; only ever added to, but for erasure."""

case_info: Final = Table(
    "case_info",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("incident_id", Text, nullable=False),
    Column("template", Text, nullable=False),
    Column("started_at", Text, nullable=False),
)
"""The cases there are, and the notebook each one began from."""

incident: Final = Table(
    "incident",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("missing", Text, nullable=False),
    Column("service", Text, nullable=False, index=True),
    Column("category", Text, index=True),
    Column("occurred_at", Text, nullable=False, index=True),
    Column("imported_at", Text, nullable=False),
)
"""The incident register: other people's data, replaced when it is imported again."""

record_event: Final = Table(
    "record_event",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("manifest_hash", Text, nullable=False, index=True),
    Column("supersedes", Text),
    Column("file_hash", Text),
    Column("at", Text, nullable=False),
    Column("leaf_hash", Text, nullable=False),
)
"""What happened to issued records; only ever added to."""

presence: Final = Table(
    "presence",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("session", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("entity", Text),
    Column("at", Text, nullable=False),
)
"""Who has a case open and where they are; a row is out of date after a few seconds."""

saving: Final = Table(
    "saving",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("batch", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
)
"""Which batch of entries a page's saving became, for a page that did not hear the answer."""
