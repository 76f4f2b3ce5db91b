"""Five whys as a figure and a table: a tree that is read downwards, chains that are read back."""

from __future__ import annotations

from typing import Final

from workbench.analysis.whys import WhyNode, Whys
from workbench.domain.vocabulary import Combination
from workbench.figures._rows import WIDTH, Row, draw_rows
from workbench.figures.exhibit import Cell, Exhibit, Figure, Table, anchor_id
from workbench.figures.marks import Paragraph, draw_stack, paragraph, stack_height
from workbench.figures.palette import ACCENT, GROUND, INK, QUIET, WASH
from workbench.figures.svg import item, line, path, rect
from workbench.figures.words import counted

__all__ = ["whys_exhibit"]

_MOST_CHAINS: Final = 20
_INDENT: Final = 34.0
_LEFT: Final = 10.0
_PAD: Final = 9.0
_GAP: Final = 9.0
_NARROWEST: Final = 250.0

_ASKED: Final = {
    Combination.ALL: "Why? All of these together:",
    Combination.ANY: "Why? Any one of these was enough:",
    None: "Why?",
}


def whys_exhibit(whys: Whys, *, name: str = "whys") -> Exhibit:
    """Return the whys of a case, drawn as a tree, with each chain read back with “therefore”.

    A cause that explains two things is followed once and named again where it returns. As few
    chains are read back as hold every link; the exhibit says how many there are.
    """
    if not whys.chains:
        return Exhibit(name=name, note="No chain of causes leads to an outcome yet.")
    about = _summary(whys)
    return Exhibit(
        name=name,
        figures=(
            Figure(
                title="Asking why, until somebody can change it",
                description=about,
                drawings=draw_rows(
                    [_row(whys, place, name) for place in range(len(whys.nodes))],
                    name,
                    "Whys",
                    about,
                ),
            ),
        ),
        table=_table(whys),
        note="Read back, each “therefore” must hold; where it does not, something is missing. Five "
        "is a habit and not a number: one chain with one end would be a story (Card 2017), so the "
        "chains branch as the causal graph does.",
    )


def _summary(whys: Whys) -> str:
    said = f"{counted(whys.chain_count, 'chain').capitalize()} of causes, the longest of "
    said += f"{counted(whys.deepest, 'why')}."
    if not whys.branches:
        said += " No answer branches: ask at each what else had to be so."
    return said


def _row(whys: Whys, place: int, name: str) -> Row:
    node = whys.nodes[place]
    x = _LEFT + node.level * _INDENT
    width = max(WIDTH - x - _LEFT, _NARROWEST)
    stack = _stack(node, width - 2 * _PAD - 6, answered=_answered(whys, place))
    height = stack_height(stack) + 2 * _PAD
    lines = _rails(whys, place)

    def behind(top: float) -> str:
        drawn = "".join(
            line(
                (_LEFT + level * _INDENT - _INDENT / 2, top),
                (_LEFT + level * _INDENT - _INDENT / 2, top + height + _GAP),
                stroke=QUIET,
                width=1.5,
            )
            for level in lines
        )
        if node.level:
            rail = x - _INDENT / 2
            drawn += path(f"M{rail:g} {top:g}V{top + height / 2:g}H{x:g}", stroke=QUIET, width=1.5)
        if _answered(whys, place):
            below = x + _INDENT / 2
            drawn += line(
                (below, top + height), (below, top + height + _GAP), stroke=QUIET, width=1.5
            )
        return drawn

    def entry(top: float) -> str:
        outcome = node.level == 0
        ends = not _answered(whys, place) and not node.repeated
        return item(
            _label(whys, place),
            f"#{anchor_id(name, _chain_of(whys, node.id))}",
            rect(x, top, width, height, fill=INK if outcome else WASH, radius=3),
            rect(x, top, 4, height, fill=ACCENT) if ends else "",
            draw_stack(stack, x + _PAD + 4, top + _PAD),
        )

    return Row(height + _GAP, entry, behind)


def _stack(node: WhyNode, width: float, *, answered: bool) -> tuple[Paragraph, ...]:
    light = node.level == 0
    fill = GROUND if light else INK
    stack = [paragraph(f"{node.id}  {node.statement}", width, size=13, fill=fill, bold=light)]
    if node.repeated:
        stack.append(paragraph("Named before; see there for its own whys.", width, size=12))
    elif answered:
        stack.append(
            paragraph(_ASKED[node.combination], width, size=12, fill=GROUND if light else QUIET)
        )
    elif node.stop_reason:
        words = f"Asked no further: {node.stop_reason}"
        stack.append(paragraph(words, width, size=12, lines=3))
    else:
        stack.append(paragraph("Asked no further, and not said why.", width, size=12, mark="warn"))
    return tuple(stack)


def _answered(whys: Whys, place: int) -> bool:
    after = place + 1
    return after < len(whys.nodes) and whys.nodes[after].parent == place


def _rails(whys: Whys, place: int) -> list[int]:
    """Return the levels whose rail goes on below this row: later rows hang from it."""
    node = whys.nodes[place]
    going: list[int] = []
    for later in whys.nodes[place + 1 :]:
        if 0 < later.level <= node.level and all(later.level < level for level in going):
            going.append(later.level)
        if later.level == 0:
            break
    return going


def _label(whys: Whys, place: int) -> str:
    node = whys.nodes[place]
    parent = f" Why {whys.nodes[node.parent].id}?" if node.parent is not None else " Outcome."
    ends = f" Asked no further: {node.stop_reason}" if node.stop_reason else ""
    return f"{node.id}.{parent} {node.statement.rstrip('.')}.{ends}"


def _chain_of(whys: Whys, identifier: str) -> str:
    for n, chain in enumerate(whys.telling[:_MOST_CHAINS], 1):
        if identifier in chain.causes:
            return f"chain-{n}"
    return "chain-1"


def _table(whys: Whys) -> Table:
    shown = whys.telling[:_MOST_CHAINS]
    left = whys.chain_count - len(shown)
    more = f" ({len(shown)} of {whys.chain_count}: every link stands in one)" if left else ""
    if len(whys.telling) > len(shown):
        more = f" ({len(shown)} of {whys.chain_count})"
    return Table(
        caption=f"Chains read back{more}",
        columns=("Chain", "Read back", "Whys"),
        rows=tuple(
            (
                Cell(text=f"Chain {n}", anchor=f"chain-{n}"),
                chain.read_back,
                str(chain.whys),
            )
            for n, chain in enumerate(shown, 1)
        ),
    )
