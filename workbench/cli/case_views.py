"""Cases, histories, rules and kinds as rows for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, Final, TypeAlias

from workbench.domain.case import Case, case_to_json
from workbench.domain.kinds import KINDS, encode, kind_named
from workbench.domain.values import Entity, person_key
from workbench.domain.when import LONDON
from workbench.ledger.entry import Entry
from workbench.ledger.history import Change
from workbench.ledger.loose_ends import missing_from, named_by

__all__ = [
    "case_as_json",
    "case_tables",
    "change_as_json",
    "change_row",
    "field_rows",
    "kind_rows",
    "loose_ends",
]

_DECISIONS: Final = ("sign-off", "stage", "acceptance", "hold", "withdrawal")

TableParts: TypeAlias = tuple[str, tuple[str, ...], Sequence[tuple[str, ...]]]


def case_as_json(case: Case, kind: str | None) -> dict[str, Any]:
    """Return a case, or its entities of one kind, as JSON values."""
    loaded: dict[str, Any] = json.loads(case_to_json(case))
    if kind is not None:
        name = kind_named(kind).name
        loaded["entities"] = [item for item in loaded["entities"] if item["kind"] == name]
    return loaded


def case_tables(case: Case, kind: str | None) -> Iterator[TableParts]:
    """Yield a table for each kind the case holds entities of: title, columns, rows."""
    wanted = [kind_named(kind)] if kind else list(KINDS.values())
    for one in wanted:
        held = case.all(one.model)
        if held or kind:
            rows = [
                (entity.id, str(case.stamps[entity.id].version), _in_short(entity))
                for entity in held
            ]
            yield f"{one.name} ({len(held)})", ("Id", "Version", "Content"), rows


def change_row(change: Change) -> tuple[str, ...]:
    """Return a row for one change: entry, when, who, what, which fields, why."""
    return (
        str(change.seq),
        f"{change.at.astimezone(LONDON):%d/%m/%Y %H:%M}",
        _who(change),
        f"{change.deed} {change.kind} {change.entity}",
        ", ".join(field.name for field in change.fields),
        change.reason,
    )


def _who(change: Change) -> str:
    """Whose decision it was, and who entered it; of anything else, who entered it."""
    said = {field.name: field.after for field in change.fields}
    decided = change.kind in _DECISIONS and said.get("name")
    if not decided or person_key(decided) == person_key(change.author):
        return change.author
    return f"{decided} ({said['role']}), entered by {change.author}"


def change_as_json(change: Change) -> dict[str, Any]:
    """Return one change as JSON values."""
    return asdict(change)


def loose_ends(case: Case, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield what the entries just kept leave open: names of what is gone, or not there yet."""
    for entry in entries:
        if entry.removes and (naming := named_by(case, entry.entity)):
            yield f"{entry.entity} is still named by {', '.join(naming)}."
    for identifier, one in missing_from(case, (entry.entity for entry in entries)):
        yield f"{one.id} is not there yet; {identifier} names it in {one.field!r}."


def kind_rows() -> list[tuple[str, ...]]:
    """Return a row for each kind: name, letters of its identifiers, what it is."""
    return [(kind.name, kind.prefix, kind.summary) for kind in KINDS.values()]


def field_rows(model: type[Entity]) -> list[tuple[str, ...]]:
    """Return a row for each field of a kind: name, whether it is needed, what it takes."""
    schema = model.model_json_schema()
    needed = set(schema.get("required", ()))
    return [
        (name, "yes" if name in needed else "", _takes(schema, described))
        for name, described in schema["properties"].items()
        if name != "id"
    ]


def _in_short(entity: Entity) -> str:
    return "; ".join(
        f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for name, value in encode(entity).items()
    )


def _takes(schema: dict[str, Any], described: dict[str, Any]) -> str:
    if "$ref" in described:
        return _takes(schema, schema["$defs"][described["$ref"].rsplit("/", 1)[-1]])
    if "anyOf" in described:
        options = (_takes(schema, option) for option in described["anyOf"])
        return " or ".join(option for option in options if option != "nothing")
    if "enum" in described:
        return " | ".join(described["enum"])
    match described.get("type"):
        case "array":
            return f"list of: {_takes(schema, described['items'])}"
        case "object":
            if described.get("title") == "When":
                return "a time: '14/03/2026 18:30', 'about …', 'before …', 'between … and …'"
            return f"object: {', '.join(described.get('properties', ()))}"
        case "string":
            return _text_form(described)
        case "null":
            return "nothing"
        case other:
            return str(other)


def _text_form(described: dict[str, Any]) -> str:
    if described.get("format") == "date":
        return "date, as 2026-03-14"
    if described.get("format") == "date-time":
        return "moment, as 14/03/2026 18:30 in England, or 2026-03-14T18:30:00+00:00"
    if "pattern" in described:
        return (
            "identifier, as E3" if described["pattern"].startswith("^[A-Z]") else "text of a form"
        )
    return "text"
