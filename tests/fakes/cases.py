"""Cases for tests: folded straight from entries, without a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from workbench.checks.examples import ExampleEntry, example_case, incident
from workbench.domain.case import Case

__all__ = ["REVIEWED", "big_case", "case", "incident", "sound_case", "sound_entries"]

case = example_case

REVIEWED: tuple[ExampleEntry, ...] = (
    incident(),
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
)
"""The entries every case starts with before its gates can open."""


def sound_case(*more: ExampleEntry) -> Case:
    """A small whole case that every check passes, with `more` entries after it."""
    return case(*sound_entries(), *more)


def sound_entries() -> tuple[ExampleEntry, ...]:
    """The entries of `sound_case`; later entries with the same identifier replace one."""
    return (*REVIEWED, *_known(), *_reasoned(), *_changed())


def big_case(events: int = 300, causes: int = 120, actions: int = 60) -> Case:
    """A case of a given size: layers of three causes, each led to by the whole layer below."""
    return case(*REVIEWED, *_known(), *_many(events, causes, actions))


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
