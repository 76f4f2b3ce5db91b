"""The golden thread of a case, from the questions asked to the verification of what changed.

    question → evidence → event → factor → cause → finding → action → measure → verification

It is a typed graph over the case's entities, read by checks, by coverage figures and by the
traceability table of the record.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, TypeAlias

from workbench.analysis.breaks import Awaited, Break, BrokenLink, find_awaited, find_breaks
from workbench.analysis.coverage import Coverage, measure_coverage
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.inquiry import Evidence, Question
from workbench.domain.kinds import kind_of
from workbench.domain.reasoning import Cause, Factor, Finding, Link
from workbench.domain.references import references
from workbench.domain.story import Event
from workbench.domain.values import Entity

__all__ = [
    "THREAD",
    "Awaited",
    "Break",
    "BrokenLink",
    "Coverage",
    "Thread",
    "ThreadEdge",
    "ThreadNode",
    "ThreadRow",
    "thread",
]

THREAD: Final[tuple[type[Entity], ...]] = (
    Question,
    Evidence,
    Event,
    Factor,
    Cause,
    Finding,
    Action,
    Measure,
    Verification,
)
"""The types of entity that the golden thread runs through, in its order."""

_STATION: Final = {kind_of(model).name: place for place, model in enumerate(THREAD)}


_Standing: TypeAlias = dict[str, list[BrokenLink | Awaited]]
"""What is broken or awaited at an entity, by its identifier."""


@dataclass(frozen=True, slots=True)
class ThreadNode:
    """An entity on the thread: its kind (`"finding"`), identifier, and text in full."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ThreadEdge:
    """A step along the thread, in its direction; `field` is where it was said (`"A1.findings"`)."""

    start: str
    end: str
    field: str


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One row of the traceability table: what one action for one finding goes back and leads to.

    `finding`, `action` and `measure` are None where the thread is broken there. The tuples hold
    identifiers in order of entry: causes the finding rests on (or, without one, the action), the
    factors and events of those, the evidence for any of them, and the questions that the finding
    answers. `breaks` are those of the entities in this row, and `awaited` says that its measure is
    not due yet. `not_acted_on` is why nobody acts on the finding, where that was said.
    """

    questions: tuple[str, ...]
    evidence: tuple[str, ...]
    events: tuple[str, ...]
    factors: tuple[str, ...]
    causes: tuple[str, ...]
    finding: str | None
    action: str | None
    measure: str | None
    verifications: tuple[str, ...]
    breaks: tuple[BrokenLink, ...]
    awaited: Awaited | None
    not_acted_on: str | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """The golden thread of a case: nodes, edges, breaks, what is awaited, coverage and rows."""

    nodes: tuple[ThreadNode, ...]
    edges: tuple[ThreadEdge, ...]
    breaks: tuple[BrokenLink, ...]
    awaited: tuple[Awaited, ...]
    coverage: tuple[Coverage, ...]
    rows: tuple[ThreadRow, ...]
    _onward: Mapping[str, tuple[str, ...]] = field(repr=False, compare=False)

    def node(self, identifier: str) -> ThreadNode | None:
        """Return the node with this identifier, or None."""
        return next((node for node in self.nodes if node.id == identifier), None)

    def broken(self, kind: Break) -> tuple[BrokenLink, ...]:
        """Return the breaks of one type."""
        return tuple(link for link in self.breaks if link.kind is kind)

    def downstream(self, identifier: str) -> tuple[str, ...]:
        """Return everything that the entity leads to along the thread, nearest first."""
        return _walk(self._onward, identifier)


def thread(case: Case, on: date) -> Thread:
    """Return the golden thread of `case` as on the day `on`.

    A reference to something that is not in the case makes no edge: it is a break. A link between
    two causes is an edge between them.
    """
    nodes = tuple(
        ThreadNode(kind_of(model).name, entity.id, _text(entity))
        for model in THREAD
        for entity in case.all(model)
    )
    edges = tuple(dict.fromkeys(_edges(case)))
    breaks, awaited = find_breaks(case, on), find_awaited(case, on)
    return Thread(
        nodes,
        edges,
        breaks,
        awaited,
        measure_coverage(case),
        tuple(_rows(case, breaks, awaited)),
        _neighbours((edge.start, edge.end) for edge in edges),
    )


def _text(entity: Entity) -> str:
    return str(
        next(
            getattr(entity, name)
            for name in ("statement", "text", "what", "title", "result")
            if hasattr(entity, name)
        )
    )


def _edges(case: Case) -> Iterator[ThreadEdge]:
    for model in THREAD:
        here = _STATION[kind_of(model).name]
        for entity in case.all(model):
            for reference in references(entity):
                there = _STATION.get(reference.kind)
                if there is None or reference.field.endswith(("_against", "conflicts_with")):
                    continue
                if case.get(THREAD[there], reference.id) is None:
                    continue
                ends = (reference.id, entity.id) if there <= here else (entity.id, reference.id)
                yield ThreadEdge(*ends, f"{entity.id}.{reference.field}")
    for link in case.all(Link):
        if case.get(Cause, link.cause) and case.get(Cause, link.effect):
            yield ThreadEdge(link.cause, link.effect, link.id)


def _neighbours(pairs: Iterator[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for start, end in pairs:
        found.setdefault(start, []).append(end)
    return MappingProxyType({start: tuple(dict.fromkeys(ends)) for start, ends in found.items()})


def _walk(neighbours: Mapping[str, tuple[str, ...]], start: str) -> tuple[str, ...]:
    seen, waiting = {start: None}, deque([start])
    while waiting:
        for after in neighbours.get(waiting.popleft(), ()):
            if after not in seen:
                seen[after] = None
                waiting.append(after)
    return tuple(seen)[1:]


def _rows(
    case: Case, breaks: tuple[BrokenLink, ...], awaited: tuple[Awaited, ...]
) -> Iterator[ThreadRow]:
    by_subject: _Standing = {}
    found: tuple[BrokenLink | Awaited, ...] = (*breaks, *awaited)
    for one in found:
        by_subject.setdefault(one.subject, []).append(one)
    actions = case.all(Action)
    for finding in case.all(Finding):
        asked = [action for action in actions if finding.id in action.findings]
        if not asked:
            yield _row(case, finding, None, None, by_subject)
        for action in asked:
            yield from _measured(case, finding, action, by_subject)
    for action in actions:
        if not any(case.get(Finding, finding) for finding in action.findings):
            yield from _measured(case, None, action, by_subject)


def _measured(
    case: Case,
    finding: Finding | None,
    action: Action,
    standing: _Standing,
) -> Iterator[ThreadRow]:
    measures = [one for one in case.all(Measure) if one.action == action.id]
    if not measures:
        yield _row(case, finding, action, None, standing)
    for measure in measures:
        yield _row(case, finding, action, measure, standing)


def _row(
    case: Case,
    finding: Finding | None,
    action: Action | None,
    measure: Measure | None,
    standing: _Standing,
) -> ThreadRow:
    ground = finding or action
    assert ground is not None
    causes = [one for one in case.all(Cause) if one.id in ground.causes]
    named = set(ground.factors).union(*(cause.factors for cause in causes))
    factors = [one for one in case.all(Factor) if one.id in named]
    telling: tuple[Cause | Factor, ...] = (*causes, *factors)
    happened = {event for one in telling for event in one.events}
    events = [one for one in case.all(Event) if one.id in happened]
    grounds: tuple[Event | Factor | Cause, ...] = (*causes, *factors, *events)
    known = set(finding.evidence if finding else ()).union(*(one.evidence for one in grounds))
    verifications = [one for one in case.all(Verification) if measure and one.measure == measure.id]
    questions = [one for one in case.all(Question) if finding and finding.id in one.findings]
    row = {
        "questions": tuple(one.id for one in questions),
        "evidence": tuple(one.id for one in case.all(Evidence) if one.id in known),
        "events": tuple(one.id for one in events),
        "factors": tuple(one.id for one in factors),
        "causes": tuple(one.id for one in causes),
        "verifications": tuple(one.id for one in verifications),
    }
    ends = tuple(one.id if one else None for one in (finding, action, measure))
    within = [*(one for ids in row.values() for one in ids), *(one for one in ends if one)]
    said = [one for held in within for one in standing.get(held, ())]
    return ThreadRow(
        **row,
        finding=ends[0],
        action=ends[1],
        measure=ends[2],
        breaks=tuple(one for one in said if isinstance(one, BrokenLink)),
        awaited=next((one for one in said if isinstance(one, Awaited)), None),
        not_acted_on=finding.not_acted_on_because if finding and action is None else None,
    )
