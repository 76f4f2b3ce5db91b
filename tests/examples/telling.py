"""Reads the example data for tests: rows of the register, entries of a case, and the case."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from workbench.analysis.causal import CausalGraph
from workbench.checks.examples import ExampleEntry as Folded
from workbench.checks.examples import example_case
from workbench.domain.case import Case
from workbench.domain.change import Action, Verification
from workbench.domain.incident import REQUIRED_FIELDS
from workbench.domain.inquiry import Evidence
from workbench.domain.kinds import kind_named, validate
from workbench.domain.reasoning import Cause
from workbench.domain.story import Event
from workbench.domain.values import Entity
from workbench.domain.when import When
from workbench.examples.library import Example, ExampleBatch, ExampleEntry, register

ROOT = Path(__file__).parents[2]
PLAIN = tomllib.loads(
    files("workbench.register").joinpath("mappings", "plain.toml").read_text(encoding="utf-8")
)
HEADINGS: dict[str, Any] = PLAIN["columns"]


def rows() -> list[dict[str, str]]:
    """Return the rows of the example register, by heading."""
    return list(csv.DictReader(io.StringIO(register().decode("utf-8"))))


def unreadable(row: dict[str, str]) -> bool:
    """Tell whether a row lacks its id or a date of the calendar."""
    try:
        When.parse(row[HEADINGS["when"]["from"]])
    except ValueError:
        return True
    return not row[HEADINGS["id"]]


def incident_entry(example: Example) -> Folded:
    """Return the entry that starting a case from the register makes."""
    row = next(row for row in rows() if row[HEADINGS["id"]] == example.incident)
    data: dict[str, object] = {
        field: row[heading]
        for field, heading in HEADINGS.items()
        if isinstance(heading, str) and field in ("id", "service", *REQUIRED_FIELDS)
        if row[heading]
    }
    data["when"] = row[HEADINGS["when"]["from"]]
    data["reported_at"] = When.parse(row[HEADINGS["reported_at"]]).start.isoformat()
    return "incident", "I1", {"incident": data, "digest": "0" * 64}


def told(*batches: ExampleBatch) -> Iterator[tuple[ExampleBatch, Folded]]:
    """Yield each entry but the decisions with its batch, in order, its data whole."""
    held: dict[str, dict[str, Any]] = {}
    for batch in batches:
        for entry in batch.entries:
            if entry.decision is None:
                changed = {**held.get(entry.id, {}), **entry.data}
                held[entry.id] = {
                    name: value for name, value in changed.items() if value is not None
                }
                yield batch, (entry.kind, entry.id, held[entry.id])


def folded(example: Example, *batches: ExampleBatch) -> Case:
    """Return the case that these batches of an example add up to, its decisions left out."""
    return example_case(incident_entry(example), *(entry for _, entry in told(*batches)))


def wrong_in_graph(case: Case, graph: CausalGraph) -> list[object]:
    """Return what a causal graph should be without, people at its roots included."""
    people = [one.id for one in case.all(Cause) if one.id in graph.roots and one.who]
    return [*graph.cycles, *graph.unreachable, *graph.out_of_order, *people]


def versions(example: Example) -> Iterator[tuple[ExampleBatch, Entity]]:
    """Yield each entry as a value, with its batch, in order."""
    for batch, (kind, identifier, data) in told(*example.batches, *example.after):
        yield batch, validate(kind_named(kind), identifier, data)


def case_text(example: Example) -> str:
    """Return the file of an example as it is stored."""
    return (
        files("workbench.examples")
        .joinpath("cases", f"{example.name}.json")
        .read_text(encoding="utf-8")
    )


def entries(example: Example) -> list[ExampleEntry]:
    """Return every entry of an example, in order."""
    return [entry for batch in (*example.batches, *example.after) for entry in batch.entries]


def moments_of(entity: Entity) -> list[datetime]:
    """Return the moments that an entity says something happened at."""
    if isinstance(entity, Evidence):
        return [entity.obtained_at] if entity.obtained_at else []
    if isinstance(entity, Event):
        return [moment for moment in (entity.when.start, entity.when.recorded_at) if moment]
    return [entity.at] if hasattr(entity, "at") else []


def days_of(entity: Entity) -> list[date]:
    """Return the days that an entity says something happened on."""
    if isinstance(entity, Action):
        return [day for day in (entity.implemented_on, entity.communicated_on) if day]
    return [entity.on] if isinstance(entity, Verification) else []
