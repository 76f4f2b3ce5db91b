"""The plans in force as a figure and a table: which version was there on the day, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from workbench.analysis.plans import PlanAt
from workbench.domain.methods import PlanInForce
from workbench.domain.when import LONDON
from workbench.figures._axis import Axis
from workbench.figures._rows import WIDTH, Row, draw_rows
from workbench.figures.change import day
from workbench.figures.exhibit import Cell, Drawing, Exhibit, Figure, Phrase, Table, Tone, anchor_id
from workbench.figures.marks import Paragraph, draw_stack, paragraph, stack_height
from workbench.figures.palette import ACCENT, GROUND, INK, PALE, QUIET, RULE
from workbench.figures.svg import arrow_head, item, line, rect, text
from workbench.figures.text import text_width
from workbench.figures.words import counted

__all__ = ["plans_exhibit"]

_TEXT: Final = 240.0
_LEFT: Final = 270.0
_PAD: Final = 10.0
_HEAD: Final = 44.0
_BEYOND: Final = timedelta(days=21)


def plans_exhibit(
    plans: Sequence[PlanAt], days: tuple[date, date] | None, *, name: str = "plans"
) -> Exhibit:
    """Return the plans of a case with when each was in force, beside the day it happened.

    `days` are the first and last day on which the incident can have happened.
    """
    if not plans:
        return Exhibit(name=name, note="No plan that was in force has been entered yet.")
    about = _summary(plans)
    drawings = _drawings(plans, days, name, about)
    figure = Figure(title="Which plan was in force", description=about, drawings=drawings)
    return Exhibit(
        name=name,
        figures=(figure,) if drawings else (),
        paragraphs=() if drawings else (about,),
        table=_table(plans),
    )


def _summary(plans: Sequence[PlanAt]) -> str:
    there = sum(1 for one in plans if one.in_force)
    unknown = sum(1 for one in plans if one.in_force is None or not one.known)
    said = f"{counted(len(plans), 'version')} of plans; {there or 'none'} in force when it happened"
    more = f", {unknown} of which too little is known" if unknown else ""
    return f"{said.capitalize()}{more}."


def _drawings(
    plans: Sequence[PlanAt], days: tuple[date, date] | None, name: str, about: str
) -> tuple[Drawing, ...]:
    edges = [
        one
        for held in plans
        for one in (held.plan.in_force_from, held.plan.in_force_to)
        if one is not None
    ]
    if not edges:
        return ()
    marked = [*edges, *(days or ())]
    axis = Axis(
        _moment(min(marked) - _BEYOND),
        _moment(max(marked) + _BEYOND),
        _LEFT,
        WIDTH - _LEFT - 14,
    )
    return draw_rows(
        [_row(one, axis, days, name) for one in plans],
        name,
        "Plans in force",
        about,
        head=lambda: _head(axis, days),
        head_height=_HEAD,
    )


def _head(axis: Axis, days: tuple[date, date] | None) -> str:
    ticks = axis.head(0, _HEAD)
    if days is None:
        return ticks + line((0, _HEAD), (WIDTH, _HEAD), stroke=INK)
    x = axis.x(_moment(days[0]))
    words = "it happened"
    half = text_width(words, 12, bold=True) / 2
    x_words = min(x, axis.left + axis.width - half)
    return (
        ticks
        + rect(x_words - half - 3, 22, 2 * half + 6, 18, fill=GROUND)
        + text(x_words, 36, words, size=12, bold=True, anchor="middle")
        + line((0, _HEAD), (WIDTH, _HEAD), stroke=INK)
    )


def _row(one: PlanAt, axis: Axis, days: tuple[date, date] | None, name: str) -> Row:
    stack = _stack(one)
    height = max(stack_height(stack), 34) + 2 * _PAD

    def behind(top: float) -> str:
        drawn = axis.grid(top, top + height)
        if days is not None:
            low, high = axis.x(_moment(days[0])), axis.x(_moment(days[1]))
            drawn += line((low, top), (low, top + height), stroke=INK, width=2)
            if high - low > 3:
                drawn += line((high, top), (high, top + height), stroke=INK, width=2)
        return drawn + line((0, top + height), (WIDTH, top + height), stroke=RULE, width=1.5)

    def entry(top: float) -> str:
        return item(
            _label(one),
            f"#{anchor_id(name, one.plan.id)}",
            rect(2, top + 2, WIDTH - 4, height - 4),
            draw_stack(stack, 6, top + _PAD),
            _bar(one.plan, axis, top + height / 2),
        )

    return Row(height, entry, behind)


def _bar(plan: PlanInForce, axis: Axis, y: float) -> str:
    if plan.in_force_from is None and plan.in_force_to is None:
        return text(axis.left + 6, y + 4, "not known from when", size=12, fill=QUIET)
    low = axis.x(_moment(plan.in_force_from)) if plan.in_force_from else axis.left
    end = plan.in_force_to
    high = axis.x(_moment(end + timedelta(days=1))) if end else axis.left + axis.width
    pieces = [rect(low, y - 9, max(high - low, 4), 18, fill=PALE, stroke=ACCENT, stroke_width=1.5)]
    if end is None:
        pieces.append(arrow_head((high + 10, y), (low, y), fill=ACCENT, size=12))
    if plan.in_force_from is None:
        pieces.append(rect(low - 1, y - 10, 10, 20, fill=GROUND))
        pieces.append(text(low, y + 5, "?", size=14, bold=True))
    return "".join(pieces)


def _stack(one: PlanAt) -> tuple[Paragraph, ...]:
    plan = one.plan
    version = f"version {plan.version}" if plan.version else "version not known"
    stack = [
        paragraph(f"{plan.id}  {_name(plan)}", _TEXT, size=13, fill=INK, bold=True, lines=3),
        paragraph(
            version,
            _TEXT,
            size=12,
            fill=QUIET if plan.version else INK,
            mark=None if plan.version else "warn",
        ),
    ]
    if one.in_force is False:
        stack.append(paragraph("not in force when it happened", _TEXT, size=12))
    return tuple(stack)


def _name(plan: PlanInForce) -> str:
    return plan.name or plan.type.capitalize()


def _label(one: PlanAt) -> str:
    plan = one.plan
    version = f"version {plan.version}" if plan.version else "version not known"
    there = {True: "In force when it happened", False: "Not in force when it happened"}
    standing = there[one.in_force] if one.in_force is not None else "Not known whether in force"
    return f"{plan.id}. {_name(plan)}, {version}. {_dates(plan)}. {standing}."


def _dates(plan: PlanInForce) -> str:
    start = f"From {day(plan.in_force_from)}" if plan.in_force_from else "From when is not known"
    return f"{start} to {day(plan.in_force_to)}" if plan.in_force_to else f"{start}, no end"


def _moment(at: date) -> datetime:
    return datetime.combine(at, time(), LONDON).astimezone(UTC)


def _table(plans: Sequence[PlanAt]) -> Table:
    return Table(
        caption="The plans as a table",
        columns=("Plan", "What it is", "In force", "When it happened", "What it said", "Evidence"),
        rows=tuple(_table_row(one) for one in plans),
    )


def _table_row(one: PlanAt) -> tuple[Phrase, ...]:
    plan = one.plan
    standing: dict[bool | None, Phrase] = {
        True: Cell(text="In force", tone=Tone.DONE),
        False: "Not in force",
        None: Cell(text="Not known", tone=Tone.WARN),
    }
    version = (
        Cell(text=f"Version {plan.version}", tone=Tone.QUIET)
        if plan.version
        else Cell(text="Version not known", tone=Tone.WARN)
    )
    whose = f" of {plan.person}" if plan.person else ""
    return (
        Cell(text=plan.id, anchor=plan.id),
        Cell(text=f"{_name(plan)}{whose}", more=(version,)),
        _dates(plan),
        standing[one.in_force],
        plan.said or "",
        ", ".join(plan.evidence) or Cell(text="None named", tone=Tone.WARN),
    )
