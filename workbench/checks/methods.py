"""MET: what the methods of analysis still lack: barriers, logic, shifts, and their evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.cut_sets import CUT_SET_LIMIT, CutSet, Logic, find_cut_sets
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, NotAsked, check
from workbench.domain.change import Action
from workbench.domain.methods import Barrier, EscalationStep, Ownership, PlanInForce, Shift
from workbench.domain.reasoning import Factor
from workbench.domain.vocabulary import BarrierState, Lens

__all__ = [
    "barrier_without_why",
    "cut_set_unbroken",
    "method_without_evidence",
    "workforce_without_shift_picture",
]

_MOST_NAMED: Final = 3


@check(
    "MET002",
    "barrier-without-why",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Barrier analysis: absent, not used, or used and did not hold; and why",
)
def barrier_without_why(asked: Asked) -> Iterator[Hit]:
    """A barrier was absent, not used or did not hold, and nobody says what made it so.

    Why it matters:
        “Not used” names a person; why it was not used names something that can be changed.

    Example:
        >>> from workbench.checks.examples import found
        >>> barrier = {"hazard": "A missed dose", "target": "P1", "what": "Count at handover",
        ...     "state": "not used"}
        >>> found("MET002", ("barrier", "BR1", barrier))
        ['BR1']

    Instead:
        >>> found("MET002", ("barrier", "BR1", {**barrier,
        ...     "why": "Handover is in the kitchen; the tablets are upstairs."}),
        ...     ("barrier", "BR2", {**barrier, "state": "held"}))
        []

    References:
        Barrier analysis, hazard, barrier and target; Five Rules of Causation, rules 3 and 4.
    """
    for barrier in asked.case.all(Barrier):
        if barrier.state is not BarrierState.HELD and barrier.why is None and not barrier.causes:
            yield Hit(
                barrier.id,
                f"The barrier was {barrier.state}. Say in 'why' what made it so, or name the "
                "causes in the graph that do.",
                "What made it the sensible thing to do, or not to have?",
            )


@check(
    "MET005",
    "workforce-without-shift-picture",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Workforce factors: staffing planned and actual, agency, commissioned hours, competence",
)
def workforce_without_shift_picture(asked: Asked) -> Iterator[Hit]:
    """Workforce factors are named, and nothing shows who was on shift.

    Why it matters:
        “Short-staffed” and “inexperienced” are claims until the rota, the agency cover and the
        commissioned one-to-one hours stand beside them; now and then the rota says otherwise.

    Example:
        >>> from workbench.checks.examples import found
        >>> factor = ("factor", "F1", {"statement": "One person for five", "lens": "workforce"})
        >>> found("MET005", factor)
        ['case']

    Instead:
        >>> found("MET005", factor, ("shift", "SH1", {
        ...     "period": "between 14/03/2026 14:00 and 14/03/2026 22:00",
        ...     "planned": 3, "actual": 2, "agency": 1}))
        []

    References:
        SEIPS, organisation of work; NHS contributory factors, operational management: staffing and
        skill mix, workload and shift patterns, competence.
    """
    factors = [one.id for one in asked.case.all(Factor) if one.lens is Lens.WORKFORCE]
    if factors and not asked.case.all(Shift):
        yield Hit(
            "case",
            f"{_some(factors)} {'speak' if len(factors) > 1 else 'speaks'} of the workforce. Add "
            "the shift picture of the hours in question: planned and actual, agency, one-to-one "
            "hours, who could do what.",
        )


@check(
    "MET006",
    "cut-set-unbroken",
    severity="warns",
    accept_by=LEADERS,
    source="Fault-tree logic: minimal cut sets, and which actions break which",
)
def cut_set_unbroken(asked: Asked) -> Iterator[Hit | NotAsked]:
    """A group of causes that is enough for the outcome is broken by no action.

    Why it matters:
        Actions can look busy and leave one way to the same outcome untouched. A group that nobody
        breaks is a way in which it can happen again.

    Example:
        >>> from workbench.checks.examples import found
        >>> led = {"effect": "C1", "mechanism": "it was not seen", "confidence": "probable"}
        >>> graph = (("cause", "C1", {"statement": "A late dose", "type": "outcome",
        ...         "combination": "any"}),
        ...     ("cause", "C2", {"statement": "A shared half hour", "type": "condition"}),
        ...     ("cause", "C3", {"statement": "A sheet without a line", "type": "condition"}),
        ...     ("link", "L1", {**led, "cause": "C2"}), ("link", "L2", {**led, "cause": "C3"}))
        >>> found("MET006", *graph, ("action", "A1", {"statement": "x", "causes": ["C2"]}))
        ['C1']

    Instead:
        >>> found("MET006", *graph, ("action", "A1", {"statement": "x", "causes": ["C2"]}),
        ...     ("action", "A2", {"statement": "y", "causes": ["C3"]}))
        []

    References:
        Fault tree analysis; Fussell and Vesely 1972 on minimal cut sets (MOCUS).
    """
    if not asked.case.all(Action):
        return
    for logic in find_cut_sets(asked.graph):
        if logic.unbroken:
            yield Hit(logic.outcome, _left(logic))
        elif not logic.complete:
            yield NotAsked(
                f"{logic.outcome} has more than {CUT_SET_LIMIT} groups of causes; the first "
                f"{len(logic.sets)} are broken by an action"
            )


@check(
    "MET008",
    "method-without-evidence",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Every statement says what it is known from",
)
def method_without_evidence(asked: Asked) -> Iterator[Hit]:
    """A barrier, an ownership, a plan or a shift does not say what it is known from.

    Why it matters:
        These pictures are persuasive, and are often drawn from memory at a table. The rota, the
        plan itself or an agreed note can be looked up; a drawing cannot.

    Example:
        >>> from workbench.checks.examples import found
        >>> shift = {"period": "14/03/2026", "planned": 3, "actual": 2}
        >>> found("MET008", ("shift", "SH1", shift))
        ['SH1']

    Instead:
        >>> found("MET008", ("shift", "SH1", {**shift, "evidence": ["E1"]}))
        []

    References:
        LRRIT dimension 2; see also EVI001 for events.
    """
    held: tuple[Barrier | Ownership | PlanInForce | Shift, ...] = (
        *asked.case.all(Barrier),
        *asked.case.all(Ownership),
        *asked.case.all(PlanInForce),
        *asked.case.all(Shift),
    )
    for one in held:
        if not one.evidence:
            yield Hit(one.id, "Name in 'evidence' what this is known from.")
    for step in asked.case.all(EscalationStep):
        if not (step.evidence or step.warning_event or step.step_event):
            yield Hit(step.id, "Name the events, or in 'evidence' what this is known from.")


def _left(logic: Logic) -> str:
    left = logic.unbroken
    shown = "; ".join(_together(one) for one in left[:_MOST_NAMED])
    more = f"; and {len(left) - _MOST_NAMED} more" if len(left) > _MOST_NAMED else ""
    return (
        f"No action breaks {len(left)} of the {len(logic.sets)} groups of causes that are enough "
        f"for {logic.outcome}: {shown}{more}. Act on a cause of each, or say why not."
    )


def _together(one: CutSet) -> str:
    return " with ".join(one.causes)


def _some(identifiers: list[str]) -> str:
    shown = identifiers[:_MOST_NAMED]
    more = ["others"] if len(identifiers) > _MOST_NAMED else []
    *first, last = [*shown, *more]
    return f"{', '.join(first)} and {last}" if first else last
