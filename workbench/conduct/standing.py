"""Where a case stands on its path, how it came there, and what its next stage asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from workbench.conduct.stages import Blocker, blockers, current_stage, is_issued, stage_named
from workbench.domain.stages import Stage, StageMove
from workbench.errors import InvalidInput
from workbench.ledger.record_events import RecordEvent
from workbench.record.examine import Examined

__all__ = ["Examine", "Standing", "standing"]

Examine: TypeAlias = Callable[[str, date, Stage | None], Examined]
"""Given a case, a moment and the stage to take it to stand at, returns it with its report."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a case stands: its moves in order, and what stands between it and `toward`.

    `toward` is None for a closed case; `changed` tells of one that what it says has changed since.
    """

    case_id: str
    stage: Stage
    moves: tuple[StageMove, ...]
    toward: Stage | None
    blockers: tuple[Blocker, ...]
    changed: bool = False


def standing(
    examine: Examine,
    events: tuple[RecordEvent, ...],
    case_id: str,
    to: str | None,
    on: date,
) -> Standing:
    """Return where a case stands, and what stands between it and the stage `to`, else the next.

    `events` are those of the log of issued records.

    Raises:
        InvalidInput: there is no such stage, or the case has reached it.
        NotFound: there is no such case.
    """
    case = examine(case_id, on, None).case
    stage = current_stage(case)
    toward = stage_named(to) if to else stage.next
    if toward is not None and stage.reaches(toward):
        raise InvalidInput(
            f"{case_id} stands at {stage}, which is not before {toward}.",
            f"'workbench advance {case_id} --to \"{toward}\"' takes it back there.",
        )
    found: tuple[Blocker, ...] = ()
    if toward is not None:
        examined = examine(case_id, on, toward.before)
        found = blockers(examined.case, examined.report, toward, is_issued(examined.case, events))
    moves = case.all(StageMove)
    changed = stage is Stage.CLOSED and case.content_seq > moves[-1].content_seq
    return Standing(case_id, stage, moves, toward, found, changed)
