"""Factors seen in other ways: what went well, how they worked together, other frameworks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workbench.domain.case import Case
from workbench.domain.crosswalk import counterparts
from workbench.domain.frameworks import FACTOR_FRAMEWORKS, FactorGroup, Framework, factor_framework
from workbench.domain.methods import Barrier
from workbench.domain.reasoning import Factor, Finding
from workbench.domain.story import Event
from workbench.domain.vocabulary import BarrierState, FactorEffect, FindingType
from workbench.figures.exhibit import Cell, Exhibit, Phrase, Table, Tone
from workbench.figures.words import joined, time_words

__all__ = ["crosswalk_exhibit", "interactions_exhibit", "went_well_exhibit"]

_MOST_NAMED: Final = 3


def went_well_exhibit(case: Case, *, name: str = "went-well") -> Exhibit:
    """Return what went well: events, factors that helped, barriers that held, good practice."""
    rows = (*_good_events(case), *_helping(case), *_held(case), *_good_practice(case))
    if not rows:
        return Exhibit(name=name, note="Nothing has been entered yet of what went well.")
    return Exhibit(
        name=name,
        title="What went well",
        table=Table(
            caption="What went well, what helped, what held, and what to keep",
            columns=("Reference", "What it was", "Kind", "Evidence"),
            rows=rows,
        ),
    )


def interactions_exhibit(case: Case, *, name: str = "interactions") -> Exhibit:
    """Return how factors worked on each other, in the investigators' words."""
    said = [one for one in case.all(Factor) if one.interaction]
    if not said:
        return Exhibit(name=name, note="Nobody has described yet how the factors worked together.")
    return Exhibit(
        name=name,
        title="How they worked on each other",
        items=tuple(Cell(text=f"{_together(one)}: {one.interaction}") for one in said),
    )


def crosswalk_exhibit(
    case: Case,
    framework: Framework,
    names: Sequence[str] = FACTOR_FRAMEWORKS,
    *,
    name: str = "crosswalk",
) -> Exhibit:
    """Return the same factors under other frameworks, compared through SEIPS.

    `framework` is the one the workspace has chosen, `names` those to compare it with.
    """
    used = {one.group for one in case.all(Factor)}
    groups = [group for group in framework.entries if group.code in used]
    if not groups:
        return Exhibit(name=name, note="No factor is in a group yet, so none can be compared.")
    others = [one for one in map(factor_framework, names) if one != framework]
    return Exhibit(
        name=name,
        title="The same factors under other frameworks",
        table=Table(
            caption="Groups that hold factors, and their counterparts",
            columns=(framework.name, "Factors", *(one.name for one in others)),
            rows=tuple(_seen(case, group, others) for group in groups),
        ),
        note="Groups are compared by the elements of the SEIPS work system that they speak of. "
        "That reading is ours: it shows where to look, and where to argue.",
    )


def _good_events(case: Case) -> Iterator[tuple[Phrase, ...]]:
    for one in case.all(Event):
        if one.went_well:
            yield _row(one.id, f"{time_words(one.when)}: {one.what}", "Went well", one.evidence)


def _helping(case: Case) -> Iterator[tuple[Phrase, ...]]:
    for one in case.all(Factor):
        if one.effect is FactorEffect.MITIGATED:
            yield _row(one.id, one.statement, "Helped", one.evidence)


def _held(case: Case) -> Iterator[tuple[Phrase, ...]]:
    for one in case.all(Barrier):
        if one.state is BarrierState.HELD:
            why = f" {one.why}" if one.why else ""
            yield _row(one.id, f"{one.what.rstrip('.')}.{why}", "Held", one.evidence)


def _good_practice(case: Case) -> Iterator[tuple[Phrase, ...]]:
    for one in case.all(Finding):
        if one.type is FindingType.GOOD_PRACTICE:
            yield _row(one.id, one.statement, "Good practice to keep", one.evidence)


def _row(identifier: str, words: str, kind: str, evidence: tuple[str, ...]) -> tuple[Phrase, ...]:
    known: Phrase = ", ".join(evidence) or Cell(text="None named", tone=Tone.WARN)
    return identifier, words, Cell(text=kind, tone=Tone.DONE), known


def _together(one: Factor) -> str:
    return f"{one.id} with {joined(one.works_with)}" if one.works_with else one.id


def _seen(case: Case, group: FactorGroup, others: list[Framework]) -> tuple[Phrase, ...]:
    factors = [one.id for one in case.all(Factor) if one.group == group.code]
    return (
        group.label,
        joined(factors),
        *(_labels(counterparts(group, other)) for other in others),
    )


def _labels(groups: tuple[FactorGroup, ...]) -> Phrase:
    if not groups:
        return Cell(text="No group for it", tone=Tone.QUIET)
    shown = [one.label for one in groups[:_MOST_NAMED]]
    more = ["others"] if len(groups) > _MOST_NAMED else []
    return " or ".join((*shown, *more))
