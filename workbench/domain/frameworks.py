"""Published classifications, shipped as versioned data with their source."""

from __future__ import annotations

import difflib
import json
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from workbench.domain.values import Line, Value
from workbench.domain.vocabulary import Strength
from workbench.errors import UnknownName

__all__ = [
    "FACTOR_FRAMEWORKS",
    "ActionApproach",
    "FactorGroup",
    "Framework",
    "HierarchyOfActions",
    "action_hierarchy",
    "approach_code",
    "approach_codes",
    "factor_framework",
    "strength_of",
]

FACTOR_FRAMEWORKS: Final = ("npsa", "nhs")
"""The contributory-factor frameworks a workspace may choose from."""


class FactorGroup(Value):
    """One group of a contributory-factor framework and the question that opens it."""

    code: Line
    label: Line
    asks: Line


class Framework(Value):
    """A contributory-factor framework. Its groups are also the spines of a fishbone."""

    name: Line
    version: Line
    source: Line
    status: Literal["verified", "unverified"]
    entries: tuple[FactorGroup, ...]

    def label(self, code: str | None) -> str:
        """Return the label of a group, or *Not grouped* for a code the framework lacks."""
        return next((group.label for group in self.entries if group.code == code), "Not grouped")


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
    status: Literal["verified", "unverified"]
    entries: tuple[ActionApproach, ...]


@cache
def factor_framework(name: str) -> Framework:
    """Return the contributory-factor framework called `name` (`npsa` or `nhs`).

    Raises:
        UnknownName: there is none of that name.
    """
    if name not in FACTOR_FRAMEWORKS:
        near = difflib.get_close_matches(name, FACTOR_FRAMEWORKS, n=1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        raise UnknownName(
            f"There is no contributory-factor framework called {name!r}.",
            f"{hint}Choose one of {', '.join(FACTOR_FRAMEWORKS)}.",
        )
    return Framework.model_validate(_load(f"{name}_contributory_factors"))


@cache
def action_hierarchy() -> HierarchyOfActions:
    """Return the hierarchy of actions."""
    return HierarchyOfActions.model_validate(_load("action_hierarchy"))


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
    near = difflib.get_close_matches(code, approach_codes(), n=1)
    raise ValueError(
        f"is not in the hierarchy of actions{f'; did you mean {near[0]!r}?' if near else ''}"
    )


def strength_of(approach: str | None) -> Strength | None:
    """Return the strength of an approach by its code, or None for one the hierarchy lacks."""
    return next(
        (entry.strength for entry in action_hierarchy().entries if entry.code == approach), None
    )


def _load(name: str) -> object:
    return json.loads(
        files("workbench.domain").joinpath("data", f"{name}.json").read_text(encoding="utf-8")
    )
