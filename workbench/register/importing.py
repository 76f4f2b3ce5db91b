"""An import: the rows of a table into the register, all of them or none."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, bindparam, insert, select, update

from workbench.domain.incident import REQUIRED_FIELDS
from workbench.register.convert import Converted, Row, convert
from workbench.register.encode import changed_fields
from workbench.register.fit import Fit
from workbench.register.problems import Effect, RowProblem
from workbench.register.rejects import rejects_csv
from workbench.register.report import ImportReport, RowChange
from workbench.register.table import Table
from workbench.register.texts import tidy_line
from workbench.workspace.tables import incident

__all__ = ["Import", "Progress"]

Progress = Callable[[int, int], None]
"""Called with the number of rows done and of all rows, in this order."""

_CHUNK: Final = 10_000


@dataclass
class Import:
    """One import of a table by a fitted mapping, at a moment; run it once, in a transaction."""

    table: Table
    fit: Fit
    source: str
    at: datetime
    counts: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    changes: list[RowChange] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    rejected: list[tuple[int, Sequence[str], str]] = field(default_factory=list)
    gone: tuple[str, ...] = ()

    def run(self, connection: Connection, progress: Progress) -> None:
        """Convert every row and write those that are new or differ."""
        broken = len(self.table.broken)
        total = len(self.table.rows) + broken
        self._reject_broken()
        progress(broken, total)
        for done, converted in self._converted():
            self._write(connection, converted.rows)
            progress(broken + done, total)
        self.gone = self._no_longer_there(connection)

    def rejects(self) -> bytes:
        """Return the rejected rows as a CSV file."""
        return rejects_csv(self.table.header, sorted(self.rejected, key=lambda each: each[0]))

    def report(self, rejects: Path | None) -> ImportReport:
        """Return what the import did; `rejects` is where the rejected rows were written."""
        return ImportReport(
            source=self.source,
            mapping=f"{self.fit.mapping.name} {self.fit.mapping.version}",
            form=self.table.form,
            total=len(self.table.rows) + len(self.table.broken),
            added=self.counts["added"],
            changed=self.counts["changed"],
            unchanged=self.counts["unchanged"],
            incomplete=self.counts["incomplete"],
            rejected=len(self.rejected),
            missing=tuple((n, self.missing[n]) for n in REQUIRED_FIELDS if self.missing[n]),
            changes=tuple(self.changes),
            problems=tuple(sorted(self.problems, key=lambda problem: problem.row)),
            absent=self.fit.absent,
            unused=self.fit.unused,
            gone=self.gone,
            rejects=rejects,
        )

    def _converted(self) -> Iterator[tuple[int, Converted]]:
        seen: dict[str, int] = {}
        rows, numbers = self.table.rows, self.table.numbers
        for first in range(0, len(rows), _CHUNK):
            part = slice(first, first + _CHUNK)
            converted = convert(self.fit, rows[part], numbers[part], at=self.at, seen=seen)
            self.problems.extend(converted.problems)
            for place, found in converted.rejections.items():
                self.problems.extend(found)
                reasons = "; ".join(f"{each.column}: {each.what}" for each in found)
                self.rejected.append((numbers[first + place], rows[first + place], reasons))
            yield min(first + _CHUNK, len(rows)), converted

    def _reject_broken(self) -> None:
        width = len(self.table.header)
        for number, cells in self.table.broken:
            what = f"has {len(cells)} cells where the headings have {width}"
            remedy = "Check for a line break or a separator outside quotation marks."
            self.problems.append(RowProblem(number, "", what, remedy, Effect.REJECTED))
            self.rejected.append((number, cells, what))

    def _no_longer_there(self, connection: Connection) -> tuple[str, ...]:
        """Return the incidents that came with a file of this name and are in no row of this one."""
        place = self.fit.places["id"]
        cells = {row[place] for row in self.table.rows}
        # a row that is broken may still hold its identifier, in whatever cell
        cells.update(cell for _, broken in self.table.broken for cell in broken)
        named = {tidy_line(cell)[0] for cell in cells}
        held = select(incident.c.id).where(incident.c.source == self.source)
        found = connection.execute(held.order_by(incident.c.id)).scalars()
        return tuple(identifier for identifier in found if identifier not in named)

    def _write(self, connection: Connection, rows: Sequence[Row]) -> None:
        if not rows:
            return
        table, imported_at = incident.c, self.at.astimezone(UTC).isoformat()
        identifiers = [row.id for row in rows]
        held: dict[str, str] = {
            found.id: found.digest
            for found in connection.execute(
                select(table.id, table.digest).where(table.id.in_(identifiers))
            )
        }
        new = [row for row in rows if row.id not in held]
        differing = [row for row in rows if held.get(row.id, row.digest) != row.digest]
        self._note_changes(connection, differing)
        if new:
            connection.execute(
                insert(incident), [{"id": row.id} | self._values(row, imported_at) for row in new]
            )
        if differing:
            connection.execute(
                update(incident).where(table.id == bindparam("old_id")),
                [{"old_id": row.id} | self._values(row, imported_at) for row in differing],
            )
        self.counts["added"] += len(new)
        self.counts["changed"] += len(differing)
        self.counts["unchanged"] += len(rows) - len(new) - len(differing)
        for row in rows:
            self.counts["incomplete"] += bool(row.missing)
            self.missing.update(row.missing)

    def _note_changes(self, connection: Connection, rows: Sequence[Row]) -> None:
        if not rows:
            return
        query = select(incident.c.id, incident.c.data)
        before: dict[str, str] = {
            found.id: found.data
            for found in connection.execute(
                query.where(incident.c.id.in_([row.id for row in rows]))
            )
        }
        self.changes.extend(
            RowChange(row.number, row.id, changed_fields(before[row.id], row.data)) for row in rows
        )

    def _values(self, row: Row, imported_at: str) -> dict[str, object]:
        return {
            "source": self.source,
            "digest": row.digest,
            "data": row.data,
            "missing": _listed(row.missing),
            "service": row.service,
            "category": row.category,
            "occurred_at": row.occurred_at,
            "imported_at": imported_at,
        }


@cache
def _listed(names: tuple[str, ...]) -> str:
    return json.dumps(names)
