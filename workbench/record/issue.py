"""Issuing a record: logged once every required signature is there, and handed on from then."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.errors import RecordNotUsable
from workbench.ledger.record_events import RecordDeed, RecordEvent, RecordState
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.record.keyring import current_trust
from workbench.record.places import find_record, read_record, record_path, register_path
from workbench.record.seal.manifest import Manifest
from workbench.record.seal.report import Verdict
from workbench.record.seal.verify import verify
from workbench.record.stale import refuse_stale
from workbench.record.terms import is_early
from workbench.record.witness import demand_log_holds
from workbench.workspace.files import write_private
from workbench.workspace.folder import Workspace

__all__ = ["IssuedRecord", "issue"]


@dataclass(frozen=True, slots=True)
class IssuedRecord:
    """A record that was issued: its file, its place in the log, and its code to compare."""

    path: Path
    record_id: str
    version: int
    position: int
    record_code: str
    register: Path


def issue(
    workspace: Workspace, ledger: Ledger, log: RecordLog, record: str, *, at: datetime
) -> IssuedRecord:
    """Log a fully signed record as issued, and write the register file that goes with it.

    Issuing the same file again only writes the register file anew.

    Raises:
        ChainBroken: the log lacks, or has changed, what the register file says it held.
        NotFound: there is no such record.
        RecordNotUsable: it is altered, not signed by everybody it must be, not the file in
            `records/`, issued already in another form, withdrawn, or the case was changed or
            returned since.
    """
    path = find_record(workspace, record)
    data = read_record(path)
    report = verify(data, current_trust(workspace, at), at=at)
    if report.verdict is not Verdict.SIGNED or report.manifest is None:
        raise RecordNotUsable(
            f"The record cannot be issued: {' '.join(report.reasons)}",
            f"'workbench verify {path.name} --explain' shows each step; 'workbench sign' signs.",
        )
    manifest = report.manifest
    assert report.manifest_hash is not None
    assert report.record_code is not None
    file_hash = hashlib.sha256(data).hexdigest()
    demand_log_holds(workspace, log)
    if log.status(report.manifest_hash).state is RecordState.WITHDRAWN:
        raise RecordNotUsable(
            "The record was withdrawn, and is not issued again.",
            "Freeze the case once more; the next version takes its place.",
        )
    event = _issued_before(log, file_hash)
    if event is None:
        _refuse_elsewhere(workspace, path, manifest)
        if not is_early(manifest.id):
            refuse_stale(ledger, manifest)
        event = log.append(
            RecordDeed.ISSUED,
            record_id=manifest.id,
            version=manifest.version,
            manifest_hash=report.manifest_hash,
            supersedes=manifest.supersedes,
            file_hash=file_hash,
            at=at,
        )
    write_private(register_path(workspace), log.export(at))
    return IssuedRecord(
        path,
        manifest.id,
        manifest.version,
        event.position,
        report.record_code,
        register_path(workspace),
    )


def _issued_before(log: RecordLog, file_hash: str) -> RecordEvent | None:
    same = (event for event in log.events() if event.file_hash == file_hash)
    return next((event for event in same if event.event is RecordDeed.ISSUED), None)


def _refuse_elsewhere(workspace: Workspace, path: Path, manifest: Manifest) -> None:
    kept = record_path(workspace, manifest.id, manifest.version)
    if path.resolve() != kept.resolve():
        raise RecordNotUsable(
            f"The file is not the workspace's own {kept.name}.",
            f"Issue {kept.stem}, the file in records/.",
        )
