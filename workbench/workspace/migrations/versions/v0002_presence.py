"""Who has a case open, and where they are."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "presence",
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("session", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("entity", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "session", name="pk_presence"),
    )
