"""A workspace with one big case in it, for the benchmarks of the editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

__all__ = ["ROOT", "big_office"]


def big_office(folder: Path, *, events: int = 300, causes: int = 120, actions: int = 60) -> Any:
    """Return a workspace in `folder` whose one case, with its notebook, has so many of each."""
    from tests.fakes.cases import big_entries
    from tests.fakes.workspaces import NOW, make_office
    from workbench.ledger.entry import Draft
    from workbench.notebooks.start import start_case

    office = make_office(folder)
    incident = office.register.get("INC-0042")
    started = start_case(
        office.workspace, office.ledger, incident, "structured-analysis", author="A", at=NOW
    )
    added = [
        Draft(kind, entity, held)
        for kind, entity, held in big_entries(events, causes, actions)
        if kind not in ("incident", "stage")
    ]
    office.ledger.append(started.case_id, added, author="A", reason="Measuring", at=NOW)
    return office
