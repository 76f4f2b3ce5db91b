"""GRA: what people did goes back to the conditions they worked in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.causal import CausalGraph
from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.domain.vocabulary import CauseType

__all__ = ["act_without_condition"]

_HUMAN: Final = (CauseType.ACTION, CauseType.DEVIATION, CauseType.OMISSION)


@check(
    "GRA010",
    "act-without-condition",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Five Rules of Causation, rules 3 and 4; graph lint: a condition behind each act",
)
def act_without_condition(asked: Asked) -> Iterator[Hit]:
    """What led to an act or omission is only what other people did, or other events.

    Why it matters:
        One person's act explained by another's moves the question to the next person. Somewhere
        behind it lie the conditions that both worked in; those are what a service can change.
        Where nothing at all precedes the act, GRA005 asks.

    Example:
        >>> from workbench.checks.examples import found
        >>> acts = (("cause", "C1", {"statement": "The dose was signed late",
        ...         "type": "human action"}),
        ...     ("cause", "C2", {"statement": "The chart was left upstairs",
        ...         "type": "human action"}))
        >>> said = {"confidence": "probable", "effect": "C1"}
        >>> link = ("link", "L1", {**said, "cause": "C2", "mechanism": "It had to be fetched"})
        >>> found("GRA010", *acts, link)
        ['C1']

    Instead:
        >>> found("GRA010", *acts, link,
        ...     ("cause", "C3", {"statement": "One chart served two floors", "type": "condition"}),
        ...     ("link", "L2", {**said, "cause": "C3", "mechanism": "Only one floor had it"}))
        []

    References:
        Five Rules of Causation: each human error must have a preceding cause (3); violations of
        procedure must have a preceding cause (4).
    """
    for node in asked.graph.nodes:
        if node.type in _HUMAN and node.causes and not _rests_on_condition(asked.graph, node.id):
            yield Hit(
                node.id,
                f"No condition stands behind this {node.type}, only acts and events. Add the "
                "condition under which people worked.",
                "What made it the sensible, usual or only thing to do?",
            )


def _rests_on_condition(graph: CausalGraph, identifier: str) -> bool:
    types = {node.id: node.type for node in graph.nodes}
    causes = {node.id: node.causes for node in graph.nodes}
    seen, waiting = {identifier}, list(causes[identifier])
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        if types[here] is CauseType.CONDITION:
            return True
        seen.add(here)
        waiting.extend(causes[here])
    return False
