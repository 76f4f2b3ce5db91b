"""Cases for tests: folded straight from entries, without a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from workbench.checks.examples import ExampleEntry, example_case, incident
from workbench.domain.case import Case

__all__ = ["REVIEWED", "big_case", "big_entries", "case", "incident", "sound_case", "sound_entries"]

case = example_case

REVIEWED: tuple[ExampleEntry, ...] = (
    incident(),
    (
        "triage",
        "TR1",
        {
            "category": "medication",
            "category_because": "A time-critical dose was given late.",
            "immediate_actions": "On-call nurse telephoned; observations every 15 minutes.",
            "harm_tonight": False,
            "harm_tonight_because": "The chart is for one person, and two workers know it.",
            "potential_harm": "severe",
            "likelihood": "frequent",
            "tier": "structured analysis",
            "tier_because": "A late dose can bring on a seizure, and it has happened before.",
            "role": "manager",
            "at": "2026-03-15T09:00:00+00:00",
        },
    ),
    (
        "manager-review",
        "MR1",
        {
            "role": "manager",
            "at": "2026-03-15T10:00:00+00:00",
            "decision": "Structured analysis.",
            "escalated_to": "Head of operations",
        },
    ),
    (
        "safeguarding",
        "SG1",
        {
            "facts": "A time-critical dose was given four hours late.",
            "concern_raised": False,
            "at": "2026-03-15T11:00:00+00:00",
            "because": "The facts and the plan were discussed with the local authority.",
            "decided_by": "safeguarding lead",
        },
    ),
    (
        "commission",
        "CO1",
        {
            "terms": "How did the evening dose come to be late, and what will change?",
            "agreed_by": ["Head of operations"],
            "agreed_on": "2026-03-16",
            "investigators": [
                {
                    "name": "Asha Verma",
                    "role": "investigator",
                    "training": "Systems-based investigation, five days, 2025",
                    "independence": "Works in another service.",
                    "conflicts": "None.",
                }
            ],
        },
    ),
    (
        "stage",
        "ST1",
        {
            "came_from": "reported",
            "to": "under review",
            "role": "manager",
            "name": "Bryn Lloyd",
            "at": "2026-03-16T09:00:00+00:00",
            "because": "The terms are agreed.",
            "content_seq": 3,
        },
    ),
)
"""The entries every case starts with before its gates can open."""


def sound_case(*more: ExampleEntry) -> Case:
    """A small whole case that every check passes, with `more` entries after it."""
    return case(*sound_entries(), *more)


def sound_entries() -> tuple[ExampleEntry, ...]:
    """The entries of `sound_case`; later entries with the same identifier replace one."""
    return (*REVIEWED, *_known(), *_reasoned(), *_changed(), *_took_part(), *_looked_at())


def big_case(events: int = 300, causes: int = 120, actions: int = 60) -> Case:
    """A case of a given size: layers of three causes, each led to by the whole layer below."""
    return case(*big_entries(events, causes, actions))


def big_entries(
    events: int = 300, causes: int = 120, actions: int = 60
) -> tuple[ExampleEntry, ...]:
    """The entries of `big_case`."""
    return (*REVIEWED, *_known(), *_many(events, causes, actions))


def _known() -> tuple[ExampleEntry, ...]:
    return (
        ("scope", "SC1", {"title": "Late evening dose", "summary": "A dose was given late."}),
        ("person", "P1", {"role": "person supported"}),
        ("person", "P2", {"role": "staff", "description": "support worker"}),
        ("evidence", "E1", {"title": "Medication chart, March", "type": "care record"}),
        ("evidence", "E2", {"title": "Interview with P2", "type": "interview", "account_of": "P2"}),
        (
            "question",
            "Q1",
            {
                "text": "Why was the dose late?",
                "asked_by": "P1",
                "state": "answered",
                "answer": "The handover and the medication round fell in the same half hour.",
                "findings": ["FI1"],
                "evidence": ["E3"],
            },
        ),
    )


def _reasoned() -> tuple[ExampleEntry, ...]:
    return (
        (
            "event",
            "T1",
            {"when": "14/03/2026 18:00", "what": "The shift changed.", "evidence": ["E1"]},
        ),
        (
            "event",
            "T2",
            {
                "when": "14/03/2026 22:10",
                "what": "The 18:00 dose was given.",
                "who": ["P2"],
                "evidence": ["E1", "E2"],
            },
        ),
        (
            "factor",
            "F1",
            {
                "statement": "Handover and medication round shared 18:00 to 18:30.",
                "lens": "workforce",
                "group": "task",
                "events": ["T1"],
                "evidence": ["E2"],
            },
        ),
        (
            "factor",
            "F2",
            {
                "statement": "The handover sheet had no line for doses still to be given.",
                "lens": "communication",
                "group": "communication",
                "evidence": ["E1"],
                "works_with": ["F1"],
                "interaction": "In a hurry people go down the list, and the list ended.",
            },
        ),
        (
            "lens-consideration",
            "LC1",
            {"lens": "environment", "because": "The room, light and chart were as planned."},
        ),
        (
            "cause",
            "C1",
            {"statement": "The 18:00 dose was given at 22:10", "type": "outcome", "events": ["T2"]},
        ),
        (
            "cause",
            "C2",
            {
                "statement": "The rota started the handover at the time of the round",
                "type": "condition",
                "factors": ["F1"],
                "events": ["T1"],
                "stop_reason": "The rota is the provider's own to change.",
            },
        ),
        (
            "cause",
            "C3",
            {
                "statement": "The handover sheet had no line for doses still to be given",
                "type": "condition",
                "factors": ["F2"],
                "stop_reason": "The sheet is the provider's own to change.",
            },
        ),
        (
            "link",
            "L1",
            {
                "cause": "C2",
                "effect": "C1",
                "mechanism": "Both needed the same two people",
                "confidence": "established",
                "evidence": ["E2"],
            },
        ),
        (
            "link",
            "L2",
            {
                "cause": "C3",
                "effect": "C1",
                "mechanism": "The incoming worker could not see that a dose was still to be given",
                "confidence": "probable",
                "evidence": ["E1"],
            },
        ),
        (
            "finding",
            "FI1",
            {
                "statement": "Handover and the 18:00 round compete for the same two people.",
                "causes": ["C2", "C3"],
                "evidence": ["E2"],
            },
        ),
    )


def _changed() -> tuple[ExampleEntry, ...]:
    return (
        (
            "action",
            "A1",
            {
                "statement": "Move the evening handover at Larch House to 19:00.",
                "owner": {"name": "Dana Example", "role": "service manager"},
                "due": "2026-05-01",
                "findings": ["FI1"],
                "approach": "simplify-process",
            },
        ),
        (
            "measure",
            "M1",
            {
                "action": "A1",
                "statement": "Evening doses given within 30 minutes of their time",
                "baseline": "82 of 100",
                "target": "98 of 100",
                "plan": {
                    "method": "file sampling",
                    "detail": "25 evening doses a week from the charts",
                    "responsible": "deputy manager",
                    "review_on": "2026-06-15",
                    "sample_size": 25,
                    "weeks": 4,
                },
            },
        ),
    )


def _looked_at() -> tuple[ExampleEntry, ...]:
    return (
        (
            "factor",
            "F3",
            {
                "statement": "The pack has a window, so the dose was found the same evening.",
                "effect": "mitigated",
                "lens": "communication",
                "group": "equipment",
                "evidence": ["E1"],
            },
        ),
        (
            "plan-in-force",
            "PF1",
            {
                "type": "support plan",
                "person": "P1",
                "version": "2",
                "in_force_from": "2025-11-12",
                "said": "The 18:00 dose within half an hour.",
                "evidence": ["E1"],
            },
        ),
        (
            "shift",
            "SH1",
            {
                "period": "between 14/03/2026 14:00 and 14/03/2026 22:00",
                "planned": 2,
                "actual": 2,
                "agency": 1,
                "evidence": ["E2"],
            },
        ),
        (
            "escalation-step",
            "ES1",
            {
                "warning": "A dose stands open at the change of shift",
                "warning_event": "T1",
                "step": "The dose is given",
                "step_event": "T2",
            },
        ),
        (
            "ownership",
            "OW1",
            {
                "what": "Evening doses at the change of shift",
                "organisation": "Larch House",
                "role": "Shift leader going off",
                "escalation_route": "The deputy manager on call.",
                "escalate_after": "half an hour",
                "evidence": ["E2"],
            },
        ),
        (
            "barrier",
            "BR1",
            {
                "hazard": "A late dose",
                "target": "P1",
                "what": "Count of doses at handover",
                "state": "absent",
                "causes": ["C3"],
                "evidence": ["E1"],
            },
        ),
    )


def _took_part() -> tuple[ExampleEntry, ...]:
    return (
        (
            "evidence",
            "E3",
            {
                "title": "P1 tells of that evening",
                "type": "person's own account",
                "account_of": "P1",
                "told_by": ["pictures, symbols or objects"],
            },
        ),
        (
            "representation",
            "RP1",
            {
                "person": "P1",
                "sharing": [{"with_whom": "her brother", "agreed": "yes", "on": "2026-03-16"}],
            },
        ),
        (
            "involvement",
            "IV1",
            {
                "person": "P1",
                "at": "2026-03-30T14:00:00+00:00",
                "what": "Went through the answer to her question.",
                "how": "at home, with pictures",
                "needs": [
                    {
                        "need": "pictures",
                        "steps": ["identified", "recorded", "met"],
                        "met_by": "Picture cards on the table.",
                    }
                ],
                "questions": ["Q1"],
            },
        ),
        (
            "staff-support",
            "SS1",
            {
                "person": "P2",
                "offered_at": "2026-03-15T09:00:00+00:00",
                "what": "A talk with somebody outside the line.",
            },
        ),
        (
            "interview",
            "IW1",
            {
                "person": "P2",
                "at": "2026-03-18T10:00:00+00:00",
                "how": "face to face",
                "notes_agreed_on": "2026-03-20",
                "evidence": ["E2"],
            },
        ),
        (
            "comment",
            "CM1",
            {"person": "P1", "at": "2026-03-30T14:00:00+00:00", "reply": "no comment"},
        ),
        (
            "comment",
            "CM2",
            {
                "person": "P2",
                "at": "2026-03-30T16:00:00+00:00",
                "about": "T2",
                "text": "The round had begun.",
                "answer": "It had; the chart says so, and F1 says so now.",
                "answered_by": "investigator",
                "changed": ["F1"],
            },
        ),
        (
            "summary",
            "SU1",
            {
                "audience": "easy read",
                "title": "Your tablet was late",
                "paragraphs": ["Your tablet was late.", "Two staff had two jobs at once."],
                "tested_with": "two people who check Easy Read",
                "tested_on": "2026-03-29",
            },
        ),
        (
            "summary",
            "SU2",
            {
                "audience": "staff learning",
                "title": "Two jobs at once",
                "paragraphs": ["Handover and the round shared one half hour. They no longer do."],
            },
        ),
    )


def _many(events: int, causes: int, actions: int) -> Iterator[ExampleEntry]:
    start = datetime(2026, 1, 1, 8, 0, tzinfo=UTC)
    for number in range(1, events + 1):
        at = start + timedelta(hours=6 * number)
        yield (
            "event",
            f"T{number}",
            {"when": at.isoformat(), "what": f"Visit {number} took place.", "evidence": ["E1"]},
        )
    for number in range(1, causes + 1):
        what = {
            "statement": f"Condition {number} held",
            "type": "outcome" if number == 1 else "condition",
            "events": [f"T{max(1, events - number)}"],
        }
        yield "cause", f"C{number}", what
    yield from _layers(causes)
    for number in range(1, actions + 1):
        owner = {"name": "Dana Example", "role": "manager"}
        yield (
            "finding",
            f"FI{number}",
            {"statement": f"Condition {number + 1} recurs.", "causes": [f"C{number + 1}"]},
        )
        yield (
            "action",
            f"A{number}",
            {
                "statement": f"Change condition {number + 1} in the plan.",
                "owner": owner,
                "due": "2026-06-01",
                "findings": [f"FI{number}"],
            },
        )


def _layers(causes: int) -> Iterator[ExampleEntry]:
    pairs = [
        (number, effect)
        for number in range(2, causes + 1)
        for effect in ([1] if number <= 4 else _layer_above(number))
    ]
    for place, (cause, effect) in enumerate(pairs, start=1):
        yield (
            "link",
            f"L{place}",
            {
                "cause": f"C{cause}",
                "effect": f"C{effect}",
                "mechanism": "it held",
                "confidence": "possible",
            },
        )


def _layer_above(number: int) -> list[int]:
    first = 2 + 3 * ((number - 2) // 3 - 1)
    return [first, first + 1, first + 2]
