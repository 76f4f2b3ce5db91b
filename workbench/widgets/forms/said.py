"""The words of a form as they are written by hand; all else follows from the kind's model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from workbench.domain.frameworks import Framework
from workbench.widgets.forms.form import Choice, Group, Input

__all__ = ["Choices", "Described", "Said", "Setting"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the choices of a form depend on: the workspace's factor framework, and its roles."""

    framework: Framework | None = None
    roles: tuple[str, ...] = ()


Choices: TypeAlias = Callable[[Setting], tuple[Choice, ...]]
"""What may be chosen, where the model's own list of words does not say it."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one field: its label, one line of help, and an invented example.

    `missing` is what to say where it is needed and empty. `fields` describe a nested value. `to`
    and `input` say what the model leaves open; `also` names fields that are entered with this one.
    The choices of one that `suggests` are offered beside free text.
    """

    name: str
    label: str
    help: str = ""
    missing: str = ""
    example: str = ""
    more: bool = False
    choices: Choices | None = None
    fields: tuple[Said, ...] = ()
    to: tuple[str, ...] = ()
    input: Input | None = None
    also: tuple[str, ...] = ()
    suggests: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """The words of the form of one kind: for one entry, for many, and its fields in order."""

    kind: str
    one: str
    many: str
    intro: str
    fields: tuple[Said, ...]
    groups: tuple[Group, ...] = ()
