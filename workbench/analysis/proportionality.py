"""How deep to look: a tier proposed from risk, harm, recurrence and safeguarding, with reasons.

The tiers and the four grounds are those of incident governance in learning disability services
and of the proportionate review method in community mental health. The proposal is for people to
follow or to leave, with their reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from workbench.domain.case import Case
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.inquiry import CaseIncident
from workbench.domain.triage import Triage
from workbench.domain.vocabulary import (
    Circumstance,
    Likelihood,
    PhysicalHarm,
    PsychologicalHarm,
    Tier,
)

__all__ = ["CLUSTER", "Proposal", "Reason", "propose", "turns_on_recurrence"]

CLUSTER: Final = 2
"""From how many earlier incidents like it an incident is one of a cluster: the third is."""

_GRAVE: Final = (
    Circumstance.DIED,
    Circumstance.LASTING,
    Circumstance.STRUCTURE,
    Circumstance.PAIN,
    Circumstance.DISTRESS,
    Circumstance.LIFE,
    Circumstance.TREATED,
)
_LIKELY: Final = (Likelihood.FREQUENT, Likelihood.OCCASIONAL)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its ground (harm, risk, recurrence, safeguarding), and the tier it speaks for."""

    ground: str
    tier: Tier
    because: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """The tier that is proposed, why, and what was not known when it was.

    `reasons` speak for a tier each; the deepest is proposed. One for a lighter tier still holds:
    an incident of a cluster belongs in the thematic review as well.
    """

    tier: Tier
    reasons: tuple[Reason, ...]
    missing: tuple[str, ...]


def propose(
    case: Case,
    *,
    like: tuple[str, ...] | None = None,
    failed: tuple[str, ...] | None = None,
) -> Proposal:
    """Return the tier that the case's facts speak for.

    `like` are the identifiers of earlier incidents like this one, and `failed` the references of
    actions after the like that did not hold. None takes what triage wrote down.
    """
    triage = case.only(Triage)
    before = like if like is not None else triage.like_incidents if triage else ()
    unheld = failed if failed is not None else triage.failed_actions if triage else ()
    reasons = (
        *_harm(case),
        *_circumstances(triage),
        *_risk(triage),
        *_recurrence(case, before, unheld),
        *_safeguarding(case),
    )
    tiers = list(Tier)
    tier = max((one.tier for one in reasons), key=tiers.index, default=Tier.RAPID)
    if not reasons:
        because = "Nothing that is known so far speaks for a deeper review"
        reasons = (Reason("harm", Tier.RAPID, because),)
    return Proposal(tier, reasons, tuple(_missing(case, looked_back=like is not None)))


def turns_on_recurrence(case: Case) -> bool:
    """Tell whether incidents like this one could bring another tier than the rest of its facts do.

    They could not where the rest speaks for the deepest.
    """
    return propose(case, like=()).tier is not Tier.STRUCTURED


def _harm(case: Case) -> Iterator[Reason]:
    physical, psychological = _harms(case)
    # LFPSE codes descend: 1 is the worst, 2 is severe physical and moderate psychological harm
    if physical is not None and physical.code <= PhysicalHarm.SEVERE.code:
        yield Reason("harm", Tier.STRUCTURED, f"Physical harm is {_level(physical)}")
    elif physical is not None:
        yield Reason("harm", Tier.RAPID, f"Physical harm is {_level(physical)}")
    if psychological is not None and psychological.code <= PsychologicalHarm.SEVERE.code:
        yield Reason("harm", Tier.STRUCTURED, f"Psychological harm is {_level(psychological)}")
    elif psychological is not None:
        yield Reason("harm", Tier.RAPID, f"Psychological harm is {_level(psychological)}")


def _circumstances(triage: Triage | None) -> Iterator[Reason]:
    for one in triage.circumstances if triage else ():
        if one in _GRAVE:
            yield Reason("harm", Tier.STRUCTURED, f"Triage records: {one}")


def _risk(triage: Triage | None) -> Iterator[Reason]:
    if triage is None or triage.potential_harm is None or triage.likelihood is None:
        return
    grave = triage.potential_harm.code <= PhysicalHarm.SEVERE.code
    tier = Tier.STRUCTURED if grave and triage.likelihood in _LIKELY else Tier.RAPID
    yield Reason(
        "risk",
        tier,
        f"The worst credible harm is {_level(triage.potential_harm)}, and happening again is "
        f"{triage.likelihood}",
    )


def _recurrence(case: Case, like: tuple[str, ...], failed: tuple[str, ...]) -> Iterator[Reason]:
    if failed:
        words = f"Actions after the like did not hold: {', '.join(failed)}"
        yield Reason("recurrence", Tier.STRUCTURED, words)
    if not like:
        return
    words = f"{len(like)} earlier like it: {', '.join(like)}"
    if any(one is not None and _moderate(one) for one in _harms(case)):
        yield Reason("recurrence", Tier.STRUCTURED, f"Harm is moderate or above, and {words}")
    if len(like) >= CLUSTER:
        yield Reason("recurrence", Tier.THEMATIC, f"It is one of a cluster: {words}")
    else:
        yield Reason("recurrence", Tier.RAPID, words)


def _safeguarding(case: Case) -> Iterator[Reason]:
    for one in case.all(SafeguardingDecision):
        if one.concern_raised:
            words = f"A safeguarding concern was raised ({one.id})"
            yield Reason("safeguarding", Tier.STRUCTURED, words)
        elif one.abuse_or_neglect is not None:
            words = f"Facts on abuse or neglect are recorded ({one.id})"
            yield Reason("safeguarding", Tier.STRUCTURED, words)
    triage = case.only(Triage)
    if triage is not None and Circumstance.ABUSE in triage.circumstances:
        words = f"Triage records: {Circumstance.ABUSE}"
        yield Reason("safeguarding", Tier.STRUCTURED, words)


def _missing(case: Case, *, looked_back: bool) -> Iterator[str]:
    held, triage = case.only(CaseIncident), case.only(Triage)
    physical, psychological = _harms(case)
    if held is None:
        yield "the incident"
    if physical is None:
        yield "the physical harm"
    if psychological is None:
        yield "the psychological harm"
    if triage is None:
        yield "a triage decision: category and why, immediate actions, harm tonight, tier and why"
    if triage is None or triage.potential_harm is None:
        yield "the worst harm that could credibly have come of it"
    if triage is None or triage.likelihood is None:
        yield "how likely it is to happen again"
    if not looked_back and (triage is None or not triage.like_incidents):
        yield "a look through the register for incidents like it"
    if not case.all(SafeguardingDecision):
        yield "the safeguarding decision"


def _harms(case: Case) -> tuple[PhysicalHarm | None, PsychologicalHarm | None]:
    held = case.only(CaseIncident)
    if held is None:
        return None, None
    return held.incident.physical_harm, held.incident.psychological_harm


def _moderate(harm: PhysicalHarm | PsychologicalHarm) -> bool:
    """Moderate harm or worse: code 3 or less for physical harm, 2 or less for psychological."""
    return harm.code <= type(harm).MODERATE.code


def _level(harm: PhysicalHarm | PsychologicalHarm) -> str:
    return f"{harm} (LFPSE code {harm.code})"
