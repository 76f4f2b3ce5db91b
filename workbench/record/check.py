"""Verifying a record's file with what is at hand: a trust list and a register of issued records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from workbench.errors import NotFound, UnreadableFile
from workbench.ledger.record_events import RecordDeed, RecordRegister, RecordState
from workbench.ledger.records import RecordLog, read_register
from workbench.record.keyring import current_trust
from workbench.record.places import find_record, read_record
from workbench.record.seal.report import RegisterEntry, RegisterView, VerificationReport
from workbench.record.seal.trust import TrustList, load_trust, load_trust_update
from workbench.record.seal.verify import verify
from workbench.workspace.folder import Workspace

__all__ = ["check_record", "register_view"]


def check_record(
    record: str,
    *,
    workspace: Workspace | None,
    log: RecordLog | None,
    trust: Sequence[Path],
    register: Path | None,
    at: datetime,
) -> VerificationReport:
    """Return what is known about a record's file.

    A trust list that is named is another organisation's: only a register that is named goes with
    it. Of several, oldest first, each must follow the one before, and the last counts. Without
    one, the workspace's own list and log are used. Without any register, whether the record was
    issued is not checked, and the report says so.

    Raises:
        NotFound: there is no such file, or no trust list at hand.
        TrustListInvalid: a trust list is malformed, expired, or lacks root signatures, its own or
            those of the list before it.
        UnreadableFile: a file cannot be read, or the register is altered.
    """
    path = find_record(workspace, record)
    return verify(
        read_record(path),
        _trust(trust, workspace, at),
        at=at,
        register=_register(register, None if trust else log, at),
    )


def register_view(register: RecordRegister) -> RegisterView:
    """Return what a register says about each record that was issued."""
    issued = [event for event in register.events if event.event is RecordDeed.ISSUED]
    versions = {event.manifest_hash: event.version for event in register.events}
    entries = []
    for event in issued:
        status = register.status(event.manifest_hash)
        withdrawn = status.since if status.state is RecordState.WITHDRAWN else None
        replaced = status.state is RecordState.SUPERSEDED or status.superseded_by is not None
        entries.append(
            RegisterEntry(
                event.manifest_hash,
                datetime.fromisoformat(event.at),
                (event.file_hash,) if event.file_hash else (),
                versions.get(status.superseded_by or ""),
                withdrawn,
                superseded=replaced,
            )
        )
    return RegisterView(datetime.fromisoformat(register.at), tuple(entries))


def _trust(given: Sequence[Path], workspace: Workspace | None, at: datetime) -> TrustList:
    if given:
        first, *later = (_read(path, "trust list") for path in given)
        held = load_trust(first, at)
        for data in later:
            held = load_trust_update(data, held, at)
        return held
    if workspace is None:
        raise NotFound(
            "There is no trust list to check the record with.",
            "Name the one that the organisation gave you: --trust trust.json.",
        )
    return current_trust(workspace, at)


def _register(given: Path | None, log: RecordLog | None, at: datetime) -> RegisterView | None:
    if given is not None:
        return register_view(read_register(_read(given, "register")))
    return register_view(read_register(log.export(at))) if log else None


def _read(path: Path, what: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"The {what} {path.name} cannot be read.", "Check its path and that you may read it."
        ) from error
