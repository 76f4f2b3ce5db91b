"""From what a page holds to the fields of an entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from pydantic import BaseModel

from workbench.domain.kinds import kind_named
from workbench.errors import InvalidEntry
from workbench.widgets.forms.moments import day_from_form, moment_from_form, when_from_form
from workbench.widgets.forms.shape import Shape, shapes_of

__all__ = ["fields_from_form"]

_YES_OR_NO: Final = {"true": True, "false": False}


def fields_from_form(kind: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a change as the kind's model takes them.

    What is empty becomes None, which takes a field back to its default; several texts lose empty
    lines; times and days that are local to England get their offset. A value that does not fit is
    left for the model to refuse, a name it does not know too.

    Raises:
        InvalidEntry: a time cannot be read, never came, or came twice and does not say which.
    """
    problems: dict[str, str] = {}
    taken = _taken(kind_named(kind).model, fields, "", problems)
    if problems:
        raise InvalidEntry(
            f"The {kind} holds a time that cannot be used as it is.",
            "Mend the fields named and try again.",
            problems,
        )
    return taken


def _taken(
    model: type[BaseModel], fields: Mapping[str, Any], prefix: str, problems: dict[str, str]
) -> dict[str, Any]:
    shapes = {shape.name: shape for shape in shapes_of(model)}
    return {
        name: _value(shapes[name], value, prefix + name, problems) if name in shapes else value
        for name, value in fields.items()
    }


def _value(shape: Shape, value: Any, path: str, problems: dict[str, str]) -> Any:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    match shape.input:
        case "moment" | "date" if isinstance(value, str):
            read = moment_from_form if shape.input == "moment" else day_from_form
            return _read(read, value, path, problems)
        case "when" if isinstance(value, Mapping):
            return _when(value, path, problems)
        case "choice" | "tick":
            return _YES_OR_NO.get(value, value) if isinstance(value, str) else value
        case "lines":
            return list(_lines(value))
        case "part" if isinstance(value, Mapping) and shape.part:
            return _part(shape.part, value, path, problems)
        case "parts" if isinstance(value, list | tuple) and shape.part:
            parts = [
                _part(shape.part, one, f"{path}.{place}", problems)
                for place, one in enumerate(value)
            ]
            return [one for one in parts if one is not None]
    return value


def _part(model: type[BaseModel], value: Any, path: str, problems: dict[str, str]) -> Any:
    """A nested value, or None where nothing of it was filled in."""
    if not isinstance(value, Mapping):
        return value
    taken = _taken(model, value, f"{path}.", problems)
    held = {name: one for name, one in taken.items() if one not in (None, [])}
    return held or None


def _when(value: Mapping[str, Any], path: str, problems: dict[str, str]) -> dict[str, Any] | None:
    held = {name: one or None for name, one in value.items()}
    if not any(held.get(name) for name in ("earliest", "latest", "stated")):
        return None
    if held.get("recorded_at"):
        recorded = str(held["recorded_at"])
        held["recorded_at"] = _read(moment_from_form, recorded, f"{path}.recorded_at", problems)
    if not (held.get("earliest") or held.get("latest")):
        return {name: one for name, one in held.items() if name in ("stated", "recorded_at")}
    try:
        return when_from_form(held)
    except ValueError as error:
        name, _, why = str(error).partition(": ")
        problems[f"{path}.{name}"] = why
        return None


def _read(
    read: Callable[[str], str], value: str, path: str, problems: dict[str, str]
) -> str | None:
    try:
        return read(value)
    except ValueError as error:
        problems[path] = str(error)
        return None


def _lines(value: Any) -> Iterator[Any]:
    lines = value.splitlines() if isinstance(value, str) else value
    for line in lines:
        if not isinstance(line, str):
            yield line
        elif line.strip():
            yield line.strip()
