"""The shift picture: who was there to do the work, planned and actual."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from workbench.domain.case import Case
from workbench.domain.methods import Shift
from workbench.figures._rows import WIDTH, Row, draw_rows
from workbench.figures.exhibit import Cell, Exhibit, Figure, Phrase, Table, Tone, anchor_id
from workbench.figures.marks import Paragraph, draw_stack, paragraph, stack_height
from workbench.figures.palette import ACCENT, GROUND, INK, QUIET, RULE
from workbench.figures.svg import circle, item, line, rect, text
from workbench.figures.text import text_width
from workbench.figures.words import counted

__all__ = ["shifts_exhibit"]

_TEXT: Final = 240.0
_LEFT: Final = 268.0
_PAD: Final = 12.0
_MOST_DOTS: Final = 14
_STEP: Final = 24.0
_BAR: Final = 250.0
_KEY: Final = 30.0


def shifts_exhibit(case: Case, *, name: str = "shifts") -> Exhibit:
    """Return the shifts of `case` in order of time, drawn and as a table.

    People are rings (planned) that are filled where somebody was there; a square stands for
    somebody from an agency. Commissioned one-to-one hours are bars on one scale.
    """
    shifts = sorted(case.all(Shift), key=lambda one: (one.period.start, one.period.end))
    if not shifts:
        return Exhibit(name=name, note="No shift picture has been entered yet.")
    about = _summary(shifts)
    longest = max((hours for one in shifts for hours in _hours(one)), default=0.0)
    return Exhibit(
        name=name,
        figures=(
            Figure(
                title="Who was there to do the work",
                description=about,
                drawings=draw_rows(
                    [_row(one, longest, name) for one in shifts],
                    name,
                    "Shift picture",
                    about,
                    key=_key,
                    key_height=_KEY,
                ),
            ),
        ),
        table=_table(shifts),
    )


def _summary(shifts: Sequence[Shift]) -> str:
    said = [f"{counted(len(shifts), 'stretch', 'stretches').capitalize()} of time."]
    short = [one for one in shifts if _fewer(one.planned, one.actual)]
    if short:
        said.append(f"In {len(short)} of them fewer people were there than planned.")
    less = [
        one
        for one in shifts
        if _fewer(one.one_to_one_planned_hours, one.one_to_one_delivered_hours)
    ]
    if less:
        said.append(f"In {len(less)} of them fewer one-to-one hours were given than commissioned.")
    return " ".join(said)


def _fewer(planned: float | None, actual: float | None) -> bool:
    return planned is not None and actual is not None and actual < planned


def _hours(one: Shift) -> list[float]:
    both = (one.one_to_one_planned_hours, one.one_to_one_delivered_hours)
    return [hours for hours in both if hours is not None]


def _row(one: Shift, longest: float, name: str) -> Row:
    stack = _stack(one)
    hours = bool(_hours(one))
    right = 42 + (44 if hours else 0)
    height = max(stack_height(stack), right) + 2 * _PAD

    def entry(top: float) -> str:
        drawn = _people(one, top + _PAD)
        if hours:
            drawn += _one_to_one(one, top + _PAD + 46, longest)
        return item(
            _label(one),
            f"#{anchor_id(name, one.id)}",
            rect(2, top + 2, WIDTH - 4, height - 4),
            draw_stack(stack, 6, top + _PAD),
            drawn,
        )

    def behind(top: float) -> str:
        return line((0, top + height), (WIDTH, top + height), stroke=RULE, width=1.5)

    return Row(height, entry, behind)


def _stack(one: Shift) -> tuple[Paragraph, ...]:
    stack = [paragraph(f"{one.id}  {_when(one)}", _TEXT, size=13, fill=INK, bold=True)]
    if one.service:
        stack.append(paragraph(one.service, _TEXT, size=12, lines=2))
    return tuple(stack)


def _people(one: Shift, top: float) -> str:
    words = _people_words(one)
    pieces = [text(_LEFT, top + 12, words, size=12, fill=INK)]
    planned, actual, agency = one.planned or 0, one.actual or 0, one.agency or 0
    most = max(planned, actual)
    if most > _MOST_DOTS:
        return "".join(pieces)
    for n in range(most):
        x, y = _LEFT + 10 + n * _STEP, top + 30
        if actual - agency <= n < actual:
            pieces.append(_agency_mark(x, y))
        else:
            beyond = one.planned is not None and n >= planned
            pieces.append(_person(x, y, there=n < actual, beyond=beyond))
    return "".join(pieces)


def _one_to_one(one: Shift, top: float, longest: float) -> str:
    scale = _BAR / longest if longest else 0.0
    planned = (one.one_to_one_planned_hours or 0) * scale
    delivered = (one.one_to_one_delivered_hours or 0) * scale
    return "".join(
        (
            text(_LEFT, top + 12, _hour_words(one), size=12, fill=INK),
            rect(_LEFT, top + 20, max(planned, 1), 14, fill=GROUND, stroke=INK, stroke_width=1.5),
            rect(_LEFT, top + 23, max(delivered, 1), 8, fill=ACCENT),
        )
    )


def _people_words(one: Shift) -> str:
    planned = "not known" if one.planned is None else str(one.planned)
    actual = "not known" if one.actual is None else str(one.actual)
    agency = f", {one.agency} of them from an agency" if one.agency else ""
    return f"People: planned {planned}, there {actual}{agency}"


def _hour_words(one: Shift) -> str:
    planned = _amount(one.one_to_one_planned_hours)
    delivered = _amount(one.one_to_one_delivered_hours)
    return f"One-to-one hours: commissioned {planned}, given {delivered}"


def _when(one: Shift) -> str:
    return one.period.written().removeprefix("between ")


def _amount(hours: float | None) -> str:
    return "not known" if hours is None else f"{hours:g}"


def _label(one: Shift) -> str:
    hours = f" {_hour_words(one)}." if _hours(one) else ""
    able = f" {one.competencies.rstrip('.')}." if one.competencies else ""
    return f"{one.id}, {_when(one)}. {_people_words(one)}.{hours}{able}"


def _person(x: float, y: float, *, there: bool, beyond: bool = False) -> str:
    ring = circle(x, y, 8, fill=ACCENT if there else GROUND, stroke=INK, width=1.5)
    if beyond:
        ring += text(x, y + 4, "+", size=12, fill=GROUND, bold=True, anchor="middle")
    return ring


def _agency_mark(x: float, y: float) -> str:
    return rect(x - 8, y - 8, 16, 16, fill=ACCENT, stroke=INK, stroke_width=1.5)


def _key(top: float) -> str:
    x, y, pieces = 8.0, top + 12, []
    marks: tuple[tuple[Callable[[float, float], str], str], ...] = (
        (partial(_person, there=True), "there"),
        (partial(_person, there=False), "planned, not there"),
        (_agency_mark, "there, from an agency"),
        (partial(_person, there=True, beyond=True), "there beyond the plan"),
    )
    for mark, words in marks:
        pieces.append(mark(x + 8, y))
        pieces.append(text(x + 24, y + 4, words, size=12, fill=QUIET))
        x += 46 + text_width(words, 12)
    return "".join(pieces)


def _table(shifts: Sequence[Shift]) -> Table:
    return Table(
        caption="The shift picture as a table",
        columns=("Shift", "When", "People", "One-to-one hours", "Who could do what", "Evidence"),
        rows=tuple(_table_row(one) for one in shifts),
    )


def _table_row(one: Shift) -> tuple[Phrase, ...]:
    short = _fewer(one.planned, one.actual)
    people = _people_words(one).removeprefix("People: ").capitalize()
    hours = _hour_words(one).removeprefix("One-to-one hours: ").capitalize()
    less = _fewer(one.one_to_one_planned_hours, one.one_to_one_delivered_hours)
    able = "\n".join(words for words in (one.competencies, one.note) if words)
    return (
        Cell(text=one.id, anchor=one.id),
        Cell(
            text=_when(one),
            more=(Cell(text=one.service, tone=Tone.QUIET),) if one.service else (),
        ),
        Cell(text=people, tone=Tone.WARN if short else None),
        Cell(text=hours, tone=Tone.WARN if less else None) if _hours(one) else "",
        able,
        ", ".join(one.evidence) or Cell(text="None named", tone=Tone.WARN),
    )
