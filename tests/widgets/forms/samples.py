"""A case with an entry of every kind."""

from __future__ import annotations

from typing import Any

from tests.fakes.cases import sound_case
from workbench.domain.case import Case
from workbench.domain.values import Entity

__all__ = ["every_entity", "every_kind"]

MORE: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("name", "N1", {"person": "P1", "name": "Ada Example", "also_known_as": ["Addie"]}),
    (
        "alert",
        "AL1",
        {"to": "All houses", "what": "Check the valve.", "sent_at": "2026-07-01T10:00:00Z"},
    ),
    (
        "partner",
        "PN1",
        {
            "partner": "GP practice",
            "what": "A late dose.",
            "at": "2026-07-01T10:00:00Z",
            "by_role": "manager",
        },
    ),
    (
        "supplement",
        "S1",
        {"field": "known_risks", "value": "Seizures.", "source": "Support plan, version 4"},
    ),
    (
        "duty",
        "DU1",
        {
            "duty": "candour-20-9",
            "applies": True,
            "decided_by": "registered person",
            "decision": "P1 is told tomorrow.",
            "because": "A professional said so.",
            "at": "2026-07-01T10:00:00Z",
        },
    ),
    ("duty-step", "DS1", {"duty": "DU1", "step": "apology", "done_on": "2026-07-02"}),
    ("gap", "G1", {"after": "T1", "before": "T2", "explanation": "P1 was asleep."}),
    ("problem", "B1", {"statement": "The dose was late.", "events": ["T2"]}),
    (
        "faces",
        "FC1",
        {
            "action": "A1",
            "feasibility": 5,
            "acceptability": 4,
            "cost_benefit": 3,
            "effectiveness": 4,
            "sustainability": 2,
            "role": "manager",
            "because": "The house asked for it.",
        },
    ),
    (
        "verification",
        "V1",
        {
            "measure": "M1",
            "on": "2026-06-15",
            "outcome": "met",
            "result": "99 of 100",
            "by": "deputy manager",
        },
    ),
    (
        "restriction",
        "R1",
        {
            "person": "P1",
            "what": "Goes out with a worker only.",
            "starts_on": "2026-03-01",
            "started_at": "2026-07-01T10:15:30+00:00",
            "in_mental_health_unit": False,
            "use_of_force": [{"item": "j", "answer": "Kept in the health record."}],
        },
    ),
    (
        "restriction-review",
        "RR1",
        {
            "restriction": "R1",
            "on": "2026-04-01",
            "decision": "end",
            "because": "She goes by herself.",
            "by": "manager",
        },
    ),
    (
        "quality-rating",
        "QR1",
        {
            "dimension": "D2",
            "rating": "some evidence",
            "name": "Bryn Lloyd",
            "role": "manager",
            "at": "2026-07-01T10:00:00Z",
        },
    ),
    (
        "acceptance",
        "AC1",
        {
            "code": "TIM001",
            "subject": "T2",
            "reason": "Nobody was there.",
            "role": "manager",
            "name": "Bryn Lloyd",
        },
    ),
    (
        "sign-off",
        "SO1",
        {
            "role": "manager",
            "name": "Bryn Lloyd",
            "decision": "approved",
            "meaning": "I agree.",
            "at": "2026-07-01T10:00:00Z",
            "content_seq": 1,
        },
    ),
    ("access", "AX1", {"kept_by": "manager", "grants": [{"role": "manager", "because": "Leads."}]}),
    ("notebook", "NB1", {"template": "triage", "sha256": "a" * 64}),
    ("opening", "OP1", {"name": "Bryn Lloyd", "at": "2026-07-01T10:00:00Z", "how": "show"}),
    (
        "hold",
        "H1",
        {
            "role": "manager",
            "name": "Bryn Lloyd",
            "because": "Inquest.",
            "at": "2026-07-01T10:00:00Z",
        },
    ),
    (
        "withdrawal",
        "WD1",
        {
            "record": "C-0001-structured-analysis",
            "version": 1,
            "role": "manager",
            "name": "Bryn Lloyd",
            "because": "A picture shows a house number.",
            "at": "2026-07-01T10:00:00Z",
        },
    ),
)


def every_kind() -> Case:
    """A small whole case that holds at least one entry of each kind."""
    return sound_case(*MORE)


def every_entity(case: Case) -> list[Entity]:
    """Every entry of a case."""
    return [entity for held in case.entities.values() for entity in held.values()]
