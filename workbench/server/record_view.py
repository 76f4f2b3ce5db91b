"""What the page of a record shows: its check, its content beyond the template, who signs next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.checks.report import CheckReport, run_checks
from workbench.conduct.session import Session
from workbench.domain.governance import Withdrawal
from workbench.errors import NotFound, UnreadableFile, WorkbenchError
from workbench.ledger.record_events import RecordState
from workbench.notebooks.templates import template_bytes
from workbench.record.cells import added_cells, read_cells
from workbench.record.check import check_record
from workbench.record.frozen_case import frozen_case_from_json
from workbench.record.keyring import is_here, people_in_role
from workbench.record.places import archive_folder, case_of, read_record
from workbench.record.seal.manifest import Manifest
from workbench.record.seal.report import VerificationReport
from workbench.record.seal.signing import next_role
from workbench.record.sign import ToSign, look_before_signing
from workbench.record.withdraw import why_withdrawn

__all__ = [
    "Added",
    "Kept",
    "RecordView",
    "Signatory",
    "record_file",
    "record_path_of",
    "record_view",
]


@dataclass(frozen=True, slots=True)
class Added:
    """A cell of code that the template does not contain: the step it stands in, and the code."""

    step: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept beside a record: its added code, and what the checks said of the frozen case."""

    added: tuple[Added, ...]
    checks: CheckReport


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who may sign next: what they would sign, or why they may not."""

    name: str
    to_sign: ToSign | None
    why_not: str | None


@dataclass(frozen=True, slots=True)
class RecordView:
    """Everything that the page of a record shows of it.

    `turn` is the role that signs next, None where all have, or where the file is not sound.
    `kept` is None where the archive does not hold it. `state` is what the log says became of it;
    `withdrawal` says by whom and why it was withdrawn, where the case may say it.
    """

    name: str
    case_id: str
    report: VerificationReport
    turn: str | None
    signatories: tuple[Signatory, ...]
    kept: Kept | None
    state: RecordState
    withdrawal: Withdrawal | None

    @property
    def to_sign(self) -> ToSign | None:
        """What is looked at before signing, where somebody may sign."""
        return next((one.to_sign for one in self.signatories if one.to_sign), None)

    @property
    def may_be_issued(self) -> bool:
        """Whether everybody has signed it and it was not issued yet."""
        sound = self.report.manifest is not None
        return sound and self.turn is None and self.state is RecordState.UNKNOWN


def record_path_of(session: Session, name: str) -> Path:
    """Return the file of a record by its name.

    Raises:
        NotFound: there is none of that name.
    """
    path = session.workspace.records / f"{name}.html"
    if not path.is_file():
        raise NotFound(f"There is no record {name}.", "See the records on the page of the case.")
    return path


def record_file(session: Session, name: str) -> bytes:
    """Return the bytes of a record by its name.

    Raises:
        NotFound: there is none of that name.
        UnreadableFile: it cannot be read.
    """
    return read_record(record_path_of(session, name))


def record_view(session: Session, name: str, at: datetime) -> RecordView:
    """Return what the page of a record shows; whoever asks was admitted to its case before.

    Raises:
        NotFound: there is none of that name, or no trust list to check it with.
        TrustListInvalid: the trust list is malformed, expired, or lacks root signatures.
    """
    data = record_file(session, name)
    report = check_record(
        str(record_path_of(session, name)),
        workspace=session.workspace,
        log=session.record_log,
        trust=(),
        register=None,
        at=at,
    )
    turn = next_role(data) if report.manifest else None
    return RecordView(
        name,
        case_of(name),
        report,
        turn,
        _signatories(session, name, turn, at) if turn else (),
        _kept(session, report.manifest, report.record_code),
        _state(session, report),
        _withdrawal(session, report),
    )


def _signatories(session: Session, name: str, role: str, at: datetime) -> tuple[Signatory, ...]:
    keys = {key.name: key for key in people_in_role(session.workspace, role, at)}
    return tuple(
        _signatory(session, name, role, person, is_here(session.workspace, key), at)
        for person, key in sorted(keys.items())
    )


def _signatory(
    session: Session, name: str, role: str, person: str, key_here: bool, at: datetime
) -> Signatory:
    try:
        path = str(record_path_of(session, name))
        seen = look_before_signing(
            session.workspace, session.ledger, path, role=role, name=person, at=at
        )
    except WorkbenchError as error:
        return Signatory(person, None, str(error))
    why_not = None if key_here else "The private key is not in this workspace."
    return Signatory(person, seen if key_here else None, why_not)


def _kept(session: Session, manifest: Manifest | None, code: str | None) -> Kept | None:
    if manifest is None or code is None:
        return None
    folder = archive_folder(session.workspace, manifest.id, manifest.version) / code
    try:
        executed = (folder / "executed.ipynb").read_bytes()
        frozen = frozen_case_from_json((folder / "frozen-case.json").read_text(encoding="utf-8"))
        cells = read_cells(executed)
    except (OSError, ValueError, KeyError, UnreadableFile):
        return None
    added = (
        Added(cell.step, cells[cell.index].source)
        for cell in added_cells(executed, template_bytes(manifest.template.name))
        if cell.kind == "code"
    )
    checks = run_checks(
        frozen.case,
        frozen.on,
        roles=frozen.required_roles,
        framework=frozen.framework,
        provider_type=frozen.provider_type,
        functions=frozen.functions,
    )
    return Kept(tuple(added), checks)


def _state(session: Session, report: VerificationReport) -> RecordState:
    if report.manifest_hash is None:
        return RecordState.UNKNOWN
    return session.record_log.status(report.manifest_hash).state


def _withdrawal(session: Session, report: VerificationReport) -> Withdrawal | None:
    if report.manifest_hash is None:
        return None
    return why_withdrawn(session.ledger, session.record_log, report.manifest_hash)
