"""The ledger, its cases, the incident register and the log of issued records."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the four tables."""
    _make_ledger()
    _make_register()
    _make_record_log()


def _make_ledger() -> None:
    op.create_table(
        "entry",
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("batch", sa.Integer, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("data", sa.Text),
        sa.Column("salt", sa.Text),
        sa.Column("data_digest", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("previous_hash", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "seq", name="pk_entry"),
        sa.UniqueConstraint("case_id", "entity", "version", name="uq_entry_case_id_entity_version"),
    )
    op.create_table(
        "case_info",
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("incident_id", sa.Text, nullable=False),
        sa.Column("template", sa.Text, nullable=False),
        sa.Column("started_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("case_id", name="pk_case_info"),
    )


def _make_register() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("missing", sa.Text, nullable=False),
        sa.Column("service", sa.Text, nullable=False),
        sa.Column("category", sa.Text),
        sa.Column("occurred_at", sa.Text, nullable=False),
        sa.Column("imported_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_incident"),
    )
    for column in ("service", "category", "occurred_at"):
        op.create_index(f"ix_incident_{column}", "incident", [column])


def _make_record_log() -> None:
    op.create_table(
        "record_event",
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("record_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("manifest_hash", sa.Text, nullable=False),
        sa.Column("supersedes", sa.Text),
        sa.Column("file_hash", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("leaf_hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_record_event"),
    )
    op.create_index("ix_record_event_manifest_hash", "record_event", ["manifest_hash"])
