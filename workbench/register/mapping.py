"""Column mappings: which column of somebody's register is which field of an incident.

A mapping is a TOML file. Two are shipped, `plain` and `datix-like`; an organisation writes its own
from a copy of one of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal, Self

from pydantic import ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails

from workbench.domain.incident import Incident
from workbench.domain.nearest import did_you_mean, or_nearest
from workbench.domain.values import Line, Value
from workbench.domain.vocabulary import PhysicalHarm, PsychologicalHarm
from workbench.errors import InvalidMapping
from workbench.register.texts import word

__all__ = [
    "SHIPPED",
    "ColumnMapping",
    "Columns",
    "Dates",
    "Moments",
    "Span",
    "YesNo",
    "load_mapping",
    "mapping_from_bytes",
    "mapping_text",
]

SHIPPED: Final = ("plain", "datix-like")
"""The names of the mappings that come with the workbench."""

_ESSENTIAL: Final = frozenset({"id", "when", "service"})
_OPTIONAL: Final = (*(name for name in Incident.model_fields if name not in _ESSENTIAL), "when.to")
_LARGEST: Final = 1 << 20


class Moments(Value):
    """A column of dates or of dates and times, and the column of times beside it, if any.

    In a file, a text alone is the column of dates.
    """

    date: Line
    time: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"date": value} if isinstance(value, str) else value


class Span(Value):
    """The column or columns that say when something began, and, if not known exactly, ended.

    In a file, a text alone or a `date` with a `time` is the beginning.
    """

    model_config = ConfigDict(validate_by_name=False, validate_by_alias=True)

    start: Moments = Field(alias="from")
    end: Moments | None = Field(default=None, alias="to")

    @model_validator(mode="before")
    @classmethod
    def _from_moments(cls, value: Any) -> Any:
        single = isinstance(value, str) or (isinstance(value, dict) and "date" in value)
        return {"from": value} if single else value


class Columns(Value):
    """The heading of the column for each field of an incident; None where the source has none."""

    id: Line
    when: Span
    service: Line
    reported_at: Moments | None = None
    location: Line | None = None
    category: Line | None = None
    narrative: Line | None = None
    immediate_action: Line | None = None
    people_involved: Line | None = None
    known_risks: Line | None = None
    safeguarding: Line | None = None
    manager_review: Line | None = None
    follow_up_actions: Line | None = None
    physical_harm: Line | None = None
    psychological_harm: Line | None = None
    near_miss: Line | None = None


class Dates(Value):
    """How the source writes dates.

    ISO dates, dates with slashes, dots or dashes in this `order`, and the serial numbers of
    spreadsheets are always understood; `formats` adds others, in the notation of `strptime`.
    A year of two digits is one from 1969 to 2068, as in `strptime`.
    """

    order: Literal["day-month-year", "month-day-year"] = "day-month-year"
    formats: tuple[Line, ...] = ()

    @field_validator("formats")
    @classmethod
    def _complete(cls, formats: tuple[str, ...]) -> tuple[str, ...]:
        sample = datetime(2026, 12, 23)
        for text in formats:
            try:
                read = datetime.strptime(sample.strftime(text), text)
            except ValueError as error:
                raise ValueError("holds a format that 'strptime' does not know") from error
            if read.date() != sample.date():
                raise ValueError("holds a format without a day, a month or a year")
        return formats


class YesNo(Value):
    """The words of the source for yes and for no, whatever their capitals."""

    yes: tuple[Line, ...] = ("yes",)
    no: tuple[Line, ...] = ("no",)

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if {word(text) for text in self.yes} & {word(text) for text in self.no}:
            raise ValueError("has a word that is both yes and no")
        return self


class ColumnMapping(Value):
    """How to read one kind of register.

    `optional` names the fields whose columns a file may lack (`when.to` is the end of a span);
    every other column that the mapping names must be there. `empty_words` are what the source
    writes for *nothing*. The harm tables map the source's words and codes to levels.
    """

    name: Line
    version: Line
    columns: Columns
    sheet: Line | None = None
    optional: tuple[str, ...] = ()
    empty_words: tuple[Line, ...] = ()
    dates: Dates = Field(default_factory=Dates)
    physical_harm: dict[str, PhysicalHarm] = Field(default_factory=dict)
    psychological_harm: dict[str, PsychologicalHarm] = Field(default_factory=dict)
    near_miss: YesNo = Field(default_factory=YesNo)

    @field_validator("optional")
    @classmethod
    def _fields(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if name not in _OPTIONAL:
                raise ValueError(f"cannot hold '{name}'{or_nearest(name, _OPTIONAL)}")
        return names

    @field_validator("physical_harm", "psychological_harm", mode="before")
    @classmethod
    def _words(cls, table: Any) -> Any:
        if not isinstance(table, dict):
            return table
        lowered = {word(key): value for key, value in table.items()}
        if len(lowered) < len(table):
            raise ValueError("has one word twice, in other capitals")
        return lowered


def load_mapping(choice: str | Path) -> ColumnMapping:
    """Return the shipped mapping of this name, or the one in the TOML file at this path.

    Raises:
        InvalidMapping: there is no such mapping or file, or it is not valid.
    """
    if str(choice) in SHIPPED:
        return _shipped(str(choice))
    path = Path(choice)
    try:
        if path.is_file() and path.stat().st_size > _LARGEST:
            raise InvalidMapping(f"{path} is too large for a column mapping.", _COPY)
        if path.exists() and not path.is_file():
            # a pipe or a device may never end
            raise InvalidMapping(f"{path} is not an ordinary file.", _COPY)
        data = path.read_bytes()
    except OSError as error:
        raise InvalidMapping(
            f"There is no mapping called '{choice}' and no readable file of that name.",
            f"{did_you_mean(str(choice), SHIPPED)}Choose one of {', '.join(SHIPPED)}, or give the "
            "path of your own TOML file.",
        ) from error
    return mapping_from_bytes(data, path.name)


def mapping_from_bytes(data: bytes, where: str) -> ColumnMapping:
    """Return the mapping that the bytes of a TOML file hold; `where` names it in errors.

    Raises:
        InvalidMapping: it is not TOML in UTF-8, or holds something unknown or not valid.
    """
    try:
        loaded = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        place = str(error).rpartition("(")[2].rstrip(")") if "(at " in str(error) else ""
        raise InvalidMapping(
            f"The mapping {where} is not TOML in UTF-8{f' ({place})' if place else ''}.", _COPY
        ) from error
    try:
        return ColumnMapping.model_validate(loaded)
    except ValidationError as error:
        problems = [_problem(detail) for detail in error.errors(include_input=False)]
        raise InvalidMapping(
            f"The mapping {where} cannot be used: {'; '.join(problems)}.", _COPY
        ) from error


def mapping_text(name: str) -> str:
    """Return the TOML file of the shipped mapping of this name, to begin one's own from.

    Raises:
        InvalidMapping: there is none of this name.
    """
    if name not in SHIPPED:
        raise InvalidMapping(
            f"No mapping called '{name}' is shipped.",
            f"{did_you_mean(name, SHIPPED)}Choose one of {', '.join(SHIPPED)}.",
        )
    return _shipped_bytes(name).decode("utf-8")


_COPY: Final = (
    "Correct it, or begin again from what 'workbench import --show-mapping plain' prints "
    "(or --show-mapping datix-like)."
)

_KNOWN: Final[Mapping[tuple[str, ...], Iterable[str]]] = {
    (): ColumnMapping.model_fields,
    ("columns",): Columns.model_fields,
    ("columns", "when"): ("from", "to", "date", "time"),
    ("columns", "reported_at"): Moments.model_fields,
    ("dates",): Dates.model_fields,
    ("near_miss",): YesNo.model_fields,
}


@cache
def _shipped(name: str) -> ColumnMapping:
    return mapping_from_bytes(_shipped_bytes(name), f"'{name}'")


def _shipped_bytes(name: str) -> bytes:
    file = files("workbench.register").joinpath("mappings", f"{name.replace('-', '_')}.toml")
    return file.read_bytes()


def _problem(detail: ErrorDetails) -> str:
    path = tuple(str(part) for part in detail["loc"])
    name, where = ".".join(path), path[:-1]
    if detail["type"] == "extra_forbidden":
        return f"there is no '{name}'{or_nearest(path[-1], _KNOWN.get(where, ()))}"
    if detail["type"] == "missing":
        return f"'{name}' is missing"
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] in ("enum", "literal_error"):
        context: dict[str, Any] = detail.get("ctx", {})
        message = f"must be {context['expected']}"
    return f"'{name}' {message}"
