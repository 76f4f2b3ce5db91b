"""What in a case speaks to each dimension of its quality, and what named people say of it.

Entries are gathered and counted, never scored: how much evidence they add up to, a person says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from workbench.analysis.causal import CausalGraph
from workbench.analysis.portfolio import build_portfolio
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure
from workbench.domain.inquiry import Evidence, Person, Question, Scope
from workbench.domain.people import Comment, Interview, Involvement, StaffSupport, Summary
from workbench.domain.people_words import Reply, Response
from workbench.domain.quality import QualityDimension, QualityRating, quality_dimensions
from workbench.domain.reasoning import Cause, Factor, LensConsideration, Link
from workbench.domain.story import Event
from workbench.domain.values import Entity
from workbench.domain.vocabulary import (
    CauseType,
    EvidenceType,
    FactorEffect,
    Lens,
    PersonRole,
    QuestionState,
    Strength,
)

__all__ = ["WORDING", "DimensionEvidence", "Lean", "Signal", "gather_quality"]

WORDING: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "D4": {"WRD002": "blame", "WRD004": "labels"},
        "D6": {"WRD003": "hindsight"},
        "D7": {"WRD001": "actions that rest on words alone"},
    }
)
"""The checks on wording that a dimension listens to, by its code, and what each looks for."""

_PEOPLE: Final = (PersonRole.SUPPORTED, PersonRole.FAMILY, PersonRole.ADVOCATE)
_STAFF: Final = (PersonRole.STAFF, PersonRole.MANAGER, PersonRole.PROFESSIONAL)
_ACTS: Final = (CauseType.ACTION, CauseType.DEVIATION, CauseType.OMISSION)


class Lean(StrEnum):
    """Which way an observation leans."""

    FOR = "speaks for it"
    LOOK = "asks for a second look"
    KNOW = "to know"


@dataclass(frozen=True, slots=True)
class Signal:
    """One observation on the case: which way it leans, in words, and the entries it is about."""

    lean: Lean
    words: str
    entries: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The words, with the entries after them where there are any."""
        return f"{self.words}: {', '.join(self.entries)}" if self.entries else self.words


@dataclass(frozen=True, slots=True)
class DimensionEvidence:
    """A dimension, what in the case speaks to it, and its ratings in the order of entry."""

    dimension: QualityDimension
    signals: tuple[Signal, ...]
    ratings: tuple[QualityRating, ...]

    @property
    def latest(self) -> tuple[QualityRating, ...]:
        """The latest rating of each person who rated it."""
        return tuple({rating.name.casefold(): rating for rating in self.ratings}.values())


@dataclass(frozen=True, slots=True)
class _Read:
    case: Case
    graph: CausalGraph
    found: Mapping[str, tuple[str, ...]]

    def people(self, roles: Iterable[PersonRole]) -> set[str]:
        wanted = tuple(roles)
        return {person.id for person in self.case.all(Person) if person.role in wanted}


_Gather: TypeAlias = Callable[[_Read], Iterator[Signal]]


def gather_quality(
    case: Case, graph: CausalGraph, found: Mapping[str, tuple[str, ...]]
) -> tuple[DimensionEvidence, ...]:
    """Return what speaks to each dimension of the quality of the investigation in `case`.

    `graph` is its causal graph. `found` says where checks found something open, by code: those
    in `WORDING` are listened to.
    """
    read = _Read(case, graph, found)
    ratings = case.all(QualityRating)
    return tuple(
        DimensionEvidence(
            dimension,
            (*_GATHER[dimension.code](read), *_wording(dimension.code, read)),
            tuple(one for one in ratings if one.dimension == dimension.code),
        )
        for dimension in quality_dimensions().entries
    )


def _involved(read: _Read) -> Iterator[Signal]:
    case, people = read.case, read.people(_PEOPLE)
    asked = [one for one in case.all(Question) if one.asked_by in people]
    accounts = [
        one
        for one in case.all(Evidence)
        if one.type is EvidenceType.OWN_ACCOUNT or one.account_of in people
    ]
    took_part = [one for one in case.all(Involvement) if one.response is Response.TOOK_PART]
    comments = [
        one
        for one in case.all(Comment)
        if one.reply is Reply.COMMENT and (one.person in people or one.role in _PEOPLE)
    ]
    yield _either(asked, "Questions of the person or their family", "They asked no question")
    yield _either(accounts, "Their own accounts", "There is no account of their own")
    yield from _some(Lean.FOR, took_part, "Occasions on which somebody took part")
    yield from _some(Lean.FOR, comments, "Their comments on the draft")
    yield from _some(Lean.FOR, case.all(StaffSupport), "Support offered to staff")
    still = [one for one in asked if one.state is QuestionState.OPEN]
    yield from _some(Lean.LOOK, still, "Their questions that are not answered")


def _systems(read: _Read) -> Iterator[Signal]:
    factors = read.case.all(Factor)
    lenses = {one.lens for one in factors if one.lens}
    lenses |= {one.lens for one in read.case.all(LensConsideration)}
    helped = [one for one in factors if one.effect is FactorEffect.MITIGATED]
    yield _either(factors, "Factors", "No factor was entered")
    unseen = [lens.value for lens in Lens if lens not in lenses]
    if factors and unseen:
        yield Signal(Lean.LOOK, f"Not looked through: {', '.join(unseen)}")
    meeting = tuple(one.effect for one in read.graph.interactions)
    if meeting:
        yield Signal(Lean.FOR, "Effects at which two or more causes meet", meeting)
    elif read.case.all(Cause):
        yield Signal(Lean.LOOK, "No two causes meet: the graph shows no interaction")
    yield from _some(Lean.FOR, helped, "Factors that helped")


def _beyond_error(read: _Read) -> Iterator[Signal]:
    acts = [one for one in read.case.all(Cause) if one.type in _ACTS]
    preceded = {one.effect for one in read.case.all(Link)}
    led_to = [one for one in acts if one.id in preceded]
    first = [one for one in acts if one.id not in preceded]
    yield from _some(Lean.FOR, led_to, "Acts and omissions with what led to them")
    yield from _some(Lean.LOOK, first, "Acts and omissions at which the causes end")
    if not read.case.all(Cause):
        yield Signal(Lean.KNOW, "No causes are drawn as a graph in this case")
    elif not acts:
        yield Signal(Lean.KNOW, "The graph holds no act or omission of a person")


def _no_blame(read: _Read) -> Iterator[Signal]:
    good = [one for one in read.case.all(Event) if one.went_well]
    yield from _some(Lean.FOR, good, "Events that went well are told too")


def _made_sense(read: _Read) -> Iterator[Signal]:
    case, staff = read.case, read.people(_STAFF)
    told = [
        one
        for one in case.all(Evidence)
        if one.account_of in staff
        or (one.type is EvidenceType.INTERVIEW and one.account_of is None)
    ]
    acts = {one.id for one in case.all(Cause) if one.type in _ACTS}
    reasons = [one for one in case.all(Link) if one.effect in acts]
    agreed = [one for one in case.all(Interview) if one.notes_agreed_on]
    yield _either(told, "Conversations with the people who were there", "Nobody's view is in it")
    yield from _some(Lean.FOR, agreed, "Conversations whose notes were agreed")
    yield from _some(Lean.FOR, reasons, "Links that say why an act came about")


def _as_done(read: _Read) -> Iterator[Signal]:
    watched = [one for one in read.case.all(Evidence) if one.type is EvidenceType.OBSERVATION]
    yield _either(watched, "Work that was watched as it is done", "No work was watched")


def _actions(read: _Read) -> Iterator[Signal]:
    case, portfolio = read.case, build_portfolio(read.case)
    strong = [one.action for one in portfolio.actions if one.strength in _HOLDING]
    yield _either(strong, "Stronger and intermediate actions", "No stronger or intermediate action")
    grounded = [one for one in case.all(Action) if one.findings or one.causes or one.factors]
    astray = [one for one in case.all(Action) if one not in grounded]
    yield from _some(Lean.FOR, grounded, "Actions that a finding, cause or factor asks for")
    yield from _some(Lean.LOOK, astray, "Actions that nothing in the case asks for")
    scored = [one.action for one in portfolio.actions if len(one.roles) > 1]
    yield from _some(Lean.FOR, scored, "Actions scored by more than one role")
    planned = {one.action for one in case.all(Measure) if one.plan and one.target}
    unplanned = [one for one in case.all(Action) if one.id not in planned]
    yield from _some(Lean.LOOK, unplanned, "Actions without a measure, target and plan")
    if not case.all(Action):
        yield Signal(Lean.KNOW, "An after-action review may rightly end without actions")


def _readable(read: _Read) -> Iterator[Signal]:
    scope = read.case.only(Scope)
    if scope is None:
        yield Signal(Lean.LOOK, "There is no summary")
    else:
        lengths = [len(part.split()) for part in re.split(r"(?<=[.!?])\s+", scope.summary)]
        words = f"The summary has {sum(lengths)} words; its longest sentence has {max(lengths)}"
        yield Signal(Lean.KNOW, words, (scope.id,))
    tested = [one for one in read.case.all(Summary) if one.tested_with]
    yield from _some(Lean.FOR, tested, "Summaries that were tested with readers")


_HOLDING: Final = (Strength.STRONGER, Strength.INTERMEDIATE)

_GATHER: Final[Mapping[str, _Gather]] = MappingProxyType(
    {
        "D1": _involved,
        "D2": _systems,
        "D3": _beyond_error,
        "D4": _no_blame,
        "D5": _made_sense,
        "D6": _as_done,
        "D7": _actions,
        "D8": _readable,
    }
)


def _wording(code: str, read: _Read) -> Iterator[Signal]:
    for check, sought in WORDING.get(code, {}).items():
        where = tuple(dict.fromkeys(read.found.get(check, ())))
        if where:
            yield Signal(
                Lean.LOOK, f"Wording that the check on {sought} ({check}) asks about", where
            )
        else:
            yield Signal(Lean.KNOW, f"The check on {sought} ({check}) asks about nothing")


def _either(entities: Iterable[Entity], some: str, none: str) -> Signal:
    ids = tuple(one.id for one in entities)
    return Signal(Lean.FOR, some, ids) if ids else Signal(Lean.LOOK, none)


def _some(lean: Lean, entities: Iterable[Entity], words: str) -> Iterator[Signal]:
    ids = tuple(one.id for one in entities)
    if ids:
        yield Signal(lean, words, ids)
