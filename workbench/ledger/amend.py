"""Turns a change of some fields into the whole content that the ledger takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from workbench.domain.case import Case
from workbench.domain.kinds import encode, kind_named, kind_of
from workbench.domain.nearest import did_you_mean
from workbench.errors import InvalidInput, NotFound
from workbench.ledger.entry import Draft, Entry
from workbench.ledger.store import Ledger

__all__ = ["Amendment", "amend", "drafts_for"]


@dataclass(frozen=True, slots=True)
class Amendment:
    """What somebody wants to change about one entity.

    `fields` are the fields to set, with None for one to take back to its default; the others stay.
    `fields` itself is None to remove the entity. `entity` is None for a new one. `base_version`
    is the version that was looked at, 0 where there was none to look at; None stands for the one
    in `drafts_for`'s case. `present` says that the entity is there already, so that a slip in its
    identifier makes no new one.
    """

    kind: str
    entity: str | None
    fields: Mapping[str, object] | None
    base_version: int | None = None
    present: bool = False


def amend(
    ledger: Ledger,
    case_id: str,
    amendments: Iterable[Amendment],
    *,
    author: str,
    reason: str,
    at: datetime,
) -> tuple[Entry, ...]:
    """Bring `amendments` to a case as it stands now, all of them or none; returns the entries.

    Raises:
        WorkbenchError: as for `drafts_for` and `Ledger.append`.
    """
    drafts = drafts_for(ledger.fold(case_id), amendments)
    return ledger.append(case_id, drafts, author=author, reason=reason, at=at)


def drafts_for(case: Case, amendments: Iterable[Amendment]) -> tuple[Draft, ...]:
    """Return the drafts that bring `amendments` to `case`, in their order.

    Raises:
        InvalidInput: an amendment makes a decision that has a command of its own.
        UnknownName: an amendment names a kind that does not exist.
        NotFound: an amendment removes an entity that is not there, or names one of another kind.
    """
    return tuple(_draft(case, amendment) for amendment in amendments)


def _draft(case: Case, amendment: Amendment) -> Draft:
    kind = kind_named(amendment.kind)
    if kind.made_by:
        raise InvalidInput(
            f"A {kind.name} is not entered by hand.", f"It is made by 'workbench {kind.made_by}'."
        )
    identifier = amendment.entity
    if identifier is None and kind.single and amendment.fields is not None:
        identifier = next((held.id for held in case.all(kind.model)), None)
    present = case.find(identifier) if identifier else None
    if present is not None and kind_of(type(present)) is not kind:
        raise NotFound(
            f"{identifier} is not of the kind {kind.name}, but {kind_of(type(present)).name}.",
            f"Name that kind, or leave --id out to enter a new {kind.name}.",
        )
    if present is None:
        if amendment.fields is None or amendment.present:
            raise _missing(case, kind.name, identifier)
        return Draft(kind.name, identifier, _set(amendment.fields), amendment.base_version)
    version = amendment.base_version
    if version is None:
        version = case.stamps[present.id].version
    if amendment.fields is None:
        return Draft(kind.name, present.id, None, version)
    merged = {**encode(present), **amendment.fields}
    return Draft(kind.name, present.id, _set(merged), version)


def _set(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}


def _missing(case: Case, kind: str, identifier: str | None) -> NotFound:
    if identifier is None:
        return NotFound(
            f"Which {kind} is to be removed was not said.", "Name it with --id, such as --id T7."
        )
    known = [held.id for held in case.all(kind_named(kind).model)]
    return NotFound(
        f"There is no {kind} {identifier} in {case.id}.",
        f"{did_you_mean(identifier, known)}'workbench show {case.id} --kind {kind}' lists them.",
    )
