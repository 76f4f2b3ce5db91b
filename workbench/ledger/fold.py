"""Entries folded into a case: pure, and in steps if need be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from workbench.domain.case import Case, Head, Stamp, is_content
from workbench.domain.kinds import KINDS, UPCASTERS, Kind, Upcaster, decode
from workbench.domain.values import Entity
from workbench.errors import CaseErased, ChainBroken, LedgerError, NotFound
from workbench.ledger.entry import ERASURE, FIRST_PREVIOUS, Entry, content_of

__all__ = ["fold", "lifted"]

Upcasters = Mapping[tuple[str, int], Upcaster]


def fold(
    entries: Iterable[Entry],
    base: Case | None = None,
    *,
    kinds: Mapping[str, Kind] = KINDS,
    upcasters: Upcasters = UPCASTERS,
) -> Case:
    """Return the case that `entries`, in their order, make of `base` (None: of nothing).

    Folding a history at once or in steps gives the same case. Each kind's entities stand in the
    order in which they were first entered; one that was removed and entered again stands last.

    Raises:
        CaseErased: the content of the case was erased.
        ChainBroken: the entries do not follow one another, or one cannot be read.
        LedgerError: an entry was written by a newer version of the workbench.
        NotFound: there is neither an entry nor a base.
    """
    state = _State.of(base)
    for entry in entries:
        state.take(entry, kinds)
    return state.case(kinds, upcasters)


def lifted(
    entry: Entry, kinds: Mapping[str, Kind] = KINDS, upcasters: Upcasters = UPCASTERS
) -> Entity | None:
    """Return the entity as `entry` left it, in today's shape; None where it was removed.

    Raises:
        ChainBroken: the content cannot be read.
        LedgerError: it was written by a newer version of the workbench.
    """
    kind, content = _kind(entry, kinds), content_of(entry)
    if content is None:
        return None
    try:
        return decode(kind, entry.entity, entry.schema, content, upcasters)
    except (ValueError, KeyError, TypeError):
        pass  # raised outside the handler: the cause would carry the content
    raise _unreadable(entry)


@dataclass(slots=True)
class _State:
    """A case in the making; entities that were not decoded yet stand as their entries."""

    head: Head | None = None
    case_id: str = ""
    content_seq: int = 0
    held: dict[type[Entity], dict[str, Entity | Entry]] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)

    @classmethod
    def of(cls, base: Case | None) -> _State:
        if base is None:
            return cls()
        held = {model: dict(entities) for model, entities in base.entities.items()}
        return cls(base.head, base.id, base.content_seq, held, dict(base.stamps))  # type: ignore[arg-type]

    def take(self, entry: Entry, kinds: Mapping[str, Kind]) -> None:
        self._follow(entry)
        if entry.kind == ERASURE or entry.data is None:
            raise CaseErased(
                f"The content of case {entry.case_id} was erased.",
                "Its history still says who erased it, when and why; issued records remain.",
            )
        model = _kind(entry, kinds).model
        if entry.removes:
            self._remove(model, entry.entity)
        else:
            self.held.setdefault(model, {})[entry.entity] = entry
            self.stamps[entry.entity] = Stamp(
                entry.version, entry.seq, entry.author, datetime.fromisoformat(entry.at)
            )
        if is_content(model):
            self.content_seq = entry.seq

    def case(self, kinds: Mapping[str, Kind], upcasters: Upcasters) -> Case:
        if self.head is None:
            raise NotFound("There are no entries to make a case of.", "Name a case that exists.")
        return Case(
            self.case_id,
            self.head,
            self.content_seq,
            MappingProxyType(
                {
                    model: MappingProxyType(
                        {name: _decoded(item, kinds, upcasters) for name, item in held.items()}
                    )
                    for model, held in self.held.items()
                }
            ),
            MappingProxyType(self.stamps),
        )

    def _follow(self, entry: Entry) -> None:
        previous = self.head or Head(0, FIRST_PREVIOUS)
        if (
            entry.seq != previous.seq + 1
            or entry.previous_hash != previous.hash
            or (self.head and entry.case_id != self.case_id)
        ):
            raise ChainBroken(
                f"Entry {entry.seq} of {entry.case_id} does not follow entry {previous.seq}.",
                "Run 'workbench ledger verify', and compare with the last backup.",
            )
        self.case_id, self.head = entry.case_id, Head(entry.seq, entry.hash)

    def _remove(self, model: type[Entity], entity: str) -> None:
        held = self.held.get(model, {})
        held.pop(entity, None)
        self.stamps.pop(entity, None)
        if not held:
            self.held.pop(model, None)


def _decoded(item: Entity | Entry, kinds: Mapping[str, Kind], upcasters: Upcasters) -> Entity:
    if isinstance(item, Entity):
        return item
    entity = lifted(item, kinds, upcasters)
    if entity is None:
        raise _unreadable(item)
    return entity


def _kind(entry: Entry, kinds: Mapping[str, Kind]) -> Kind:
    kind = kinds.get(entry.kind)
    if kind is None or entry.schema > kind.schema:
        raise LedgerError(
            f"Entry {entry.seq} of {entry.case_id} was written by a newer version of this "
            "workbench.",
            "Install that version or a later one: pip install --upgrade rca-workbench.",
        )
    return kind


def _unreadable(entry: Entry) -> ChainBroken:
    return ChainBroken(
        f"The content of entry {entry.seq} of {entry.case_id} cannot be read.",
        "Run 'workbench ledger verify', and compare with the last backup.",
    )
