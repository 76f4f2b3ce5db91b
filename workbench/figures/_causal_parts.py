"""A large causal graph divided into parts that fit a page, as fault trees are."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from workbench.analysis.causal import CausalGraph

__all__ = ["divide"]

_WORTH_A_CUT = 3


def divide(graph: CausalGraph, most: int) -> tuple[tuple[str, ...], ...]:
    """Return the causes of `graph` in parts of about `most`, each cause in one part.

    The first part starts at the outcomes; each further one goes on from a cause in another. A
    part is larger than `most` where an effect has more causes than that without causes of their
    own: to part those would save nothing, since a part also shows what leads into it.
    """
    order, children = _tree(graph)
    held: dict[str, list[str]] = {}
    cut: set[str] = set()
    for one in reversed(order):
        kept = list(children[one])
        while 1 + sum(len(held[child]) for child in kept) > most:
            largest = max(kept, key=lambda child: len(held[child]), default=None)
            if largest is None or len(held[largest]) < _WORTH_A_CUT:
                break
            kept.remove(largest)
            cut.add(largest)
        held[one] = [one, *(below for child in kept for below in held[child])]
    inner = {child for below in children.values() for child in below} - cut
    return _packed([held[one] for one in order if one not in inner], most)


def _tree(graph: CausalGraph) -> tuple[list[str], Mapping[str, list[str]]]:
    """Every cause once, outcomes first, under the nearest effect it leads to."""
    causes = {node.id: node.causes for node in graph.nodes}
    ends = [node.id for node in graph.nodes if not node.effects and node.id not in graph.outcomes]
    order: list[str] = []
    children: dict[str, list[str]] = {}
    for start in ((*graph.outcomes,), (*ends,), *((one,) for one in causes)):
        waiting = deque(one for one in start if one not in children)
        children.update((one, []) for one in waiting)
        while waiting:
            one = waiting.popleft()
            order.append(one)
            for cause in causes[one]:
                if cause not in children:
                    children[cause] = []
                    children[one].append(cause)
                    waiting.append(cause)
    return order, children


def _packed(pieces: Sequence[Sequence[str]], most: int) -> tuple[tuple[str, ...], ...]:
    """Neighbouring pieces together, while they fit."""
    parts: list[list[str]] = []
    for piece in pieces:
        if parts and len(parts[-1]) + len(piece) <= most:
            parts[-1].extend(piece)
        else:
            parts.append(list(piece))
    return tuple(tuple(part) for part in parts)
