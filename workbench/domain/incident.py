"""An incident as another system reported it."""

from __future__ import annotations

from typing import Final

from workbench.domain.values import Line, Moment, Text, Value
from workbench.domain.vocabulary import PhysicalHarm, PsychologicalHarm
from workbench.domain.when import When

__all__ = ["REQUIRED_FIELDS", "Incident", "missing_fields"]

REQUIRED_FIELDS: Final = (
    "category",
    "immediate_action",
    "people_involved",
    "known_risks",
    "safeguarding",
    "manager_review",
    "follow_up_actions",
)
"""What an incident report must hold before its investigation is complete: the fields that
incident governance in learning disability services asks for."""


class Incident(Value):
    """One incident report, as mapped from the register it came from.

    A field that the register left empty is None; `missing_fields` names the required ones.
    """

    id: Line
    when: When
    reported_at: Moment | None = None
    service: Line
    location: Line | None = None
    category: Line | None = None
    narrative: Text | None = None
    immediate_action: Text | None = None
    people_involved: Text | None = None
    known_risks: Text | None = None
    safeguarding: Text | None = None
    manager_review: Text | None = None
    follow_up_actions: Text | None = None
    physical_harm: PhysicalHarm | None = None
    psychological_harm: PsychologicalHarm | None = None
    near_miss: bool | None = None


def missing_fields(incident: Incident) -> tuple[str, ...]:
    """Return the required fields that `incident` lacks, in the order of `REQUIRED_FIELDS`."""
    return tuple(name for name in REQUIRED_FIELDS if getattr(incident, name) is None)
