"""The causal graph of a case: what led to the outcome, along which paths, and what acts on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.paths import (
    PATH_LIMIT,
    Path,
    count_paths,
    cycles_of,
    leading_to,
    list_paths,
    make_graph,
    reaching,
    without_cycles,
)
from workbench.analysis.statements import joint_sentence, link_sentence
from workbench.domain.case import Case
from workbench.domain.change import Action
from workbench.domain.reasoning import Cause, Finding, Link
from workbench.domain.story import Event
from workbench.domain.vocabulary import CauseType, Combination, Confidence

if TYPE_CHECKING:
    from workbench.analysis.paths import Graph

__all__ = [
    "PATH_LIMIT",
    "ActionReach",
    "CausalEdge",
    "CausalGraph",
    "CausalNode",
    "Interaction",
    "Path",
    "build_causal_graph",
]


@dataclass(frozen=True, slots=True)
class CausalNode:
    """A cause and its place in the graph.

    `causes` and `effects` are its direct neighbours in order of entry; `combination` says how
    `causes` work together.
    """

    id: str
    statement: str
    type: CauseType
    combination: Combination
    causes: tuple[str, ...]
    effects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CausalEdge:
    """A link between two causes that exist, with the sentence that says it."""

    id: str
    cause: str
    effect: str
    confidence: Confidence
    mechanism: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Interaction:
    """An effect of two or more causes, and how they worked together, also as a sentence."""

    effect: str
    causes: tuple[str, ...]
    combination: Combination
    sentence: str


@dataclass(frozen=True, slots=True)
class ActionReach:
    """The causes that one action touches: named by itself, or through a factor or a finding."""

    action: str
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CausalGraph:
    """The causal graph of a case, with links whose ends both exist.

    - `outcomes`: causes of the type *outcome*.
    - `roots`: causes, other than outcomes, without causes of their own.
    - `cycles`: groups of causes that lead to one another, each group in order of entry.
    - `unreachable`: causes from which no path leads to an outcome; all of them without one.
    - `out_of_order`: links whose cause surely happened after its effect, by their events.
    - `paths`: from a root to an outcome, at most `PATH_LIMIT`; `path_count` is how many there
      are. Links inside a cycle are left out of paths.
    - `untouched_paths`: those that no action touches, at most `PATH_LIMIT`; `untouched_count` is
      how many there are.
    """

    nodes: tuple[CausalNode, ...]
    edges: tuple[CausalEdge, ...]
    outcomes: tuple[str, ...]
    roots: tuple[str, ...]
    interactions: tuple[Interaction, ...]
    cycles: tuple[tuple[str, ...], ...]
    unreachable: tuple[str, ...]
    out_of_order: tuple[str, ...]
    paths: tuple[Path, ...]
    path_count: int
    untouched_paths: tuple[Path, ...]
    untouched_count: int
    reach: tuple[ActionReach, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Every link as a sentence, in order of entry."""
        return tuple(edge.sentence for edge in self.edges)

    def node(self, identifier: str) -> CausalNode | None:
        """Return the node with this identifier, or None."""
        return next((node for node in self.nodes if node.id == identifier), None)


def build_causal_graph(case: Case) -> CausalGraph:
    """Return the causal graph of `case`.

    Two links between the same causes are one step of a path but stay two edges.
    """
    causes, links = case.all(Cause), _whole_links(case)
    graph = make_graph((one.id for one in causes), ((one.cause, one.effect) for one in links))
    outcomes = tuple(one.id for one in causes if one.type is CauseType.OUTCOME)
    roots = tuple(one for one in graph if not graph.in_degree(one) and one not in outcomes)
    cycles = cycles_of(graph)
    leading = leading_to(without_cycles(graph, cycles), outcomes)
    reached = reaching(graph, outcomes)
    touched = {action.id: _touched_causes(case, action) for action in case.all(Action)}
    everywhere = set().union(*touched.values())
    nodes = _nodes(causes, graph)
    return CausalGraph(
        nodes=nodes,
        edges=tuple(_edge(case, link) for link in links),
        outcomes=outcomes,
        roots=roots,
        interactions=tuple(_interactions(case, nodes)),
        cycles=cycles,
        unreachable=tuple(one for one in graph if one not in reached),
        out_of_order=tuple(link.id for link in links if _backwards(case, link)),
        paths=list_paths(leading, outcomes),
        path_count=count_paths(leading, outcomes),
        untouched_paths=list_paths(leading, outcomes, everywhere),
        untouched_count=count_paths(leading, outcomes, everywhere),
        reach=tuple(
            ActionReach(action, tuple(sorted(held, key=lambda one: (len(one), one))))
            for action, held in touched.items()
        ),
    )


def _whole_links(case: Case) -> tuple[Link, ...]:
    return tuple(
        link
        for link in case.all(Link)
        if case.get(Cause, link.cause) is not None and case.get(Cause, link.effect) is not None
    )


def _nodes(causes: tuple[Cause, ...], graph: Graph) -> tuple[CausalNode, ...]:
    return tuple(
        CausalNode(
            cause.id,
            cause.statement,
            cause.type,
            cause.combination,
            tuple(graph.predecessors(cause.id)),
            tuple(graph.successors(cause.id)),
        )
        for cause in causes
    )


def _edge(case: Case, link: Link) -> CausalEdge:
    cause, effect = case.get(Cause, link.cause), case.get(Cause, link.effect)
    assert cause is not None
    assert effect is not None
    return CausalEdge(
        link.id,
        link.cause,
        link.effect,
        link.confidence,
        link.mechanism,
        link_sentence(cause.statement, effect.statement, link.mechanism, link.confidence),
    )


def _interactions(case: Case, nodes: Iterable[CausalNode]) -> Iterator[Interaction]:
    for node in nodes:
        if len(node.causes) > 1:
            held = [case.get(Cause, one) for one in node.causes]
            said = [cause.statement for cause in held if cause is not None]
            yield Interaction(
                node.id,
                node.causes,
                node.combination,
                joint_sentence(said, node.statement, node.combination),
            )


def _backwards(case: Case, link: Link) -> bool:
    causing, caused = _events_of(case, link.cause), _events_of(case, link.effect)
    return bool(causing and caused) and all(
        late.when.surely_before(early.when) for late in caused for early in causing
    )


def _events_of(case: Case, cause: str) -> tuple[Event, ...]:
    held = case.get(Cause, cause)
    found = (case.get(Event, event) for event in (held.events if held else ()))
    return tuple(event for event in found if event is not None)


def _touched_causes(case: Case, action: Action) -> set[str]:
    findings = [case.get(Finding, finding) for finding in action.findings]
    asked = [finding for finding in findings if finding is not None]
    named = set(action.causes).union(*(finding.causes for finding in asked))
    factors = set(action.factors).union(*(finding.factors for finding in asked))
    return {
        cause.id
        for cause in case.all(Cause)
        if cause.id in named or not factors.isdisjoint(cause.factors)
    }
