"""What a page needs to know of a form: its fields in order, with their words and choices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

__all__ = ["Choice", "Field", "Form", "Group", "Input"]

Input: TypeAlias = Literal[
    "text",
    "long-text",
    "lines",
    "choice",
    "choices",
    "tick",
    "number",
    "date",
    "moment",
    "when",
    "reference",
    "references",
    "part",
    "parts",
    "file",
]
"""How a field is entered: `lines` are several texts, `part` is one nested value, `parts` several.

A `moment` is a time with its zone, a `when` an interval and how precisely it is known.
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: the value that is kept, as text, and its words.

    Yes and no are `true` and `false`, a score is its digit.
    """

    value: str
    label: str
    help: str = ""

    def to_json(self) -> dict[str, str]:
        """Return it as JSON values."""
        return {"value": self.value, "label": self.label, "help": self.help}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: how it is entered, its label and help, and what may stand in it.

    `to` are the kinds a reference may point to, `fields` the fields of a nested value. `max` is
    the greatest number of characters, of one line where there are several. `more` says that few
    need it. `default` is what stands where nothing is entered. The choices of a `text` are
    suggestions; anything else may be written too. A `tick` that is required is
    answered yes or no.
    """

    name: str
    label: str
    input: Input
    required: bool
    help: str = ""
    choices: tuple[Choice, ...] = ()
    to: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    max: int | None = None
    more: bool = False
    example: str = ""
    default: str | bool | None = None

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "name": self.name,
            "label": self.label,
            "help": self.help,
            "input": self.input,
            "required": self.required,
            "choices": [one.to_json() for one in self.choices],
            "to": list(self.to),
            "fields": [one.to_json() for one in self.fields],
            "max": self.max,
            "more": self.more,
            "example": self.example,
            "default": self.default,
        }


@dataclass(frozen=True, slots=True)
class Group:
    """Fields of a long form that are shown together under a heading, by their names."""

    label: str
    fields: tuple[str, ...]
    help: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {"label": self.label, "help": self.help, "fields": list(self.fields)}


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one kind of entry. Fields that stand in no group come before the groups."""

    kind: str
    one: str
    many: str
    intro: str
    fields: tuple[Field, ...]
    groups: tuple[Group, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "kind": self.kind,
            "one": self.one,
            "many": self.many,
            "intro": self.intro,
            "fields": [one.to_json() for one in self.fields],
            "groups": [one.to_json() for one in self.groups],
        }

    def field_at(self, path: str) -> Field | None:
        """Return the field at a dotted path such as `capacity.0.outcome`, or None."""
        here: tuple[Field, ...] = self.fields
        found: Field | None = None
        for part in path.split("."):
            if part.isdecimal():
                continue
            found = next((one for one in here if one.name == part), None)
            if found is None:
                return None
            here = found.fields
        return found
