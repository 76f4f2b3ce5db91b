"""The example cases that are shipped, and the register they come from."""

from __future__ import annotations

import difflib
import json
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from workbench.domain.values import Line, Text, Value
from workbench.errors import UnknownName

__all__ = [
    "Example",
    "ExampleBatch",
    "ExampleEntry",
    "ExampleSignOff",
    "example_names",
    "load_example",
    "register",
]


class ExampleEntry(Value):
    """One entry, its data as somebody would type it."""

    kind: Line
    id: Line
    data: dict[str, Any]


class ExampleBatch(Value):
    """Entries that somebody made together, with when and why."""

    author: Line
    reason: Line
    at: datetime
    entries: tuple[ExampleEntry, ...]


class ExampleSignOff(Value):
    """Somebody who approves and signs the example's record."""

    role: Line
    name: Line
    meaning: Line
    at: datetime


class Example(Value):
    """An invented case, from the register's incident to its sign-off."""

    name: Line
    title: Line
    summary: Text
    incident: Line
    template: Line
    record_date: date
    batches: tuple[ExampleBatch, ...]
    sign_offs: tuple[ExampleSignOff, ...]


def example_names() -> tuple[str, ...]:
    """Return the names of the examples, in alphabetical order."""
    return tuple(sorted(item.name.removesuffix(".json") for item in _folder("cases").iterdir()))


@cache
def load_example(name: str) -> Example:
    """Return the example called `name`.

    Raises:
        UnknownName: there is no such example.
    """
    if name not in example_names():
        near = difflib.get_close_matches(name, example_names(), n=1)
        hint = f"Did you mean '{near[0]}'? " if near else ""
        raise UnknownName(
            f"There is no example called {name!r}.", f"{hint}'workbench demo --list' lists them."
        )
    text = _folder("cases").joinpath(f"{name}.json").read_text(encoding="utf-8")
    return Example.model_validate(json.loads(text))


def register() -> bytes:
    """Return the invented incident register, a CSV file in the plain mapping."""
    return _folder("registers").joinpath("incidents.csv").read_bytes()


def _folder(name: str) -> Traversable:
    return files("workbench.examples").joinpath(name)
