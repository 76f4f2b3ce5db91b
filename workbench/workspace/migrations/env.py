"""Runs the migrations on the connection that `workspace.database.upgrade` hands over."""

from alembic import context

from workbench.workspace.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
