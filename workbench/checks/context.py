"""What a check is asked about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from workbench.analysis.causal import CausalGraph, build_causal_graph
from workbench.analysis.thread import Thread, thread
from workbench.analysis.timeline import GAP_AFTER, Timeline, build_timeline
from workbench.domain.case import Case

__all__ = ["REQUIRED_ROLES", "Asked", "RegisterRow", "ask"]

REQUIRED_ROLES: Final = ("investigator", "manager", "governance lead")
"""The roles that sign off a case where the workspace names no others."""


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """What the register holds now for the case's incident.

    `digest` is the SHA-256 of its row (hexadecimal), or None when the row is no longer there.
    """

    digest: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The frozen context of every check.

    `on` is the day the checks are made for, `roles` those that must sign off, `framework` the
    workspace's contributory-factor framework. `register` is None where the register was not
    looked at.
    """

    case: Case
    on: date
    timeline: Timeline
    graph: CausalGraph
    thread: Thread
    roles: tuple[str, ...]
    framework: str
    register: RegisterRow | None


def ask(
    case: Case,
    on: date,
    *,
    roles: tuple[str, ...] = REQUIRED_ROLES,
    framework: str = "npsa",
    register: RegisterRow | None = None,
    gap_after: timedelta = GAP_AFTER,
) -> Asked:
    """Return the context for checking `case` as on the day `on`, its analysis done once."""
    return Asked(
        case,
        on,
        build_timeline(case, gap_after),
        build_causal_graph(case),
        thread(case),
        roles,
        framework,
        register,
    )
