"""Why it happened: problems, factors, causes, the links between them, and what is concluded."""

from __future__ import annotations

from typing import Self

from pydantic import model_validator

from workbench.domain.references import (
    CauseId,
    EventId,
    EvidenceId,
    FactorId,
    PersonId,
    ProblemId,
)
from workbench.domain.values import Entity, Line, Text, Value
from workbench.domain.vocabulary import (
    CauseType,
    Combination,
    Confidence,
    FactorEffect,
    FindingType,
    Lens,
)

__all__ = ["AcceptedBy", "Cause", "Factor", "Finding", "LensConsideration", "Link", "Problem"]


class Problem(Entity):
    """One care or service delivery problem: the head of one fishbone."""

    statement: Text
    events: tuple[EventId, ...] = ()


class Factor(Entity):
    """A condition that made the outcome more likely, or less (`effect`).

    `lens` is one of the three every investigation looks through; `group` is a group of the
    contributory-factor framework the workspace has chosen, such as `task`. `works_with` names
    other factors it worked together with, and `interaction` says how they worked on each other.
    """

    statement: Text
    effect: FactorEffect = FactorEffect.CONTRIBUTED
    lens: Lens | None = None
    group: Line | None = None
    problem: ProblemId | None = None
    events: tuple[EventId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    works_with: tuple[FactorId, ...] = ()
    interaction: Text | None = None

    @model_validator(mode="after")
    def _with_another(self) -> Self:
        if self.id in self.works_with:
            raise ValueError("a factor works with others than itself; name another in 'works_with'")
        if self.works_with and self.interaction is None:
            raise ValueError("say in 'interaction' how they worked on each other")
        return self


class LensConsideration(Entity):
    """One of the three lenses was looked through and showed nothing, and why."""

    lens: Lens
    because: Text
    evidence: tuple[EvidenceId, ...] = ()


class Cause(Entity):
    """A node of the causal graph.

    `combination` says how its own causes work together. An omission is causal only where there
    was a duty to act, which `duty` names (Five Rules of Causation, rule 5). `stop_reason` says
    why the investigation looked no deeper where a cause has no causes of its own.
    """

    statement: Text
    type: CauseType
    combination: Combination = Combination.ALL
    who: tuple[PersonId, ...] = ()
    events: tuple[EventId, ...] = ()
    factors: tuple[FactorId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    evidence_against: tuple[EvidenceId, ...] = ()
    duty: Text | None = None
    stop_reason: Text | None = None


class Link(Entity):
    """`cause` led to `effect`, by a mechanism, with evidence for it and against it."""

    cause: CauseId
    effect: CauseId
    mechanism: Text
    confidence: Confidence
    evidence: tuple[EvidenceId, ...] = ()
    evidence_against: tuple[EvidenceId, ...] = ()

    @model_validator(mode="after")
    def _two_ends(self) -> Self:
        if self.cause == self.effect:
            raise ValueError("a cause cannot lead to itself; name another effect")
        return self


class AcceptedBy(Value):
    """The named person who accepts that nobody acts on a finding, and the role they hold."""

    role: Line
    name: Line


class Finding(Entity):
    """What the investigation concludes, and the causes, factors and evidence it rests on.

    An area for improvement is acted on, or somebody accepts in their own name that it is not.
    """

    statement: Text
    type: FindingType = FindingType.IMPROVEMENT
    causes: tuple[CauseId, ...] = ()
    factors: tuple[FactorId, ...] = ()
    evidence: tuple[EvidenceId, ...] = ()
    not_acted_on_because: Text | None = None
    not_acted_on_accepted_by: AcceptedBy | None = None
