"""Invented cases for the figures: one as an investigation writes it, one as large as they get."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from workbench.domain.case import Case, Head
from workbench.domain.change import Action, Measure, Owner, Verification
from workbench.domain.inquiry import Evidence, Person, Question
from workbench.domain.methods import Barrier, EscalationStep, PlanInForce, Shift
from workbench.domain.reasoning import Cause, Factor, Finding, LensConsideration, Link, Problem
from workbench.domain.stages import StageMove
from workbench.domain.story import Event, ExplainedGap
from workbench.domain.values import Entity
from workbench.domain.vocabulary import BarrierState
from workbench.domain.when import When

__all__ = ["case_of", "large_case", "methods", "small_case"]


def case_of(*entities: Entity) -> Case:
    """Return a case that holds `entities`."""
    held: dict[type[Entity], dict[str, Entity]] = {}
    for entity in entities:
        held.setdefault(type(entity), {})[entity.id] = entity
    return Case(
        "C-0001",
        Head(len(entities), "0" * 64),
        len(entities),
        MappingProxyType({model: MappingProxyType(found) for model, found in held.items()}),
    )


def small_case() -> Case:
    """Return a case about an evening medicine that was given twice."""
    return case_of(
        *_inquiry(),
        *_story(),
        *_factors(),
        *_causes(),
        *_links(),
        *_findings(),
        *_changes(),
        *methods(),
    )


def large_case(causes: int = 60, events: int = 66, factors: int = 27) -> Case:
    """Return a case with as many causes, events and factors as are asked for."""
    return case_of(
        *_inquiry(),
        *_many_events(events),
        *_many_causes(causes),
        *_many_factors(factors),
        *_findings(),
        *_changes(),
        *_many_methods(24),
    )


def methods() -> Iterable[Entity]:
    """Yield what the methods of analysis look at, one of each sort and state."""
    for number, (state, why) in enumerate(
        (
            (BarrierState.ABSENT, "Nobody had asked for one."),
            (BarrierState.NOT_USED, None),
            (BarrierState.DID_NOT_HOLD, "The chart was in another room."),
            (BarrierState.HELD, "P3 counted what was left."),
        ),
        1,
    ):
        yield Barrier(
            id=f"BR{number}",
            hazard="A second dose",
            target="P1",
            what=f"Check number {number} before a dose is given",
            state=state,
            why=why,
            evidence=("E1",),
        )
    yield EscalationStep(
        id="ES1",
        warning="A seizure reported by the day centre",
        warning_event="T3",
        threshold="Two seizures in a week",
        threshold_event="T4",
        step="The nurse is rung",
        step_event="T5",
        within_hours=1,
    )
    yield EscalationStep(
        id="ES2",
        warning="Tiredness",
        warning_event="T5",
        step="The plan is looked at",
        not_taken="It was in the office upstairs.",
    )
    yield EscalationStep(id="ES3", warning="A sister's call", step="She is rung back")
    yield PlanInForce(
        id="PF1", type="health plan", version="2", in_force_from=date(2025, 10, 1), person="P1"
    )
    yield PlanInForce(id="PF2", type="risk assessment", in_force_to=date(2026, 2, 1))
    yield PlanInForce(id="PF3", type="support plan")
    yield Shift(
        id="SH1",
        period=When.parse("between 14/03/2026 14:00 and 14/03/2026 22:00"),
        service="Two houses",
        planned=4,
        actual=3,
        agency=1,
        one_to_one_planned_hours=8,
        one_to_one_delivered_hours=5.5,
    )
    yield Shift(id="SH2", period=When.parse("2026-03-15"), planned=1, actual=2)
    yield Shift(
        id="SH3", period=When.parse("2026-03-16"), planned=40, competencies="Two had met P1."
    )


def _many_methods(number: int) -> Iterable[Entity]:
    for n in range(1, number + 1):
        yield Barrier(
            id=f"BR{n}",
            hazard=f"Hazard {n % 3}: something long that takes several lines to say in full",
            target="P1, who lives in the house with two others",
            what=f"Barrier {n} with a name that runs over more than one line of its column",
            state=list(BarrierState)[n % 4],
            why="Because the way the work was arranged made it so, on that day and on others.",
        )
        yield EscalationStep(
            id=f"ES{n}",
            warning=f"Sign {n}, described in the words that the person chose for it",
            warning_event=f"T{n}",
            threshold=None if n % 2 else "Two signs within seven days",
            step="Somebody is rung, who knows what is to be done next and does it",
            step_event=f"T{n + 1 + n % 3}",
            within_hours=n,
        )
        yield PlanInForce(
            id=f"PF{n}",
            type="support plan",
            version=str(n),
            in_force_from=date(2020 + n // 4, 1 + n % 12, 1),
            in_force_to=date(2021 + n // 4, 1 + n % 12, 1),
        )
        yield Shift(
            id=f"SH{n}",
            period=When.parse(f"between 2026-03-{n:02} 07:00 and 2026-03-{n:02} 15:00"),
            planned=n,
            actual=n - n % 2,
            agency=n // 3,
            one_to_one_planned_hours=n,
        )


def _event(number: int, when: str, what: str, **fields: Any) -> Event:
    recorded = fields.pop("recorded_at", None)
    fields.setdefault("evidence", ("E1",))
    return Event(id=f"T{number}", when=When.parse(when, recorded), what=what, **fields)


def _moves() -> Iterable[Entity]:
    for number, (came_from, to, day) in enumerate(
        (
            ("reported", "triaged", 13),
            ("triaged", "under review", 16),
            ("under review", "out for comment", 30),
            ("out for comment", "under review", 31),
        ),
        1,
    ):
        yield StageMove(
            id=f"ST{number}",
            came_from=came_from,
            to=to,
            role="manager",
            name="R. Example",
            at=datetime(2026, 3, day, 10, tzinfo=UTC),
            because="Read and weighed with the team.",
            content_seq=1,
        )


def _inquiry() -> Iterable[Entity]:
    yield from _moves()
    yield Person(id="P1", role="person supported")
    yield Person(id="P2", role="staff", description="support worker, evening shift")
    yield Person(id="P3", role="staff", description="support worker, night shift")
    yield Person(id="P4", role="manager", description="deputy manager on call")
    yield Person(id="P5", role="family", description="sister")
    for number, (title, kind) in enumerate(
        (
            ("Medicines administration chart, March", "care record"),
            ("Daily notes, 12 to 16 March", "care record"),
            ("Account of the evening support worker", "account"),
            ("Rota for the week of 9 March", "rota"),
            ("Telephone log of the on-call manager", "device log"),
            ("Medicines policy, version 4", "policy"),
            ("Account of the sister", "account"),
        ),
        1,
    ):
        yield Evidence(id=f"E{number}", title=title, type=kind)
    yield Question(
        id="Q1",
        text="Why could the same dose be given twice on one evening?",
        asked_by="P5",
        state="answered",
        answer="The chart was not where the second worker could see it.",
        findings=("FI1", "FI2"),
    )
    yield Question(id="Q2", text="Why did nobody ring me until the next morning?", asked_by="P5")


def _story() -> Iterable[Entity]:
    late = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
    yield _event(1, "2026-03-12", "The pharmacy changed the packaging of P1's epilepsy medicine.")
    yield _event(
        2,
        "13/03/2026 14:10",
        "P2 was asked to cover an evening shift in another house.",
        who=("P2", "P4"),
        evidence=("E4", "E5"),
    )
    yield _event(
        3,
        "after 14/03/2026 17:00",
        "P1 came back from the day centre, tired after a "
        "seizure that the centre had reported by telephone.",
        who=("P1",),
        place="Front hall",
        evidence=("E2",),
    )
    yield _event(
        4,
        "between 14/03/2026 17:30 and 14/03/2026 20:45",
        "The kitchen was being "
        "repaired; the medicines cabinet had been moved to the office upstairs.",
        evidence=("E2",),
    )
    yield _event(
        5,
        "14/03/2026 18:05",
        "P2 gave the evening dose and put the chart on the kitchen worktop to sign it later.",
        who=("P2", "P1"),
        place="Kitchen",
        evidence=("E1", "E3"),
    )
    yield _event(
        6,
        "14/03/2026 18:20",
        "P2 was called to another house, before signing the chart.",
        who=("P2",),
        account_of="P2",
        evidence=("E3",),
        conflicts_with=("T7",),
    )
    yield _event(
        7,
        "about 14/03/2026 19:30",
        "P2 left the house after handing over at the door.",
        who=("P2", "P3"),
        account_of="P3",
        evidence=("E2",),
        conflicts_with=("T6",),
    )
    yield _event(
        8,
        "about 14/03/2026 20:15",
        "P3 found no signature for the evening dose, and gave it.",
        who=("P3", "P1"),
        place="Office",
        evidence=("E1", "E2"),
        recorded_at=late,
    )
    yield _event(
        9,
        "14/03/2026 20:40",
        "P3 noticed that a tablet more than expected was missing "
        "and rang the manager on call at once.",
        who=("P3", "P4"),
        evidence=("E5",),
        went_well=True,
    )
    yield _event(
        10,
        "before 14/03/2026 21:00",
        "P4 advised P3 to watch P1 overnight and to ring 111 if anything changed.",
        who=("P4", "P3"),
        evidence=(),
    )
    yield _event(
        11,
        "15/03/2026 09:20",
        "P1 could not be woken for breakfast; an ambulance was called and came within 14 minutes.",
        who=("P1", "P3"),
        evidence=("E2",),
    )
    yield _event(
        12,
        "15/03/2026 10:05",
        "P5 was told, by telephone from the hospital.",
        who=("P5",),
        evidence=("E7",),
        conflicts_with=("T13",),
        settled="The hospital's log shows the call at 10:05; the daily notes were "
        "written from memory.",
    )
    yield _event(
        13,
        "15/03/2026 09:05",
        "P5 was told by the deputy manager.",
        who=("P5", "P4"),
        evidence=("E2",),
        conflicts_with=("T12",),
        recorded_at=late,
    )
    yield _event(
        14,
        "17/03/2026 11:00",
        "P1 came home, well, with a revised medicines plan.",
        who=("P1",),
        evidence=("E2",),
        went_well=True,
    )
    yield ExplainedGap(
        id="G1",
        after="T10",
        before="T13",
        explanation="P3 looked in on P1 every "
        "hour and wrote nothing down, because nothing changed.",
    )


def _factors() -> Iterable[Entity]:
    yield Problem(id="B1", statement="The evening dose was given twice", events=("T5", "T8"))
    yield Problem(id="B2", statement="P1's sister was told late", events=("T12",))
    listed = (
        (
            "The chart could not be kept beside the cabinet while the kitchen was repaired",
            "environment",
            "working-conditions",
            "B1",
            "contributed",
        ),
        (
            "One worker covered two houses that evening",
            "workforce",
            "working-conditions",
            "B1",
            "contributed",
        ),
        (
            "The new packaging looked like that of the morning dose",
            "environment",
            "equipment",
            "B1",
            "contributed",
        ),
        (
            "Handover was at the door, with coats on, and did not include medicines",
            "communication",
            "communication",
            "B1",
            "contributed",
        ),
        (
            "The policy does not say what a missing signature means",
            None,
            "task",
            "B1",
            "contributed",
        ),
        ("P3 counted the tablets without being asked", "workforce", "staff", "B1", "mitigated"),
        (
            "P1 cannot say in words that a dose was given already",
            "communication",
            "person",
            "B1",
            "contributed",
        ),
        (
            "The on-call list had the sister's former number",
            "communication",
            "communication",
            "B2",
            "contributed",
        ),
        (
            "Nobody is named who tells families at night",
            "workforce",
            "organisation",
            "B2",
            "contributed",
        ),
        ("The hospital rang of its own accord", "communication", "team", "B2", "mitigated"),
        (
            "Covering at short notice has become usual since January",
            "workforce",
            None,
            "B1",
            "contributed",
        ),
        (
            "The office upstairs is locked after nine",
            "environment",
            "working-conditions",
            None,
            "contributed",
        ),
    )
    for number, (statement, lens, group, problem, effect) in enumerate(listed, 1):
        yield Factor(
            id=f"F{number}",
            statement=statement,
            lens=lens,
            group=group,
            problem=problem,
            effect=effect,
            evidence=() if number == 9 else ("E2", "E4")[: 1 + number % 2],
        )


def _cause(number: int, kind: str, statement: str, **fields: Any) -> Cause:
    fields.setdefault("evidence", ("E2",))
    return Cause(id=f"C{number}", type=kind, statement=statement, **fields)


def _causes() -> Iterable[Entity]:
    yield _cause(
        1,
        "outcome",
        "P1 was unconscious in the morning and spent two nights in hospital",
        events=("T11",),
    )
    yield _cause(2, "event", "P1 had twice the dose of a sedating medicine", evidence=("E1",))
    yield _cause(
        3, "human action", "P3 gave the evening dose a second time", who=("P3",), events=("T8",)
    )
    yield _cause(
        4,
        "omission",
        "The first dose was not signed for",
        who=("P2",),
        duty="Medicines policy 4.2: sign at once",
        evidence_against=("E3",),
    )
    yield _cause(
        5,
        "condition",
        "Cabinet and chart were on different floors during the repair",
        factors=("F1",),
        stop_reason="The repair was planned by the landlord",
    )
    yield _cause(6, "condition", "One worker covered two houses", factors=("F2",))
    yield _cause(
        7,
        "condition",
        "Short-notice cover has no lower limit",
        factors=("F11",),
        stop_reason="Decided by the board in January",
    )
    yield _cause(
        8,
        "deviation from procedure",
        "Handover took place without the medicines chart",
        factors=("F4",),
        combination="any",
    )
    yield _cause(
        9, "condition", "The policy does not say what a missing signature means", factors=("F5",)
    )
    yield _cause(
        10, "event", "P1 was not seen by a clinician that night", events=("T10",), combination="any"
    )
    yield _cause(
        11, "condition", "The on-call guide names no threshold for medical advice", evidence=()
    )


def _links() -> Iterable[Entity]:
    listed = (
        (2, 1, "the medicine depresses breathing and wakefulness", "established"),
        (10, 1, "early advice would have brought P1 under observation", "possible"),
        (3, 2, "the two doses were two hours apart", "established"),
        (4, 3, "an unsigned box reads as a dose not given", "probable"),
        (8, 3, "the spoken handover would have said so", "probable"),
        (9, 3, "nothing told P3 to ask before giving it", "probable"),
        (5, 4, "the chart had to be carried and was put down", "probable"),
        (6, 4, "P2 was called away at that moment", "established"),
        (7, 6, "cover is agreed without a minimum", "possible"),
        (6, 8, "there was no overlap of shifts", "established"),
        (5, 8, "the chart was out of sight", "possible"),
        (11, 10, "P4 had to judge alone", "probable"),
    )
    for number, (cause, effect, mechanism, confidence) in enumerate(listed, 1):
        yield Link(
            id=f"L{number}",
            cause=f"C{cause}",
            effect=f"C{effect}",
            mechanism=mechanism,
            confidence=confidence,
            evidence=("E2",),
            evidence_against=("E3",) if number == 4 else (),
        )


def _findings() -> Iterable[Entity]:
    yield Finding(
        id="FI1",
        statement="Where the chart is kept decides whether it is signed in time",
        causes=("C4", "C5"),
        factors=("F1",),
        evidence=("E1",),
    )
    yield Finding(
        id="FI2",
        statement="The policy leaves open what a missing signature means",
        causes=("C9",),
        factors=("F5",),
        evidence=("E6",),
    )
    yield Finding(
        id="FI3",
        statement="Counting tablets at handover found the error early",
        type="good practice",
        factors=("F6",),
        evidence=("E5",),
    )
    yield Finding(id="FI4", statement="Families are not told at night", factors=("F8", "F9"))


def _changes() -> Iterable[Entity]:
    owner = Owner(name="R. Example", role="registered manager")
    yield Action(
        id="A1",
        statement="Keep chart and cabinet in one lockable trolley",
        owner=owner,
        due=date(2026, 5, 1),
        findings=("FI1",),
        causes=("C5",),
        approach="physical-change",
    )
    yield Action(
        id="A2",
        statement="Say in the policy what to do when a signature is missing, and rehearse it",
        owner=owner,
        due=date(2026, 6, 1),
        findings=("FI2",),
        causes=("C9",),
        approach="policy",
    )
    yield Action(
        id="A3",
        statement="Count controlled tablets at every handover",
        findings=("FI3",),
        causes=("C8",),
    )
    yield Measure(
        id="M1",
        action="A1",
        statement="Share of doses signed within five minutes",
        baseline="61 %",
        target="95 %",
    )
    yield Measure(id="M2", action="A2", statement="Missing signatures that led to a call")
    yield Verification(
        id="V1",
        measure="M1",
        on=date(2026, 8, 1),
        outcome="met",
        result="97 % of 120 doses",
        by="quality lead",
        sampled=120,
        conforming=117,
    )


_STATEMENTS = (
    "Handover took place without the plan",
    "The rota was published two days late and swapped by telephone afterwards",
    "The sensor mat was charged in another room",
    "Agency staff had no access to the electronic plan",
    "The speech and language assessment was older than the change in health",
    "Nobody was named to follow the referral up",
    "The alarm could not be heard in the garden room",
    "Supervision was cancelled three months in a row",
)
_TYPES = ("event", "human action", "condition", "omission", "deviation from procedure", "condition")


def _many_causes(number: int) -> Iterable[Entity]:
    yield _cause(1, "outcome", "P1 fell on the stairs and broke a hip")
    for n in range(2, number + 1):
        yield _cause(
            n,
            _TYPES[n % 6],
            _STATEMENTS[n * 5 % 8],
            combination="any" if n % 4 == 0 else "all",
            evidence_against=("E3",) if n % 11 == 0 else (),
        )
    pairs = [(n, max(1, n // 3 if n % 2 else (n + 1) // 3)) for n in range(2, number + 1)]
    pairs += [(n, n // 4 + 1) for n in range(9, number + 1, 3) if n // 4 + 1 != n // 3]
    for n, (cause, effect) in enumerate(dict.fromkeys(pairs), 1):
        yield Link(
            id=f"L{n}",
            cause=f"C{cause}",
            effect=f"C{effect}",
            mechanism="one made the other likelier",
            confidence=("established", "probable", "possible")[n % 3],
            evidence_against=("E3",) if n % 13 == 0 else (),
        )


def _many_events(number: int) -> Iterable[Entity]:
    start = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
    for n in range(1, number + 1):
        at = start + timedelta(minutes=n * 95 + (n // 12) * 700)
        written = f"{at:%Y-%m-%d %H:%M}"
        forms = (
            written,
            f"about {written}",
            written,
            f"before {written}",
            written,
            f"between {written} and {at + timedelta(hours=5):%Y-%m-%d %H:%M}",
            written,
        )
        yield _event(
            n,
            forms[n % 7],
            f"{_STATEMENTS[n % 8]}, and P2 wrote this in the daily notes."
            if n % 3
            else "P1 was seen in the lounge, awake.",
            who=("P1", "P2")[: 1 + n % 2],
            evidence=() if n % 17 == 0 else ("E2",),
            recorded_at=at + timedelta(days=2) if n % 9 == 0 else None,
            conflicts_with=(f"T{n - 1}",) if n % 20 == 0 else (),
        )


def _many_factors(number: int) -> Iterable[Entity]:
    groups = (
        "person",
        "staff",
        "task",
        "communication",
        "equipment",
        "working-conditions",
        "organisation",
        "education",
        "team",
    )
    lenses = ("workforce", "environment", "communication", None)
    yield Problem(
        id="B1",
        statement="P1 was alone on the stairs while unsteady, though the plan "
        "asked for somebody within reach at all times",
    )
    for n in range(1, number + 1):
        yield Factor(
            id=f"F{n}",
            statement=_STATEMENTS[n * 3 % 8],
            lens=lenses[n % 4],
            group=groups[n % 9],
            problem="B1",
            evidence=("E2",),
            effect="mitigated" if n % 6 == 0 else "contributed",
        )
    yield LensConsideration(id="LC1", lens="environment", because="Nothing of note")
