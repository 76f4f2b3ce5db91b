"""What files note of the database: the ledger and the log of records must still go back to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from workbench.domain.case import Head
from workbench.errors import ChainBroken, UnreadableFile
from workbench.ledger.record_events import checkpoint_of
from workbench.ledger.records import Checkpoint, RecordLog, read_register
from workbench.record.places import case_of, read_record, register_path
from workbench.record.seal.trust import TrustList
from workbench.record.seal.verify import verify
from workbench.workspace.files import storage_errors
from workbench.workspace.folder import Workspace

__all__ = ["demand_log_holds", "noted_heads"]


def noted_heads(
    workspace: Workspace, trust: TrustList | None, at: datetime
) -> Mapping[str, tuple[Head, ...]]:
    """Return the heads of each case that records in the workspace state, all of them.

    Only a record that is unaltered and that somebody on the trust list has signed is a witness: the
    chain of entries alone shows neither that entries were cut off its end nor that it was written
    anew.
    """
    if trust is None:
        return {}
    noted: dict[str, tuple[Head, ...]] = {}
    for path in sorted(workspace.records.rglob("*.html")):
        report = verify(read_record(path), trust, at=at)
        if report.manifest is None or not any(signer.counts for signer in report.signers):
            continue
        case_id = case_of(report.manifest.id)
        head = Head(report.manifest.case.seq, report.manifest.case.head)
        noted[case_id] = (*noted.get(case_id, ()), head)
    return noted


def demand_log_holds(workspace: Workspace, log: RecordLog) -> None:
    """Return if the log of records is whole, and begins with what the register file states.

    The register is written whenever a record is issued, and goes out with it. One that is not
    there, or was altered, is no witness; issuing a record again writes it anew.

    Raises:
        ChainBroken: events of the log were changed or taken out.
        StorageError: the register file cannot be read.
    """
    log.check(_noted_in(register_path(workspace)) or checkpoint_of(()))


def _noted_in(register: Path) -> Checkpoint | None:
    if not register.exists():
        return None
    with storage_errors(register):
        data = register.read_bytes()
    try:
        return read_register(data).checkpoint
    except (ChainBroken, UnreadableFile):
        return None
