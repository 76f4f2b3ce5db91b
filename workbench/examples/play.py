"""Plays an example through the workbench: from the register to a case that is closed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Final

from workbench.conduct.stages import advance, current_stage, is_issued
from workbench.domain.change import Action
from workbench.domain.reasoning import Finding
from workbench.domain.stages import Stage
from workbench.domain.when import LONDON
from workbench.examples.library import (
    Example,
    ExampleApproval,
    ExampleBatch,
    ExampleEntry,
    ExampleMove,
    ExampleSignOff,
    register,
)
from workbench.ledger.amend import Amendment, amend
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.notebooks.freezing import freeze_case
from workbench.notebooks.start import start_case
from workbench.record.approve import approve
from workbench.record.check import check_record
from workbench.record.examine import Examined, examine
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
    """What came of playing an example: where it is, how far it came, and that it verifies.

    `stage` is the one that the case stands at in the end. `first_record` is the one on which the
    case was acted; `record` was made at its closing, takes its place, and is the one verified. Of
    an example that ends when its record is issued, it is the first.
    """

    example: Example
    folder: Path
    case_id: str
    stage: Stage
    registered: int
    rejected: int
    findings: tuple[str, ...]
    actions: int
    first_record: Path
    record: Path
    verification: VerificationReport


def play(folder: Path, example: Example, at: datetime, progress: Progress) -> PlayedExample:
    """Make a workspace in `folder` and play `example` in it, to its end.

    Everything happens at the example's own moments; at `at`, which is now, the record is verified.
    The passphrase of every key is in the file `keys/passphrase`: nothing here is worth protecting.

    Raises:
        GateClosed: the example moves its case on before a gate is open.
        WorkspaceExists: `folder` holds something already.
    """
    batches = len(example.batches) + len(example.after)
    steps = _Steps(progress, batches + 4 * len(example.sign_offs) + 7)
    workspace = create_workspace(folder, _config(example))
    steps.next("Importing the register")
    report, case_id = _begin(workspace, example)
    played = _Play(workspace, example, case_id, secrets.token_urlsafe(18), steps)
    played.make_keys()
    for batch in example.batches:
        played.enter(batch)
    for signer in example.sign_offs:
        steps.next(f"Approving as {signer.role}")
        played.approve(signer)
    played.reach(Stage.APPROVED, example.sign_offs[-1].at)
    first_record = played.make_record()
    played.reach(Stage.ISSUED, example.issued_at)
    for batch in example.after:
        played.enter(batch)
    record = played.make_closing_record() if example.after else first_record
    steps.next("Verifying the record")
    verification = check_record(
        str(record), workspace=workspace, log=played.log, trust=(), register=None, at=at
    )
    steps.next("Done")
    case = played.ledger.fold(case_id)
    return PlayedExample(
        example,
        workspace.root,
        case_id,
        current_stage(case),
        report.total - report.rejected,
        report.rejected,
        tuple(finding.statement for finding in case.all(Finding)),
        len(case.all(Action)),
        first_record,
        record,
        verification,
    )


class _Steps:
    """Counts the steps of a play for its progress bar."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def next(self, what: str) -> None:
        self._progress(self._done, self._total, what)
        self._done += 1


class _Play:
    """A case that was started, and the deeds that take it on."""

    def __init__(
        self, workspace: Workspace, example: Example, case_id: str, passphrase: str, steps: _Steps
    ) -> None:
        engine = open_engine(workspace.database_url)
        self.ledger, self.log = Ledger(engine), RecordLog(engine)
        self._register = Register(engine)
        self._workspace, self._example, self._case_id = workspace, example, case_id
        self._passphrase, self._steps = passphrase, steps

    def make_keys(self) -> None:
        """Make the root keys, and a key for each role that signs."""
        at = self._example.batches[0].at
        self._steps.next("Making the root keys")
        write_private(self._workspace.keys / "passphrase", self._passphrase.encode())
        make_roots(self._workspace, _ROOT_KEEPERS, self._ask, at)
        for signer in self._example.sign_offs:
            self._steps.next(f"Making a key for the {signer.role}")
            new_key(self._workspace, signer.name, [signer.role], self._ask, at)

    def enter(self, batch: ExampleBatch) -> None:
        """Enter what a batch holds, in its order; decisions go through their own code."""
        self._steps.next(batch.reason)
        for ordinary, entries in groupby(batch.entries, lambda entry: entry.decision is None):
            if ordinary:
                self._amend(batch, tuple(entries))
            else:
                for entry in entries:
                    self._decide(entry.decision)

    def approve(self, given: ExampleApproval | ExampleSignOff) -> None:
        """Approve the case as it stands, in one role."""
        approve(
            self._workspace,
            self.ledger,
            self._examined(given.at),
            role=given.role,
            name=given.name,
            words=given.meaning,
            returned=False,
            author=given.name,
            at=given.at,
        )

    def reach(self, to: Stage, at: datetime) -> None:
        """Move on to a stage that follows from the record, as who signs last."""
        last = self._example.sign_offs[-1]
        self._move(to, last.role, last.name, _WHY[to], at)

    def make_record(self) -> Path:
        """Freeze the case, have every role sign, issue the record, and return its file."""
        frozen = self._freeze(self._example.record_date)
        for signer in self._example.sign_offs:
            self._sign(frozen, signer, signer.meaning, signer.signed_at)
        return self._issue(frozen, self._example.issued_at)

    def make_closing_record(self) -> Path:
        """Make the record of the closed case, which takes the place of the first; as above.

        Who approved the closing signs it with the words of that approval.
        """
        closed = self._example.after[-1].at
        said = {
            entry.decision.role: entry.decision.meaning
            for batch in self._example.after
            for entry in batch.entries
            if isinstance(entry.decision, ExampleApproval)
        }
        frozen = self._freeze(closed.astimezone(LONDON).date())
        for signer in self._example.sign_offs:
            self._sign(frozen, signer, said.get(signer.role, signer.meaning), closed)
        return self._issue(frozen, closed)

    def _freeze(self, on: date) -> Path:
        self._steps.next("Running the notebook and sealing the record")
        examined = examine(self._workspace, self.ledger, self._register, self._case_id, on)
        return freeze_case(self._workspace, self.ledger, self.log, examined, on=on).path

    def _issue(self, record: Path, at: datetime) -> Path:
        self._steps.next("Issuing the record")
        issue(self._workspace, self.ledger, self.log, str(record), at=at)
        return record

    def _amend(self, batch: ExampleBatch, entries: tuple[ExampleEntry, ...]) -> None:
        amend(
            self.ledger,
            self._case_id,
            [Amendment(entry.kind, entry.id, entry.data) for entry in entries],
            author=batch.author,
            reason=batch.reason,
            at=batch.at,
        )

    def _decide(self, decision: ExampleMove | ExampleApproval | None) -> None:
        match decision:
            case ExampleMove():
                self._move(decision.to, decision.role, decision.name, decision.because, decision.at)
            case ExampleApproval():
                self.approve(decision)

    def _move(self, to: Stage, role: str, name: str, because: str, at: datetime) -> None:
        examined = self._examined(at, to.before)
        advance(
            self._workspace,
            self.ledger,
            examined,
            to=to,
            role=role,
            name=name,
            because=because,
            issued=is_issued(examined.case, self.log.events()),
            author=name,
            at=at,
        )

    def _sign(self, record: Path, signer: ExampleSignOff, words: str, at: datetime) -> None:
        self._steps.next(f"Signing as {signer.role}")
        looked = look_before_signing(
            self._workspace, self.ledger, str(record), role=signer.role, name=signer.name, at=at
        )
        sign(self._workspace, looked, words=words, at=at, ask=self._ask)

    def _examined(self, at: datetime, stage: Stage | None = None) -> Examined:
        on: date = at.astimezone(LONDON).date()
        return examine(self._workspace, self.ledger, self._register, self._case_id, on, stage=stage)

    def _ask(self, _whose: str, _new: bool) -> str:
        return self._passphrase


def _config(example: Example) -> Config:
    return Config(
        organisation=ORGANISATION,
        provider_type="other registered person",
        sign_off_roles=tuple(signer.role for signer in example.sign_offs),
    )


def _begin(workspace: Workspace, example: Example) -> tuple[ImportReport, str]:
    """Import the register and start the case; returns the import's report and the case."""
    engine = open_engine(workspace.database_url)
    first, incidents, file = example.batches[0], Register(engine), workspace.root / "incidents.csv"
    write_private(file, register())
    report = incidents.import_file(
        file,
        load_mapping("plain"),
        at=first.at,
        rejects=workspace.root / "incidents.rejects.csv",
    )
    started = start_case(
        workspace,
        Ledger(engine),
        incidents.get(example.incident),
        example.template,
        author=first.author,
        at=first.at,
    )
    return report, started.case_id
