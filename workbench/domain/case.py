"""A case: the frozen value that everything above the ledger works on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast

from workbench.domain.access import AccessList, Hold, Opening
from workbench.domain.canonical import canonical_json
from workbench.domain.governance import Acceptance, SignOff, Withdrawal
from workbench.domain.inquiry import PersonName
from workbench.domain.kinds import decode, encode, kind_named, kind_of
from workbench.domain.notebook import CaseNotebook
from workbench.domain.quality import QualityRating
from workbench.domain.stages import StageMove
from workbench.domain.values import Entity

__all__ = [
    "Case",
    "Head",
    "Stamp",
    "case_from_json",
    "case_to_json",
    "is_content",
    "without_names",
]

E = TypeVar("E", bound=Entity)

_NOT_CONTENT: Final = (
    SignOff,
    Acceptance,
    QualityRating,
    StageMove,
    CaseNotebook,
    AccessList,
    Opening,
    Hold,
    Withdrawal,
)
_NOT_SHOWN: Final = (PersonName, AccessList, Opening)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry that a case was folded from: its number and its hash (hexadecimal)."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an entity's present content comes from."""

    version: int
    seq: int
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """The fold of a case's ledger entries up to `head`.

    `content_seq` is the last entry that changed what the case says; sign-offs, acceptances, moves
    between stages, ratings of the investigation, notebooks, openings and holds come after it
    without changing it. Entities are kept by type and identifier, in the order in which they were
    first entered.
    """

    id: str
    head: Head
    content_seq: int
    entities: Mapping[type[Entity], Mapping[str, Entity]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    stamps: Mapping[str, Stamp] = field(default_factory=lambda: MappingProxyType({}))

    def all(self, model: type[E]) -> tuple[E, ...]:
        """Return every entity of a type, in the order of entry."""
        return cast("tuple[E, ...]", tuple(self.entities.get(model, {}).values()))

    def get(self, model: type[E], identifier: str) -> E | None:
        """Return the entity of a type with this identifier, or None."""
        return cast("E | None", self.entities.get(model, {}).get(identifier))

    def only(self, model: type[E]) -> E | None:
        """Return the one entity of a single kind, or None where it was not entered yet."""
        return next(iter(self.all(model)), None)

    def find(self, identifier: str) -> Entity | None:
        """Return the entity with this identifier, whatever its type, or None."""
        return next(
            (held[identifier] for held in self.entities.values() if identifier in held), None
        )


def is_content(model: type[Entity]) -> bool:
    """Tell whether entries of this type change what a case says, and so outdate its sign-offs."""
    return model not in _NOT_CONTENT


def without_names(case: Case) -> Case:
    """Return the case as notebooks and records may see it.

    The list of names is not in it, nor who may open the case and who has.
    """
    kept = {model: held for model, held in case.entities.items() if model not in _NOT_SHOWN}
    return replace(case, entities=MappingProxyType(kept))


def case_to_json(case: Case) -> str:
    """Return the case as JSON that `case_from_json` reads back; the same case, the same bytes."""
    return canonical_json(
        {
            "id": case.id,
            "head": {"seq": case.head.seq, "hash": case.head.hash},
            "content_seq": case.content_seq,
            "entities": [
                _entity_to_json(case, entity)
                for held in case.entities.values()
                for entity in held.values()
            ],
        }
    )


def case_from_json(text: str) -> Case:
    """Return the case that `case_to_json` wrote."""
    loaded: dict[str, Any] = json.loads(text)
    entities: dict[type[Entity], dict[str, Entity]] = {}
    stamps: dict[str, Stamp] = {}
    for item in loaded["entities"]:
        kind = kind_named(item["kind"])
        entities.setdefault(kind.model, {})[item["id"]] = decode(
            kind, item["id"], item["schema"], item["data"]
        )
        stamps[item["id"]] = Stamp(
            item["version"], item["seq"], item["author"], datetime.fromisoformat(item["at"])
        )
    return Case(
        loaded["id"],
        Head(loaded["head"]["seq"], loaded["head"]["hash"]),
        loaded["content_seq"],
        MappingProxyType({model: MappingProxyType(held) for model, held in entities.items()}),
        MappingProxyType(stamps),
    )


def _entity_to_json(case: Case, entity: Entity) -> dict[str, object]:
    kind, stamp = kind_of(type(entity)), case.stamps[entity.id]
    return {
        "kind": kind.name,
        "id": entity.id,
        "schema": kind.schema,
        "data": encode(entity),
        "version": stamp.version,
        "seq": stamp.seq,
        "author": stamp.author,
        "at": stamp.at.isoformat(),
    }
