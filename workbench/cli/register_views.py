"""What an import did, and incidents, as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from workbench.domain.incident import Incident

if TYPE_CHECKING:
    from workbench.register.report import ImportReport
    from workbench.register.store import RegisteredIncident

__all__ = ["import_as_json", "import_lines", "incident_as_json", "incident_row"]

_SHOWN: Final = 20


def import_lines(report: ImportReport) -> Iterator[str]:
    """Yield what a person reads about an import: counts, then what to mend, row by row."""
    yield (
        f"Read {report.total:,} rows of {report.source} as '{report.mapping}': "
        f"{report.added:,} added, {report.changed:,} changed, {report.unchanged:,} as before, "
        f"{report.rejected:,} rejected."
    )
    if report.incomplete:
        lacking = ", ".join(f"{_words(name)} ({count:,})" for name, count in report.missing)
        yield f"{report.incomplete:,} are incomplete; they lack: {lacking}."
    for change in report.changes[:_SHOWN]:
        fields = ", ".join(_words(name) for name in change.fields)
        yield f"  Changed: row {change.row}, {change.id}: {fields}"
    yield from _and_more(len(report.changes), "changed rows")
    for problem in report.problems[:_SHOWN]:
        yield f"  {problem}"
    yield from _and_more(len(report.problems), "remarks")
    if report.gone:
        named = ", ".join(report.gone[:_SHOWN])
        yield (
            f"{len(report.gone):,} that came with {report.source} before are no longer in it; they "
            f"stay in the register: {named}{' …' if len(report.gone) > _SHOWN else ''}"
        )
    if report.unused:
        yield f"Columns that the mapping does not use: {', '.join(report.unused)}."
    if report.rejects:
        yield f"Rejected rows, each with its reason: {report.rejects}"


def import_as_json(report: ImportReport) -> dict[str, Any]:
    """Return an import's report as JSON values."""
    return asdict(report)


def incident_row(item: RegisteredIncident) -> tuple[str, ...]:
    """Return a row for one incident."""
    incident = item.incident
    return (
        incident.id,
        incident.when.written(),
        incident.service,
        incident.category or "",
        _harm(incident),
        ", ".join(_words(name) for name in item.missing),
    )


def incident_as_json(item: RegisteredIncident) -> dict[str, Any]:
    """Return one incident as JSON values."""
    return {
        **item.incident.model_dump(mode="json"),
        "missing": item.missing,
        "digest": item.digest,
        "source": item.source,
        "imported_at": item.imported_at,
    }


def _harm(incident: Incident) -> str:
    levels = (
        ("physical", incident.physical_harm),
        ("psychological", incident.psychological_harm),
    )
    said = [f"{kind}: {level}" for kind, level in levels if level]
    if incident.near_miss:
        said.append("near miss")
    return ", ".join(said)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _and_more(count: int, what: str) -> Iterator[str]:
    if count > _SHOWN:
        yield f"  … and {count - _SHOWN:,} more {what}; --json lists them all."
