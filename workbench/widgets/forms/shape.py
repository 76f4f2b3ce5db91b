"""What a model says of its fields: how each is entered, whether it is needed, what it may hold."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Final

from pydantic import AwareDatetime, BaseModel, StringConstraints

from workbench.domain.references import Refers
from workbench.domain.values import EntityId
from workbench.domain.when import When
from workbench.widgets.forms.form import Input

__all__ = ["Shape", "shapes_of"]

_ONE_LINE = 500
_ID_PATTERN = next(
    mark.pattern for mark in typing.get_args(EntityId) if isinstance(mark, StringConstraints)
)
_PLAIN: Final[Mapping[Any, Input]] = MappingProxyType(
    {
        AwareDatetime: "moment",
        datetime: "moment",
        date: "date",
        int: "number",
        float: "number",
    }
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What the model says of one field.

    `words` is the enumeration its values come from, `part` the model of its nested values.
    """

    name: str
    input: Input
    required: bool
    max: int | None = None
    to: str | None = None
    words: type[StrEnum] | None = None
    part: type[BaseModel] | None = None
    default: str | bool | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    base: Any
    marks: tuple[object, ...]
    many: bool


@cache
def shapes_of(model: type[BaseModel]) -> tuple[Shape, ...]:
    """Return the shape of each field of a model, in its order, without the identifier."""
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(_shape(model, name, _read(hints[name])) for name in _names(model))


def _names(model: type[BaseModel]) -> Iterator[str]:
    return (name for name in model.model_fields if name != "id")


def _shape(model: type[BaseModel], name: str, read: _Read) -> Shape:
    field = model.model_fields[name]
    part = read.base if isinstance(read.base, type) and issubclass(read.base, BaseModel) else None
    words = read.base if isinstance(read.base, type) and issubclass(read.base, StrEnum) else None
    default = field.default if isinstance(field.default, str | bool) else None
    return Shape(
        name,
        _input(read, sure=field.is_required() or default is False),
        required=field.is_required(),
        max=next(iter(_limits(read.marks)), None),
        to=next((mark.to for mark in read.marks if isinstance(mark, Refers)), None),
        words=words,
        part=part,
        default=str(default) if isinstance(default, StrEnum) else default,
    )


def _input(read: _Read, *, sure: bool) -> Input:
    """How a field is entered; `sure` tells that it is yes or no, and never neither."""
    if read.base is When:
        return "when"
    if issubclass(read.base, BaseModel):
        return "parts" if read.many else "part"
    if issubclass(read.base, StrEnum):
        return "choices" if read.many else "choice"
    if read.base is bool:
        return "tick" if sure else "choice"
    return _PLAIN.get(read.base) or _text_input(read)


def _text_input(read: _Read) -> Input:
    if any(one.pattern == _ID_PATTERN for one in read.marks if isinstance(one, StringConstraints)):
        return "references" if read.many else "reference"
    if read.many:
        return "lines"
    return "text" if min(_limits(read.marks), default=_ONE_LINE) <= _ONE_LINE else "long-text"


def _limits(marks: tuple[object, ...]) -> Iterator[int]:
    for mark in marks:
        if isinstance(mark, StringConstraints) and mark.max_length is not None:
            yield mark.max_length


def _read(hint: Any) -> _Read:
    marks: list[object] = []
    many = False
    while (origin := typing.get_origin(hint)) is not None:
        if origin is Annotated:
            marks += hint.__metadata__
            hint = hint.__origin__
        elif origin in (typing.Union, types.UnionType):
            hint = next(one for one in typing.get_args(hint) if one is not type(None))
        else:
            many = True
            hint = typing.get_args(hint)[0]
    return _Read(hint, tuple(marks), many)
