"""Which batch of entries a page's saving became."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "saving",
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("batch", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "batch", name="pk_saving"),
    )
