"""Who has a case open, and where in it they are: a courtesy, and no part of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Engine, delete, insert, select

from workbench.workspace.database import reading, transaction
from workbench.workspace.tables import presence as table

__all__ = ["GONE_AFTER", "Place", "PresenceBoard"]

GONE_AFTER: Final = timedelta(seconds=10)
"""How long somebody counts as being where they were last seen."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is: a step of the notebook, and the entity they have open, if any.

    `session` is theirs alone: the same person may have the case open twice.
    """

    session: str
    person: str
    step: str
    entity: str | None


class PresenceBoard:
    """The table of who is where, in a database that `workspace.database.upgrade` made."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, case_id: str, place: Place, at: datetime) -> None:
        """Say that somebody is at `place` of a case; what is out of date is cleared away.

        Raises:
            StorageError: the database cannot be written.
        """
        mine = (table.c.case_id == case_id) & (table.c.session == place.session)
        with transaction(self._engine) as connection:
            connection.execute(delete(table).where(mine | (table.c.at < _stored(at - GONE_AFTER))))
            connection.execute(
                insert(table).values(
                    case_id=case_id,
                    session=place.session,
                    person=place.person,
                    step=place.step,
                    entity=place.entity,
                    at=_stored(at),
                )
            )

    def seen(self, case_id: str, at: datetime) -> tuple[Place, ...]:
        """Return where everybody is who has the case open, in the order of their names."""
        query = (
            select(table.c.session, table.c.person, table.c.step, table.c.entity)
            .where(table.c.case_id == case_id, table.c.at >= _stored(at - GONE_AFTER))
            .order_by(table.c.person, table.c.session)
        )
        with reading(self._engine) as connection:
            return tuple(Place(*row) for row in connection.execute(query))


def _stored(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds")
