"""Reads what `workbench add` was given into amendments."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InvalidInput, UnreadableFile

if TYPE_CHECKING:
    from workbench.ledger.amend import Amendment

__all__ = ["read_amendments"]

_HOW = 'Give --json \'{"field": "value"}\', --json - to read it from standard input, or --file.'


def read_amendments(
    kind: str,
    json_text: str | None,
    file: Path | None,
    *,
    identifier: str | None,
    base_version: int | None,
    remove: bool,
) -> tuple[Amendment, ...]:
    """Return the amendments that the options of `workbench add` ask for.

    A list in the file or the JSON becomes one amendment an item; an item may carry its own `id`.

    Raises:
        InvalidInput: the options contradict one another, or what was given is not JSON.
        UnreadableFile: the file cannot be read.
    """
    from workbench.ledger.amend import Amendment

    if remove:
        if json_text or file:
            raise InvalidInput("--remove takes no content.", "Leave --json and --file out.")
        return (Amendment(kind, identifier, None, base_version),)
    if (json_text is None) == (file is None):
        raise InvalidInput("The content is given either by --json or by --file.", _HOW)
    items = _items(_load(json_text, file))
    if identifier and len(items) > 1:
        raise InvalidInput("--id names one entity, but a list was given.", "Put ids in the list.")
    return tuple(
        Amendment(
            kind,
            identifier or _own_id(item),
            {name: value for name, value in item.items() if name != "id"},
            base_version,
            present=identifier is not None,
        )
        for item in items
    )


def _load(json_text: str | None, file: Path | None) -> object:
    try:
        if file is not None:
            text = file.read_text(encoding="utf-8-sig")
        else:
            text = sys.stdin.read() if json_text == "-" else json_text or ""
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            f"The file {file} cannot be read as UTF-8 text.", "Check the path and how it was saved."
        ) from error
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        problem = InvalidInput(f"The content is not JSON: it breaks off{where}.", _HOW)
    # raised here, so that json's error, which holds what was typed, does not come along
    raise problem


def _items(loaded: object) -> list[Mapping[str, object]]:
    items: list[Any] = loaded if isinstance(loaded, list) else [loaded]
    if not items or not all(isinstance(item, dict) for item in items):
        raise InvalidInput("The content is not an object with fields, or a list of them.", _HOW)
    return items


def _own_id(item: Mapping[str, object]) -> str | None:
    own = item.get("id")
    return own if isinstance(own, str) else None
