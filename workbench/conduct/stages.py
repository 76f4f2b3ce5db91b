"""Moving a case from stage to stage, and what stands in the way of the next one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workbench.checks.registry import Gate
from workbench.checks.report import CheckReport
from workbench.domain.case import Case
from workbench.domain.commission import Commission
from workbench.domain.stages import Stage, StageMove, current_of
from workbench.errors import EntityConflict, GateClosed, InvalidInput, SigningRefused
from workbench.ledger.drafts import free_identifiers
from workbench.ledger.entry import Draft
from workbench.ledger.record_events import RecordDeed, RecordEvent
from workbench.ledger.store import Ledger
from workbench.record.approve import decider, refuse_borrowed_name
from workbench.record.examine import Examined
from workbench.record.terms import is_early
from workbench.workspace.folder import Workspace

__all__ = ["GATES", "Blocker", "advance", "blockers", "current_stage", "is_issued", "stage_named"]

GATES: Final = dict(zip(tuple(Stage)[1:], Gate, strict=True))
"""The gate into each stage; a case is reported when it is started, so there is none into that."""

_APPROVAL: Final = "GOV001"
"""The check for approvals, which the gate *approve* cannot ask for: it is what lets people give
them."""


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stands in the way of a stage: which gate, by which check, where, and in words.

    `code` is empty where no check says it, but the log of records.
    """

    gate: Gate
    code: str
    subject: str
    message: str


def stage_named(name: str) -> Stage:
    """Return the stage called `name`, in capitals or not, with hyphens or spaces.

    Raises:
        InvalidInput: there is none.
    """
    wanted = " ".join(name.replace("-", " ").replace("_", " ").split()).lower()
    if wanted in list(Stage):
        return Stage(wanted)
    raise InvalidInput(f"There is no stage called {name!r}.", f"The stages: {', '.join(Stage)}.")


def current_stage(case: Case) -> Stage:
    """Return the stage that a case stands at: that of its last move, else *reported*."""
    return current_of(case.all(StageMove))


def is_issued(case: Case, events: tuple[RecordEvent, ...]) -> bool:
    """Tell whether the log of records holds one of this case that was issued and still stands.

    A record of triage is none of these: it says nothing about the outcome. Nor is one from before
    the case went back to a stage ahead of its approval: what is found then needs a record too.
    """
    mine = [
        event
        for event in events
        if event.record_id.startswith(f"{case.id}-") and not is_early(event.record_id)
    ]
    reopened = [
        move.at
        for move in case.all(StageMove)
        if move.goes_back and not move.to.reaches(Stage.APPROVED)
    ]
    gone = {event.manifest_hash for event in mine if event.event is RecordDeed.WITHDRAWN}
    issued = {
        event.manifest_hash
        for event in mine
        if event.event is RecordDeed.ISSUED
        and all(datetime.fromisoformat(event.at) >= at for at in reopened)
    }
    return bool(issued - gone)


def blockers(
    case: Case, report: CheckReport, to: Stage, issued: bool | None
) -> tuple[Blocker, ...]:
    """Return what stands between where `case` is and the stage `to`, in the order of the gates.

    `report` is of the case taken to stand just before `to`. `issued` tells whether a record of
    it was issued, None where the log was not looked at. An issued record shows that the case was
    approved: follow-up that is entered later needs no fresh approval until the case is closed.
    """
    here = current_stage(case)
    if not to.reaches(here) or to is here:
        return ()
    gate = GATES[to]
    follow_up = here.reaches(Stage.ISSUED) and to is not Stage.CLOSED
    closing = report.blocking(gate)
    if to is Stage.APPROVED:
        closing += tuple(one for one in report.open if one.code == _APPROVAL)
    found = [
        Blocker(one.gate or gate, one.code, one.subject, one.message)
        for one in closing
        if not (follow_up and one.code == _APPROVAL)
    ]
    found += [
        Blocker(one.gate or gate, one.code, "case", f"Could not be asked: {one.reason}.")
        for one in report.not_asked
        if one.gate is not None and list(Gate).index(one.gate) <= list(Gate).index(gate)
    ]
    if to.reaches(Stage.ISSUED) and issued is False:
        words = "No record of this case is issued, or it was withdrawn or the case went back since."
        found.append(Blocker(Gate.ISSUE, "", "case", words))
    return tuple(sorted(found, key=lambda one: list(Gate).index(one.gate)))


def advance(
    workspace: Workspace,
    ledger: Ledger,
    examined: Examined,
    *,
    to: Stage,
    role: str,
    name: str | None,
    because: str,
    issued: bool,
    author: str,
    at: datetime,
) -> StageMove:
    """Move a case to the stage `to` and return the move as it is kept.

    Forward it goes through every gate on the way, over one stage or several; back it always
    goes. `examined` is the case taken to stand just before `to`; `issued` is as in `blockers`.
    `author` is the account that enters it, which the history keeps beside the name.

    Raises:
        GateClosed: something stands in the way; `codes` lists the checks.
        InvalidInput: it stands there already, somebody moved it since `examined`, it was not said
            who decides, or the name holds no key for a role that signs.
        SigningRefused: the move goes through the approval, and whoever makes it investigates; or
            an investigator enters it in the name of somebody above them.
    """
    case, here = examined.case, current_stage(examined.case)
    if to is here:
        raise InvalidInput(
            f"{case.id} stands at {here} already.", f"'workbench stage {case.id}' shows its path."
        )
    who = decider(workspace, role, name, at)
    refuse_borrowed_name(workspace, case, role, who, author)
    if to.reaches(here):
        _refuse_closed(case, to, blockers(case, examined.report, to, issued))
        _refuse_own_work(case, here, to, who)
    data = {
        "came_from": here.value,
        "to": to.value,
        "role": role,
        "name": who,
        "at": at.isoformat(),
        "because": because,
        "content_seq": case.content_seq,
    }
    reason = f"{'Moved on' if to.reaches(here) else 'Gone back'} to {to}"
    # Named as the one after those that were seen: of two that saw the same, the second is refused.
    (following,) = free_identifiers((one.id for one in case.all(StageMove)), ("stage",))
    drafts = [Draft("stage", following, data)]
    try:
        ledger.append(case.id, drafts, author=author, reason=reason, at=at)
    except EntityConflict as error:
        raise InvalidInput(
            f"Somebody else has moved {case.id} since you looked.",
            f"'workbench stage {case.id}' shows where it stands now.",
        ) from error
    return StageMove.model_validate({**data, "id": following})


def _refuse_closed(case: Case, to: Stage, standing: tuple[Blocker, ...]) -> None:
    if not standing:
        return
    listed = dict.fromkeys(
        f"{one.code} at {one.subject}" if one.code else one.message.rstrip(".") for one in standing
    )
    raise GateClosed(
        f"{case.id} cannot move on to {to}: {'; '.join(listed)}",
        f"'workbench stage {case.id} --to \"{to}\"' says what each asks.",
        tuple(dict.fromkeys(one.code for one in standing if one.code)),
    )


def _refuse_own_work(case: Case, here: Stage, to: Stage, who: str) -> None:
    commission = case.only(Commission)
    crosses = to.reaches(Stage.APPROVED) and not here.reaches(Stage.APPROVED)
    if commission is None or not crosses or commission.tiny_provider_exception is not None:
        return
    if commission.investigates(who):
        raise SigningRefused(
            f"Whoever moves {case.id} on to {to} is among its investigators.",
            "Have somebody else move it, or record in the commission why nobody else can.",
        )
