"""References from one entity to others, declared on the field and found by looking."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated

from pydantic import BaseModel

from workbench.domain.values import Entity, EntityId

__all__ = [
    "ActionId",
    "CauseId",
    "DutyId",
    "EventId",
    "EvidenceId",
    "FactorId",
    "FindingId",
    "MeasureId",
    "PersonId",
    "ProblemId",
    "QuestionId",
    "Reference",
    "Refers",
    "RestrictionId",
    "reference_fields",
    "references",
]


@dataclass(frozen=True, slots=True)
class Refers:
    """Marks a field whose values are identifiers of entities of the kind `to`."""

    to: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference that an entity makes: the field it stands in, the kind and the id it names."""

    field: str
    kind: str
    id: str


PersonId = Annotated[EntityId, Refers("person")]
QuestionId = Annotated[EntityId, Refers("question")]
EvidenceId = Annotated[EntityId, Refers("evidence")]
EventId = Annotated[EntityId, Refers("event")]
ProblemId = Annotated[EntityId, Refers("problem")]
FactorId = Annotated[EntityId, Refers("factor")]
CauseId = Annotated[EntityId, Refers("cause")]
FindingId = Annotated[EntityId, Refers("finding")]
ActionId = Annotated[EntityId, Refers("action")]
MeasureId = Annotated[EntityId, Refers("measure")]
DutyId = Annotated[EntityId, Refers("duty")]
RestrictionId = Annotated[EntityId, Refers("restriction")]


def references(entity: Entity) -> tuple[Reference, ...]:
    """Return every reference that `entity` makes, in the order of its fields."""
    return tuple(_found(entity, ""))


def _found(value: BaseModel, prefix: str) -> Iterator[Reference]:
    for name, kind in reference_fields(type(value)):
        held = getattr(value, name)
        ids = held if isinstance(held, tuple) else (held,) if held is not None else ()
        for identifier in ids:
            yield Reference(prefix + name, kind, identifier)


@cache
def reference_fields(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the fields of `model` that hold references, each with the kind it refers to."""
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple((name, mark.to) for name in model.model_fields for mark in _marks(hints[name]))


def _marks(hint: object) -> Iterator[Refers]:
    for mark in getattr(hint, "__metadata__", ()):
        if isinstance(mark, Refers):
            yield mark
    for inner in typing.get_args(hint):
        if not isinstance(inner, Refers | str):
            yield from _marks(inner)
