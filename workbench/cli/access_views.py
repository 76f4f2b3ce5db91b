"""Who opened a case, as rows for people and as JSON for programs."""

from __future__ import annotations

from typing import Any

from workbench.domain.access import Opening
from workbench.domain.case import Case
from workbench.domain.kinds import encode
from workbench.domain.when import LONDON

__all__ = ["opening_rows", "openings_as_json"]


def opening_rows(case: Case) -> list[tuple[str, ...]]:
    """Return a row for each opening that was noted, the latest first."""
    return [
        (f"{one.at.astimezone(LONDON):%d/%m/%Y %H:%M}", one.name, one.how)
        for one in reversed(case.all(Opening))
    ]


def openings_as_json(case: Case) -> list[dict[str, Any]]:
    """Return the openings that were noted as JSON values, in order."""
    return [encode(one) for one in case.all(Opening)]
