"""The escalation as a figure and a table: early warning, threshold, step up, and each delay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from workbench.analysis.escalation import Delay, Escalation, EscalationDelay
from workbench.domain.when import When
from workbench.figures._axis import Axis
from workbench.figures._rows import WIDTH, Row, draw_rows
from workbench.figures.exhibit import Cell, Drawing, Exhibit, Figure, Phrase, Table, Tone, anchor_id
from workbench.figures.marks import Paragraph, draw_stack, paragraph, stack_height
from workbench.figures.palette import ACCENT, AMBER, GROUND, INK, PALE, QUIET, RULE
from workbench.figures.svg import circle, item, line, polygon, rect, text
from workbench.figures.text import text_width
from workbench.figures.words import counted, duration_words, time_words

__all__ = ["delay_words", "escalation_exhibit"]

_TEXT: Final = 262.0
_LEFT: Final = 290.0
_RIGHT: Final = 16.0
_PAD: Final = 12.0
_HEAD: Final = 26.0
_KEY: Final = 30.0
_APART: Final = 17.0

_Mark: TypeAlias = Callable[[float, float], str]


def escalation_exhibit(escalation: Escalation, *, name: str = "escalation") -> Exhibit:
    """Return the escalation of a case: what was seen, at which point who was to act, what came.

    Delays are worked out from the events, as surely as their times are known. A step that never
    came, and a threshold that nobody had set, are drawn and said.
    """
    if not escalation.steps:
        return Exhibit(name=name, note="No steps of an escalation have been entered yet.")
    about = _summary(escalation)
    drawings = _drawings(escalation, name, about)
    figure = Figure(title="From early warning to step up", description=about, drawings=drawings)
    return Exhibit(
        name=name,
        paragraphs=() if drawings else ("No step names an event with a time yet.",),
        figures=(figure,) if drawings else (),
        table=_table(escalation),
    )


def delay_words(delay: Delay | None) -> str:
    """Return how long something took, with what is not known about it: `2 to 3 hours`."""
    if delay is None or not delay.known:
        return "not known"
    if delay.exact:
        assert delay.shortest is not None
        return duration_words(delay.shortest)
    if delay.shortest is None:
        return f"at most {_words(delay.longest)}"
    if delay.longest is None:
        return f"at least {_words(delay.shortest)}"
    return f"{_words(delay.shortest)} to {_words(delay.longest)}"


def _words(duration: timedelta | None) -> str:
    return duration_words(duration or timedelta())


def _summary(escalation: Escalation) -> str:
    steps = escalation.steps
    taken = [one for one in steps if one.stepped is not None]
    said = [
        f"{counted(len(steps), 'step').capitalize()}; {len(taken) or 'none'} of them with a time."
    ]
    unset = len(escalation.without_threshold)
    if unset:
        said.append(f"For {unset} of them nobody had set a threshold.")
    if escalation.late:
        said.append(f"{counted(len(escalation.late), 'step').capitalize()} later than agreed.")
    never = sum(1 for one in steps if one.step.not_taken)
    if never:
        said.append(f"{counted(never, 'step').capitalize()} did not come.")
    return " ".join(said)


def _drawings(escalation: Escalation, name: str, about: str) -> tuple[Drawing, ...]:
    times = [when for one in escalation.steps for when in _times(one)]
    if not times:
        return ()
    axis = Axis(
        min(when.start for when in times),
        max(when.end for when in times),
        _LEFT + 14,
        WIDTH - _LEFT - _RIGHT - 28,
    )
    return draw_rows(
        [_row(one, axis, name) for one in escalation.steps],
        name,
        "Escalation",
        about,
        head=lambda: axis.head(0, _HEAD) + line((0, _HEAD), (WIDTH, _HEAD), stroke=INK),
        head_height=_HEAD,
        key=_key,
        key_height=_KEY,
    )


def _times(one: EscalationDelay) -> Sequence[When]:
    return [when for when in (one.warned, one.reached, one.stepped) if when is not None]


def _row(one: EscalationDelay, axis: Axis, name: str) -> Row:
    stack = _stack(one)
    height = max(stack_height(stack), 62) + 2 * _PAD

    def behind(top: float) -> str:
        return axis.grid(top, top + height) + line(
            (0, top + height), (WIDTH, top + height), stroke=RULE, width=1.5
        )

    def entry(top: float) -> str:
        return item(
            _label(one),
            f"#{anchor_id(name, one.step.id)}",
            rect(2, top + 2, WIDTH - 4, height - 4),
            draw_stack(stack, 6, top + _PAD),
            _track(one, axis, top + height / 2),
        )

    return Row(height, entry, behind)


def _stack(one: EscalationDelay) -> tuple[Paragraph, ...]:
    step = one.step
    stack = [paragraph(f"{step.id}  {step.warning}", _TEXT, size=13, fill=INK, bold=True, lines=4)]
    if step.threshold is None:
        stack.append(paragraph("No threshold was set", _TEXT, size=12, fill=INK, mark="warn"))
    else:
        stack.append(paragraph(f"Threshold: {step.threshold}", _TEXT, size=12, lines=3))
    stack.append(paragraph(f"Step up: {step.step}", _TEXT, size=12, lines=4))
    if step.not_taken:
        stack.append(paragraph(f"Not taken: {step.not_taken}", _TEXT, size=12, fill=INK, lines=4))
    return tuple(stack)


def _track(one: EscalationDelay, axis: Axis, y: float) -> str:
    times = _times(one)
    if not times:
        return text(axis.left, y + 4, "No time is known", size=12, fill=QUIET)
    marks = _placed(one, axis)
    first, last = min(x for x, _ in marks), max(x for x, _ in marks)
    never = bool(one.step.not_taken)
    pieces = [line((first, y), (last, y), stroke=QUIET, width=2, dash="3 5" if never else None)]
    pieces += [_spread(when, axis, y) for when in times]
    pieces += [mark(x, y) for x, mark in marks]
    return "".join(pieces) + _said(one, axis, (first + last) / 2, y)


def _placed(one: EscalationDelay, axis: Axis) -> list[tuple[float, _Mark]]:
    """Return each mark with its place; marks that would touch stand side by side, in order."""
    timed: tuple[tuple[When | None, _Mark], ...] = (
        (one.warned, _warning),
        (one.reached, _threshold),
        (one.stepped, _step),
    )
    marks = [(axis.x(_middle(when)), mark) for when, mark in timed if when is not None]
    if one.step.not_taken:
        marks.append((axis.left + axis.width, _cross))
    for n in range(1, len(marks)):
        before, (x, mark) = marks[n - 1][0], marks[n]
        if abs(x - before) < _APART:
            marks[n] = (before + _APART, mark)
    over = max(max(x for x, _ in marks) - (axis.left + axis.width + _APART), 0.0)
    return [(x - over, mark) for x, mark in marks]


def _said(one: EscalationDelay, axis: Axis, middle: float, y: float) -> str:
    """Return the delay above the track, and whether it kept to what was agreed below it."""
    if one.step.not_taken:
        words = "no step up"
    elif one.total is not None and one.total.known:
        words = delay_words(one.total)
    else:
        return ""
    drawn = _centred(words, axis, middle, y - 17, bold=True)
    return drawn + (_centred(_kept(one), axis, middle, y + 26) if _kept(one) else "")


def _centred(words: str, axis: Axis, x: float, y: float, *, bold: bool = False) -> str:
    half = text_width(words, 12, bold=bold) / 2
    low, high = axis.left - 10 + half, axis.left + axis.width + 10 - half
    x = min(max(x, low), max(high, low))
    back = rect(x - half - 2, y - 11, 2 * half + 4, 15, fill=GROUND)
    return back + text(x, y, words, size=12, fill=INK, bold=bold, anchor="middle")


def _middle(when: When) -> datetime:
    return when.start + (when.end - when.start) / 2


def _spread(when: When, axis: Axis, y: float) -> str:
    low, high = axis.x(when.start), axis.x(when.end)
    if high - low < 14:
        return ""
    return rect(low, y - 6, high - low, 12, fill=PALE, stroke=ACCENT, radius=3)


def _warning(x: float, y: float) -> str:
    return circle(x, y, 7, fill=ACCENT, stroke=GROUND)


def _threshold(x: float, y: float) -> str:
    return polygon(
        ((x, y - 9), (x + 9, y), (x, y + 9), (x - 9, y)), fill=AMBER, stroke=INK, stroke_width=1.5
    )


def _step(x: float, y: float) -> str:
    return rect(x - 7, y - 7, 14, 14, fill=INK, stroke=GROUND, stroke_width=2)


def _cross(x: float, y: float) -> str:
    return "".join(
        line((x - 6, y - 6 * turn), (x + 6, y + 6 * turn), stroke=INK, width=2.5)
        for turn in (-1, 1)
    )


def _key(top: float) -> str:
    x, y, pieces = 8.0, top + 12, []
    for mark, words in (
        (_warning, "early warning"),
        (_threshold, "threshold reached"),
        (_step, "step up"),
        (_cross, "no step up came"),
    ):
        pieces += [mark(x + 8, y), text(x + 24, y + 4, words, size=12, fill=QUIET)]
        x += 46 + text_width(words, 12)
    return "".join(pieces)


def _label(one: EscalationDelay) -> str:
    step = one.step
    threshold = f"Threshold: {step.threshold}" if step.threshold else "No threshold was set"
    came = (
        f"Not taken: {step.not_taken}"
        if step.not_taken
        else f"From warning to step up: {delay_words(one.total)}"
    )
    parts = (f"{step.id}. {step.warning}", threshold, f"Step up: {step.step}", came, _kept(one))
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _kept(one: EscalationDelay) -> str:
    if one.step.within_hours is None:
        return ""
    agreed = duration_words(timedelta(hours=one.step.within_hours))
    if one.late is None:
        return f"Agreed: within {agreed}"
    return f"{'Later than' if one.late else 'Within'} the {agreed} agreed"


def _table(escalation: Escalation) -> Table:
    return Table(
        caption="The escalation as a table",
        columns=("Step", "Early warning", "Threshold", "Step up", "How long"),
        rows=tuple(_table_row(one) for one in escalation.steps),
    )


def _table_row(one: EscalationDelay) -> tuple[Phrase, ...]:
    step = one.step
    came: Phrase = _at(step.step, one.stepped, step.step_event)
    if step.not_taken:
        not_taken = Cell(text=f"Not taken: {step.not_taken}")
        came = Cell(text=step.step, more=(not_taken,))
    return (
        Cell(text=step.id, anchor=step.id),
        _at(step.warning, one.warned, step.warning_event),
        _at(step.threshold, one.reached, step.threshold_event)
        if step.threshold
        else Cell(text="None was set", tone=Tone.WARN),
        came,
        _how_long(one),
    )


def _at(words: str, when: When | None, event: str | None) -> Cell:
    said = (
        Cell(text=f"{time_words(when)} ({event})", tone=Tone.QUIET)
        if when
        else Cell(text="No time named", tone=Tone.QUIET)
    )
    return Cell(text=words, more=(said,))


def _how_long(one: EscalationDelay) -> Phrase:
    if one.step.not_taken:
        return "It did not come"
    more = []
    apart = one.step.warning_event != one.step.threshold_event
    if apart and one.to_threshold is not None and one.to_step is not None:
        more.append(Cell(text=f"{delay_words(one.to_threshold)} to the threshold"))
        more.append(Cell(text=f"{delay_words(one.to_step)} from there"))
    if kept := _kept(one):
        more.append(Cell(text=kept, tone=Tone.WARN if one.late else None))
    return Cell(text=delay_words(one.total), more=tuple(more))
