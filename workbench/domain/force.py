"""What is to be recorded of a use of force, as published data."""

from __future__ import annotations

from functools import cache
from typing import Literal

from workbench.domain.nearest import or_nearest
from workbench.domain.published import published
from workbench.domain.values import Line, Text, Value

__all__ = ["ForceChecklist", "ForceItem", "force_checklist", "force_item_code", "force_item_codes"]


class ForceItem(Value):
    """One item: its letter in the Act, what it asks, and the fields of a restriction that answer.

    `kept` says how a record by reference answers an item that asks for a name.
    """

    code: Line
    label: Line
    fields: tuple[Line, ...] = ()
    kept: Line | None = None


class ForceChecklist(Value):
    """The items, and in `applies` where they are law and where good practice."""

    name: Line
    version: Line
    source: Line
    status: Literal["verified", "unverified"]
    applies: Text
    entries: tuple[ForceItem, ...]


@cache
def force_checklist() -> ForceChecklist:
    """Return the use-of-force checklist."""
    return ForceChecklist.model_validate(published("use_of_force_items"))


def force_item_codes() -> tuple[str, ...]:
    """Return the letters of the items, in the order of the Act."""
    return tuple(item.code for item in force_checklist().entries)


def force_item_code(code: str) -> str:
    """Return `code` if the checklist has it.

    Raises:
        ValueError: it has not.
    """
    if code in force_item_codes():
        return code
    raise ValueError(
        "is not an item of the checklist, which go from a to p"
        f"{or_nearest(code, force_item_codes())}"
    )
