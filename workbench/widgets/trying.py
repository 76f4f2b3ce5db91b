"""A change as it would be: what is wrong with its fields, and what the checks would say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from workbench.domain.case import Case, Stamp, without_names
from workbench.domain.kinds import Kind, encode, kind_named, validate
from workbench.domain.values import Entity
from workbench.errors import EntityConflict, InvalidEntry
from workbench.ledger.drafts import free_identifiers
from workbench.ledger.fold import lifted
from workbench.widgets.desk import Desk
from workbench.widgets.forms.messages import field_message
from workbench.widgets.forms.values import fields_from_form
from workbench.widgets.wire import (
    Answer,
    Change,
    Conflict,
    FieldError,
    finding_to_json,
    with_identifiers,
)

__all__ = ["conflict_of", "field_errors", "try_change"]


def try_change(desk: Desk[Any], change: Change) -> Answer:
    """Return what is wrong with the fields of a change, and what the checks would say about it.

    Raises:
        WorkbenchError: as for `Desk.refresh`.
    """
    case = desk.refresh()
    errors = _errors(case, 0, change)
    if errors or change.fields is None:
        return {"errors": [_error_json(one) for one in errors], "findings": []}
    entity = validate(*_as_it_would_be(case, change))
    tried = desk.see(without_names(_with(desk, case, entity)))
    findings = [one for one in tried.report.open if one.subject == entity.id]
    return {"errors": [], "findings": [finding_to_json(one, entity) for one in findings]}


def field_errors(case: Case, changes: tuple[Change, ...]) -> tuple[FieldError, ...]:
    """Return what is wrong with the fields of each change, in their order."""
    given = {one.id: _next(case, kind_named(one.kind)) for one in changes if one.id and one.is_new}
    return tuple(
        error
        for index, change in enumerate(with_identifiers(changes, given))
        for error in _errors(case, index, change)
    )


def conflict_of(desk: Desk[Any], conflict: EntityConflict) -> Conflict | None:
    """Return both versions of what somebody else changed first, and the one before."""
    entries = [
        entry
        for entry in desk.session.ledger.entries(desk.case_id)
        if entry.entity == conflict.entity
    ]
    latest = entries[-1]
    bases = [entry for entry in entries if entry.version == conflict.expected]
    base = lifted(bases[0]) if bases else None
    theirs = lifted(latest)
    return Conflict(
        id=conflict.entity,
        kind=latest.kind,
        theirs=encode(theirs) if theirs is not None else None,
        theirs_by=latest.author,
        theirs_at=latest.at,
        version=latest.version,
        base=encode(base) if base is not None else {},
    )


def _errors(case: Case, index: int, change: Change) -> tuple[FieldError, ...]:
    if change.fields is None:
        return ()
    try:
        validate(*_as_it_would_be(case, change))
    except InvalidEntry as error:
        told = (field_message(change.kind, path, why) for path, why in error.problems.items())
        return tuple(FieldError(index, field, message) for field, message in dict(told).items())
    return ()


def _as_it_would_be(case: Case, change: Change) -> tuple[Kind, str, Mapping[str, object]]:
    """The kind, identifier and whole content that a change would bring about."""
    kind = kind_named(change.kind)
    held = case.get(kind.model, change.id) if change.id and not change.is_new else None
    before = encode(held) if held is not None else {}
    fields = {**before, **fields_from_form(kind.name, change.fields or {})}
    given = {name: value for name, value in fields.items() if value is not None}
    return kind, held.id if held is not None else _next(case, kind), given


def _next(case: Case, kind: Kind) -> str:
    return free_identifiers((one.id for one in case.all(kind.model)), [kind.name])[0]


def _with(desk: Desk[Any], case: Case, entity: Entity) -> Case:
    """The case as it would be with `entity` in it."""
    held = {**case.entities.get(type(entity), {}), entity.id: entity}
    known = case.stamps.get(entity.id)
    seq = case.head.seq + 1
    stamp = Stamp(known.version + 1 if known else 1, seq, desk.person, desk.clock())
    return replace(
        case,
        entities=MappingProxyType({**case.entities, type(entity): MappingProxyType(held)}),
        stamps=MappingProxyType({**case.stamps, entity.id: stamp}),
    )


def _error_json(error: FieldError) -> Answer:
    return {"change": error.change, "field": error.field, "message": error.message}
