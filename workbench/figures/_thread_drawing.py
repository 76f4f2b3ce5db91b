"""The golden thread drawn: a column for each kind of entry, lines from each to what it led to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from workbench.analysis.thread import Thread, ThreadNode, ThreadRow
from workbench.figures.exhibit import Drawing, anchor_id
from workbench.figures.markup import element
from workbench.figures.palette import ACCENT, AMBER, GROUND, INK, PALE, QUIET, RULE
from workbench.figures.svg import drawing, group, item, items, line, path, rect, text, triangle_mark

__all__ = ["KINDS", "draw_thread", "named_in"]

KINDS: Final = {
    "question": "Questions",
    "evidence": "Evidence",
    "event": "Events",
    "factor": "Factors",
    "cause": "Causes",
    "finding": "Findings",
    "action": "Actions",
    "measure": "Measures",
    "verification": "Checks",
}
_STEP = 78.0
_CHIP = 44.0
_HEIGHT = 22.0
_ROW = 29.0
_TOP = 44.0
_LEFT = 14.0
_MOST = 18
_LINE = "#768692"


def draw_thread(thread: Thread, name: str, about: str, targets: Mapping[str, str]) -> Drawing:
    """Return the drawing of a thread.

    `targets` says at which anchor of the exhibit `name` an entry is found in a table; without one
    it is found under its kind, at `rest-` and the kind.
    """
    columns, left_out = _columns(thread)
    most = max(len(column) + (n in left_out) for n, column in enumerate(columns))
    bottom = _TOP + most * _ROW
    places = {
        node.id: (
            _LEFT + n * _STEP,
            _TOP + (most - len(column) - (n in left_out)) * _ROW / 2 + row * _ROW,
        )
        for n, column in enumerate(columns)
        for row, node in enumerate(column)
    }
    broken: dict[str, list[str]] = {}
    for one in thread.breaks:
        broken.setdefault(one.subject, []).append(one.words)
    width = _LEFT + _STEP * (len(KINDS) - 1) + _CHIP + 24

    def link(node: ThreadNode) -> str:
        return f"#{anchor_id(name, targets.get(node.id, f'rest-{node.kind}'))}"

    chips = (
        _chip(node, places[node.id], broken.get(node.id, []), thread, link(node))
        for column in columns
        for node in column
    )
    more = (
        _more(
            left_out[n],
            _LEFT + n * _STEP,
            _TOP + (most + len(columns[n]) - 1) * _ROW / 2,
            sum(1 for node in left_out[n] if node.id in broken),
        )
        for n in sorted(left_out)
    )
    return drawing(
        f"{name}-drawing",
        "Golden thread",
        f"{about} Each entry leads to its place in the tables.",
        (width, bottom + 34),
        group(
            _heads(width),
            *_threads(thread, places),
            _legend(bottom + 18),
            hidden=True,
        ),
        items(*chips, *more),
    )


def named_in(row: ThreadRow) -> tuple[str, ...]:
    """Return the identifiers of everything in a row of the traceability table."""
    ends = (one for one in (row.finding, row.action, row.measure) if one)
    grounds = (*row.questions, *row.evidence, *row.events, *row.factors, *row.causes)
    return (*grounds, *ends, *row.verifications)


def _heads(width: float) -> str:
    words = (
        text(_LEFT + n * _STEP + _CHIP / 2, 20, kind, size=11, bold=True, anchor="middle")
        for n, kind in enumerate(KINDS.values())
    )
    return "".join(words) + line((0, 30), (width, 30), stroke=RULE)


def _columns(
    thread: Thread,
) -> tuple[list[list[ThreadNode]], dict[int, tuple[ThreadNode, ...]]]:
    """The columns in a good order, and what is left out of those that are too long to draw.

    What a finding or an action goes back to stays, then what is broken, then the rest.
    """
    traced = {one for row in thread.rows for one in named_in(row)}
    broken = {one.subject for one in thread.breaks}
    columns, left_out = [], {}
    for n, kind in enumerate(KINDS):
        column = [node for node in thread.nodes if node.kind == kind]
        ranked = sorted(column, key=lambda node: (node.id not in traced, node.id not in broken))
        kept = {node.id for node in ranked[:_MOST]}
        columns.append([node for node in column if node.id in kept])
        if len(column) > _MOST:
            left_out[n] = tuple(node for node in column if node.id not in kept)
    return _ordered(thread, columns), left_out


def _ordered(thread: Thread, columns: list[list[ThreadNode]]) -> list[list[ThreadNode]]:
    """The columns, each sorted by where its neighbours stand, so that lines cross less."""
    beside: dict[str, list[str]] = {}
    for edge in thread.edges:
        beside.setdefault(edge.start, []).append(edge.end)
        beside.setdefault(edge.end, []).append(edge.start)
    for _ in range(4):
        for n in (*range(len(columns)), *reversed(range(len(columns)))):
            heights = _heights(columns)
            columns[n] = sorted(columns[n], key=lambda node: _mean(node, beside, heights))
    return columns


def _heights(columns: Sequence[Sequence[ThreadNode]]) -> dict[str, float]:
    return {node.id: row - len(column) / 2 for column in columns for row, node in enumerate(column)}


def _mean(
    node: ThreadNode, beside: Mapping[str, Sequence[str]], heights: Mapping[str, float]
) -> float:
    near = [heights[one] for one in beside.get(node.id, ()) if one in heights]
    return sum(near) / len(near) if near else heights[node.id]


def _threads(thread: Thread, places: Mapping[str, tuple[float, float]]) -> list[str]:
    """A line for every step but those that a chain of shorter steps says already."""
    onward: dict[str, set[str]] = {}
    for edge in thread.edges:
        ends = places.get(edge.start), places.get(edge.end)
        if ends[0] and ends[1] and ends[0][0] < ends[1][0]:
            onward.setdefault(edge.start, set()).add(edge.end)
    order = sorted(places, key=lambda one: -places[one][0])
    reached: dict[str, set[str]] = {}
    for one in order:
        near = onward.get(one, set())
        reached[one] = near.union(*(reached[after] for after in near))
    return [
        _thread(places[start], places[end])
        for start in places
        for end in sorted(onward.get(start, ()))
        if not any(end in reached[between] for between in onward[start])
    ]


def _thread(start: tuple[float, float], end: tuple[float, float]) -> str:
    x1, y1 = start[0] + _CHIP, start[1] + _HEIGHT / 2
    x2, y2 = end[0], end[1] + _HEIGHT / 2
    bend = min((x2 - x1) / 2, 60)
    commands = f"M{x1:g} {y1:.1f}C{x1 + bend:.1f},{y1:.1f} {x2 - bend:.1f},{y2:.1f} {x2:g},{y2:.1f}"
    return path(commands, stroke=_LINE, width=1.1)


def _chip(
    node: ThreadNode,
    place: tuple[float, float],
    broken: Sequence[str],
    thread: Thread,
    href: str,
) -> str:
    x, y = place
    onward = thread.downstream(node.id)
    leads = f"Leads to {', '.join(onward)}." if onward else ""
    label = f"{node.id}, {node.kind}: {node.text.rstrip('.')}. {leads} {' '.join(broken)}"
    return item(
        label,
        href,
        rect(
            x,
            y,
            _CHIP,
            _HEIGHT,
            fill=GROUND if broken else PALE,
            stroke=INK if broken else ACCENT,
            stroke_width=1.5,
            dash="4 3" if broken else None,
            radius=4,
        ),
        text(x + _CHIP / 2, y + 15.5, node.id, size=12, bold=True, anchor="middle"),
        triangle_mark(x + _CHIP + 1, y + 2, fill=AMBER, size=13) if broken else "",
    )


def _more(nodes: Sequence[ThreadNode], x: float, y: float, broken: int) -> str:
    """What stands for the entries that are left out, with how many of them are broken."""
    label = f"{len(nodes)} more of this kind, in the tables; {broken or 'none'} of them broken"
    return element(
        "g",
        {"role": "listitem", "aria-label": label},
        rect(x, y, _CHIP, _HEIGHT, fill=GROUND, stroke=QUIET, radius=4),
        text(x + _CHIP / 2, y + 15.5, f"+{len(nodes)}", size=12, anchor="middle"),
        triangle_mark(x + _CHIP + 1, y + 2, fill=AMBER, size=13) if broken else "",
    )


def _legend(y: float) -> str:
    return (
        rect(8, y - 9, 30, 18, fill=PALE, stroke=ACCENT, stroke_width=1.5, radius=4)
        + text(46, y + 4, "joined up", size=12, fill=QUIET)
        + rect(128, y - 9, 30, 18, fill=GROUND, stroke=INK, stroke_width=1.5, dash="4 3", radius=4)
        + triangle_mark(158, y - 8, fill=AMBER, size=12)
        + text(174, y + 4, "broken here, as listed", size=12, fill=QUIET)
    )
