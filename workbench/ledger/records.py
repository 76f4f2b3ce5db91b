"""The log of issued records in the database: appended to, checked as it is read, and exported."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, Row, insert, select
from sqlalchemy.exc import IntegrityError

from workbench.errors import ChainBroken, InvalidInput, StorageBusy
from workbench.ledger.record_events import (
    Checkpoint,
    RecordDeed,
    RecordEvent,
    RecordRegister,
    RecordState,
    RecordStatus,
    demand_fitting,
    demand_holds,
    read_register,
    status_of,
    write_register,
)
from workbench.workspace.database import reading, transaction
from workbench.workspace.tables import record_event as table

__all__ = [
    "Checkpoint",
    "RecordDeed",
    "RecordEvent",
    "RecordLog",
    "RecordRegister",
    "RecordState",
    "RecordStatus",
    "read_register",
]

_ATTEMPTS: Final = 50


class RecordLog:
    """The log in a database that `workspace.database.upgrade` brought up to date.

    Every method raises ChainBroken where an event was changed or taken out from between others.
    That the log was cut off at its end, or written anew from some place on, shows only against an
    older checkpoint (`check`).
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def append(
        self,
        event: RecordDeed,
        *,
        record_id: str,
        version: int,
        manifest_hash: str,
        at: datetime,
        supersedes: str | None = None,
        file_hash: str | None = None,
    ) -> RecordEvent:
        """Append one event and return it as it is kept.

        Issuing a record that `supersedes` another is all that makes the other superseded; a
        `superseded` event says so of one whose successor this log does not hold.

        Raises:
            InvalidInput: an identifier, hash or moment is not of its form.
            RecordNotUsable: the event cannot follow what happened to the record before.
            StorageError: the database could not be written; nothing was.
        """
        if at.tzinfo is None:
            raise InvalidInput(
                "The moment of the event has no time zone.", "Give a moment with its zone."
            )
        fields = {
            "event": event,
            "record_id": record_id,
            "version": version,
            "manifest_hash": manifest_hash,
            "supersedes": supersedes,
            "file_hash": file_hash,
            "at": at.astimezone(UTC).isoformat(),
        }
        first: IntegrityError | None = None
        for _ in range(_ATTEMPTS):
            try:
                with transaction(self._engine) as connection:
                    return _append(connection, fields)
            except IntegrityError as error:
                first = first or error
        raise StorageBusy(
            "Other people kept adding to the log at the same moment; nothing was kept.",
            "Try again.",
        ) from first

    def events(self) -> tuple[RecordEvent, ...]:
        """Return every event, in order."""
        with reading(self._engine) as connection:
            return _events(connection)

    def status(self, manifest_hash: str) -> RecordStatus:
        """Return what became of the record with this manifest hash."""
        return status_of(self.events(), manifest_hash)

    def check(self, old: Checkpoint) -> None:
        """Return if the log still begins with what it held at the checkpoint `old`.

        Raises:
            ChainBroken: events before it were changed or taken out.
        """
        demand_holds(self.events(), old)

    def export(self, at: datetime) -> bytes:
        """Return the log as the register file of the moment `at`, for `read_register`."""
        return write_register(self.events(), at)


def _append(connection: Connection, fields: dict[str, Any]) -> RecordEvent:
    events = _events(connection)
    event = _valid({"position": len(events) + 1, **fields})
    if event is None:
        raise InvalidInput(
            "The event does not name its record in the right form.",
            "Give an identifier of letters, digits and hyphens, a version from 1, and hashes of "
            "64 hexadecimal digits.",
        )
    demand_fitting(events, event)
    row = {**event.model_dump(mode="json"), "leaf_hash": event.leaf.hex()}
    connection.execute(insert(table), [row])
    return event


def _events(connection: Connection) -> tuple[RecordEvent, ...]:
    rows = connection.execute(select(table).order_by(table.c.position))
    return tuple(_event(row, position) for position, row in enumerate(rows, 1))


def _event(row: Row[*tuple[Any, ...]], position: int) -> RecordEvent:
    fields = dict(row._mapping)
    leaf = fields.pop("leaf_hash")
    event = _valid(fields)
    if event is None or event.position != position or event.leaf.hex() != leaf:
        raise ChainBroken(
            f"Event {position} of the log of issued records is missing or was changed.",
            "Put the database aside, restore the last backup, and compare.",
        )
    return event


def _valid(fields: dict[str, Any]) -> RecordEvent | None:
    try:
        return RecordEvent.model_validate(fields)
    except ValidationError:
        return None
