"""Five whys, read off the causal graph: chains that branch, each read back with “therefore”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from workbench.analysis.causal import CausalGraph, CausalNode
from workbench.domain.case import Case
from workbench.domain.reasoning import Cause
from workbench.domain.vocabulary import Combination

__all__ = ["WhyChain", "WhyNode", "Whys", "ask_why"]


@dataclass(frozen=True, slots=True)
class WhyNode:
    """One answer to “why?”, and where it stands.

    `level` is how many whys lead to it: 0 for an outcome. `parent` is the place (in `Whys.nodes`)
    of what it explains. `combination` says how its own answers work together, where there are two
    or more. A node that was answered further up is `repeated` and not followed again.
    `stop_reason` is why nobody asked further, where nobody did.
    """

    id: str
    statement: str
    level: int
    parent: int | None
    combination: Combination | None
    repeated: bool
    stop_reason: str | None


@dataclass(frozen=True, slots=True)
class WhyChain:
    """One chain, from where the asking stopped to the outcome, and the same read back.

    `whys` counts the questions asked along it.
    """

    causes: tuple[str, ...]
    read_back: str
    whys: int


@dataclass(frozen=True)
class Whys:
    """The whys of a case as a tree, in reading order, and every chain of it.

    `chain_count` is how many chains there are; `chains` lists at most as many as the graph does.
    `telling` are those of them that together pass over every link that any of them does.
    """

    nodes: tuple[WhyNode, ...]
    chains: tuple[WhyChain, ...]
    chain_count: int

    @cached_property
    def telling(self) -> tuple[WhyChain, ...]:
        """As few of the chains as hold every link, each adding most to those before it."""
        links = [(chain, frozenset(pairwise(chain.causes))) for chain in self.chains]
        left = {link for _, held in links for link in held}
        chosen: list[WhyChain] = []
        while left:
            best, held = max(links, key=lambda one: len(left & one[1]))
            chosen.append(best)
            left -= held
        return tuple(chosen)

    @property
    def deepest(self) -> int:
        """The most questions asked along a chain; 0 without one."""
        return max((node.level for node in self.nodes), default=0)

    @property
    def branches(self) -> bool:
        """True when at least one “why?” has two or more answers."""
        return any(node.combination is not None for node in self.nodes)


def ask_why(graph: CausalGraph, case: Case) -> Whys:
    """Return the whys of `graph`, whose causes `case` holds."""
    nodes: list[WhyNode] = []
    seen: set[str] = set()
    for outcome in graph.outcomes:
        _unfold(graph, case, outcome, nodes, seen)
    return Whys(tuple(nodes), tuple(_chain(graph, path) for path in graph.paths), graph.path_count)


def _unfold(
    graph: CausalGraph, case: Case, outcome: str, nodes: list[WhyNode], seen: set[str]
) -> None:
    stack: list[tuple[str, int, int | None]] = [(outcome, 0, None)]
    while stack:
        identifier, level, parent = stack.pop()
        held = graph.node(identifier)
        if held is None:
            continue
        nodes.append(_node(case, held, level, parent, repeated=identifier in seen))
        if identifier in seen:
            continue
        seen.add(identifier)
        place = len(nodes) - 1
        stack.extend((cause, level + 1, place) for cause in reversed(held.causes))


def _node(
    case: Case, held: CausalNode, level: int, parent: int | None, *, repeated: bool
) -> WhyNode:
    cause = case.get(Cause, held.id)
    asked_on = repeated or bool(held.causes)
    return WhyNode(
        held.id,
        held.statement,
        level,
        parent,
        held.combination if len(held.causes) > 1 and not repeated else None,
        repeated,
        None if asked_on or cause is None else cause.stop_reason,
    )


def _chain(graph: CausalGraph, path: tuple[str, ...]) -> WhyChain:
    first, *after = _said(graph, path)
    return WhyChain(path, "; therefore ".join((first, *after)) + ".", len(path) - 1)


def _said(graph: CausalGraph, path: tuple[str, ...]) -> Iterator[str]:
    for identifier in path:
        node = graph.node(identifier)
        words = " ".join(node.statement.split()).rstrip(".;, ") if node else ""
        yield f"{identifier} “{words}”"
