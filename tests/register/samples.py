"""Invented register files for the tests of this folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from workbench.register.fit import headings_of
from workbench.register.mapping import load_mapping
from workbench.register.store import Register
from workbench.workspace.database import open_engine, upgrade

AT = datetime(2026, 3, 16, 9, 0, tzinfo=UTC)
HEADER = tuple(headings_of(load_mapping("plain")).values())
FULL = {
    "Incident ID": "INC-001",
    "Occurred from": "14/03/2026 18:30",
    "Reported at": "14/03/2026 20:15",
    "Service": "Larch Row",
    "Location": "Kitchen",
    "Category": "Medication",
    "What happened": "A dose was given twice.",
    "Immediate action": "The GP was rung.",
    "People involved": "P1, S2",
    "Known risks": "Epilepsy",
    "Safeguarding": "Considered; not raised",
    "Manager review": "Reviewed on 15/03/2026",
    "Follow-up actions": "Second check at handover",
    "Physical harm": "5",
    "Psychological harm": "4",
    "Near miss": "no",
}


def row(**changes: str) -> dict[str, str]:
    """Return a whole row; `changes` name columns with underscores for spaces."""
    names = {heading.lower().replace(" ", "_").replace("-", "_"): heading for heading in HEADER}
    return FULL | {names[name]: value for name, value in changes.items()}


def cells(rows: Sequence[Mapping[str, str]], header: Sequence[str] = HEADER) -> list[list[str]]:
    """Return the rows as lists under the headings."""
    return [list(header), *([each.get(name, "") for name in header] for each in rows)]


def csv_text(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    """Return the lists as CSV."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue()


def write_register(path: Path, *rows: Mapping[str, str]) -> Path:
    """Write rows of the plain register as CSV, and return the path."""
    path.write_text(csv_text(cells(rows)), encoding="utf-8", newline="")
    return path


def new_register(folder: Path) -> Register:
    """Return an empty register in a new database in `folder`."""
    engine = open_engine(f"sqlite:///{folder}/register.db")
    upgrade(engine)
    return Register(engine)
