"""GRA: the conditions behind what people did, and causes that are said to work together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.causal import CausalGraph
from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.domain.reasoning import Cause, Link
from workbench.domain.vocabulary import CauseType, Combination, Confidence

__all__ = ["act_without_condition", "joint_cause_unsure"]

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


@check(
    "GRA011",
    "joint-cause-unsure",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Fault tree analysis: an AND holds only where each of its causes was needed",
)
def joint_cause_unsure(asked: Asked) -> Iterator[Hit]:
    """Causes are said to have worked all together, and one of them is only possible or disputed.

    Why it matters:
        "All of these together" says that without any one of them it would not have happened. That
        is more than can be said of a cause that is only possible, or that some evidence speaks
        against: the whole step is then no surer than its weakest part.

    Example:
        >>> from workbench.checks.examples import found
        >>> causes = (("cause", "C1", {"statement": "A late dose", "type": "outcome"}),
        ...     ("cause", "C2", {"statement": "The rota overlapped", "type": "condition"}),
        ...     ("cause", "C3", {"statement": "The pager was silent", "type": "condition"}))
        >>> said = {"effect": "C1", "mechanism": "The round was not begun"}
        >>> sure = ("link", "L1", {**said, "cause": "C2", "confidence": "established"})
        >>> unsure = {**said, "cause": "C3", "confidence": "possible"}
        >>> found("GRA011", *causes, sure, ("link", "L2", unsure))
        ['L2']

    Instead:
        >>> found("GRA011", *causes, sure, ("link", "L2", {**unsure, "confidence": "probable"}))
        []
        >>> found("GRA011", *causes, sure, ("link", "L2", unsure),
        ...     ("cause", "C1", {"statement": "A late dose", "type": "outcome",
        ...         "combination": "any"}))
        []

    References:
        Fault tree analysis: OR for any, AND for all. Only a prompt: two causes can need each other
        and still be hard to prove.
    """
    joint = {one.effect for one in asked.graph.interactions if one.combination is Combination.ALL}
    for edge in asked.graph.edges:
        doubt = _doubt(asked, edge.id, edge.cause) if edge.effect in joint else None
        if doubt:
            yield Hit(
                edge.id,
                f"{edge.effect} is said to need {edge.cause} together with its other causes, and "
                f"{doubt}. Look for what would settle it, or say with 'combination' that any one "
                "was enough.",
                "Would it still have happened without this?",
            )


def _doubt(asked: Asked, link_id: str, cause_id: str) -> str | None:
    link, cause = asked.case.get(Link, link_id), asked.case.get(Cause, cause_id)
    if link is not None and link.confidence is Confidence.POSSIBLE:
        return "that link is only possible"
    if link is not None and link.evidence_against:
        return f"{', '.join(link.evidence_against)} speaks against that link"
    if cause is not None and cause.evidence_against:
        return f"{', '.join(cause.evidence_against)} speaks against that cause"
    return None


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
