"""The example cases that are shipped, and the register they come from.

A case is one file, `cases/NAME.json`, which `Example` reads. It tells the whole way from the
incident to the closed case, each deed on its own day:

1. `batches`: what people entered together, with who, why and when.
2. `sign_offs`: each role, in order, approves the case at `at`, on or before `record_date`. The
   case then moves on to *approved*, and its record is made on `record_date`.
3. Each role signs the record at `signed_at`, and it is issued at `issued_at`; the case moves on
   to *issued*.
4. `after`: batches of the same shape. What was carried out, told to people, measured and verified,
   until the case is *closed*.
5. At the moment of the last of them the closing record is made, signed and issued: the next
   version of the first, which it supersedes. Who signs says what they said when they approved the
   closing.

All of it lies before 10 November 2026: a signature that is younger than the reader's clock would
not verify, and nobody can go on with a case that is ahead of them.

Entries are applied in the order they are written in. An entry's `data` is what
`workbench kinds KIND` lists, except where a decision is taken on the case as it stands then, and
is taken with the same code as by the command:

- kind `stage`, as `workbench advance`: `to`, `role`, `name`, `because` and `at`, nothing else.
  Every gate on the way is asked on that day, and a gate that is closed stops the play. The moves
  to *approved* and *issued* are made by the play itself; all others are entries.
- kind `sign-off`, as `workbench approve`: `role`, `name`, `meaning` and `at`. Needed in `after`,
  once per role, before the move to *closed*: closing asks for everybody's approval of the case
  as it then stands. `name` is the one of that role in `sign_offs`, whose key is used.

An entry whose `id` was used before changes that entity: only the fields that change are needed.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Any, Final, Self

from pydantic import model_validator

from workbench.domain.nearest import did_you_mean
from workbench.domain.stages import Stage
from workbench.domain.values import Line, Moment, Text, Value
from workbench.domain.when import LONDON
from workbench.errors import UnknownName

__all__ = [
    "Example",
    "ExampleApproval",
    "ExampleBatch",
    "ExampleEntry",
    "ExampleMove",
    "ExampleSignOff",
    "example_names",
    "load_example",
    "register",
]

_BY_THE_PLAY: Final = (Stage.APPROVED, Stage.ISSUED)


class ExampleMove(Value):
    """The data of an entry of kind `stage`: a move that somebody decides on."""

    to: Stage
    role: Line
    name: Line
    because: Text
    at: Moment

    @model_validator(mode="after")
    def _not_by_the_play(self) -> Self:
        if self.to in _BY_THE_PLAY:
            raise ValueError(f"the move to {self.to} is made by the play; leave it out")
        return self


class ExampleApproval(Value):
    """The data of an entry of kind `sign-off`: an approval in one role."""

    role: Line
    name: Line
    meaning: Text
    at: Moment


class ExampleEntry(Value):
    """One entry, its data as somebody would type it."""

    kind: Line
    id: Line
    data: dict[str, Any]

    @property
    def decision(self) -> ExampleMove | ExampleApproval | None:
        """The decision that the entry stands for, None where it is an ordinary one."""
        match self.kind:
            case "stage":
                return ExampleMove.model_validate(self.data)
            case "sign-off":
                return ExampleApproval.model_validate(self.data)
            case _:
                return None

    @model_validator(mode="after")
    def _decision_fits(self) -> Self:
        _ = self.decision
        return self


class ExampleBatch(Value):
    """Entries that somebody made together, with when and why."""

    author: Line
    reason: Line
    at: Moment
    entries: tuple[ExampleEntry, ...]


class ExampleSignOff(Value):
    """Somebody who approves the case, and later signs its record with the same words."""

    role: Line
    name: Line
    meaning: Line
    at: Moment
    signed_at: Moment


class Example(Value):
    """An invented case, from the register's incident to its closing."""

    name: Line
    title: Line
    summary: Text
    incident: Line
    template: Line
    record_date: date
    batches: tuple[ExampleBatch, ...]
    sign_offs: tuple[ExampleSignOff, ...]
    issued_at: Moment
    after: tuple[ExampleBatch, ...]

    @model_validator(mode="after")
    def _told_in_order(self) -> Self:
        moments: list[tuple[str, datetime]] = [
            *(("batches", batch.at) for batch in self.batches),
            *(("sign_offs, at", one.at) for one in self.sign_offs),
            *(("sign_offs, signed_at", one.signed_at) for one in self.sign_offs),
            ("issued_at", self.issued_at),
            *(("after", batch.at) for batch in self.after),
        ]
        for (_, earlier), (where, later) in pairwise(moments):
            if later < earlier:
                raise ValueError(f"{where}: {later.isoformat()} comes before {earlier.isoformat()}")
        approved, signed = self.sign_offs[-1].at, self.sign_offs[0].signed_at
        if not _day(approved) <= self.record_date <= _day(signed):
            raise ValueError("record_date lies between the last approval and the first signature")
        return self


def _day(at: datetime) -> date:
    return at.astimezone(LONDON).date()


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
        raise UnknownName(
            f"There is no example called {name!r}.",
            f"{did_you_mean(name, example_names())}'workbench demo --list' lists them.",
        )
    text = _folder("cases").joinpath(f"{name}.json").read_text(encoding="utf-8")
    return Example.model_validate(json.loads(text))


def register() -> bytes:
    """Return the invented incident register, a CSV file in the plain mapping."""
    return _folder("registers").joinpath("incidents.csv").read_bytes()


def _folder(name: str) -> Traversable:
    return files("workbench.examples").joinpath(name)
