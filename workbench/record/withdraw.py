"""Withdrawing an issued record: it stays as it is, and verifies as one that no longer stands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from workbench.domain.access import AccessList
from workbench.domain.case import Case
from workbench.domain.governance import Withdrawal
from workbench.errors import InvalidInput, RecordNotUsable
from workbench.ledger.entry import Draft
from workbench.ledger.record_events import RecordDeed, RecordEvent, RecordState
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.record.approve import holder_of, refuse_borrowed_name
from workbench.record.keyring import known_role
from workbench.record.places import case_of, find_record, register_path
from workbench.record.witness import demand_log_holds
from workbench.workspace.files import write_private
from workbench.workspace.folder import Workspace

__all__ = ["issued_as", "why_withdrawn", "withdraw"]


def withdraw(
    workspace: Workspace,
    ledger: Ledger,
    log: RecordLog,
    record: str,
    *,
    role: str,
    name: str | None,
    because: str,
    author: str,
    at: datetime,
) -> Withdrawal:
    """Log an issued record as withdrawn, keep in its case who did and why, and return that.

    The log, and the register file that is written from it, say that and when; who and why, which
    may be about people, are content of the case, and go when it is erased. Nothing is deleted. The
    case comes last: where the log says it already and the case does not, because the power went,
    asking again brings the register file and the case up to date.

    Raises:
        CaseErased: what the case says was erased.
        ChainBroken: the log lacks, or has changed, what the register file says it held.
        InvalidInput: no reason is given; or the name holds no key for the role, or several people
            do and none was named.
        NotFound: there is no such record.
        RecordNotUsable: it was never issued, or is withdrawn already.
        SigningRefused: an investigator enters it in the name of somebody above them.
        UnknownName: the role is not one that signs in this workspace.
    """
    if not because.strip():
        raise InvalidInput("A record is withdrawn with a reason.", "Say it with --because.")
    issued = issued_as(workspace, log, record)
    case = ledger.fold(case_of(issued.record_id))
    known_role(workspace, role)
    who = holder_of(workspace, role, name, at)
    refuse_borrowed_name(workspace, case, role, who, author)
    demand_log_holds(workspace, log)
    withdrawn = log.status(issued.manifest_hash).state is RecordState.WITHDRAWN
    told = _withdrawal(case, issued.record_id, issued.version) is not None
    if not withdrawn or told:
        # where both say it already, it is the log that refuses
        log.append(
            RecordDeed.WITHDRAWN,
            record_id=issued.record_id,
            version=issued.version,
            manifest_hash=issued.manifest_hash,
            at=at,
        )
    write_private(register_path(workspace), log.export(at))
    data = {
        "record": issued.record_id,
        "version": issued.version,
        "role": role,
        "name": who,
        "because": because,
        "at": at.isoformat(),
    }
    drafts = [Draft("withdrawal", None, data)]
    reason = f"Withdrew {issued.record_id}, version {issued.version}, as {role}"
    (entry,) = ledger.append(case.id, drafts, author=author, reason=reason, at=at)
    return Withdrawal.model_validate({**data, "id": entry.entity})


def why_withdrawn(ledger: Ledger, log: RecordLog, manifest_hash: str) -> Withdrawal | None:
    """Return who withdrew a record, and why; None where it was not, or this workspace cannot say.

    It does not say so of a case that has an access list, or whose content was erased.
    """
    status = log.status(manifest_hash)
    if status.state is not RecordState.WITHDRAWN:
        return None
    assert status.record_id is not None
    assert status.version is not None
    case_id = case_of(status.record_id)
    if case_id not in {info.id for info in ledger.cases() if not info.erased}:
        return None
    case = ledger.fold(case_id)
    return None if case.only(AccessList) else _withdrawal(case, status.record_id, status.version)


def issued_as(workspace: Workspace, log: RecordLog, record: str) -> RecordEvent:
    """Return the event by which a record was issued; its own file need not be there any more.

    Raises:
        NotFound: there is no such record.
        RecordNotUsable: it was never issued.
    """
    by_name = {
        f"{event.record_id}-v{event.version}": event
        for event in log.events()
        if event.event is RecordDeed.ISSUED
    }
    named = Path(record).name.removesuffix(".html")
    found = by_name.get(named) or by_name.get(find_record(workspace, record).stem)
    if found is None:
        raise RecordNotUsable(
            "The record was never issued, so there is nothing to withdraw.",
            "A frozen record that is not right is frozen again: 'workbench freeze'.",
        )
    return found


def _withdrawal(case: Case, record_id: str, version: int) -> Withdrawal | None:
    wanted = (record_id, version)
    return next((one for one in case.all(Withdrawal) if (one.record, one.version) == wanted), None)
