"""The form of each kind, made of its model and of the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel

from workbench.domain.kinds import kind_named
from workbench.errors import UnknownName
from workbench.widgets.forms.change import CHANGE
from workbench.widgets.forms.form import Choice, Field, Form, Input
from workbench.widgets.forms.governance import GOVERNANCE
from workbench.widgets.forms.inquiry import INQUIRY
from workbench.widgets.forms.list_words import words_of
from workbench.widgets.forms.methods import METHODS
from workbench.widgets.forms.people import PEOPLE
from workbench.widgets.forms.reasoning import REASONING
from workbench.widgets.forms.restriction import RESTRICTION
from workbench.widgets.forms.said import Described, Said, Setting
from workbench.widgets.forms.shape import Shape, shapes_of
from workbench.widgets.forms.story import STORY
from workbench.widgets.forms.telling import TELLING
from workbench.widgets.forms.triage import TRIAGE

__all__ = ["DESCRIBED", "form_of", "said_at"]

DESCRIBED: Final[Mapping[str, Described]] = MappingProxyType(
    {
        one.kind: one
        for one in (
            *INQUIRY,
            *PEOPLE,
            *TRIAGE,
            *GOVERNANCE,
            *STORY,
            *METHODS,
            *REASONING,
            *CHANGE,
            *RESTRICTION,
            *TELLING,
        )
    }
)
"""The words of each kind that a person enters by a form.

What a command makes has none: the incident, sign-offs, moves between stages, openings.
"""


def form_of(kind: str, setting: Setting | None = None) -> Form:
    """Return the form of a kind.

    The groups that a factor may belong to are those of the setting's framework; without one, a
    group is written as text. Its roles are suggested where a role is asked for.

    Raises:
        UnknownName: there is no such kind, or nobody enters it by a form.
    """
    model = kind_named(kind).model
    if kind not in DESCRIBED:
        raise UnknownName(
            f"A {kind} is not entered by a form.", "It has a page or a command of its own."
        )
    held = DESCRIBED[kind]
    fields = _fields(model, held.fields, setting or Setting())
    return Form(kind, held.one, held.many, held.intro, fields, held.groups)


def said_at(kind: str, path: str) -> Said | None:
    """Return the words of the field at a dotted path such as `owner.name`, or None."""
    here = DESCRIBED[kind].fields if kind in DESCRIBED else ()
    found: Said | None = None
    for part in (part for part in path.split(".") if not part.isdecimal()):
        found = next((one for one in here if one.name == part or part in one.also), None)
        if found is None:
            return None
        here = found.fields
    return found


def _fields(model: type[BaseModel], said: tuple[Said, ...], setting: Setting) -> tuple[Field, ...]:
    shapes = {shape.name: shape for shape in shapes_of(model)}
    return tuple(_field(shapes[one.name], one, setting) for one in said)


def _field(shape: Shape, said: Said, setting: Setting) -> Field:
    choices = said.choices(setting) if said.choices else _listed(shape)
    return Field(
        name=said.name,
        label=said.label,
        input=said.input or _input(shape, said, choices),
        required=shape.required,
        help=said.help,
        choices=choices,
        to=said.to or ((shape.to,) if shape.to else ()),
        fields=_fields(shape.part, said.fields, setting) if shape.part else (),
        max=shape.max,
        more=said.more,
        example=said.example,
        default=shape.default,
    )


def _listed(shape: Shape) -> tuple[Choice, ...]:
    return words_of(shape.words) if shape.words else ()


def _input(shape: Shape, said: Said, choices: tuple[Choice, ...]) -> Input:
    """Return how a field is entered: one with choices is chosen, unless they are suggestions."""
    if choices and shape.input in ("text", "number") and not said.suggests:
        return "choice"
    return shape.input
