"""A case at a glance: where it stands, what is missing, what lapses next, who was at it last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workbench.analysis.clocks import Clock, running_clocks
from workbench.conduct.session import Session
from workbench.conduct.stages import Blocker, blockers, current_stage, is_issued
from workbench.domain.access import Opening
from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident, Scope
from workbench.domain.kinds import kind_of
from workbench.domain.stages import Stage
from workbench.domain.when import LONDON
from workbench.errors import WorkbenchError
from workbench.ledger.entry import Entry

__all__ = ["Glance", "glance", "title_of"]

_LOOKED_THROUGH: Final = 40


@dataclass(frozen=True, slots=True)
class Glance:
    """A case as a list of cases shows it.

    `toward` is the next stage, None for a closed case, and `blockers` what stands before it.
    `clock` is the one that lapses first. `people` have the case open now. `trouble` says why the
    checks could not be run, and is None where they were.
    """

    case_id: str
    title: str
    stage: Stage
    toward: Stage | None
    blockers: tuple[Blocker, ...]
    clock: Clock | None
    changed_at: datetime
    changed_by: str
    people: tuple[str, ...]
    trouble: str | None = None


def glance(session: Session, case: Case, at: datetime) -> Glance:
    """Return a case at a glance, as at the moment `at`; whoever asks was admitted before."""
    stage = current_stage(case)
    found: tuple[Blocker, ...] = ()
    trouble = None
    try:
        found = _blockers(session, case, stage, at)
    except WorkbenchError as error:
        trouble = str(error)
    last = _last_change(session, case)
    today = at.astimezone(LONDON).date()
    clocks = running_clocks(case, session.workspace.config.provider_type, on=today)
    return Glance(
        case.id,
        title_of(case),
        stage,
        stage.next,
        found,
        next(iter(clocks), None) if stage is not Stage.CLOSED else None,
        datetime.fromisoformat(last.at),
        last.author,
        tuple(dict.fromkeys(one.person for one in session.presence.seen(case.id, at))),
        trouble,
    )


def title_of(case: Case) -> str:
    """Return what a case is called: its scope's title, else what happened where."""
    scope, held = case.only(Scope), case.only(CaseIncident)
    if scope is not None:
        return scope.title
    if held is None:
        return case.id
    category = held.incident.category or "Incident"
    return f"{category[:1].upper()}{category[1:]}, {held.incident.service}"


def _blockers(session: Session, case: Case, stage: Stage, at: datetime) -> tuple[Blocker, ...]:
    if stage.next is None:
        return ()
    examined = session.examine(case.id, at.astimezone(LONDON).date(), stage)
    issued = is_issued(case, session.record_log.events())
    return blockers(examined.case, examined.report, stage.next, issued)


def _last_change(session: Session, case: Case) -> Entry:
    """The last entry that is more than a note of somebody having opened the case."""
    last = session.ledger.entries(case.id, after=max(0, case.head.seq - _LOOKED_THROUGH))
    opening = kind_of(Opening).name
    return next((one for one in reversed(last) if one.kind != opening), last[-1])
