"""The entries of a case as changes that people made, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from workbench.domain.kinds import encode
from workbench.ledger.entry import ERASURE, Entry
from workbench.ledger.fold import lifted

__all__ = ["Change", "Deed", "FieldChange", "changes"]


class Deed(StrEnum):
    """What an entry did to its entity."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    RESTORED = "restored"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changed; `before` or `after` is None where the field was not filled in."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Change:
    """One entry as a change: who, when and why, and what became of which fields.

    `fields` is empty where the content was erased, or the entity removed.
    """

    seq: int
    batch: int
    at: datetime
    author: str
    reason: str
    kind: str
    entity: str
    version: int
    deed: Deed
    fields: tuple[FieldChange, ...]


def changes(entries: Iterable[Entry]) -> tuple[Change, ...]:
    """Return `entries`, all those of one case from its first, as changes in the same order.

    Older shapes of content are compared in today's shape.

    Raises:
        ChainBroken: the content of an entry cannot be read.
        LedgerError: an entry was written by a newer version of the workbench.
    """
    before: dict[str, dict[str, Any] | None] = {}
    found = []
    for entry in entries:
        old, new = before.get(entry.entity), _content(entry)
        found.append(
            Change(
                entry.seq,
                entry.batch,
                datetime.fromisoformat(entry.at),
                entry.author,
                entry.reason,
                entry.kind,
                entry.entity,
                entry.version,
                _deed(entry, old),
                () if new is None else _fields(old or {}, new),
            )
        )
        before[entry.entity] = new
    return tuple(found)


def _content(entry: Entry) -> dict[str, Any] | None:
    if entry.data is None or entry.kind == ERASURE:
        return None
    entity = lifted(entry)
    return None if entity is None else encode(entity)


def _deed(entry: Entry, old: dict[str, Any] | None) -> Deed:
    if entry.kind == ERASURE:
        return Deed.ERASED
    if entry.removes:
        return Deed.REMOVED
    if entry.version == 1:
        return Deed.ADDED
    # what was erased no longer tells a change from a restoration
    return Deed.RESTORED if old is None and entry.data is not None else Deed.CHANGED


def _fields(old: dict[str, Any], new: dict[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, old.get(name), new.get(name))
        for name in dict.fromkeys((*new, *old))
        if old.get(name) != new.get(name)
    )
