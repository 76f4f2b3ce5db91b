"""The facts of a case on which a duty may turn, each with the words for why it is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from workbench.domain.case import Case
from workbench.domain.governance import SafeguardingDecision
from workbench.domain.inquiry import CaseIncident
from workbench.domain.law import Condition, FactName
from workbench.domain.restriction import Restriction
from workbench.domain.triage import Triage
from workbench.domain.vocabulary import Circumstance, PhysicalHarm, PsychologicalHarm

__all__ = ["PROVIDER", "CaseFact", "case_facts", "holds"]

PROVIDER: Final = "other registered person"
"""What the provider is taken to be where nobody has said: most services of this kind are."""

Harm = TypeVar("Harm", PhysicalHarm, PsychologicalHarm)


@dataclass(frozen=True, slots=True)
class CaseFact:
    """One fact: its name, its value, and the sentence that says so.

    `reaches` holds every level up to the value, for a harm on its LFPSE scale.
    """

    name: FactName
    value: str
    words: str
    reaches: tuple[str, ...] = ()


def case_facts(case: Case, provider_type: str = PROVIDER) -> tuple[CaseFact, ...]:
    """Return what the case holds of the facts that conditions look at.

    `provider_type` is `"health service body"` or `"other registered person"`, as in the settings.
    """
    return (
        CaseFact("provider", provider_type, f"The provider is set up as: {provider_type}"),
        *_of_incident(case),
        *_of_triage(case),
        *_of_safeguarding(case),
        *_of_restrictions(case),
    )


def holds(condition: Condition, facts: Iterable[CaseFact]) -> CaseFact | None:
    """Return the first fact that meets `condition`, or None where none does."""
    return next((fact for fact in facts if _meets(fact, condition)), None)


def _meets(fact: CaseFact, condition: Condition) -> bool:
    if fact.name != condition.fact:
        return False
    if condition.at_least is not None:
        return condition.at_least in fact.reaches
    if condition.has is not None:
        return condition.has in fact.value.casefold()
    return fact.value == condition.equal


def _of_incident(case: Case) -> Iterator[CaseFact]:
    held = case.only(CaseIncident)
    triage = case.only(Triage)
    category = triage.category if triage else held.incident.category if held else None
    if category:
        yield CaseFact("category", category, f"The category is: {category}")
    if held is None:
        return
    physical, psychological = held.incident.physical_harm, held.incident.psychological_harm
    if physical is not None:
        yield _harm("physical harm", physical, "Physical harm is recorded as")
        if physical is PhysicalHarm.FATAL:
            yield CaseFact("circumstance", Circumstance.DIED, "Physical harm is recorded as fatal")
    if psychological is not None:
        yield _harm("psychological harm", psychological, "Psychological harm is recorded as")


def _of_triage(case: Case) -> Iterator[CaseFact]:
    triage = case.only(Triage)
    if triage is None:
        return
    for circumstance in triage.circumstances:
        yield CaseFact("circumstance", circumstance, f"Triage records: {circumstance}")
    if triage.potential_harm is not None:
        yield _harm(
            "potential harm",
            triage.potential_harm,
            "Triage records that the harm could credibly have been",
        )


def _of_safeguarding(case: Case) -> Iterator[CaseFact]:
    for decision in case.all(SafeguardingDecision):
        if decision.concern_raised:
            words = f"A safeguarding concern was raised ({decision.id})"
            yield CaseFact("safeguarding concern", "raised", words)
        if decision.abuse_or_neglect is not None:
            words = f"Facts on abuse or neglect are recorded ({decision.id})"
            yield CaseFact("safeguarding concern", "facts on abuse or neglect", words)


def _of_restrictions(case: Case) -> Iterator[CaseFact]:
    for limit in case.all(Restriction):
        if limit.type is not None and limit.type.is_force:
            yield CaseFact("circumstance", Circumstance.FORCE, f"{limit.id} records: {limit.type}")
            if limit.in_mental_health_unit:
                words = f"{limit.id} records that it was in a mental health unit"
                yield CaseFact("circumstance", Circumstance.MH_UNIT, words)


def _harm(name: FactName, level: Harm, words: str) -> CaseFact:
    scale = list(type(level))
    reached = tuple(str(one) for one in scale[: scale.index(level) + 1])
    return CaseFact(name, level, f"{words} {level} (LFPSE code {level.code})", reached)
