"""What had to come together: minimal cut sets of the causal graph, and what breaks each.

A cause whose causes had to work together is an AND, one for which any of them was enough an OR. A
cut set is a group of causes, at which the investigation stopped, that is enough for the outcome; it
is minimal when it is enough no longer once one of them is taken away. They are found from the top
down, replacing each cause by its own (MOCUS, Fussell and Vesely 1972).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from workbench.analysis.causal import CausalGraph, CausalNode
from workbench.domain.vocabulary import Combination

__all__ = ["CUT_SET_LIMIT", "CutSet", "Logic", "find_cut_sets"]

CUT_SET_LIMIT: Final = 200
"""How many cut sets are followed at most; their number can double with every OR."""

_Row: TypeAlias = frozenset[str]


@dataclass(frozen=True, slots=True)
class CutSet:
    """Causes that together are enough for the outcome, and the actions that break the group.

    An action breaks it when, with the causes it touches gone, the others are no longer enough.
    """

    causes: tuple[str, ...]
    broken_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Logic:
    """The logic that leads to one outcome.

    `complete` is False when there are more cut sets than were followed: those listed are then
    some of them, and one may hold a cause too many.
    """

    outcome: str
    sets: tuple[CutSet, ...]
    complete: bool

    @property
    def unbroken(self) -> tuple[CutSet, ...]:
        """The cut sets that no action breaks."""
        return tuple(one for one in self.sets if not one.broken_by)

    @property
    def in_every_set(self) -> tuple[str, ...]:
        """The causes without which nothing listed is enough, in order of the first set."""
        if not self.sets:
            return ()
        common = set(self.sets[0].causes).intersection(*(one.causes for one in self.sets))
        return tuple(cause for cause in self.sets[0].causes if cause in common)


def find_cut_sets(graph: CausalGraph) -> tuple[Logic, ...]:
    """Return the logic of each outcome of `graph` that has causes, in order of entry.

    Causes that lead to one another are taken as if each stood alone, as in the paths.
    """
    order = _from_the_top(graph)
    inside = {one: group for group in graph.cycles for one in group}
    causes = {
        node.id: tuple(
            one for one in node.causes if node.id not in inside or one not in inside[node.id]
        )
        for node in graph.nodes
    }
    nodes = {node.id: node for node in graph.nodes}
    return tuple(
        _logic(graph, outcome, [nodes[one] for one in order], causes)
        for outcome in graph.outcomes
        if causes[outcome]
    )


def _logic(
    graph: CausalGraph,
    outcome: str,
    order: list[CausalNode],
    causes: Mapping[str, tuple[str, ...]],
) -> Logic:
    rows, complete = _expanded(outcome, order, causes)
    place = {node.id: number for number, node in enumerate(graph.nodes)}
    touched = {one.action: set(one.causes) for one in graph.reach}
    involved = _below(outcome, causes)
    upwards = [node for node in reversed(order) if node.id in involved]
    sets = tuple(
        CutSet(
            tuple(sorted(row, key=place.__getitem__)),
            tuple(
                action
                for action, gone in sorted(touched.items(), key=lambda one: (len(one[0]), one[0]))
                if not _is_enough(outcome, row, gone, upwards, causes)
            ),
        )
        for row in rows
    )
    return Logic(outcome, sets, complete)


def _expanded(
    outcome: str, order: list[CausalNode], causes: Mapping[str, tuple[str, ...]]
) -> tuple[list[_Row], bool]:
    rows: list[_Row] = [frozenset((outcome,))]
    complete = True
    for node in order:
        if not causes[node.id]:
            continue
        rows = list(dict.fromkeys(_replaced(rows, node, causes[node.id])))
        if len(rows) > CUT_SET_LIMIT:
            rows = _minimal(rows) if complete else rows
            complete = complete and len(rows) <= CUT_SET_LIMIT
            rows = rows[:CUT_SET_LIMIT]
    return _minimal(rows), complete


def _replaced(rows: Iterable[_Row], node: CausalNode, causes: tuple[str, ...]) -> Iterable[_Row]:
    for row in rows:
        if node.id not in row:
            yield row
        elif node.combination is Combination.ALL:
            yield (row - {node.id}) | set(causes)
        else:
            yield from ((row - {node.id}) | {cause} for cause in causes)


def _minimal(rows: list[_Row]) -> list[_Row]:
    kept: list[_Row] = []
    for row in sorted(rows, key=len):
        if not any(smaller <= row for smaller in kept):
            kept.append(row)
    held = set(kept)
    return [row for row in rows if row in held]


def _is_enough(
    outcome: str,
    row: Collection[str],
    gone: Collection[str],
    upwards: list[CausalNode],
    causes: Mapping[str, tuple[str, ...]],
) -> bool:
    so: dict[str, bool] = {}
    for node in upwards:
        below = causes[node.id]
        together = all if node.combination is Combination.ALL else any
        held = together(so[one] for one in below) if below else node.id in row
        so[node.id] = held and node.id not in gone
    return so[outcome]


def _below(outcome: str, causes: Mapping[str, tuple[str, ...]]) -> set[str]:
    found, stack = {outcome}, [outcome]
    while stack:
        for one in causes[stack.pop()]:
            if one not in found:
                found.add(one)
                stack.append(one)
    return found


def _from_the_top(graph: CausalGraph) -> list[str]:
    """Return the causes so that each comes after everything it leads to, cycles left aside."""
    inside = {one: place for place, group in enumerate(graph.cycles) for one in group}
    waiting = {
        node.id: sum(
            node.id not in inside or inside[node.id] != inside.get(one) for one in node.effects
        )
        for node in graph.nodes
    }
    nodes = {node.id: node for node in graph.nodes}
    ready = [one for one, count in waiting.items() if not count]
    order: list[str] = []
    while ready:
        order.append(ready.pop(0))
        here = order[-1]
        for one in nodes[here].causes:
            if here in inside and inside[here] == inside.get(one):
                continue
            waiting[one] -= 1
            if not waiting[one]:
                ready.append(one)
    return order
