"""Walking a directed graph of identifiers: cycles, what reaches an end, paths and their number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.DiGraph[str]

__all__ = [
    "PATH_LIMIT",
    "Path",
    "count_paths",
    "cycles_of",
    "leading_to",
    "list_paths",
    "make_graph",
    "part_of",
    "reaching",
    "without_cycles",
]

PATH_LIMIT: Final = 200
"""How many paths are listed at most. They are counted exactly beyond it, since their number can
double with every layer of the graph."""

Path: TypeAlias = tuple[str, ...]
"""Identifiers of causes, from where the investigation stopped looking deeper to an outcome."""


def make_graph(nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> Graph:
    """Return the graph of `nodes` and `edges`; both keep their order, doubles count once."""
    import networkx as nx

    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


def cycles_of(graph: Graph) -> tuple[Path, ...]:
    """Return the groups of nodes that lead to one another, in the order of the graph."""
    import networkx as nx

    order = {node: place for place, node in enumerate(graph)}
    groups = (
        tuple(sorted(group, key=order.__getitem__))
        for group in nx.strongly_connected_components(graph)
        if len(group) > 1
    )
    return tuple(sorted(groups, key=lambda group: order[group[0]]))


def without_cycles(graph: Graph, cycles: Iterable[Path]) -> Graph:
    """Return a copy of `graph` without the edges inside each of its `cycles`."""
    member = {node: place for place, group in enumerate(cycles) for node in group}
    flow = graph.copy()
    flow.remove_edges_from(
        [(a, b) for a, b in graph.edges if a in member and member[a] == member.get(b)]
    )
    return flow


def reaching(graph: Graph, ends: Iterable[str]) -> set[str]:
    """Return the `ends` and every node from which one of them is reached."""
    import networkx as nx

    held = set(ends)
    return held.union(*(nx.ancestors(graph, end) for end in held))


def leading_to(graph: Graph, ends: Iterable[str]) -> Graph:
    """Return the part of `graph` from which one of `ends` is reached."""
    kept = reaching(graph, ends)
    return part_of(graph, [node for node in graph if node in kept])


def part_of(graph: Graph, nodes: Iterable[str]) -> Graph:
    """Return the part of `graph` on `nodes`, in the order of `graph`.

    A view by networkx would walk a small part in the order of a set, which differs by process.
    """
    kept = set(nodes)
    edges = ((a, b) for a, b in graph.edges if a in kept and b in kept)
    return make_graph((node for node in graph if node in kept), edges)


def list_paths(
    graph: Graph, ends: Collection[str], avoiding: Collection[str] = ()
) -> tuple[Path, ...]:
    """Return the first paths from a node without predecessors to one of `ends`.

    `graph` must be acyclic. Paths through a node of `avoiding` are left out. At most `PATH_LIMIT`
    are looked for, so that the time needed grows with their length and not their number.
    """
    free = _avoiding(graph, avoiding)
    useful = leading_to(free, [end for end in ends if end in free])
    walks = (path for start in _starts(useful, graph, ends) for path in _walks(useful, start, ends))
    return tuple(islice(walks, PATH_LIMIT))


def count_paths(graph: Graph, ends: Collection[str], avoiding: Collection[str] = ()) -> int:
    """Return how many paths `list_paths` would give without a limit, by adding along the graph."""
    import networkx as nx

    free = _avoiding(graph, avoiding)
    onward: dict[str, int] = {}
    for node in reversed(list(nx.topological_sort(free))):
        ends_here = 1 if node in ends else 0
        onward[node] = ends_here + sum(onward[after] for after in free.successors(node))
    return sum(onward[start] for start in _starts(free, graph, ends))


def _avoiding(graph: Graph, avoided: Collection[str]) -> Graph:
    return part_of(graph, [node for node in graph if node not in avoided])


def _starts(part: Graph, whole: Graph, ends: Collection[str]) -> tuple[str, ...]:
    return tuple(node for node in part if not whole.in_degree(node) and node not in ends)


def _walks(graph: Graph, start: str, ends: Collection[str]) -> Iterator[Path]:
    stack: list[Path] = [(start,)]
    while stack:
        path = stack.pop()
        if path[-1] in ends:
            yield path
        stack.extend((*path, after) for after in reversed(list(graph.successors(path[-1]))))
