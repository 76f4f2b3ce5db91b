"""Plays an example through the workbench: from the register to a record that verifies."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from workbench.conduct.stages import advance, is_issued
from workbench.domain.change import Action
from workbench.domain.reasoning import Finding
from workbench.domain.stages import Stage
from workbench.examples.library import Example, ExampleEntry, register
from workbench.ledger.amend import Amendment, amend
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.notebooks.freezing import freeze_case
from workbench.notebooks.start import start_case
from workbench.record.approve import approve
from workbench.record.check import check_record
from workbench.record.examine import examine
from workbench.record.issue import issue
from workbench.record.keyring import make_roots, new_key
from workbench.record.run import Progress
from workbench.record.seal.report import VerificationReport
from workbench.record.sign import look_before_signing, sign
from workbench.register.mapping import load_mapping
from workbench.register.report import ImportReport
from workbench.register.store import Register
from workbench.workspace.config import Config
from workbench.workspace.database import open_engine
from workbench.workspace.files import write_private
from workbench.workspace.folder import Workspace, create_workspace

__all__ = ["ORGANISATION", "PlayedExample", "play"]

ORGANISATION: Final = "Larkfield Community Support (invented)"
"""Whose records the examples are."""

_WHY: Final = {
    Stage.APPROVED: "Every role that signs has approved the case as it stands.",
    Stage.ISSUED: "The signed record has been handed to the governance forum.",
}
_ROOT_KEEPERS = ("Root key keeper one", "Root key keeper two", "Root key keeper three")


@dataclass(frozen=True, slots=True)
class PlayedExample:
    """What came of playing an example: where it is, what was found, and that it verifies."""

    example: Example
    folder: Path
    case_id: str
    registered: int
    rejected: int
    findings: tuple[str, ...]
    actions: int
    record: Path
    verification: VerificationReport


def play(folder: Path, example: Example, at: datetime, progress: Progress) -> PlayedExample:
    """Make a workspace in `folder` and play `example` in it, up to an issued record.

    `at` is now; the record speaks for the example's own date. The passphrase of every key is in
    the file `keys/passphrase`: nothing here is worth protecting.

    Raises:
        WorkspaceExists: `folder` holds something already.
    """
    steps = _Steps(progress, len(example.batches) + 3 * len(example.sign_offs) + 5)
    workspace = create_workspace(folder, _config(example))
    passphrase = secrets.token_urlsafe(18)
    write_private(workspace.keys / "passphrase", passphrase.encode())
    engine = open_engine(workspace.database_url)
    ledger, log, incidents = Ledger(engine), RecordLog(engine), Register(engine)

    steps.next("Importing the register")
    report = _import(incidents, workspace, at)
    steps.next("Starting the case")
    case_id = _start(workspace, ledger, incidents, example)
    for batch in example.batches:
        steps.next(batch.reason)
        seen = ledger.fold(case_id).content_seq
        amendments = [_amendment(entry, seen) for entry in batch.entries]
        amend(ledger, case_id, amendments, author=batch.author, reason=batch.reason, at=batch.at)
    _make_keys(workspace, example, passphrase, example.batches[0].at, steps)
    _approve(workspace, ledger, incidents, case_id, example, steps)
    _move_on(workspace, ledger, incidents, log, case_id, example, Stage.APPROVED, at)
    steps.next("Running the notebook and sealing the record")
    examined = examine(workspace, ledger, incidents, case_id, example.record_date)
    frozen = freeze_case(workspace, ledger, log, examined, on=example.record_date)
    for signer in example.sign_offs:
        steps.next(f"Signing as {signer.role}")
        looked = look_before_signing(
            workspace, ledger, str(frozen.path), role=signer.role, name=signer.name, at=at
        )
        sign(workspace, looked, words=signer.meaning, at=at, ask=lambda _whose, _new: passphrase)
    steps.next("Issuing and verifying")
    issue(workspace, ledger, log, str(frozen.path), at=at)
    _move_on(workspace, ledger, incidents, log, case_id, example, Stage.ISSUED, at)
    verification = check_record(
        str(frozen.path), workspace=workspace, log=log, trust=None, register=None, at=at
    )
    steps.next("Done")
    return PlayedExample(
        example,
        workspace.root,
        case_id,
        report.total - report.rejected,
        report.rejected,
        tuple(finding.statement for finding in examined.case.all(Finding)),
        len(examined.case.all(Action)),
        frozen.path,
        verification,
    )


class _Steps:
    """Counts the steps of a play for its progress bar."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def next(self, what: str) -> None:
        self._progress(self._done, self._total, what)
        self._done += 1


def _config(example: Example) -> Config:
    return Config(
        organisation=ORGANISATION,
        provider_type="other registered person",
        sign_off_roles=tuple(signer.role for signer in example.sign_offs),
    )


def _import(incidents: Register, workspace: Workspace, at: datetime) -> ImportReport:
    file = workspace.root / "incidents.csv"
    write_private(file, register())
    return incidents.import_file(
        file, load_mapping("plain"), at=at, rejects=workspace.root / "incidents.rejects.csv"
    )


def _start(workspace: Workspace, ledger: Ledger, incidents: Register, example: Example) -> str:
    first = example.batches[0]
    started = start_case(
        workspace,
        ledger,
        incidents.get(example.incident),
        example.template,
        author=first.author,
        at=first.at,
    )
    return started.case_id


def _amendment(entry: ExampleEntry, seen: int) -> Amendment:
    """A move is made on what the case said then: `seen`, its last entry that changed that."""
    held = {"content_seq": seen} if entry.kind == "stage" else {}
    return Amendment(entry.kind, entry.id, {**entry.data, **held})


def _move_on(
    workspace: Workspace,
    ledger: Ledger,
    incidents: Register,
    log: RecordLog,
    case_id: str,
    example: Example,
    to: Stage,
    at: datetime,
) -> None:
    last = example.sign_offs[-1]
    advance(
        workspace,
        ledger,
        examine(workspace, ledger, incidents, case_id, example.record_date, stage=to.before),
        to=to,
        role=last.role,
        name=last.name,
        because=_WHY[to],
        issued=is_issued(case_id, log.events()),
        at=last.at if to is Stage.APPROVED else max(last.at, at),
    )


def _make_keys(
    workspace: Workspace, example: Example, passphrase: str, at: datetime, steps: _Steps
) -> None:
    steps.next("Making the root keys")
    make_roots(workspace, _ROOT_KEEPERS, lambda _whose, _new: passphrase, at)
    for signer in example.sign_offs:
        steps.next(f"Making a key for the {signer.role}")
        new_key(workspace, signer.name, [signer.role], lambda _whose, _new: passphrase, at)


def _approve(
    workspace: Workspace,
    ledger: Ledger,
    incidents: Register,
    case_id: str,
    example: Example,
    steps: _Steps,
) -> None:
    for signer in example.sign_offs:
        steps.next(f"Approving as {signer.role}")
        approve(
            workspace,
            ledger,
            examine(workspace, ledger, incidents, case_id, example.record_date),
            role=signer.role,
            name=signer.name,
            words=signer.meaning,
            returned=False,
            author=signer.name,
            at=signer.at,
        )
