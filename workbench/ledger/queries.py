"""What the ledger asks of its tables, row by row made into values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, func, select

from workbench.domain.access import Hold
from workbench.domain.case import Head, is_content
from workbench.domain.kinds import KINDS, kind_of
from workbench.errors import CaseErased, CaseExists, CaseHeld, NotFound
from workbench.ledger.drafts import Standing
from workbench.ledger.entry import ERASURE, Entry
from workbench.workspace.tables import case_info
from workbench.workspace.tables import entry as table

__all__ = [
    "ListedCase",
    "all_cases",
    "demand_case",
    "entry_from",
    "last_entry",
    "next_case_id",
    "of_case",
    "refuse_held",
    "refuse_taken",
    "standing_of",
]


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case at a glance: the incident it looks into, its template, and where it stands."""

    id: str
    incident_id: str
    template: str
    started_at: datetime
    head: Head
    changed_at: datetime
    erased: bool


def of_case(case_id: str) -> Select[*tuple[Any, ...]]:
    """Return the query for the entries of a case, in order."""
    return select(table).where(table.c.case_id == case_id).order_by(table.c.seq)


def entry_from(row: Row[*tuple[Any, ...]]) -> Entry:
    """Return the entry that a row of the table holds."""
    return Entry(**row._mapping)


def demand_case(connection: Connection, case_id: str) -> None:
    """Return if the case is listed.

    Raises:
        NotFound: it is not.
    """
    here = select(case_info.c.case_id).where(case_info.c.case_id == case_id)
    if connection.scalar(here) is None:
        raise _no_case(case_id)


def last_entry(connection: Connection, case_id: str) -> Entry:
    """Return the last entry of a case.

    Raises:
        NotFound: there is no such case.
    """
    last = select(table).where(table.c.case_id == case_id).order_by(table.c.seq.desc()).limit(1)
    row = connection.execute(last).one_or_none()
    if row is None:
        raise _no_case(case_id)
    return entry_from(row)


def standing_of(connection: Connection, case_id: str) -> Standing:
    """Return how far a case has come, for appending to it.

    Raises:
        CaseErased: its content was erased.
        NotFound: there is no such case.
    """
    last = last_entry(connection, case_id)
    if last.kind == ERASURE:
        raise CaseErased(
            f"The content of case {case_id} was erased; nothing can be added to it.",
            "Start a new case on the incident if it must be looked into again.",
        )
    counted = (
        select(table.c.entity, func.max(table.c.version))
        .where(table.c.case_id == case_id)
        .group_by(table.c.entity)
    )
    versions: dict[str, int] = {row[0]: row[1] for row in connection.execute(counted)}

    def latest(entity: str) -> Entry:
        found = select(table).where(
            table.c.case_id == case_id,
            table.c.entity == entity,
            table.c.version == versions[entity],
        )
        return entry_from(connection.execute(found).one())

    content = [kind.name for kind in KINDS.values() if is_content(kind.model)]
    said = select(func.max(table.c.seq)).where(
        table.c.case_id == case_id, table.c.kind.in_(content)
    )
    content_seq = connection.scalar(said) or 0
    return Standing(case_id, Head(last.seq, last.hash), versions, latest, content_seq)


def refuse_held(connection: Connection, case_id: str) -> None:
    """Return if no legal hold stands on the case.

    Raises:
        CaseHeld: one does; the message names it by its identifier.
    """
    placed = of_case(case_id).where(table.c.kind == kind_of(Hold).name)
    latest = {one.entity: one for one in map(entry_from, connection.execute(placed))}
    standing = tuple(entity for entity, one in latest.items() if not one.removes)
    if standing:
        raise CaseHeld(
            f"{case_id} is under the legal hold {', '.join(standing)}; its content stays.",
            f"When it is no longer needed, 'workbench hold {case_id} --lift {standing[0]} "
            "--because …' lifts it.",
        )


def next_case_id(connection: Connection) -> str:
    """Return the identifier after that of the newest case; the first is `C-0001`."""
    newest = (
        select(case_info.c.case_id)
        .order_by(func.length(case_info.c.case_id).desc(), case_info.c.case_id.desc())
        .limit(1)
    )
    last = connection.scalar(newest)
    return f"C-{(int(last.removeprefix('C-')) if last else 0) + 1:04d}"


def refuse_taken(connection: Connection, incident_id: str) -> None:
    """Return if no case looks into the incident, erased ones aside.

    Raises:
        CaseExists: one does.
    """
    erased = select(table.c.case_id).where(table.c.kind == ERASURE)
    looking = select(case_info.c.case_id).where(
        case_info.c.incident_id == incident_id, case_info.c.case_id.not_in(erased)
    )
    known = connection.scalar(looking.limit(1))
    if known is not None:
        raise CaseExists(
            f"{known} already looks into this incident.",
            f"Go on there: 'workbench show {known}'.",
            case_id=known,
        )


def all_cases(connection: Connection) -> tuple[ListedCase, ...]:
    """Return every case that has entries, in the order they were started."""
    heads = (
        select(table.c.case_id, func.max(table.c.seq).label("seq"))
        .group_by(table.c.case_id)
        .subquery()
    )
    query = (
        select(case_info, table.c.seq, table.c.hash, table.c.at, table.c.kind)
        .join(heads, heads.c.case_id == case_info.c.case_id)
        .join(table, and_(table.c.case_id == heads.c.case_id, table.c.seq == heads.c.seq))
        .order_by(func.length(case_info.c.case_id), case_info.c.case_id)
    )
    return tuple(_info(row) for row in connection.execute(query))


def _info(row: Row[*tuple[Any, ...]]) -> ListedCase:
    return ListedCase(
        id=row.case_id,
        incident_id=row.incident_id,
        template=row.template,
        started_at=datetime.fromisoformat(row.started_at),
        head=Head(row.seq, row.hash),
        changed_at=datetime.fromisoformat(row.at),
        erased=row.kind == ERASURE,
    )


def _no_case(case_id: str) -> NotFound:
    return NotFound(f"There is no case {case_id}.", "List the cases with 'workbench cases'.")
