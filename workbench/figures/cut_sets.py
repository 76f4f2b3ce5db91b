"""What had to come together: minimal cut sets as a grid, and which actions break which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workbench.analysis.causal import CausalGraph
from workbench.analysis.cut_sets import Logic
from workbench.figures.exhibit import Cell, Drawing, Exhibit, Figure, Phrase, Table, Tone, anchor_id
from workbench.figures.palette import ACCENT, INK, QUIET, RULE, WASH
from workbench.figures.svg import (
    circle,
    drawing,
    group,
    item,
    items,
    line,
    rect,
    text,
    text_lines,
    triangle_mark,
)
from workbench.figures.text import LINE_HEIGHT, wrap
from workbench.figures.words import counted, joined

__all__ = ["cut_sets_exhibit"]

_DRAWN: Final = 10
_LISTED: Final = 40
_PAGE: Final = 780.0
_TEXT: Final = 330.0
_COLUMN: Final = 58.0
_PAD: Final = 8.0
_HEAD: Final = 46.0
_FOOT: Final = 52.0


def cut_sets_exhibit(
    logic: Sequence[Logic], graph: CausalGraph, *, name: str = "cut-sets"
) -> Exhibit:
    """Return the groups of causes that were enough for an outcome, and what breaks each.

    The first groups of each outcome are drawn, more are listed; the exhibit says how many there
    are, and when there are more than were followed.
    """
    if not any(one.sets for one in logic):
        return Exhibit(name=name, note="No causes lead to an outcome yet, so nothing combines.")
    figures = tuple(_figure(one, graph, name, n) for n, one in enumerate(logic, 1))
    return Exhibit(
        name=name,
        figures=figures,
        table=_table(logic, graph),
        note="Minimal cut sets, found from the top down (MOCUS) over the causes as they are "
        "entered: “all” asks for every cause of an effect, “any” for one of them. An action breaks "
        "a group when, with what it touches gone, the rest is no longer enough; whether it does "
        "so in practice is what its measure is for.",
    )


def _common(one: Logic) -> str:
    always = one.in_every_set
    said = [
        f"{counted(len(one.sets), 'group')} of causes "
        f"{'was' if len(one.sets) == 1 else 'were each'} enough for {one.outcome}."
    ]
    if not one.complete:
        said = [
            f"More than {len(one.sets)} groups of causes were enough for {one.outcome}; the "
            f"first {len(one.sets)} were followed."
        ]
    if always and len(one.sets) > 1:
        said.append(f"Every one of them holds {joined(always)}.")
    if one.unbroken:
        said.append(f"No action breaks {len(one.unbroken)} of them.")
    else:
        said.append("Each is broken by an action.")
    return " ".join(said)


def _figure(one: Logic, graph: CausalGraph, name: str, number: int) -> Figure:
    title = f"What had to come together for {one.outcome}"
    about = _common(one)
    left = len(one.sets) - _DRAWN
    more = f" The first {_DRAWN} groups are drawn." if left > 0 else ""
    return Figure(
        title=title,
        description=f"{about}{more}",
        drawings=(_draw(one, graph, name, f"{name}-{number}", title, about),),
    )


def _draw(
    one: Logic, graph: CausalGraph, name: str, identifier: str, title: str, about: str
) -> Drawing:
    shown = one.sets[:_DRAWN]
    touching = {
        cause: [reach.action for reach in graph.reach if cause in reach.causes]
        for held in shown
        for cause in held.causes
    }
    always = [cause for cause in one.in_every_set if len(one.sets) > 1]
    others = [cause for cause in touching if cause not in always]
    width = _TEXT + _COLUMN * len(shown) + 10
    y = _HEAD
    pieces = [_head(one, width)]
    rows = [*always, *others]
    while rows and y < _PAGE:
        cause = rows.pop(0)
        words = _cause_words(graph, cause, touching[cause])
        height = sum(len(lines) for lines, _ in words) * 13 * LINE_HEIGHT + 2 * _PAD
        pieces.append(_cause_row(words, y, height, width, last_common=cause in always[-1:]))
        pieces += [
            circle(_TEXT + (n + 0.5) * _COLUMN, y + height / 2, 7, fill=ACCENT)
            for n, held in enumerate(shown)
            if cause in held.causes
        ]
        y += height
    if rows:
        more = f"and {counted(len(rows), 'more cause', 'more causes')}; see the table"
        pieces.append(text(_PAD, y + 20, more, size=13, fill=QUIET))
        y += 30
    pieces.append(text(_PAD, y + 30, "Actions that break the group", size=13, bold=True))
    entries = [_column(one, n, name, y) for n in range(len(shown))]
    return drawing(
        f"{identifier}-drawing",
        title,
        f"{about} Each group leads to its row in the table.",
        (width, y + _FOOT),
        group(*pieces, hidden=True),
        items(*entries),
    )


def _head(one: Logic, width: float) -> str:
    enough = "together enough" if len(one.sets) == 1 else "a group is a column"
    return (
        rect(0, 0, width, _HEAD, fill=INK)
        + text(_PAD, 19, f"Causes of {one.outcome}", size=13, fill="#ffffff", bold=True)
        + text(_PAD, 36, f"● in the group; {enough}", size=12, fill="#ffffff")
    )


def _cause_words(
    graph: CausalGraph, cause: str, actions: Sequence[str]
) -> tuple[tuple[tuple[str, ...], str], ...]:
    node = graph.node(cause)
    said = wrap(f"{cause}  {node.statement if node else ''}", _TEXT - 2 * _PAD, 13, lines=3)
    acted = f"Acted on by {joined(actions)}" if actions else "No action touches it by itself"
    return ((said, INK), (wrap(acted, _TEXT - 2 * _PAD, 12), QUIET))


def _cause_row(
    words: Sequence[tuple[tuple[str, ...], str]],
    y: float,
    height: float,
    width: float,
    *,
    last_common: bool,
) -> str:
    top = y + _PAD
    drawn = [rect(0, y, _TEXT, height, fill=WASH)]
    for lines, fill in words:
        drawn.append(text_lines(_PAD, top, lines, size=13 if fill == INK else 12, fill=fill))
        top += len(lines) * 13 * LINE_HEIGHT
    drawn.append(
        line(
            (0, y + height),
            (width, y + height),
            stroke=INK if last_common else RULE,
            width=2 if last_common else 1,
        )
    )
    return "".join(drawn)


def _column(one: Logic, n: int, name: str, bottom: float) -> str:
    held = one.sets[n]
    x = _TEXT + n * _COLUMN
    number = f"{n + 1}"
    breaking = f"Broken by {joined(held.broken_by)}." if held.broken_by else "No action breaks it."
    middle = x + _COLUMN / 2
    foot = (
        text(middle, bottom + 30, str(len(held.broken_by)), size=13, bold=True, anchor="middle")
        if held.broken_by
        else triangle_mark(middle, bottom + 18, fill="#ffb81c", size=14)
        + text(middle, bottom + 42, "none", size=12, anchor="middle")
    )
    return item(
        f"Group {number} for {one.outcome}: {joined(held.causes)} together. {breaking}",
        f"#{anchor_id(name, f'{one.outcome}-{number}')}",
        rect(x + 2, 4, _COLUMN - 4, bottom + _FOOT - 8),
        text(middle, 28, number, size=14, fill="#ffffff", bold=True, anchor="middle"),
        foot,
    )


def _table(logic: Sequence[Logic], graph: CausalGraph) -> Table:
    rows = [_row(one, n, graph) for one in logic for n in range(min(len(one.sets), _LISTED))]
    whole = sum(len(one.sets) for one in logic)
    more = f" (the first {len(rows)} of {whole})" if len(rows) < whole else ""
    return Table(
        caption=f"Groups of causes that were enough{more}",
        columns=("Group", "Together", "Broken by"),
        rows=tuple(rows),
    )


def _row(one: Logic, n: int, graph: CausalGraph) -> tuple[Phrase, ...]:
    held = one.sets[n]
    always = one.in_every_set if len(one.sets) > 1 else ()
    nodes = [graph.node(cause) for cause in held.causes if cause not in always]
    said = [f"{node.id} {node.statement}" for node in nodes if node]
    common = [f"{joined(always)}, which stand in every group"] if always else []
    return (
        Cell(text=f"{one.outcome}, group {n + 1}", anchor=f"{one.outcome}-{n + 1}"),
        "\n".join((*said, *common)),
        joined(held.broken_by) if held.broken_by else Cell(text="No action", tone=Tone.WARN),
    )
