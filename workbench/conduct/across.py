"""Looking across all cases, as far as whoever looks may open them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workbench.conduct.access import admit
from workbench.domain.case import Case
from workbench.errors import AccessRefused
from workbench.ledger.store import Ledger
from workbench.workspace.folder import Workspace

__all__ = ["Across", "look_across"]


@dataclass(frozen=True, slots=True)
class Across:
    """The cases that were opened, and how many that concern the question were not."""

    cases: tuple[Case, ...]
    closed: int


def look_across(
    workspace: Workspace,
    ledger: Ledger,
    concerns: Callable[[Case], bool],
    *,
    person: str,
    how: str,
    at: datetime,
) -> Across:
    """Return every case that `concerns` says yes to and that `person` may open.

    Erased cases are passed over. Opening a case with an access list is noted in it, as for any
    other opening.
    """
    found, closed = [], 0
    for info in ledger.cases():
        if info.erased or not concerns(case := ledger.fold(info.id)):
            continue
        try:
            admit(workspace, ledger, info.id, person=person, how=how, at=at)
        except AccessRefused:
            closed += 1
        else:
            found.append(case)
    return Across(tuple(found), closed)
