"""Triage and decisions that bring duties into play, and words that no duty may be answered with."""

from __future__ import annotations

import re
from typing import Any

from workbench.checks.examples import ExampleEntry, triage

__all__ = ["HEALTH", "OTHER", "REFUSING", "decided", "triaged"]

HEALTH, OTHER = "health service body", "other registered person"
REFUSING = re.compile(
    r"not (?:be )?(?:required|needed|necessary|apply|notifiable|owed)|needn.t|need not|no need|"
    r"unnecessary|exempt|does(?:n.t| not) apply|do not apply|not obliged|no duty|without a duty|"
    r"not? (?:under )?(?:an )?obligation|falls? outside",
    re.IGNORECASE,
)
"""Words that would tell somebody that a duty does not apply."""


def triaged(*circumstances: str, **more: Any) -> ExampleEntry:
    """Triage that notes these circumstances."""
    return triage(circumstances=list(circumstances), **more)


def decided(code: str, applies: bool | None = True, number: int = 1) -> ExampleEntry:
    """The decision on a duty by its code."""
    return (
        "duty",
        f"DU{number}",
        {
            "duty": code,
            "applies": applies,
            "decided_by": "Registered manager",
            "decision": "As said.",
            "because": "Of the facts.",
            "at": f"2026-03-15T1{number}:00:00+00:00",
        },
    )
