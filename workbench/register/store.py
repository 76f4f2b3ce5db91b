"""The register: incidents from other systems, as they were last imported."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError
from sqlalchemy import Engine, Row, Select, func, or_, select
from sqlalchemy.exc import IntegrityError

from workbench.domain.incident import Incident
from workbench.errors import InvalidInput, NotFound, StorageBusy, StorageError
from workbench.register.mapping import ColumnMapping
from workbench.register.report import ImportReport
from workbench.register.texts import word
from workbench.workspace.database import reading, transaction
from workbench.workspace.files import storage_errors, write_private
from workbench.workspace.tables import incident

if TYPE_CHECKING:
    import pandas as pd

    from workbench.register.importing import Progress

__all__ = ["Register", "RegisteredIncident"]

_CANDIDATES: Final = 2_000


@dataclass(frozen=True, slots=True)
class RegisteredIncident:
    """An incident in the register.

    `digest` is the SHA-256 of its encoded form, `missing` names the required fields that the
    source left empty, `source` says which file it last changed with, and `imported_at` when.
    """

    incident: Incident
    digest: str
    missing: tuple[str, ...]
    source: str
    imported_at: datetime


class Register:
    """The incident register in the database of `engine`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def import_file(
        self,
        path: Path,
        mapping: ColumnMapping | None = None,
        *,
        at: datetime,
        progress: Progress | None = None,
        rejects: Path | None = None,
    ) -> ImportReport:
        """Import the register file at `path`, all that can be read of it or nothing.

        `mapping` says which column is what; None takes the shipped one that fits. `at` is the
        moment of the import. `progress` is called with the rows done and the rows in all. Rows
        that cannot be imported go to the CSV file `rejects` (mode 0600), where one is given; a
        file there that is not of this program's writing stays, and they go to one with a number.
        The same file imported again changes nothing. Returns what was done, in counts and by row.

        Raises:
            UnreadableFile: the file is not a CSV or .xlsx file that can be read.
            InvalidMapping: the mapping does not fit it, or no shipped one does.
            InvalidInput: `rejects` is the register file itself.
            StorageError: the register or the rejects could not be written, (StorageFull) for lack
                of room, (StorageBusy) because of another import.
        """
        from workbench.register.fit import detect, fit
        from workbench.register.importing import Import
        from workbench.register.read import read_table
        from workbench.register.rejects import free_path

        if rejects is not None and rejects.resolve() == path.resolve():
            raise InvalidInput(
                "The rejected rows would replace the register file itself.",
                "Give another path for them.",
            )
        table = read_table(path, mapping.sheet if mapping else None)
        fitted = fit(mapping, table.header) if mapping else detect(table.header)
        running = Import(table, fitted, path.name, at)
        try:
            with transaction(self._engine) as connection:
                running.run(connection, progress or _silent)
                written = rejects if running.rejected else None
                if written is not None:
                    # before the end of the transaction: no import without its rejects
                    with storage_errors(written):
                        written = free_path(written, path)
                    write_private(written, running.rejects())
        except IntegrityError as error:
            raise StorageBusy(
                "Another import wrote the same incidents at the same time; nothing of this one "
                "was kept.",
                "Wait for the other import to finish and import the file again.",
            ) from error
        return running.report(written)

    def get(self, identifier: str) -> RegisteredIncident:
        """Return the incident with this identifier.

        Raises:
            NotFound: the register has none; the remedy names similar identifiers.
            StorageError: the register cannot be read.
        """
        with reading(self._engine) as connection:
            row = connection.execute(_ROWS.where(incident.c.id == identifier)).one_or_none()
        if row is None:
            raise NotFound(
                f"There is no incident {identifier[:100]!r} in the register.",
                self._suggestion(identifier),
            )
        return _registered(row)

    def list(
        self,
        service: str | None = None,
        category: str | None = None,
        limit: int | None = None,
        *,
        incomplete: bool = False,
    ) -> tuple[RegisteredIncident, ...]:
        """Return incidents, the latest first, at most `limit` of them.

        `service` and `category` choose those that have these, whatever their capitals,
        `incomplete` those that lack a required field.

        Raises:
            StorageError: the register cannot be read.
        """
        query = _ROWS.order_by(incident.c.occurred_at.desc(), incident.c.id).limit(limit)
        if incomplete:
            query = query.where(incident.c.missing != "[]")
        with reading(self._engine) as connection:
            for column, wanted in ((incident.c.service, service), (incident.c.category, category)):
                if wanted is not None:
                    # databases fold capitals each in their own way, or only some letters
                    held = connection.execute(select(column).distinct()).scalars()
                    alike = [name for name in held if name and word(name) == word(wanted)]
                    query = query.where(column.in_(alike))
            rows = connection.execute(query).all()
        return tuple(_registered(row) for row in rows)

    def count(self) -> int:
        """Return how many incidents the register holds.

        Raises:
            StorageError: the register cannot be read.
        """
        with reading(self._engine) as connection:
            return connection.execute(select(func.count()).select_from(incident)).scalar_one()

    def frame(self, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """Return one row an incident, in the order in which they happened.

        `columns` chooses among `workbench.register.frame.FRAME_COLUMNS`, whose docstring says
        what they hold; None takes all.

        Raises:
            UnknownName: a register frame has no such column.
            StorageError: the register cannot be read.
        """
        from workbench.register.frame import checked_columns, frame_of

        chosen = checked_columns(columns)
        query = select(incident.c.data, incident.c.missing)
        with reading(self._engine) as connection:
            found = connection.execute(query.order_by(incident.c.occurred_at, incident.c.id))
            return frame_of(((row.data, row.missing) for row in found), chosen)

    def _suggestion(self, identifier: str) -> str:
        """Return a remedy that names similar identifiers, looked for among a few thousand."""
        column, length = incident.c.id, len(identifier)
        query = select(column).where(
            or_(
                func.lower(column).startswith(identifier[:3].lower(), autoescape=True),
                func.length(column).between(length - 1, length + 1),
            )
        )
        with reading(self._engine) as connection:
            held = connection.execute(query.order_by(column).limit(_CANDIDATES)).scalars().all()
        forms = {each.casefold(): each for each in held}
        near = difflib.get_close_matches(identifier.casefold(), list(forms), n=3, cutoff=0.6)
        if near:
            return f"Did you mean {' or '.join(repr(forms[each]) for each in near)}?"
        return (
            "List the incidents with 'workbench incidents', or import them with 'workbench import'."
        )


_ROWS: Final[Select[Any]] = select(
    incident.c.id,
    incident.c.data,
    incident.c.digest,
    incident.c.missing,
    incident.c.source,
    incident.c.imported_at,
)


def _silent(_done: int, _total: int) -> None:
    return None


def _registered(row: Row[Any]) -> RegisteredIncident:
    try:
        value = Incident.model_validate_json(row.data)
        missing = tuple(json.loads(row.missing))
    except (ValidationError, ValueError) as error:
        raise StorageError(
            f"The register's entry {row.id!r} is damaged.",
            "Import the register file that it came from again.",
        ) from error
    return RegisteredIncident(
        value, row.digest, missing, row.source, datetime.fromisoformat(row.imported_at)
    )
