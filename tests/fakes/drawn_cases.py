"""Cases for the drawings of the editors, and the views that a page is given of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from workbench.analysis.timeline import build_timeline
from workbench.checks.examples import ExampleEntry, example_case
from workbench.domain.case import Case
from workbench.domain.frameworks import factor_framework
from workbench.domain.kinds import encode, kind_named
from workbench.domain.when import When
from workbench.widgets.drawings import actions, factors, timeline

__all__ = [
    "DRAWN",
    "board_case",
    "drawn_view",
    "fixtures",
    "long_night",
    "many_events",
    "plan_case",
]

LAYOUTS: Mapping[str, tuple[tuple[str, ...], Callable[[Case], dict[str, object]]]] = {
    "timeline": (("event", "gap"), lambda case: timeline.extra(case, build_timeline(case))),
    "factors": (
        ("factor", "lens-consideration"),
        lambda case: factors.extra(case, factor_framework("npsa")),
    ),
    "actions": (("action", "faces"), actions.extra),
}
"""The kinds that a layout edits, and what it is given beside them."""


def drawn_view(layout: str, case: Case) -> dict[str, Any]:
    """The view of `case` that a layout draws, without what only the frame around it needs."""
    kinds, extra = LAYOUTS[layout]
    return {
        "case": case.id,
        "step": layout,
        "title": layout.capitalize(),
        "seq": case.head.seq,
        "on": "2026-11-22",
        "person": "investigator",
        "sections": [{"kind": kind, "rows": _rows(case, kind)} for kind in kinds],
        "references": {},
        "findings": [],
        "progress": [],
        "elsewhere": [],
        "figures": None,
        "undo": None,
        "redo": None,
        "extra": extra(case),
    }


def _rows(case: Case, kind: str) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "version": case.stamps[one.id].version,
            "title": one.id,
            "detail": "",
            "data": encode(one),
            "by": case.stamps[one.id].author,
            "at": case.stamps[one.id].at.isoformat(),
        }
        for one in case.all(kind_named(kind).model)
    ]


PEOPLE: tuple[ExampleEntry, ...] = (
    ("person", "P1", {"role": "person supported"}),
    ("person", "P2", {"role": "staff", "description": "night support worker"}),
    ("person", "P3", {"role": "staff", "description": "day support worker"}),
    ("person", "P4", {"role": "family", "description": "brother"}),
    ("evidence", "E1", {"title": "Night log", "type": "care record"}),
    ("evidence", "E2", {"title": "Interview with P2", "type": "interview", "account_of": "P2"}),
    ("evidence", "E3", {"title": "Door sensor", "type": "device log"}),
)


def long_night(*more: ExampleEntry) -> Case:
    """The night on which clocks go back: every precision, two silences, accounts that differ.

    `more` entries come after it; one with the same identifier is a new version.
    """
    return example_case(
        *PEOPLE,
        ("event", "T1", {"when": "23/10/2026", "what": "A new night plan is put in the folder.",
                         "evidence": ["E1"]}),
        ("event", "T2", {"when": "24/10/2026 21:00", "who": ["P1", "P3"], "place": "Larch House",
                         "what": "P1 says that her stomach hurts, and goes to bed early.",
                         "evidence": ["E1"], "went_well": True}),
        ("event", "T3", {"when": "between 24/10/2026 23:15 and 25/10/2026 00:30",
                         "who": ["P1", "P2"], "place": "Larch House",
                         "what": "P2 looks in. P1 is awake and holds her side.",
                         "evidence": ["E2"]}),
        ("event", "T4", {"when": "25/10/2026 01:30", "what": "The bathroom door opens.",
                         "place": "Larch House", "evidence": ["E3"]}),
        ("event", "T5", {"when": "about 25/10/2026 03:00", "who": ["P2"], "account_of": "P2",
                         "what": "P2 says that she rang the out-of-hours line.",
                         "evidence": ["E2"], "conflicts_with": ["T6"]}),
        ("event", "T6", {"when": "after 25/10/2026 05:00", "who": ["P2"],
                         "what": "The first call to the out-of-hours line in the log.",
                         "evidence": ["E1"]}),
        ("event", "T7", {"when": "before 25/10/2026 07:30", "who": ["P4"], "account_of": "P4",
                         "what": "P4 comes and finds P1 on the bathroom floor."}),
        ("event", "T8", {"when": {"stated": "25/10/2026 07:42",
                                  "recorded_at": "2026-10-27T10:00:00+00:00"},
                         "who": ["P2", "P4"], "place": "Larch House",
                         "what": "The ambulance is called.", "evidence": ["E1"]}),
        ("event", "T9", {"when": "26/10/2026 10:00", "who": ["P3", "P4"], "place": "Hospital",
                         "what": "P3 visits and says that the team is sorry.",
                         "evidence": ["E1"], "went_well": True}),
        ("gap", "G1", {"after": "T1", "before": "T2",
                       "explanation": "The day was as usual: the log has meals and a walk.",
                       "evidence": ["E1"]}),
        ("escalation-step", "ES1", {"warning": "Stomach pain and no sleep",
                                    "warning_event": "T3", "threshold": "In pain for two hours",
                                    "threshold_event": "T4", "step": "An ambulance is called",
                                    "step_event": "T8"}),
        *more,
    )  # fmt: skip


def many_events(number: int = 500) -> Case:
    """Events from several weeks, some of them close together, told by three people."""
    start = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    entries: list[ExampleEntry] = []
    for n in range(number):
        at = start + timedelta(hours=2.3 * n, minutes=(n * 37) % 90)
        when: dict[str, Any] = {"earliest": at.isoformat(), "latest": at.isoformat()}
        if n % 5 == 0:
            when = {**when, "latest": (at + timedelta(hours=1 + n % 4)).isoformat()}
            when["precision"] = "between"
        entries.append(
            (
                "event",
                f"T{n + 1}",
                {
                    "when": when,
                    "what": f"Visit number {n + 1}: P1 was seen at home and had eaten.",
                    "who": ["P1", f"P{2 + n % 3}"],
                    "place": ("Larch House", "Day centre")[n % 2],
                    "evidence": [f"E{1 + n % 3}"],
                },
            )
        )
    return example_case(*PEOPLE, *entries)


def board_case(*more: ExampleEntry) -> Case:
    """Factors through two lenses, one lens looked through without finding anything."""
    return example_case(
        *PEOPLE,
        ("event", "T1", {"when": "14/03/2026 18:00", "what": "The shift changed.",
                         "evidence": ["E1"], "went_well": True}),
        ("factor", "F1", {"statement": "The handover and the medication round fall together.",
                          "lens": "workforce", "group": "organisation", "events": ["T1"],
                          "evidence": ["E1", "E2"]}),
        ("factor", "F2", {"statement": "P3 stayed on until the round was done.",
                          "effect": "mitigated", "lens": "workforce", "group": "staff",
                          "evidence": ["E2"]}),
        ("factor", "F3", {"statement": "The chart says “as needed” for three different signs.",
                          "lens": "communication", "group": "communication"}),
        ("factor", "F4", {"statement": "The light over the medicine cupboard is broken."}),
        ("lens-consideration", "LC1", {"lens": "environment", "evidence": ["E1"],
                                       "because": "The round was walked through at the same "
                                       "hour; nothing in the rooms stood in the way."}),
        ("cause", "C1", {"statement": "The dose was given late.", "type": "event",
                         "factors": ["F1"]}),
        ("barrier", "BR1", {"hazard": "A dose that is late", "target": "P1", "state": "held",
                            "what": "The pharmacy’s telephone line", "evidence": ["E1"]}),
        *more,
    )  # fmt: skip


def plan_case(*more: ExampleEntry) -> Case:
    """Three actions of differing strength; a finding nobody acts on, an action nobody asked for."""
    faces = {"acceptability": 4, "cost_benefit": 3, "effectiveness": 4, "sustainability": 3}
    plan = {"method": "file sampling", "detail": "25 doses a week", "responsible": "deputy",
            "review_on": "2026-06-15"}  # fmt: skip
    return example_case(
        *PEOPLE,
        ("finding", "FI1", {"statement": "The handover falls into the medication round.",
                            "evidence": ["E1"]}),
        ("finding", "FI2", {"statement": "Nobody owns the chart’s wording.", "evidence": ["E1"]}),
        ("action", "A1", {"statement": "Move the handover to 19:00.", "findings": ["FI1"],
                          "approach": "simplify-process"}),
        ("action", "A2", {"statement": "Train both shifts.", "findings": ["FI1"],
                          "approach": "training"}),
        ("action", "A3", {"statement": "Repaint the office door."}),
        ("measure", "M1", {"action": "A1", "statement": "Doses on time", "target": "98 of 100",
                           "plan": plan}),
        ("measure", "M2", {"action": "A2", "statement": "Staff trained"}),
        ("faces", "FC1", {"action": "A1", "feasibility": 5, **faces, "role": "night team",
                          "because": "It costs nothing."}),
        ("faces", "FC2", {"action": "A1", "feasibility": 2, **faces, "role": "P1 and P4",
                          "because": "It has been promised before."}),
        *more,
    )  # fmt: skip


DRAWN: Mapping[str, Callable[..., Case]] = {
    "timeline": long_night,
    "factors": board_case,
    "actions": plan_case,
}
"""The case of which each layout's fixture is a view."""

TIMES = (
    "14/03/2026 18:30",
    "14/03/2026",
    "about 14/03/2026 18:30",
    "about 29/03/2026 00:45",
    "between 14/03/2026 18:00 and 14/03/2026 19:30",
    "between 30/09/2026 23:00 and 01/10/2026 01:00",
    "before 14/07/2026 18:30",
    "after 25/10/2026 02:00",
    "25/10/2026 01:30",
    "25/10/2026",
)
"""Times of every precision, some of them on the days on which clocks change."""


def fixtures() -> dict[str, Any]:
    """What both languages test their drawings with, by the name of the file."""
    views = {layout: drawn_view(layout, case()) for layout, case in DRAWN.items()}
    whens = [When.parse(text) for text in TIMES]
    written = [{"when": one.model_dump(mode="json"), "written": one.written()} for one in whens]
    return {**views, "written": written}
