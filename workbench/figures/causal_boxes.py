"""The boxes of a causal graph as values, for a screen that draws them as the record does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.analysis.causal import CausalGraph, CausalNode
from workbench.domain.case import Case
from workbench.figures._causal_nodes import Badge, Node, badges_of, node_of
from workbench.figures._causal_words import actions_by_cause, label_of, notes_of

__all__ = ["Badge", "Node", "badges_of", "causal_boxes"]


def causal_boxes(
    graph: CausalGraph, case: Case, warnings: Mapping[str, Sequence[str]]
) -> tuple[Node, ...]:
    """Return a box for every cause of `graph`, in order of entry.

    `warnings` are further short notes by the cause they belong to; each is shown with the warning
    mark, after the notes that the record shows.
    """
    actions = actions_by_cause(graph)
    return tuple(
        _box(node, graph, case, warnings.get(node.id, ()), actions.get(node.id, ()))
        for node in graph.nodes
    )


def _box(
    node: CausalNode,
    graph: CausalGraph,
    case: Case,
    warnings: Sequence[str],
    actions: tuple[str, ...],
) -> Node:
    notes = [*notes_of(node, graph, case), *((words, True) for words in warnings)]
    return node_of(
        node.id,
        node.type,
        node.statement,
        combination=node.combination if len(node.causes) > 1 else None,
        notes=notes,
        badges=actions,
        label=label_of(node, graph, [words for words, _ in notes], actions),
    )
