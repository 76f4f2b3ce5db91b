"""Barriers as a figure and a table: what stood between a hazard and a person, and what it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workbench.domain.case import Case
from workbench.domain.methods import Barrier
from workbench.domain.vocabulary import BarrierState
from workbench.figures._rows import WIDTH, Row, draw_rows
from workbench.figures.exhibit import Cell, Exhibit, Figure, Phrase, Table, Tone, anchor_id
from workbench.figures.marks import Mark, Paragraph, draw_mark, draw_stack, paragraph, stack_height
from workbench.figures.palette import AMBER, GREEN, GROUND, INK, QUIET, RULE, WASH
from workbench.figures.svg import arrow_head, group, item, line, rect
from workbench.figures.words import counted

__all__ = ["barriers_exhibit"]

_END: Final = 128.0
_MOST: Final = 3
_BAR: Final = 64.0
_PAD: Final = 10.0
_TONES: Final = {
    BarrierState.ABSENT: Tone.WARN,
    BarrierState.NOT_USED: Tone.WARN,
    BarrierState.DID_NOT_HOLD: Tone.WARN,
    BarrierState.HELD: Tone.DONE,
}


def barriers_exhibit(case: Case, *, name: str = "barriers") -> Exhibit:
    """Return the barriers of `case`, drawn from hazard to target, and listed in a table.

    Barriers between the same hazard and the same target stand side by side, in order of entry,
    which says nothing of the order in which they worked.
    """
    barriers = case.all(Barrier)
    if not barriers:
        return Exhibit(name=name, note="No barriers have been looked at yet.")
    about = _summary(barriers)
    rows = [row for group_ in _groups(barriers) for row in _lanes(group_, name)]
    return Exhibit(
        name=name,
        figures=(
            Figure(
                title="What stood between hazard and person",
                description=about,
                drawings=draw_rows(rows, name, "Barriers", about),
            ),
        ),
        table=_table(barriers),
    )


def _summary(barriers: Sequence[Barrier]) -> str:
    counts = (
        f"{sum(1 for one in barriers if one.state is state)} {words}"
        for state, words in (
            (BarrierState.HELD, "held"),
            (BarrierState.DID_NOT_HOLD, "used and did not hold"),
            (BarrierState.NOT_USED, "not used"),
            (BarrierState.ABSENT, "absent"),
        )
        if any(one.state is state for one in barriers)
    )
    return f"{counted(len(barriers), 'barrier').capitalize()}: {', '.join(counts)}."


def _groups(barriers: Sequence[Barrier]) -> Iterator[list[Barrier]]:
    held: dict[tuple[str, str], list[Barrier]] = {}
    for one in barriers:
        held.setdefault((one.hazard, one.target), []).append(one)
    yield from held.values()


def _lanes(barriers: list[Barrier], name: str) -> Iterator[Row]:
    lanes = -(-len(barriers) // _MOST)
    each = -(-len(barriers) // lanes)
    for start in range(0, len(barriers), each):
        yield _lane(barriers[start : start + each], name)


def _lane(barriers: Sequence[Barrier], name: str) -> Row:
    room = (WIDTH - 2 * _END - 20) / max(len(barriers), 2)
    stacks = [_stack(one, room - 16) for one in barriers]
    hazard = _end("Hazard", barriers[0].hazard)
    target = _end("Protects", barriers[0].target)
    ends = max(stack_height(hazard), stack_height(target)) + 2 * _PAD
    middle = max(ends / 2, _BAR / 2 + 6)
    below = middle + _BAR / 2 + 12
    height = max(ends, below + max(map(stack_height, stacks))) + 18

    def behind(top: float) -> str:
        y = top + middle
        box = ends if ends > 2 * middle - 1 else 2 * middle
        return "".join(
            (
                line((_END, y), (WIDTH - _END - 10, y), stroke=QUIET, width=2),
                arrow_head((WIDTH - _END - 2, y), (WIDTH - _END - 20, y), fill=QUIET, size=11),
                rect(2, y - box / 2, _END - 4, box, fill=WASH, stroke=INK, radius=3),
                draw_stack(hazard, 2 + _PAD, y - stack_height(hazard) / 2),
                rect(WIDTH - _END, y - box / 2, _END - 2, box, fill=GROUND, stroke=INK, radius=3),
                draw_stack(target, WIDTH - _END + _PAD, y - stack_height(target) / 2),
                line((0, top + height - 5), (WIDTH, top + height - 5), stroke=RULE),
            )
        )

    def entry(top: float) -> str:
        return group(
            *(
                _entry(one, stacks[n], (_END + 10 + n * room, top, room), middle, below, name)
                for n, one in enumerate(barriers)
            )
        )

    return Row(height, entry, behind)


def _entry(
    barrier: Barrier,
    stack: Sequence[Paragraph],
    place: tuple[float, float, float],
    middle: float,
    below: float,
    name: str,
) -> str:
    x, top, room = place
    why = f" {barrier.why}" if barrier.why else ""
    return item(
        f"{barrier.id}. {barrier.what.rstrip('.')}: {barrier.state}.{why}",
        f"#{anchor_id(name, barrier.id)}",
        rect(x, top + middle - _BAR / 2, room - 6, below - middle + _BAR / 2 + stack_height(stack)),
        _bar(barrier.state, x + room / 2, top + middle),
        draw_stack(stack, x + 8, top + below),
    )


def _bar(state: BarrierState, x: float, y: float) -> str:
    half, wide = _BAR / 2, 16.0
    left, top = x - wide / 2, y - half
    match state:
        case BarrierState.HELD:
            return rect(left, top, wide, _BAR, fill=GREEN) + draw_mark("well", x, y)
        case BarrierState.DID_NOT_HOLD:
            gap = 22.0
            part = half - gap / 2
            return "".join(
                rect(left, edge, wide, part, fill=AMBER, stroke=INK, stroke_width=1.5)
                for edge in (top, y + gap / 2)
            )
        case BarrierState.NOT_USED:
            # drawn up beside the way, like a gate that stands open
            return rect(
                left, top - 2, wide, half - 6, fill=GROUND, stroke=INK, stroke_width=2
            ) + line((x, y - 8), (x, y + half), stroke=QUIET, width=1.5, dash="2 4")
        case BarrierState.ABSENT:
            return rect(left, top, wide, _BAR, stroke=INK, stroke_width=1.5, dash="4 4")


def _stack(barrier: Barrier, width: float) -> tuple[Paragraph, ...]:
    held = barrier.state is BarrierState.HELD
    mark: Mark = "well" if held else "warn"
    stack = [
        paragraph(f"{barrier.id}  {barrier.what}", width, size=13, fill=INK, bold=True, lines=5),
        paragraph(barrier.state.capitalize(), width, size=12, fill=INK, mark=mark),
    ]
    if barrier.why:
        stack.append(paragraph(barrier.why, width, size=12, lines=7))
    return tuple(stack)


def _end(label: str, words: str) -> tuple[Paragraph, ...]:
    width = _END - 2 * _PAD - 4
    return (
        paragraph(label, width, size=12),
        paragraph(words, width, size=13, fill=INK, bold=True, lines=7),
    )


def _table(barriers: Sequence[Barrier]) -> Table:
    return Table(
        caption="The barriers as a table",
        columns=("Barrier", "What it is", "What it did", "Why", "Evidence"),
        rows=tuple(_table_row(one) for one in barriers),
    )


def _table_row(one: Barrier) -> tuple[Phrase, ...]:
    between = f"Between: {one.hazard.rstrip('.')}, and {one.target}"
    causes = f" Causes: {', '.join(one.causes)}." if one.causes else ""
    return (
        Cell(text=one.id, anchor=one.id),
        Cell(text=one.what, more=(Cell(text=between, tone=Tone.QUIET),)),
        Cell(text=one.state.capitalize(), tone=_TONES[one.state]),
        f"{one.why or ''}{causes}".strip() or Cell(text="Not said", tone=Tone.WARN),
        ", ".join(one.evidence) or Cell(text="None named", tone=Tone.WARN),
    )
