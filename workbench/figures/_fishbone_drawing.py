"""One fishbone drawn: head and spine, slanted ribs above and below, a twig for each factor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.figures.exhibit import Drawing, anchor_id
from workbench.figures.marks import Paragraph, draw_stack, paragraph, stack_height
from workbench.figures.palette import ACCENT, GREEN, GROUND, INK, QUIET, RULE, WASH
from workbench.figures.svg import (
    arrow_head,
    drawing,
    group,
    item,
    items,
    line,
    polygon,
    rect,
    text,
    text_lines,
)
from workbench.figures.text import LINE_HEIGHT, text_width, wrap

__all__ = [
    "Rib",
    "Twig",
    "draw_fish",
    "head_lines",
    "label_lines",
    "label_width",
    "twig_stack",
]

_TEXT = 172.0
_SLANT = 0.36
_GAP = 14.0
_LIFT = 18.0
_HEAD = 168.0
_NECK = 34.0
_TAIL = 30.0
_LABEL = 13.0


@dataclass(frozen=True, slots=True)
class Twig:
    """A factor on a rib: whether it `helped`, whether evidence for it is `known`."""

    id: str
    statement: str
    helped: bool
    known: bool
    label: str


@dataclass(frozen=True, slots=True)
class Rib:
    """A group of factors."""

    label: str
    twigs: tuple[Twig, ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """A rib with its wrapped texts, and how far it must reach from the spine."""

    rib: Rib
    stacks: tuple[tuple[Paragraph, ...], ...]
    label: tuple[str, ...]

    @property
    def needed(self) -> float:
        return sum(stack_height(one) + _GAP for one in self.stacks) + _LIFT

    @property
    def label_height(self) -> float:
        return len(self.label) * _LABEL * LINE_HEIGHT + 12


def draw_fish(
    problem: str, ribs: Sequence[Rib], identifier: str, name: str, title: str, about: str
) -> Drawing:
    """Return the fishbone of `problem`.

    Ribs stand in pairs above and below the spine, the first of them next to the head.
    `identifier` starts the drawing's ids; its links lead to the anchors of the exhibit `name`.
    """
    measured = [_measured(rib) for rib in ribs]
    upper, lower = measured[0::2], measured[1::2]
    head = head_lines(problem)
    head_height = max(len(head) * 14 * LINE_HEIGHT + 28, 64)
    above, below = _reach(upper), _reach(lower)
    rise = max([head_height / 2, *(above + one.label_height for one in upper)]) + 12
    drop = max([head_height / 2, *(below + one.label_height for one in lower)]) + 12
    spacing = _TEXT + _SLANT * max(max(map(stack_height, one.stacks)) for one in measured) + 26
    overhang = _SLANT * max(above, below)
    first_joint = max(overhang, 40.0) + spacing * len(upper) + _TAIL
    width = first_joint + _NECK + _HEAD + 6
    spine = rise
    bones: list[str] = []
    entries: list[str] = []
    for side, half, reach in ((-1, upper, above), (1, lower, below)):
        for n, one in enumerate(half):
            joint = first_joint - n * spacing
            bones.append(_bone(one, joint, spine, side * reach))
            entries.extend(_twigs(one, joint, spine, side, name))
    legend = _legend(ribs, spine + drop + 14, width)
    return drawing(
        f"{identifier}-drawing",
        f"Fishbone. {title}",
        f"{about} Each factor leads to its row in the table.",
        (width, spine + drop + 44),
        group(_spine(spine, first_joint, head, head_height), *bones, legend, hidden=True),
        items(*entries),
    )


def _measured(rib: Rib) -> _Measured:
    return _Measured(
        rib,
        tuple(twig_stack(twig) for twig in rib.twigs),
        label_lines(rib.label),
    )


def head_lines(problem: str) -> tuple[str, ...]:
    """Return the statement of a problem broken into the lines of a fish's head."""
    return wrap(problem, _HEAD - 34, 14, bold=True, lines=9)


def label_lines(label: str) -> tuple[str, ...]:
    """Return the label of a rib broken into lines."""
    return wrap(label, _TEXT, _LABEL, bold=True)


def label_width(lines: Sequence[str]) -> float:
    """Return the width of the box around the lines of a rib's label."""
    return max(text_width(words, _LABEL, bold=True) for words in lines) + 20


def twig_stack(twig: Twig) -> tuple[Paragraph, ...]:
    """Return what stands above a twig: the factor, and a mark where no evidence is named."""
    words = f"Helped: {twig.statement}" if twig.helped else twig.statement
    stack = [
        paragraph(
            f"{twig.id}  {words}",
            _TEXT,
            size=13,
            fill=INK,
            mark="well" if twig.helped else None,
            lines=6,
        )
    ]
    if not twig.known:
        stack.append(paragraph("No evidence named", _TEXT, size=11, fill=INK, mark="warn"))
    return tuple(stack)


def _spine(y: float, joint: float, head: Sequence[str], height: float) -> str:
    left, start = 8.0, joint + _NECK
    box = (
        (start, y - height / 2),
        (start + _HEAD - 22, y - height / 2),
        (start + _HEAD, y),
        (start + _HEAD - 22, y + height / 2),
        (start, y + height / 2),
    )
    fin = ((left, y - 16), (left + 22, y), (left, y + 16), (left + 8, y))
    top = y - len(head) * 14 * LINE_HEIGHT / 2
    return "".join(
        (
            line((left + 14, y), (start, y), stroke=INK, width=5),
            polygon(fin, fill=INK),
            polygon(box, fill=INK),
            text_lines(start + 14, top, head, size=14, fill=GROUND, bold=True),
        )
    )


def _reach(half: Sequence[_Measured]) -> float:
    """How far every rib of one side reaches: as far as the longest, so that labels stay clear."""
    return max((one.needed for one in half), default=0.0)


def _bone(one: _Measured, joint: float, spine: float, reach: float) -> str:
    end = (joint - _SLANT * abs(reach), spine + reach)
    width = label_width(one.label)
    top = end[1] - one.label_height if reach < 0 else end[1]
    left = end[0] - width / 2
    return (
        line(end, (joint, spine), stroke=INK, width=3)
        + rect(left, top, width, one.label_height, fill=WASH, stroke=INK, radius=3)
        + text_lines(end[0], top + 6, one.label, size=_LABEL, bold=True, anchor="middle")
    )


def _twigs(one: _Measured, joint: float, spine: float, side: int, name: str) -> list[str]:
    """Each factor stands above its twig; on the lower ribs too, so twigs start a text lower."""
    drawn = []
    away = _LIFT
    for twig, stack in zip(one.rib.twigs, one.stacks, strict=True):
        height = stack_height(stack)
        y = spine - away if side < 0 else spine + away + height - 4
        tip = joint - _SLANT * abs(y - spine)
        start = tip - _TEXT - (_SLANT * height if side < 0 else 0) - 16
        drawn.append(
            item(
                twig.label,
                f"#{anchor_id(name, twig.id)}",
                rect(start, y - height - 5, _TEXT, height + 5),
                _twig_line(start, tip - 2, y, twig.helped),
                draw_stack(stack, start, y - height - 3),
            )
        )
        away += height + _GAP
    return drawn


def _twig_line(start: float, end: float, y: float, helped: bool) -> str:
    if helped:
        return line((start, y), (end - 4, y), stroke=GREEN, width=1.8, dash="6 4") + line(
            (end - 4, y - 6), (end - 4, y + 6), stroke=GREEN, width=2.5
        )
    return line((start, y), (end - 6, y), stroke=ACCENT, width=1.5) + arrow_head(
        (end, y), (start, y), fill=ACCENT, size=9
    )


def _legend(ribs: Sequence[Rib], top: float, width: float) -> str:
    helped = [twig.helped for rib in ribs for twig in rib.twigs]
    x, pieces = 8.0, [line((0, top), (width, top), stroke=RULE)]
    for shown, kind, words in (
        (not all(helped), False, "contributed to the problem"),
        (any(helped), True, "helped: made it less likely or less severe"),
    ):
        if shown:
            pieces.append(_twig_line(x, x + 36, top + 17, kind))
            pieces.append(text(x + 46, top + 21, words, size=12, fill=QUIET))
            x += 70 + text_width(words, 12)
    return "".join(pieces)
