"""What passes between the page and the kernel, as values: changes in, outcomes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final, TypeAlias

from workbench.checks.report import CheckFinding
from workbench.domain.kinds import kind_named
from workbench.domain.references import reference_fields
from workbench.domain.values import Entity
from workbench.errors import InvalidInput
from workbench.widgets.forms.checked_fields import checked_field
from workbench.widgets.forms.quoted import message_in_words

__all__ = [
    "Answer",
    "Change",
    "Conflict",
    "FieldError",
    "Refusal",
    "changes_from_json",
    "finding_to_json",
    "with_identifiers",
]

Answer: TypeAlias = dict[str, Any]
"""What is sent to the page: JSON values only."""

_NEW: Final = "new:"


@dataclass(frozen=True, slots=True)
class Change:
    """What the page wants to change about one entity.

    `fields` are those to set, with None for one to take back to its default; `fields` itself is
    None to remove the entity. `id` is None, or a placeholder such as `new:1`, for a new one.
    """

    kind: str
    id: str | None
    fields: Mapping[str, Any] | None
    base_version: int | None = None

    @property
    def is_new(self) -> bool:
        """True where the entity is not there yet."""
        return self.id is None or self.id.startswith(_NEW)

    @property
    def seen_version(self) -> int | None:
        """The version the change was made on; 0 for a new entity, of which none was there to see.

        Where a case has one of a kind at most, somebody else may have entered it meanwhile.
        """
        return 0 if self.is_new and self.base_version is None else self.base_version


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field (dotted; empty for the whole) of the change at an index."""

    change: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody changed or removed (`theirs` is None) an entity first; `base` was there before."""

    id: str
    kind: str
    theirs: Mapping[str, Any] | None
    theirs_by: str
    theirs_at: str
    version: int
    base: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was saved."""

    message: str
    remedy: str = ""
    errors: tuple[FieldError, ...] = ()
    conflict: Conflict | None = field(default=None)

    def to_json(self) -> Answer:
        """Return it as the page reads it."""
        return {"ok": False, **asdict(self), "errors": [asdict(one) for one in self.errors]}


def changes_from_json(held: object) -> tuple[Change, ...]:
    """Return the changes that a page sent.

    Raises:
        InvalidInput: they do not have the shape of changes.
    """
    if isinstance(held, list) and all(isinstance(one, dict) for one in held):
        changes = tuple(_change(one) for one in held)
        if changes and all(map(_well_formed, changes)):
            return changes
    raise InvalidInput(
        "The page asked for a change that cannot be read.",
        "Load the page again; what you typed is kept.",
    )


def with_identifiers(changes: tuple[Change, ...], given: Mapping[str, str]) -> tuple[Change, ...]:
    """Return the changes with an identifier for each placeholder, in references too."""
    return tuple(
        replace(
            one,
            id=given.get(one.id, one.id) if one.id else None,
            fields=_referring(one, given),
        )
        for one in changes
    )


def finding_to_json(finding: CheckFinding, subject: Entity | None) -> Answer:
    """Return a finding as the page reads it, with the field of its subject that it is about."""
    return {
        "field": checked_field(finding, subject) if subject is not None else None,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "gate": finding.gate.value if finding.gate else None,
        "subject": finding.subject,
        "message": message_in_words(finding.message, subject),
        "question": finding.question,
        "excerpt": finding.excerpt,
        "acceptable": finding.acceptable,
    }


def _change(held: Mapping[str, Any]) -> Change:
    return Change(
        str(held.get("kind", "")), held.get("id"), held.get("fields"), held.get("base_version")
    )


def _well_formed(change: Change) -> bool:
    return (
        isinstance(change.id, str | None)
        and isinstance(change.fields, dict | None)
        and isinstance(change.base_version, int | None)
        and (change.fields is not None if change.is_new else change.base_version is not None)
    )


def _referring(change: Change, given: Mapping[str, str]) -> Mapping[str, Any] | None:
    if change.fields is None:
        return None
    names = [name for name, _ in reference_fields(kind_named(change.kind).model)]
    return {
        name: _renamed(value, given) if name in names else value
        for name, value in change.fields.items()
    }


def _renamed(value: object, given: Mapping[str, str]) -> object:
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_renamed(one, given) for one in value]
    return given.get(value, value) if isinstance(value, str) else value
