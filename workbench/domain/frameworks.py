"""Published classifications, shipped as versioned data with their source."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Final, Literal, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from workbench.domain.nearest import did_you_mean, or_nearest
from workbench.domain.published import published
from workbench.domain.values import Line, Value
from workbench.domain.vocabulary import Lens, SeipsElement, Strength
from workbench.errors import UnknownName

__all__ = [
    "FACTOR_FRAMEWORKS",
    "IMPORT_FRAMEWORKS",
    "ActionApproach",
    "FactorGroup",
    "FactorItem",
    "Framework",
    "HierarchyOfActions",
    "action_hierarchy",
    "approach_code",
    "approach_codes",
    "factor_framework",
    "import_framework",
    "published_framework",
    "strength_of",
]

FACTOR_FRAMEWORKS: Final = ("npsa", "nhs", "seips", "yorkshire", "london")
"""The contributory-factor frameworks a workspace may choose from."""

IMPORT_FRAMEWORKS: Final = ("hfacs",)
"""Frameworks whose labels are read, and never offered for choosing."""

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]

Status: TypeAlias = Literal["verified", "unverified"]
"""Whether the wording was read in a public source, or is from memory and to be checked."""


class FactorItem(Value):
    """One thing to look for within a group."""

    code: Code
    label: Line


class FactorGroup(Value):
    """One group of a contributory-factor framework and the question that opens it.

    `items` are what to look for in it, with a status of their own. `elements` are those of SEIPS
    it speaks of, the main one first, by which frameworks are compared, and `lenses` those it is
    mostly looked at through. `published_as` is the source's own label where ours is another, and
    `adaptation` says why.
    """

    code: Code
    label: Line
    asks: Line
    status: Status = "verified"
    items: tuple[FactorItem, ...] = ()
    items_status: Status = "verified"
    elements: tuple[SeipsElement, ...] = ()
    lenses: tuple[Lens, ...] = ()
    published_as: Line | None = None
    adaptation: Line | None = None


class Framework(Value):
    """A contributory-factor framework. Its groups are also the spines of a fishbone."""

    name: Line
    version: Line
    source: Line
    status: Status
    note: Line | None = None
    entries: tuple[FactorGroup, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _codes_differ(self) -> Self:
        codes = [group.code for group in self.entries]
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice:
            raise ValueError(f"two groups have the code {twice!r}; give each its own")
        return self

    def group(self, code: str | None) -> FactorGroup | None:
        """Return the group with this code, or None."""
        return next((group for group in self.entries if group.code == code), None)

    def label(self, code: str | None) -> str:
        """Return the label of a group, or *Not grouped* for a code the framework lacks."""
        group = self.group(code)
        return group.label if group else "Not grouped"


class ActionApproach(Value):
    """One way of changing things, and how strongly it tends to hold."""

    code: Line
    label: Line
    strength: Strength


class HierarchyOfActions(Value):
    """The hierarchy of actions of the VA National Center for Patient Safety."""

    name: Line
    version: Line
    source: Line
    status: Status
    entries: tuple[ActionApproach, ...]


def factor_framework(name: str) -> Framework:
    """Return the contributory-factor framework called `name`, one of `FACTOR_FRAMEWORKS`.

    Raises:
        UnknownName: there is none of that name to choose.
    """
    if name in IMPORT_FRAMEWORKS:
        raise UnknownName(
            f"The framework {name!r} is for reading labels of other systems, not for choosing.",
            f"Choose one of {', '.join(FACTOR_FRAMEWORKS)}.",
        )
    if name not in FACTOR_FRAMEWORKS:
        raise UnknownName(
            f"There is no contributory-factor framework called {name!r}.",
            f"{did_you_mean(name, FACTOR_FRAMEWORKS)}Choose one of {', '.join(FACTOR_FRAMEWORKS)}.",
        )
    return published_framework(name)


def import_framework(name: str) -> Framework:
    """Return the framework `name`, one of `IMPORT_FRAMEWORKS`, whose labels may come from outside.

    Raises:
        UnknownName: there is none of that name.
    """
    if name not in IMPORT_FRAMEWORKS:
        raise UnknownName(
            f"There is no import mapping called {name!r}.",
            f"There is {', '.join(IMPORT_FRAMEWORKS)}.",
        )
    return published_framework(name)


@cache
def published_framework(name: str) -> Framework:
    """Return the framework kept under `name`, which must be one of the two lists."""
    return Framework.model_validate(published(f"{name}_contributory_factors"))


@cache
def action_hierarchy() -> HierarchyOfActions:
    """Return the hierarchy of actions."""
    return HierarchyOfActions.model_validate(published("action_hierarchy"))


def approach_codes() -> tuple[str, ...]:
    """Return the codes of the hierarchy of actions, strongest first."""
    return tuple(entry.code for entry in action_hierarchy().entries)


def approach_code(code: str) -> str:
    """Return `code` if the hierarchy of actions has it.

    Raises:
        ValueError: it has not; the message names the nearest.
    """
    if code in approach_codes():
        return code
    raise ValueError(f"is not in the hierarchy of actions{or_nearest(code, approach_codes())}")


def strength_of(approach: str | None) -> Strength | None:
    """Return the strength of an approach by its code, or None for one the hierarchy lacks."""
    return next(
        (entry.strength for entry in action_hierarchy().entries if entry.code == approach), None
    )
