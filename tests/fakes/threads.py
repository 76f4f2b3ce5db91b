"""The golden thread on a day by which everything was due, unless another is given."""

from __future__ import annotations

from datetime import date

from workbench.analysis.thread import Thread
from workbench.analysis.thread import thread as follow
from workbench.domain.case import Case

__all__ = ["LATER", "thread"]

LATER = date(2027, 6, 1)


def thread(case: Case, on: date = LATER) -> Thread:
    """Return the golden thread of a case as on a day."""
    return follow(case, on)
