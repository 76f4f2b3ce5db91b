"""A rapid learning review on one page: three questions, and what the case answers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from workbench.domain.case import Case
from workbench.domain.change import Action
from workbench.domain.inquiry import CaseIncident, Scope
from workbench.domain.reasoning import Finding
from workbench.domain.vocabulary import FindingType, Horizon
from workbench.figures.change import day
from workbench.figures.exhibit import Cell, Exhibit, Fact

__all__ = ["rapid_review_exhibit"]

_WEEK: Final = timedelta(days=7)


def rapid_review_exhibit(case: Case, on: date) -> Exhibit:
    """Return the answers to the three questions of a rapid learning review, as on the day `on`.

    What is implemented this week: actions that make things safe now, and those due within seven
    days. The questions are those of the proportionate review method in community mental health.
    """
    soon = [one for one in case.all(Action) if _this_week(one, on)]
    later = [one for one in case.all(Action) if not _this_week(one, on)]
    improve = [one for one in case.all(Finding) if one.type is FindingType.IMPROVEMENT]
    keep = [one for one in case.all(Finding) if one.type is FindingType.GOOD_PRACTICE]
    facts = (
        Fact(label="What happened?", value=_happened(case)),
        Fact(
            label="What should change next time?",
            value=_listed([f"{one.id}: {one.statement}" for one in improve], "Nothing found yet."),
        ),
        Fact(
            label="What will we implement this week?",
            value=_listed([_action(one) for one in soon], "No action is due this week yet."),
        ),
    )
    further = (
        ("What worked, to keep", [f"{one.id}: {one.statement}" for one in keep]),
        ("Later", [_action(one) for one in later]),
    )
    return Exhibit(
        name="rapid-review",
        title="On one page",
        facts=(
            *facts,
            *(Fact(label=label, value=_listed(lines, "")) for label, lines in further if lines),
        ),
    )


def _this_week(action: Action, on: date) -> bool:
    return action.horizon is Horizon.IMMEDIATE or (
        action.due is not None and action.due <= on + _WEEK
    )


def _happened(case: Case) -> str:
    scope, held = case.only(Scope), case.only(CaseIncident)
    if scope is not None:
        return scope.summary
    narrative = held.incident.narrative if held else None
    return narrative or "Nothing has been written here yet."


def _listed(lines: list[str], empty: str) -> Cell:
    first, *rest = lines or [empty]
    return Cell(text=first, more=tuple(Cell(text=line) for line in rest))


def _action(action: Action) -> str:
    owner = f"{action.owner.name}, {action.owner.role}" if action.owner else "nobody yet"
    return f"{action.id}: {action.statement} Owner: {owner}. By: {day(action.due)}."
