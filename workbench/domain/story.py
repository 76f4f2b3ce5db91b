"""What happened: events on a timeline, and gaps that were looked into."""

from __future__ import annotations

from workbench.domain.references import EventId, EvidenceId, PersonId
from workbench.domain.values import Entity, Line, Text
from workbench.domain.when import When

__all__ = ["Event", "ExplainedGap"]


class Event(Entity):
    """One thing that happened, as one source tells it.

    Two accounts of the same moment that disagree are two events, each naming the other in
    `conflicts_with`; neither is thrown away. `settled` says which account the investigation
    follows and why, once it knows.
    """

    when: When
    what: Text
    who: tuple[PersonId, ...] = ()
    place: Line | None = None
    evidence: tuple[EvidenceId, ...] = ()
    account_of: PersonId | None = None
    conflicts_with: tuple[EventId, ...] = ()
    settled: Text | None = None
    went_well: bool = False


class ExplainedGap(Entity):
    """A stretch of the timeline without events, and what is known about it."""

    after: EventId
    before: EventId
    explanation: Text
    evidence: tuple[EvidenceId, ...] = ()
