"""The timeline drawn: a rail with marks at the left, what happened beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.analysis.timeline import Timeline
from workbench.domain.case import Case
from workbench.domain.story import Event
from workbench.figures._timeline_marks import diamond, event_mark, legend, unequal
from workbench.figures._timeline_rows import (
    Accounts,
    Day,
    Row,
    Silence,
    Single,
    Span,
    arrange,
    long_bars,
)
from workbench.figures._timeline_words import (
    Sheet,
    account_stack,
    event_label,
    event_stack,
    silence_stack,
    verdict,
)
from workbench.figures.exhibit import Drawing, anchor_id
from workbench.figures.marks import Paragraph, draw_stack, stack_height
from workbench.figures.palette import ACCENT, AMBER, GROUND, INK, PALE, QUIET, WASH
from workbench.figures.svg import (
    drawing,
    group,
    item,
    items,
    line,
    rect,
    text,
    text_lines,
)
from workbench.figures.text import wrap
from workbench.figures.words import clock_words, day_words, joined

__all__ = ["draw_pages"]

_WIDTH = 700.0
_FIRST_PAGE = 680.0
_PAGE = 820.0
_TIME_RIGHT = 124.0
_TIME_WIDTH = 120.0
_RAIL = 142.0
_LANE = 14.0
_AFTER = 16.0
_MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row with its place among all rows, and the height it takes."""

    row: Row
    place: int
    height: float
    stacks: tuple[tuple[Paragraph, ...], ...] = ()


def draw_pages(timeline: Timeline, case: Case, name: str, about: str) -> tuple[Drawing, ...]:
    """Return the drawings of a timeline, each at most a page high, from first to last."""
    rows = arrange(timeline)
    spans = long_bars(rows)
    lanes = max((span.lane + 1 for span in spans), default=0)
    late = {record.event: record.delay for record in timeline.recorded_late}
    left = _RAIL + _LANE * lanes + 24
    sheet = Sheet(case, name, late, left, _WIDTH - left - _MARGIN)
    pages = _paged([_measured(row, place, sheet) for place, row in enumerate(rows)])
    key = legend(rows, _WIDTH)
    return tuple(
        _page(page, n, len(pages), spans, sheet, about, key) for n, page in enumerate(pages, 1)
    )


def _measured(row: Row, place: int, sheet: Sheet) -> _Placed:
    match row:
        case Day():
            return _Placed(row, place, 44)
        case Single(event):
            stack = event_stack(event, sheet, sheet.width)
            times = len(wrap(clock_words(event.when), _TIME_WIDTH, 13, bold=True))
            return _Placed(row, place, max(stack_height(stack), times * 17) + _AFTER, (stack,))
        case Accounts(events, settled):
            stacks = tuple(account_stack(one, sheet, sheet.width / 2 - 38) for one in events)
            decided = verdict(settled, sheet.width - 24)
            height = sum(
                max(stack_height(one) for one in stacks[n : n + 2]) + 32
                for n in range(0, len(stacks), 2)
            )
            return _Placed(
                row, place, height + stack_height(decided) + 14 + _AFTER, (*stacks, decided)
            )
        case Silence():
            stack = silence_stack(row.gap, sheet.width - 24)
            return _Placed(row, place, stack_height(stack) + 20 + _AFTER, (stack,))


def _paged(rows: list[_Placed]) -> list[list[_Placed]]:
    """Share rows out to pages; the head of a day stays with its first row and is repeated."""
    pages: list[list[_Placed]] = [[]]
    day: _Placed | None = None
    for place, row in enumerate(rows):
        coming = row.height
        if isinstance(row.row, Day):
            day = row
            coming += rows[place + 1].height
        room = _PAGE if len(pages) > 1 else _FIRST_PAGE
        if pages[-1] and sum(one.height for one in pages[-1]) + coming > room:
            pages.append([])
            if day and not isinstance(row.row, Day):
                assert isinstance(day.row, Day)
                pages[-1].append(replace(day, row=replace(day.row, continued=True)))
        pages[-1].append(row)
    return pages


def _page(
    page: list[_Placed],
    number: int,
    pages: int,
    spans: Sequence[Span],
    sheet: Sheet,
    about: str,
    key: str,
) -> Drawing:
    top = 34.0 if number == 1 else 8.0
    tops: list[float] = []
    for row in page:
        tops.append(top)
        top += row.height
    bars = "".join(_long_bar(span, page, tops, top) for span in spans)
    rail = _rail(page, tops)
    rows = (_row(row, y, sheet, spans) for row, y in zip(page, tops, strict=True))
    part = f", part {number} of {pages}" if pages > 1 else ""
    return drawing(
        f"{sheet.name}-drawing-{number}",
        f"Timeline{part}",
        f"{about} Each entry leads to its row in the table.",
        (_WIDTH, top + 4),
        group(key if number == 1 else "", rail, bars, hidden=True),
        items(*rows),
    )


def _rail(page: list[_Placed], tops: list[float]) -> str:
    pieces = []
    for row, top in zip(page, tops, strict=True):
        if isinstance(row.row, Silence):
            pieces.append(
                line((_RAIL, top), (_RAIL, top + row.height), stroke=QUIET, width=2, dash="2 6")
            )
        elif not isinstance(row.row, Day):
            pieces.append(line((_RAIL, top - 6), (_RAIL, top + row.height), stroke=QUIET, width=2))
    return "".join(pieces)


def _row(placed: _Placed, top: float, sheet: Sheet, spans: Sequence[Span]) -> str:
    match placed.row:
        case Day(day, continued):
            return _day(f"{day_words(day)}{', continued' if continued else ''}", top)
        case Single(event):
            return _single(event, placed, top, sheet, spans)
        case Accounts():
            return _accounts(placed.row, placed, top, sheet)
        case Silence():
            return _silence(placed.row, placed, top, sheet)


def _day(words: str, top: float) -> str:
    return group(
        rect(0, top + 6, _WIDTH, 26, fill=WASH),
        rect(0, top + 6, 4, 26, fill=ACCENT),
        text(14, top + 24, words, size=14, bold=True),
        hidden=True,
    )


def _single(event: Event, placed: _Placed, top: float, sheet: Sheet, spans: Sequence[Span]) -> str:
    span = next((one for one in spans if one.event.id == event.id), None)
    if span:
        x = _RAIL + _LANE * (span.lane + 1)
        mark = line((x, top + 8), (sheet.left - 6, top + 8), stroke=ACCENT, width=1.5)
    else:
        mark = event_mark(event, _RAIL, top, top + placed.height - _AFTER)
    return item(
        event_label(event, sheet),
        f"#{anchor_id(sheet.name, event.id)}",
        rect(0, top - 4, _WIDTH, placed.height - 6),
        text_lines(
            _TIME_RIGHT,
            top,
            wrap(clock_words(event.when), _TIME_WIDTH, 13, bold=True),
            bold=True,
            anchor="end",
        ),
        mark,
        draw_stack(placed.stacks[0], sheet.left, top),
    )


def _long_bar(span: Span, page: list[_Placed], tops: list[float], bottom: float) -> str:
    inside = {
        row.place: top
        for row, top in zip(page, tops, strict=True)
        if span.first <= row.place <= span.last and not isinstance(row.row, Day)
    }
    if not inside:
        return ""
    x = _RAIL + _LANE * (span.lane + 1)
    first, last = min(inside), max(inside)
    start = inside[first] + 2 if first == span.first else inside[first] - 8
    end = inside[last] + 16 if last == span.last else bottom
    pieces = [rect(x - 4, start, 8, end - start, fill=PALE)]
    pieces += [
        line((x + side, start), (x + side, end), stroke=ACCENT, width=1.5) for side in (-4, 4)
    ]
    if first == span.first:
        pieces.append(line((x - 6, start), (x + 6, start), stroke=ACCENT, width=2.5))
    if last == span.last:
        pieces.append(line((x - 6, end), (x + 6, end), stroke=ACCENT, width=2.5))
    return "".join(pieces)


def _accounts(row: Accounts, placed: _Placed, top: float, sheet: Sheet) -> str:
    box = sheet.width / 2 - 14
    y, drawn = top, []
    for n in range(0, len(row.events), 2):
        pair = placed.stacks[n : min(n + 2, len(row.events))]
        height = max(stack_height(one) for one in pair) + 20
        if len(pair) == 2:
            middle = sheet.left + sheet.width / 2
            joint = (middle - 14, y + height / 2), (middle + 14, y + height / 2)
            drawn.append(group(line(*joint, stroke=INK, width=1.5), hidden=True))
        for side, stack in enumerate(pair):
            x = sheet.left + side * (box + 28)
            drawn.append(_account(row.events[n + side], stack, (x, y, box, height), sheet))
        if len(pair) == 2:
            middle = sheet.left + sheet.width / 2
            drawn.append(group(unequal(middle, y + height / 2), hidden=True))
        y += height + 12
    decided = placed.stacks[-1]
    edge = rect(sheet.left, y - 4, 3, stack_height(decided) + 8, fill=INK if row.settled else AMBER)
    return "".join(
        (
            group(
                text_lines(
                    _TIME_RIGHT,
                    top + 4,
                    wrap("accounts differ", _TIME_WIDTH, 13),
                    fill=QUIET,
                    anchor="end",
                ),
                diamond(_RAIL, top + 12),
                edge,
                draw_stack(decided, sheet.left + 12, y),
                hidden=True,
            ),
            *drawn,
        )
    )


def _account(
    event: Event, stack: Sequence[Paragraph], box: tuple[float, float, float, float], sheet: Sheet
) -> str:
    x, y, width, height = box
    others = joined(event.conflicts_with) or "another account"
    return item(
        event_label(event, sheet, f"Differs from {others}."),
        f"#{anchor_id(sheet.name, event.id)}",
        rect(x, y, width, height, fill=GROUND, stroke=QUIET, radius=3),
        draw_stack(stack, x + 12, y + 10),
    )


def _silence(row: Silence, placed: _Placed, top: float, sheet: Sheet) -> str:
    height = stack_height(placed.stacks[0]) + 20
    explained = row.gap.explained
    return group(
        rect(
            sheet.left,
            top,
            sheet.width,
            height,
            fill=WASH if explained else GROUND,
            stroke=None if explained else QUIET,
            dash=None if explained else "4 4",
            radius=3,
        ),
        "" if explained else rect(sheet.left, top, 4, height, fill=AMBER),
        draw_stack(placed.stacks[0], sheet.left + 14, top + 10),
        hidden=True,
    )
