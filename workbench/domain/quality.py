"""How well an investigation was done: eight dimensions, and what named people say of each."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from workbench.domain.nearest import or_nearest
from workbench.domain.published import published
from workbench.domain.values import Entity, Line, Moment, Text, Value
from workbench.domain.vocabulary import EvidenceRating

__all__ = [
    "QualityDimension",
    "QualityDimensions",
    "QualityRating",
    "dimension_code",
    "dimension_codes",
    "quality_dimensions",
]


class QualityDimension(Value):
    """One dimension: its code, its name, and what it asks, in our own words."""

    code: Line
    label: Line
    asks: Line


class QualityDimensions(Value):
    """The dimensions, with the tool they come from."""

    name: Line
    version: Line
    source: Line
    status: Literal["verified", "unverified"]
    entries: tuple[QualityDimension, ...]


@cache
def quality_dimensions() -> QualityDimensions:
    """Return the dimensions of the Learning Response Review and Improvement Tool."""
    return QualityDimensions.model_validate(published("quality_dimensions"))


def dimension_codes() -> tuple[str, ...]:
    """Return the codes of the dimensions, D1 to D8."""
    return tuple(entry.code for entry in quality_dimensions().entries)


def dimension_code(code: str) -> str:
    """Return `code` if it is that of a dimension.

    Raises:
        ValueError: it is not.
    """
    if code in dimension_codes():
        return code
    near = or_nearest(code, dimension_codes())
    raise ValueError(f"is not a dimension, which are D1 to D8{near}")


DimensionCode = Annotated[
    str, AfterValidator(dimension_code), Field(json_schema_extra={"enum": [*dimension_codes()]})
]


class QualityRating(Entity):
    """How much evidence of one dimension somebody sees in the investigation, and why.

    The workbench gathers what in the case speaks to a dimension; the rating is a person's.
    """

    dimension: DimensionCode
    rating: EvidenceRating
    because: Text | None = None
    name: Line
    role: Line
    at: Moment
