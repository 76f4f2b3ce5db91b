"""GRA: the shape of the causal graph (Five Rules of Causation, graph lint)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.domain.reasoning import Cause
from workbench.domain.vocabulary import CauseType

__all__ = [
    "causal_cycle",
    "cause_after_effect",
    "human_act_without_cause",
    "leaf_without_stop_reason",
    "no_interaction",
    "omission_without_duty",
    "outcome_missing",
    "outcome_not_reached",
    "trait_as_leaf",
]

_RULES: Final = "Five Rules of Causation, VA National Center for Patient Safety"
_RATIONAL: Final = "What did they know, want, and have open to them at the time?"
_HUMAN: Final = (CauseType.ACTION, CauseType.DEVIATION, CauseType.OMISSION)
_TRAIT: Final = re.compile(
    r"\b(?:attitude|personality|temperament|laziness|lazy|forgetful(?:ness)?|inattenti(?:ve|on)|"
    r"careless(?:ness)?|complacen(?:t|cy)|unmotivated|incompeten(?:t|ce)|inexperienced?|"
    r"lack(?:ed|s)? (?:of )?(?:motivation|commitment|common sense|confidence|care))\b",
    re.IGNORECASE,
)


@check("GRA001", "causal-cycle", severity="blocks", gate="analyse", source="Graph lint: acyclic")
def causal_cycle(asked: Asked) -> Iterator[Hit]:
    """Causes lead to one another in a circle.

    Why it matters:
        In a circle each thing explains itself. Two people may have drawn the two halves. Where
        things did reinforce one another, make the second round a cause of its own.

    Example:
        >>> from workbench.checks.examples import found
        >>> causes = (("cause", "C1", {"statement": "The visit ran late", "type": "outcome"}),
        ...     ("cause", "C2", {"statement": "Notes were short", "type": "condition"}))
        >>> said = {"mechanism": "Time was short", "confidence": "possible"}
        >>> there = ("link", "L1", {**said, "cause": "C1", "effect": "C2"})
        >>> back = ("link", "L2", {**said, "cause": "C2", "effect": "C1"})
        >>> found("GRA001", *causes, there, back)
        ['C1']

    Instead:
        >>> found("GRA001", *causes, back)
        []

    References:
        Graph lint; every path runs from a condition to the outcome.
    """
    for group in asked.graph.cycles:
        yield Hit(
            group[0],
            f"{', '.join(group)} lead to one another in a circle. Take out the link that does not "
            "hold, or make what happened the second time a cause of its own.",
        )


@check(
    "GRA002",
    "outcome-missing",
    severity="blocks",
    gate="analyse",
    source="Graph lint: the graph explains an outcome",
)
def outcome_missing(asked: Asked) -> Iterator[Hit]:
    """There are causes, but none of them is the outcome.

    Why it matters:
        A causal graph explains one thing: what happened to the person. Without it there is
        nothing that the causes lead to. A case without any cause is not asked.

    Example:
        >>> from workbench.checks.examples import found
        >>> cause = ("cause", "C1", {"statement": "The rota overlapped", "type": "condition"})
        >>> found("GRA002", cause)
        ['case']

    Instead:
        >>> found("GRA002", cause, ("cause", "C2", {
        ...     "statement": "The dose was given at 22:10", "type": "outcome"}))
        []

    References:
        Five Rules of Causation: cause led to effect, which increased the likelihood of the event.
    """
    if asked.graph.nodes and not asked.graph.outcomes:
        yield Hit(
            "case",
            "No cause has the type 'outcome'. Add what happened to the person, and lead the "
            "causes to it.",
        )


@check(
    "GRA003",
    "outcome-not-reached",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Graph lint: outcome reachable from every cause",
)
def outcome_not_reached(asked: Asked) -> Iterator[Hit]:
    """A cause does not lead to the outcome.

    Why it matters:
        It may be true and still explain nothing. If a link is missing, the reader cannot see
        how the one led to the other.

    Example:
        >>> from workbench.checks.examples import found
        >>> causes = (("cause", "C1", {"statement": "A late dose", "type": "outcome"}),
        ...     ("cause", "C2", {"statement": "The rota overlapped", "type": "condition"}))
        >>> found("GRA003", *causes)
        ['C2']

    Instead:
        >>> found("GRA003", *causes, ("link", "L1", {"cause": "C2", "effect": "C1",
        ...     "mechanism": "Both needed the same two people", "confidence": "probable"}))
        []

    References:
        Five Rules of Causation, rule 1: clearly show the cause-and-effect relationship.
    """
    if asked.graph.outcomes:
        for cause in asked.graph.unreachable:
            yield Hit(
                cause,
                "This cause does not lead to the outcome. Add the link that is missing, with its "
                "mechanism, or take the cause out.",
                "How did this make the outcome more likely?",
            )


@check(
    "GRA004",
    "cause-after-effect",
    severity="warns",
    accept_by=SIGNATORIES,
    source="MES/STEP, column test: order in time",
)
def cause_after_effect(asked: Asked) -> Iterator[Hit]:
    """A cause surely happened after its effect, by the events that both name.

    Why it matters:
        What came later cannot have led to what came before. The link is the wrong way round, or
        a time is wrong. Where the times overlap or are open nothing is said.

    Example:
        >>> from workbench.checks.examples import found
        >>> events = (("event", "T1", {"when": "14/03/2026 08:00", "what": "A call."}),
        ...     ("event", "T2", {"when": "14/03/2026 09:00", "what": "A visit."}))
        >>> causes = (("cause", "C1", {"statement": "A call", "type": "event", "events": ["T1"]}),
        ...     ("cause", "C2", {"statement": "A visit", "type": "event", "events": ["T2"]}))
        >>> said = {"mechanism": "It was asked for", "confidence": "probable"}
        >>> found("GRA004", *events, *causes, ("link", "L1", {
        ...     **said, "cause": "C2", "effect": "C1"}))
        ['L1']

    Instead:
        >>> found("GRA004", *events, *causes, ("link", "L1", {
        ...     **said, "cause": "C1", "effect": "C2"}))
        []

    References:
        Multilinear events sequencing (MES/STEP), column test.
    """
    for edge in asked.graph.edges:
        if edge.id in asked.graph.out_of_order:
            yield Hit(
                edge.id,
                f"By their events {edge.cause} happened after {edge.effect}, to which it is said "
                "to have led. Turn the link round, or mend the times.",
            )


@check(
    "GRA005",
    "human-act-without-cause",
    severity="warns",
    accept_by=SIGNATORIES,
    source=f"{_RULES}, rules 3 and 4",
)
def human_act_without_cause(asked: Asked) -> Iterator[Hit]:
    """A human action, omission or deviation from procedure has no preceding cause.

    Why it matters:
        What people do makes sense to them at the time. An investigation that ends there has not
        yet found what made it the sensible, usual or only thing to do.

    Example:
        >>> from workbench.checks.examples import found
        >>> act = ("cause", "C1", {"statement": "The handover was kept to five minutes",
        ...     "type": "deviation from procedure"})
        >>> found("GRA005", act)
        ['C1']

    Instead:
        >>> found("GRA005", act,
        ...     ("cause", "C2", {"statement": "Two calls waited", "type": "condition"}),
        ...     ("link", "L1", {"cause": "C2", "effect": "C1", "confidence": "probable",
        ...         "mechanism": "The second call had to be answered within the hour"}))
        []

    References:
        Five Rules of Causation: each human error must have a preceding cause (3); violations of
        procedure must have a preceding cause (4).
    """
    for node in asked.graph.nodes:
        if node.type in _HUMAN and not node.causes:
            yield Hit(
                node.id,
                f"This {node.type} has no preceding cause. Add what made it the sensible, usual "
                "or only thing to do.",
                _RATIONAL,
            )


@check(
    "GRA006",
    "omission-without-duty",
    severity="warns",
    accept_by=SIGNATORIES,
    source=f"{_RULES}, rule 5",
)
def omission_without_duty(asked: Asked) -> Iterator[Hit]:
    """Something that was not done counts as a cause, without the duty to do it.

    Why it matters:
        Anything that nobody did could be called a cause. It is one only where somebody already
        had the duty to act: name the plan, policy or law that gave it.

    Example:
        >>> from workbench.checks.examples import found
        >>> omission = {"statement": "No second check was made", "type": "omission"}
        >>> found("GRA006", ("cause", "C1", omission))
        ['C1']

    Instead:
        >>> found("GRA006", ("cause", "C1", {
        ...     **omission, "duty": "Medication policy 4.2: two people check insulin"}))
        []

    References:
        Five Rules of Causation, rule 5: failure to act is causal only when there is a
        pre-existing duty to act.
    """
    for cause in asked.case.all(Cause):
        if cause.type is CauseType.OMISSION and cause.duty is None:
            yield Hit(
                cause.id,
                "An omission is a cause only where there was a duty to act. Name it in 'duty'.",
                "Who expected this of whom, and where was that written?",
            )


@check(
    "GRA007",
    "leaf-without-stop-reason",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Graph lint: leaf 'stop reason' recorded",
)
def leaf_without_stop_reason(asked: Asked) -> Iterator[Hit]:
    """The causes end here, and nothing says why nobody looked deeper.

    Why it matters:
        Every investigation stops somewhere: outside the provider's reach, at what can no longer
        be known, at what it can change. Which of these it was is a decision others should see.
        For what people did or did not do, GRA005 asks.

    Example:
        >>> from workbench.checks.examples import found
        >>> leaf = {"statement": "The rota overlapped", "type": "condition"}
        >>> found("GRA007", ("cause", "C1", leaf))
        ['C1']

    Instead:
        >>> found("GRA007", ("cause", "C1", {
        ...     **leaf, "stop_reason": "The rota is the provider's own to change."}))
        []

    References:
        Why-because and cause mapping practice: stop rules are recorded.
    """
    for identifier in asked.graph.roots:
        cause = asked.case.get(Cause, identifier)
        if cause is not None and cause.type not in _HUMAN and cause.stop_reason is None:
            yield Hit(
                identifier,
                "The causes end here without a reason. Look for what led to it, or say in "
                "'stop_reason' why the investigation goes no further.",
            )


@check(
    "GRA008",
    "trait-as-leaf",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Graph lint: no leaf is a person's trait; LRRIT D3",
)
def trait_as_leaf(asked: Asked) -> Iterator[Hit]:
    """The causes end at a condition of somebody, or at a trait.

    Why it matters:
        "They were inexperienced" or "that is how they are" ends the search at the person who was
        there. What placed them there, and what would have helped, is left out.

    Example:
        >>> from workbench.checks.examples import found
        >>> staff = ("person", "P2", {"role": "staff"})
        >>> trait = ("cause", "C1", {"statement": "P2 was new to the house", "type": "condition",
        ...     "who": ["P2"]})
        >>> found("GRA008", staff, trait)
        ['C1']

    Instead:
        >>> found("GRA008", staff, trait,
        ...     ("cause", "C2", {"type": "condition", "statement": "First shifts are alone"}),
        ...     ("link", "L1", {"cause": "C2", "effect": "C1", "confidence": "established",
        ...         "mechanism": "Nobody who knew the house was there"}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 3: "human error" is a
        symptom, never the cause.
    """
    for identifier in asked.graph.roots:
        cause = asked.case.get(Cause, identifier)
        if cause is None or cause.type in _HUMAN:
            continue
        trait = _TRAIT.search(cause.statement)
        if trait or (cause.type is CauseType.CONDITION and cause.who):
            yield Hit(
                identifier,
                "The causes end at a person. Add what in the work led to this: rota, induction, "
                "plans, tools, other demands.",
                _RATIONAL,
                trait.group() if trait else None,
            )


@check(
    "GRA009",
    "no-interaction",
    severity="advises",
    accept_by=SIGNATORIES,
    source="LRRIT D2: factors and their interactions",
)
def no_interaction(asked: Asked) -> Iterator[Hit]:
    """No effect in the graph has more than one cause.

    Why it matters:
        A single chain usually means that one story was followed. Incidents come about where
        several ordinary things meet.

    Example:
        >>> from workbench.checks.examples import found
        >>> outcome = ("cause", "C1", {"statement": "A late dose", "type": "outcome"})
        >>> rota = ("cause", "C2", {"statement": "The rota overlapped", "type": "condition"})
        >>> sheet = ("cause", "C3", {"statement": "The sheet had no line", "type": "condition"})
        >>> said = {"effect": "C1", "mechanism": "It was not seen", "confidence": "probable"}
        >>> found("GRA009", outcome, rota, ("link", "L1", {**said, "cause": "C2"}))
        ['case']

    Instead:
        >>> found("GRA009", outcome, rota, sheet, ("link", "L1", {**said, "cause": "C2"}),
        ...     ("link", "L2", {**said, "cause": "C3"}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 2; Peerally and others
        2017 on the quest for *the* root cause.
    """
    if asked.graph.edges and not asked.graph.interactions:
        yield Hit(
            "case",
            "Every effect has a single cause. Look at each step for what else had to be so.",
            "What else had to be so for this to happen?",
        )
