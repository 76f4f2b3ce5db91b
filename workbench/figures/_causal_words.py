"""What a causal graph says: the notes in its boxes and the labels a screen reader hears."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.analysis.causal import CausalGraph, CausalNode, Path
from workbench.domain.case import Case
from workbench.domain.reasoning import Cause, Link
from workbench.domain.vocabulary import CauseType, Combination
from workbench.figures.words import joined

__all__ = ["actions_by_cause", "evidence_against", "label_of", "notes_of", "together"]


def actions_by_cause(graph: CausalGraph) -> Mapping[str, tuple[str, ...]]:
    """Return the actions that touch each cause, by the cause."""
    found: dict[str, tuple[str, ...]] = {}
    for reach in graph.reach:
        for cause in reach.causes:
            found[cause] = (*found.get(cause, ()), reach.action)
    return found


def evidence_against(case: Case, link: str) -> tuple[str, ...]:
    """Return the evidence that speaks against a link."""
    held = case.get(Link, link)
    return held.evidence_against if held else ()


def notes_of(node: CausalNode, graph: CausalGraph, case: Case) -> list[tuple[str, bool]]:
    """Return the short notes under a cause, each with whether it is a warning."""
    held = case.get(Cause, node.id)
    notes: list[tuple[str, bool]] = []
    if node.id in graph.roots:
        stopped = held is not None and held.stop_reason is not None
        notes.append(("Root: looked no deeper" if stopped else "Root: no deeper cause", False))
    if _starts_untouched(node.id, graph.untouched_paths):
        notes.append(("Path without an action", True))
    if held and held.evidence_against:
        notes.append((f"Evidence against: {', '.join(held.evidence_against)}", True))
    if any(node.id in cycle for cycle in graph.cycles):
        notes.append(("Part of a circle", True))
    if node.id in graph.unreachable and node.type is not CauseType.OUTCOME:
        notes.append(("Leads to no outcome", True))
    return notes


def _starts_untouched(identifier: str, paths: tuple[Path, ...]) -> bool:
    return any(path[0] == identifier for path in paths)


def label_of(
    node: CausalNode, graph: CausalGraph, notes: list[str], actions: tuple[str, ...]
) -> str:
    """Return all that is said about a cause: the sentences that lead to it, notes, actions."""
    said = [f"{node.id}, {node.type}: {node.statement.rstrip('.')}."]
    if len(node.causes) > 1:
        said.append(together(node))
    said += [edge.sentence for edge in graph.edges if edge.effect == node.id]
    said += [f"{words}." for words in notes]
    if actions:
        said.append(f"Addressed by {joined(actions)}.")
    return " ".join(said)


def together(node: CausalNode) -> str:
    """Return how two or more causes of a node worked together."""
    if node.combination is Combination.ALL:
        return f"Caused by {joined(node.causes)} together."
    return f"Any one of {joined(node.causes, 'or')} was enough."
