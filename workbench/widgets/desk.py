"""The desk: one case as one notebook's kernel works on it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import RLock
from typing import Any, Final, Generic, Protocol, TypeVar

from workbench.analysis.causal import CausalGraph
from workbench.analysis.timeline import Timeline
from workbench.checks.report import CheckReport
from workbench.conduct.access import admit
from workbench.conduct.session import Session
from workbench.domain.access import AccessList
from workbench.domain.case import Case, without_names
from workbench.domain.frameworks import Framework
from workbench.errors import EntityConflict, InvalidInput, StorageError
from workbench.ledger.amend import Amendment, drafts_for
from workbench.ledger.drafts import free_identifiers
from workbench.ledger.entry import Draft, Entry
from workbench.ledger.presence import Place, PresenceBoard
from workbench.widgets.again import not_yet_saved
from workbench.widgets.forms.values import fields_from_form
from workbench.widgets.history import Deed, Deeds, content_of, deed_of
from workbench.widgets.wire import Change, with_identifiers

__all__ = ["Desk", "Seen"]

_ATTEMPTS: Final = 5
_SAY_AGAIN: Final = timedelta(seconds=4)


class Seen(Protocol):
    """A case without names, and what is worked out from it."""

    @property
    def case(self) -> Case:
        """The case, without names."""

    @property
    def report(self) -> CheckReport:
        """What the checks say of it."""

    @property
    def timeline(self) -> Timeline:
        """Its timeline."""

    @property
    def graph(self) -> CausalGraph:
        """Its causal graph."""

    @property
    def framework(self) -> Framework:
        """The contributory-factor framework of the workspace."""


S = TypeVar("S", bound=Seen)


@dataclass(frozen=True, slots=True)
class _Stay:
    """Where a step said last that the person is, and how sure that is."""

    place: Place
    attended: bool
    at: datetime

    def follows(self, other: _Stay) -> bool:
        """Whether this takes the other's place, which came before."""
        if self.place.step == other.place.step or self.at - other.at >= _SAY_AGAIN:
            return True
        return self._weight > other._weight

    @property
    def _weight(self) -> tuple[bool, bool]:
        return self.attended, self.place.entity is not None


@dataclass(slots=True)
class Desk(Generic[S]):
    """A case that one person works on in one notebook.

    The fold of the case, with the names of people, never leaves this process but for the editor
    of names. `see` turns a case without names into what figures are drawn from. `steps` are the
    names of the notebook's steps, in its order. Whoever uses it holds its `lock` meanwhile:
    JupyterLab has commands answered in a thread of their own, while cells run in another.
    """

    session: Session
    case_id: str
    person: str
    steps: tuple[str, ...]
    see: Callable[[Case], S]
    clock: Callable[[], datetime]
    key: str = field(default_factory=lambda: secrets.token_hex(8))
    deeds: Deeds = field(default_factory=Deeds)
    lock: RLock = field(default_factory=RLock, repr=False, compare=False)
    _case: Case | None = None
    _seen: S | None = None
    _stay: _Stay | None = None
    _said: tuple[Place, datetime] | None = None

    @property
    def case(self) -> Case:
        """The case as it was when it was last looked at, names included."""
        return self._case or self.refresh()

    @property
    def seen(self) -> S:
        """The case without names, with what is worked out from it, once for each entry."""
        if self._seen is None:
            self._seen = self.see(without_names(self.case))
        return self._seen

    def refresh(self) -> Case:
        """Return the case as it stands now; only entries that are new are read.

        Raises:
            AccessRefused: the case has an access list by now, and the person is not on it.
            CaseErased: its content was erased.
        """
        case = self.session.ledger.fold(self.case_id, base=self._case)
        if self._case is None or case.head != self._case.head:
            if case.only(AccessList) is not None:
                self._demand_access()
                case = self.session.ledger.fold(self.case_id, base=case)
            self._case, self._seen = case, None
        return case

    def save(self, changes: tuple[Change, ...], reason: str, key: str = "") -> tuple[str, ...]:
        """Bring changes to the ledger, all of them or none; returns their identifiers.

        Changes that come again under the same `key`, because their answer did not arrive, are
        saved once; what was typed into them since is saved on top.

        Raises:
            WorkbenchError: as for `ledger.amend.drafts_for`, `Ledger.append` and `not_yet_saved`.
        """
        ledger, case_id = self.session.ledger, self.case_id
        saved = ledger.saved_under(case_id, key) if key else ()
        if saved:
            self.refresh()
            changes = not_yet_saved(changes, saved, ledger.entries(case_id))
        if changes:
            deed, identifiers = self._append(changes, reason, key)
            self.deeds.did(deed)
            if not saved:
                return identifiers
        return tuple(dict.fromkeys(entry.entity for entry in saved))

    def undo(self) -> tuple[str, ...]:
        """Take back what was last done here, as new entries; returns the identifiers concerned.

        Raises:
            InvalidInput: there is nothing to take back, or somebody has changed it since.
        """
        deed = _last(self.deeds.done, "There is nothing left to undo.")
        identifiers = self._carry_out(deed.taken_back, f"Undid {deed.words}")
        self.deeds.undone.append(self.deeds.done.pop())
        return identifiers

    def redo(self) -> tuple[str, ...]:
        """Do again what was last undone here; returns the identifiers concerned.

        Raises:
            InvalidInput: there is nothing to do again, or somebody has changed it since.
        """
        deed = _last(self.deeds.undone, "There is nothing left to do again.")
        identifiers = self._carry_out(deed, f"Did again {deed.words}")
        self.deeds.done.append(self.deeds.undone.pop())
        return identifiers

    def pulse(self, step: str, where: str | None, *, attended: bool = False) -> tuple[Place, ...]:
        """Say where the person is, look for new entries, and return where everybody is.

        Several steps are on the screen at a time, and each has a pulse of its own. The person is
        in the one that is `attended`, with the focus in it; otherwise in the one that has something
        open; otherwise in the one they were in, for as long as it is on the screen.
        """
        self.refresh()
        at = self.clock()
        board = PresenceBoard(self.session.engine)
        here = _Stay(Place(self.key, self.person, step, where), attended, at)
        if self._stay is None or here.follows(self._stay):
            self._stay = here
            if (
                self._said is None
                or self._said[0] != here.place
                or at - self._said[1] >= _SAY_AGAIN
            ):
                with suppress(StorageError):  # what may only be read is read without saying so
                    board.put(self.case_id, here.place, at)
                self._said = (here.place, at)
        return board.seen(self.case_id, at)

    def _demand_access(self) -> None:
        admit(
            self.session.workspace,
            self.session.ledger,
            self.case_id,
            person=self.person,
            how="notebook",
            at=self.clock(),
        )

    def _append(
        self, changes: tuple[Change, ...], reason: str, key: str
    ) -> tuple[Deed, tuple[str, ...]]:
        before = self.refresh()
        named, drafts = self._drafts(changes)
        if named:
            entries = self._retrying(changes, drafts, reason, key)
        else:
            entries = self._write(drafts, reason, key)
        self.refresh()
        return deed_of(before, entries), tuple(entry.entity for entry in entries)

    def _drafts(self, changes: tuple[Change, ...]) -> tuple[bool, tuple[Draft, ...]]:
        """The drafts of changes, and whether free identifiers were taken for some of them."""
        new = [one for one in changes if one.id is not None and one.is_new]
        if new:
            versions = self.session.ledger.versions(self.case_id)
            free = free_identifiers(versions, [one.kind for one in new])
            given = dict(zip([str(one.id) for one in new], free, strict=True))
            changes = with_identifiers(changes, given)
        amendments = [Amendment(one.kind, one.id, _typed(one), one.seen_version) for one in changes]
        return bool(new), drafts_for(self.case, amendments)

    def _retrying(
        self, changes: tuple[Change, ...], drafts: tuple[Draft, ...], reason: str, key: str
    ) -> tuple[Entry, ...]:
        """Append, again where somebody else took an identifier that was free a moment ago."""
        taken = {draft.entity for draft in drafts if not draft.base_version}
        for _ in range(_ATTEMPTS):
            try:
                return self._write(drafts, reason, key)
            except EntityConflict as conflict:
                if conflict.entity not in taken:
                    raise
                self.refresh()
                _, drafts = self._drafts(changes)
                taken = {draft.entity for draft in drafts if not draft.base_version}
        return self._write(drafts, reason, key)

    def _write(self, drafts: tuple[Draft, ...], reason: str, key: str = "") -> tuple[Entry, ...]:
        return self.session.ledger.append(
            self.case_id, drafts, author=self.person, reason=reason, at=self.clock(), key=key
        )

    def _carry_out(self, deed: Deed, reason: str) -> tuple[str, ...]:
        # versions first: what somebody changes from here on is a conflict, and never overwritten
        versions = self.session.ledger.versions(self.case_id)
        case = self.refresh()
        for trace in deed.traces:
            if content_of(case, trace.id) != trace.before:
                raise InvalidInput(
                    f"{trace.id} has changed since, and that would be lost.",
                    f"Change {trace.id} itself.",
                )
        drafts = tuple(
            Draft(one.kind, one.id, one.after, versions.get(one.id)) for one in deed.traces
        )
        self._write(drafts, reason)
        self.refresh()
        return tuple(trace.id for trace in deed.traces)


def _typed(change: Change) -> dict[str, Any] | None:
    return None if change.fields is None else fields_from_form(change.kind, change.fields)


def _last(deeds: list[Deed], otherwise: str) -> Deed:
    if not deeds:
        raise InvalidInput(otherwise, "Go on from here.")
    return deeds[-1]
