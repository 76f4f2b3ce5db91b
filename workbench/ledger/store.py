"""The ledger: what is said in each case, appended and never changed."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from types import MappingProxyType
from typing import Final, TypeVar

from sqlalchemy import Connection, Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from workbench.domain.canonical import canonical_json
from workbench.domain.case import Case, Head
from workbench.errors import NotFound, StorageBusy
from workbench.ledger import history
from workbench.ledger.chain import Heads, LedgerReport, check
from workbench.ledger.drafts import Byline, Standing, byline, entries_from, sealed
from workbench.ledger.entry import ERASURE, FIRST_PREVIOUS, Draft, Entry
from workbench.ledger.fold import fold
from workbench.ledger.queries import (
    ListedCase,
    all_cases,
    demand_case,
    entry_from,
    last_entry,
    next_case_id,
    of_case,
    refuse_held,
    refuse_taken,
    standing_of,
)
from workbench.workspace.database import flush_erased, reading, transaction
from workbench.workspace.tables import case_info, saving
from workbench.workspace.tables import entry as table

__all__ = ["Ledger", "ListedCase"]

T = TypeVar("T")

_ATTEMPTS: Final = 50
_PAGE: Final = 1_000


class Ledger:
    """The ledger in a database that `workspace.database.upgrade` brought up to date.

    `new_salt` makes the salt of each entry: 16 bytes that nobody can guess, in hexadecimal.
    """

    def __init__(
        self, engine: Engine, new_salt: Callable[[], str] = lambda: secrets.token_hex(16)
    ) -> None:
        self._engine = engine
        self._new_salt = new_salt

    def start_case(
        self,
        incident_id: str,
        template: str,
        drafts: Iterable[Draft],
        *,
        author: str,
        reason: str,
        at: datetime,
    ) -> str:
        """Start a case on an incident with its first entries and return its identifier.

        Raises:
            CaseExists: a case looks into the incident already.
            WorkbenchError: as for `append`.
        """
        drafts, by = tuple(drafts), byline(author, at, reason)

        def write(connection: Connection) -> str:
            # in this order: whoever starts at the same moment is seen here, or takes the identifier
            case_id = next_case_id(connection)
            refuse_taken(connection, incident_id)
            connection.execute(
                insert(case_info).values(
                    case_id=case_id, incident_id=incident_id, template=template, started_at=by.at
                )
            )
            self._write(connection, _nothing_yet(case_id), drafts, by)
            return case_id

        return self._retrying(write)

    def append(
        self,
        case_id: str,
        drafts: Iterable[Draft],
        *,
        author: str,
        reason: str,
        at: datetime,
        key: str = "",
    ) -> tuple[Entry, ...]:
        """Append `drafts`, all of them or none, and return the entries they became.

        Once it returns, the entries are on the disk. `reason` may be empty. With a `key`,
        `saved_under` finds the entries again.

        Raises:
            CaseErased: the content of the case was erased; nothing can be added to it.
            EntityConflict: somebody changed an entity first, or the draft of an entity that was
                entered before lacks its `base_version`.
            InvalidEntry: the content of a draft does not have the shape of its kind.
            InvalidInput: there are no drafts, an identifier does not fit its kind, the author is
                empty, or `at` has no time zone.
            NotFound: there is no such case, or no such entity to change or remove.
            StorageError: the database could not be written; nothing was.
            UnknownName: there is no such kind.
        """
        drafts, by = tuple(drafts), byline(author, at, reason)

        def write(connection: Connection) -> tuple[Entry, ...]:
            entries = self._write(connection, standing_of(connection, case_id), drafts, by)
            if key:
                kept = insert(saving).values(case_id=case_id, batch=entries[0].batch, key=key)
                connection.execute(kept)
            return entries

        return self._retrying(write)

    def saved_under(self, case_id: str, key: str) -> tuple[Entry, ...]:
        """Return the entries that were appended to a case with this key, in order."""
        batches = select(saving.c.batch).where(saving.c.case_id == case_id, saving.c.key == key)
        query = of_case(case_id).where(table.c.batch.in_(batches))
        with reading(self._engine) as connection:
            return tuple(entry_from(row) for row in connection.execute(query))

    def entries(self, case_id: str, upto: int | None = None, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of a case with `after` < seq <= `upto`, in order.

        Raises:
            NotFound: there is no such case.
        """
        query = of_case(case_id).where(table.c.seq > after)
        if upto is not None:
            query = query.where(table.c.seq <= upto)
        with reading(self._engine) as connection:
            demand_case(connection, case_id)
            return tuple(entry_from(row) for row in connection.execute(query))

    def fold(self, case_id: str, as_of: int | None = None, base: Case | None = None) -> Case:
        """Return the case as it stands, or as it stood after entry `as_of`.

        `base`, an earlier fold of the same case, saves reading its entries again.

        Raises:
            CaseErased: its content was erased.
            ChainBroken: the entries do not follow one another, or one cannot be read.
            NotFound: there is no such case, or it has no entry `as_of`.
        """
        if base is not None and as_of is not None and as_of < base.head.seq:
            base = None
        case = fold(self.entries(case_id, as_of, base.head.seq if base else 0), base)
        if as_of is not None and case.head.seq != as_of:
            raise NotFound(
                f"{case_id} has no entry {as_of}.", f"Its last entry is {case.head.seq}."
            )
        return case

    def history(self, case_id: str) -> tuple[history.Change, ...]:
        """Return the entries of a case as changes that people made, first to last.

        Raises:
            ChainBroken: the content of an entry cannot be read.
            NotFound: there is no such case.
        """
        return history.changes(self.entries(case_id))

    def versions(self, case_id: str) -> Mapping[str, int]:
        """Return how many versions each entity of a case has had, removed ones included.

        Raises:
            CaseErased: the content of the case was erased; nothing can be added to it.
            NotFound: there is no such case.
        """
        with reading(self._engine) as connection:
            return standing_of(connection, case_id).versions

    def cases(self) -> tuple[ListedCase, ...]:
        """Return every case, in the order they were started."""
        with reading(self._engine) as connection:
            return all_cases(connection)

    def verify(
        self, case_id: str | None = None, heads: Heads = MappingProxyType({})
    ) -> LedgerReport:
        """Walk the chain of one case, or of all, and return what was found.

        `heads` are heads noted elsewhere, by case: only against them do entries that were cut
        off the end of a chain show.

        Raises:
            NotFound: there is no such case.
        """
        listing, query = select(case_info.c.case_id), select(table)
        if case_id is not None:
            heads = {known: head for known, head in heads.items() if known == case_id}
            listing = listing.where(case_info.c.case_id == case_id)
            query = query.where(table.c.case_id == case_id)
        with reading(self._engine) as connection:
            listed = tuple(connection.scalars(listing))
            ordered = query.order_by(table.c.case_id, table.c.seq)
            rows = connection.execution_options(yield_per=_PAGE).execute(ordered)
            report = check((entry_from(row) for row in rows), listed, heads)
            if case_id is not None and not (report.entries or heads):
                demand_case(connection, case_id)
        return report

    def erase(self, case_id: str, *, author: str, reason: str, at: datetime) -> Entry:
        """Erase the content of a case for ever and return the entry that says so.

        Who entered what kind of entry, when and why stays, and so does the chain. Files that
        were kept as evidence, notebooks, records and backups are not touched. Erasing again only
        makes sure that the content is gone.

        Raises:
            CaseHeld: a legal hold stands; nothing was erased.
            NotFound: there is no such case.
            StorageBusy: the content was erased, but an open reader keeps traces of it on the
                disk; erase again.
        """
        by = byline(author, at, reason)
        erasure = self._retrying(lambda connection: self._erase(connection, case_id, by))
        flush_erased(self._engine)
        return erasure

    def _erase(self, connection: Connection, case_id: str, by: Byline) -> Entry:
        last = last_entry(connection, case_id)
        if last.kind == ERASURE:
            return last
        refuse_held(connection, case_id)
        connection.execute(
            update(table).where(table.c.case_id == case_id).values(data=None, salt=None)
        )
        unsealed = Entry(
            case_id=case_id,
            seq=last.seq + 1,
            batch=last.seq + 1,
            entity="-",
            kind=ERASURE,
            schema=1,
            version=1,
            data=None,
            salt=None,
            data_digest="",
            author=by.author,
            at=by.at,
            reason=by.reason,
            previous_hash=last.hash,
            hash="",
        )
        entry = sealed(unsealed, canonical_json({"entries": last.seq}), self._new_salt())
        connection.execute(insert(table), [asdict(entry)])
        return entry

    def _write(
        self, connection: Connection, standing: Standing, drafts: tuple[Draft, ...], by: Byline
    ) -> tuple[Entry, ...]:
        entries = entries_from(drafts, standing, by, self._new_salt)
        connection.execute(insert(table), [asdict(entry) for entry in entries])
        return entries

    def _retrying(self, write: Callable[[Connection], T]) -> T:
        """Return what `write` does in a transaction, again where another writer came first."""
        first: IntegrityError | None = None
        for _ in range(_ATTEMPTS):
            try:
                with transaction(self._engine) as connection:
                    return write(connection)
            except IntegrityError as error:
                first = first or error
        raise StorageBusy(
            "Other people kept adding to the ledger at the same moment; nothing was kept.",
            "Try again.",
        ) from first


def _nothing_yet(case_id: str) -> Standing:
    def latest(entity: str) -> Entry:
        raise NotFound(f"There is no {entity} in {case_id} yet.", "Enter it as new.")

    return Standing(case_id, Head(0, FIRST_PREVIOUS), {}, latest)
