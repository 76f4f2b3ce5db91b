"""Restrictions, quality and the golden thread as rows for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from workbench.analysis.quality import DimensionEvidence, Lean
from workbench.analysis.restrictions import RestrictionStanding
from workbench.analysis.thread import Thread, ThreadRow
from workbench.analysis.thread_export import rows_broken_first, thread_csv, thread_graphml
from workbench.cli.output import print_table
from workbench.workspace.files import write_private

__all__ = [
    "dimension_as_json",
    "dimension_row",
    "print_thread",
    "standing_as_json",
    "standing_row",
    "write_thread",
]

_MARKS = {Lean.FOR: "+", Lean.LOOK: "?", Lean.KNOW: "·"}


def standing_row(one: RestrictionStanding) -> tuple[str, ...]:
    """Return a row of the register: case, id, person, what, since, review by, limit, standing."""
    return (
        one.case_id,
        one.restriction.id,
        one.restriction.person,
        one.what,
        _day(one.restriction.starts_on),
        _day(one.review_by),
        _day(one.limit),
        _stands(one),
    )


def standing_as_json(one: RestrictionStanding) -> dict[str, Any]:
    """Return a row of the register as JSON values."""
    return {
        "case": one.case_id,
        "id": one.restriction.id,
        "person": one.restriction.person,
        "what": one.what,
        "type": one.restriction.type,
        "since": one.restriction.starts_on,
        "days": one.days,
        "review_by": one.review_by,
        "limit": one.limit,
        "reviews": len(one.reviews),
        "due": one.due,
        "overdue": one.overdue,
        "past_its_limit": one.lapsed,
    }


def dimension_row(one: DimensionEvidence) -> tuple[str, ...]:
    """Return a row for a dimension: code, name, what the case holds, how it was rated."""
    held = "\n".join(f"{_MARKS[signal.lean]} {signal.sentence}" for signal in one.signals)
    rated = "\n".join(f"{rating.rating} ({rating.name}, {rating.role})" for rating in one.latest)
    return (one.dimension.code, one.dimension.label, held, rated or "not yet")


def dimension_as_json(one: DimensionEvidence) -> dict[str, Any]:
    """Return a dimension with its signals and ratings as JSON values."""
    return {
        "dimension": one.dimension.code,
        "label": one.dimension.label,
        "asks": one.dimension.asks,
        "signals": [asdict(signal) for signal in one.signals],
        "ratings": [rating.model_dump(mode="json") for rating in one.ratings],
    }


def print_thread(case_id: str, held: Thread) -> None:
    """Print the golden thread: broken links, what is awaited, and the traceability table."""
    if held.breaks:
        broken = ((link.subject, link.words) for link in held.breaks)
        print_table(f"Broken links of {case_id}", ("At", "What is missing"), broken)
    if held.awaited:
        awaited = ((one.subject, one.words) for one in held.awaited)
        print_table(f"Not due yet in {case_id}", ("At", "What is awaited"), awaited)
    print_table(
        f"Golden thread of {case_id}",
        ("Finding", "Question", "Evidence", "Event", "Factor", "Cause", "Action", "Measure", ""),
        (_thread_row(row) for row in rows_broken_first(held)),
    )


def write_thread(held: Thread, csv: Path | None, graphml: Path | None) -> Iterator[Path]:
    """Write the traceability table and the graph where a file is named, and yield each file.

    Raises:
        StorageError: a file cannot be written.
    """
    for path, make in ((csv, thread_csv), (graphml, thread_graphml)):
        if path is not None:
            write_private(path, make(held))
            yield path


def _thread_row(row: ThreadRow) -> tuple[str, ...]:
    return (
        row.finding or "–",
        ", ".join(row.questions),
        ", ".join(row.evidence),
        ", ".join(row.events),
        ", ".join(row.factors),
        ", ".join(row.causes),
        row.action or "–",
        ", ".join((*((row.measure,) if row.measure else ()), *row.verifications)) or "–",
        "broken" if row.breaks else "not due yet" if row.awaited else "whole",
    )


def _stands(one: RestrictionStanding) -> str:
    if one.lapsed:
        return "past its limit"
    if one.overdue:
        return "review overdue"
    if one.review_by is None:
        return "no review date"
    return "due today" if one.due else "in force"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else "–"
