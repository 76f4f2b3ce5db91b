"""FAC: contributory factors and the lenses they are looked for through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, Severity, check
from workbench.domain.crosswalk import groups_of_lens, translated
from workbench.domain.frameworks import FactorGroup, Framework
from workbench.domain.methods import Barrier
from workbench.domain.reasoning import Factor, Finding, LensConsideration
from workbench.domain.story import Event
from workbench.domain.vocabulary import BarrierState, FactorEffect, FindingType, Lens

__all__ = [
    "factor_group_unknown",
    "interaction_not_described",
    "lens_not_considered",
    "lens_reason_bare",
    "mitigating_side_not_looked_at",
]

_SAYS_SOMETHING: Final = 3
"""How many words it takes to say what was looked at and how it was."""


@check(
    "FAC001",
    "lens-not-considered",
    severity="blocks",
    gate="analyse",
    accept_by=LEADERS,
    source="Incident governance: consideration of workforce, environment and communication factors",
)
def lens_not_considered(asked: Asked) -> Iterator[Hit]:
    """One of workforce, environment and communication was not looked through.

    Why it matters:
        Investigations find what they look for. Each of the three lenses shows a factor, or
        somebody says that they looked, what they looked at, and that it showed none.

        It blocks a thematic review and a structured analysis. In a rapid learning review it
        advises: three questions are answered within days, and a lens that was not looked through
        may be what a deeper look is for.

    Example:
        >>> from workbench.checks.examples import found
        >>> factors = (("factor", "F1", {"statement": "Rota overlap", "lens": "workforce"}),
        ...     ("factor", "F2", {"statement": "No line on the sheet", "lens": "communication"}))
        >>> found("FAC001", *factors)
        ['case']

    Instead:
        >>> found("FAC001", *factors, ("lens-consideration", "LC1", {
        ...     "lens": "environment", "because": "Room, light and chart were as planned."}))
        []

    References:
        Consideration of workforce, environment and communication factors; three tiers, in
        proportion: incident governance in learning disability services.
    """
    seen = {factor.lens for factor in asked.case.all(Factor)}
    seen |= {consideration.lens for consideration in asked.case.all(LensConsideration)}
    unseen = [lens for lens in Lens if lens not in seen]
    if unseen:
        yield Hit(
            "case",
            f"Not looked through: {', '.join(unseen)}. For each, add a factor with this lens, or "
            "that it was considered, what was looked at, and that none was found."
            f"{''.join(_places(asked.framework, lens) for lens in unseen)}",
            lighter=Severity.ADVISES if asked.rapid else None,
        )


@check(
    "FAC002",
    "factor-group-unknown",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Contributory-factor frameworks: one framework for a workspace",
)
def factor_group_unknown(asked: Asked) -> Iterator[Hit]:
    """A factor is in a group that the workspace's framework does not have.

    Why it matters:
        The fishbone has no spine for it and shows it as *Not grouped*, and it cannot be counted
        together with factors of other cases.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("FAC002", ("factor", "F1", {"statement": "Rota overlap", "group": "rota"}))
        ['F1']

    Instead:
        >>> found("FAC002", ("factor", "F1", {"statement": "Rota overlap", "group": "task"}))
        []

    References:
        NPSA Contributory Factors Classification Framework; NHS contributory factor groups.
    """
    framework = asked.framework
    groups = ", ".join(_both(group) for group in framework.entries)
    for factor in asked.case.all(Factor):
        if factor.group is not None and framework.group(factor.group) is None:
            yield Hit(
                factor.id,
                f"The group of this factor is not one of {framework.name}: {groups}. Enter the "
                f"code, in brackets.{_instead(factor.group, framework)}",
            )


@check(
    "FAC003",
    "mitigating-side-not-looked-at",
    severity="advises",
    accept_by=SIGNATORIES,
    source="NHS contributory factors: asked twice, what contributed and what mitigated",
)
def mitigating_side_not_looked_at(asked: Asked) -> Iterator[Hit]:
    """Factors that contributed are named, and nothing that made it less likely or less severe.

    Why it matters:
        What held is as much part of the system as what did not, and actions can harm it without
        anybody noticing. Ask every question twice.

    Example:
        >>> from workbench.checks.examples import found
        >>> factor = ("factor", "F1", {"statement": "Rota overlap"})
        >>> found("FAC003", factor)
        ['case']

    Instead:
        >>> found("FAC003", factor, ("factor", "F2", {"effect": "mitigated",
        ...     "statement": "The pack has a window, so the tablet was found at 08:00."}))
        []

    References:
        NHS Improvement prototype of PSIRF questions for LFPSE (2021), questions 5 and 6; London
        Protocol 2024, good care too.
    """
    factors = asked.case.all(Factor)
    looked = (
        any(one.effect is FactorEffect.MITIGATED for one in factors)
        or any(one.state is BarrierState.HELD for one in asked.case.all(Barrier))
        or any(one.went_well for one in asked.case.all(Event))
        or any(one.type is FindingType.GOOD_PRACTICE for one in asked.case.all(Finding))
    )
    if factors and not looked:
        yield Hit(
            "case",
            "Ask each question a second time: what made it less likely, or less severe? Add it as "
            "a factor whose effect is 'mitigated', or mark events that went well.",
            "What usually catches it, and what held this time?",
        )


@check(
    "FAC004",
    "interaction-not-described",
    severity="advises",
    accept_by=SIGNATORIES,
    source="LRRIT D2: factors and their interactions",
)
def interaction_not_described(asked: Asked) -> Iterator[Hit]:
    """Several factors contributed, and nobody says how they worked on each other.

    Why it matters:
        A list of factors explains little. Incidents come about where ordinary things meet, and the
        meeting is often what can be changed.

    Example:
        >>> from workbench.checks.examples import found
        >>> rota = ("factor", "F1", {"statement": "Handover and round share half an hour"})
        >>> sheet = {"statement": "The sheet has no line for doses still to be given"}
        >>> found("FAC004", rota, ("factor", "F2", sheet))
        ['case']

    Instead:
        >>> found("FAC004", rota, ("factor", "F2", {**sheet, "works_with": ["F1"],
        ...     "interaction": "In a hurry people go down the list, and the list ended."}))
        []

    References:
        NHS Improvement prototype of PSIRF questions for LFPSE (2021), “describe the interaction”;
        Learning Response Review and Improvement Tool (LRRIT), dimension 2.
    """
    factors = asked.case.all(Factor)
    contributed = [one for one in factors if one.effect is FactorEffect.CONTRIBUTED]
    if len(contributed) > 1 and not any(one.interaction for one in factors):
        yield Hit(
            "case",
            "Say of at least one factor which others it worked together with ('works_with'), and "
            "how ('interaction').",
            "Which of these would have mattered little without another?",
        )


@check(
    "FAC005",
    "lens-reason-bare",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Incident governance: consideration of workforce, environment and communication factors",
)
def lens_reason_bare(asked: Asked) -> Iterator[Hit]:
    """A lens is said to show nothing, in a word or two that do not say what was looked at.

    Why it matters:
        “Nothing” may be the answer of somebody who looked, or of somebody who filled in a field.
        Whoever reads the record, and the next investigation, cannot tell which.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("FAC005", ("lens-consideration", "LC1", {
        ...     "lens": "environment", "because": "nothing"}))
        ['LC1']

    Instead:
        >>> found("FAC005", ("lens-consideration", "LC1", {
        ...     "lens": "environment", "because": "Room, light and chart were as planned."}))
        []

    References:
        Consideration of workforce, environment and communication factors: incident governance in
        learning disability services.
    """
    for one in asked.case.all(LensConsideration):
        if len(one.because.split()) < _SAYS_SOMETHING:
            yield Hit(
                one.id,
                f"The reason does not say what was looked at through {one.lens}.",
                "What did you look at, and how was it?",
                one.because,
            )


def _places(framework: Framework, lens: Lens) -> str:
    groups = [_both(group) for group in groups_of_lens(framework, lens)]
    return f" For {lens}, look at: {', '.join(groups)}." if groups else ""


def _both(group: FactorGroup) -> str:
    """A group by its label and the code that an entry is given."""
    return f"{group.label} ({group.code})"


def _instead(group: str, framework: Framework) -> str:
    found = [_both(one) for one in translated(group, framework)]
    return f" Closest to it: {' or '.join(found)}." if found else ""
