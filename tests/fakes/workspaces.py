"""A workspace in a folder, with keys for three people and one case ready to be approved."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from tests.fakes.cases import sound_entries
from workbench.domain.vocabulary import Decision
from workbench.ledger.amend import Amendment, amend
from workbench.ledger.entry import Draft
from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.notebooks.freezing import freeze_case
from workbench.notebooks.start import start_case
from workbench.record.approve import approve
from workbench.record.check import check_record
from workbench.record.examine import Examined, examine
from workbench.record.freeze import FrozenRecord
from workbench.record.issue import IssuedRecord, issue
from workbench.record.keyring import make_roots, new_key
from workbench.record.seal.report import VerificationReport
from workbench.record.sign import look_before_signing, sign
from workbench.register.store import Register
from workbench.workspace.config import Config
from workbench.workspace.database import open_engine
from workbench.workspace.folder import Workspace, create_workspace

__all__ = ["DAY", "NOW", "PASSPHRASE", "SIGNERS", "Office", "make_office"]

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
DAY = date(2026, 4, 1)
PASSPHRASE = "three quiet otters"
SIGNERS = (
    ("investigator", "Asha Verma"),
    ("manager", "Bryn Lloyd"),
    ("governance lead", "Carys Okafor"),
)
_ROW = {
    "Incident ID": "INC-0042",
    "Occurred from": "14/03/2026 18:30",
    "Reported at": "14/03/2026 20:00",
    "Service": "Larch House",
    "Category": "Medication",
    "What happened": "The evening dose was given late.",
    "Immediate action": "On-call nurse telephoned.",
    "People involved": "P1, P2",
    "Known risks": "Epilepsy; evening dose is time-critical.",
    "Safeguarding": "Considered with the safeguarding lead.",
    "Manager review": "Reviewed on 15/03/2026.",
    "Follow-up actions": "Chart kept for the review.",
}


@dataclass(frozen=True)
class Office:
    """A workspace and what stands on it."""

    workspace: Workspace
    ledger: Ledger
    log: RecordLog
    register: Register

    def ask(self, _whose: str, _new: bool) -> str:
        """The one passphrase of every key here."""
        return PASSPHRASE

    def make_keys(self) -> None:
        """Make the root keys and a key for each signer, once."""
        if self.workspace.trust_file.exists():
            return
        make_roots(self.workspace, ("Root one", "Root two", "Root three"), self.ask, NOW)
        for role, name in SIGNERS:
            new_key(self.workspace, name, [role], self.ask, NOW)

    def start(self) -> str:
        """Start a case on the one incident, with everything but its approvals in it."""
        registered = self.register.get("INC-0042")
        started = start_case(
            self.workspace, self.ledger, registered, "structured-analysis", author="A", at=NOW
        )
        self.fill(started.case_id)
        return started.case_id

    def fill(self, case_id: str) -> None:
        """Bring everything to a started case but its approvals."""
        amendments = [
            Amendment(kind, identifier, data)
            for kind, identifier, data in sound_entries()
            if kind not in ("incident", "sign-off", "stage")
        ]
        self.change(case_id, *amendments)
        for kind, _, data in sound_entries():
            if kind == "stage" and data is not None:
                self.move(case_id, data)

    def move(self, case_id: str, data: Mapping[str, object]) -> None:
        """Keep a move of the case as it stands, whatever its gates say."""
        seen = {**data, "content_seq": self.ledger.fold(case_id).content_seq}
        self.keep(case_id, "stage", seen)

    def keep(self, case_id: str, kind: str, data: Mapping[str, object]) -> None:
        """Keep an entry that only a command makes."""
        drafts = [Draft(kind, None, data)]
        self.ledger.append(case_id, drafts, author="A", reason="Kept", at=NOW)

    def change(self, case_id: str, *amendments: Amendment) -> None:
        """Bring amendments to a case; a move among them is kept once the others are there."""
        typed = [one for one in amendments if one.kind != "stage"]
        if typed:
            amend(self.ledger, case_id, typed, author="A", reason="Entered", at=NOW)
        for one in amendments:
            if one.kind == "stage" and one.fields is not None:
                self.move(case_id, one.fields)

    def examine(self, case_id: str) -> Examined:
        """The case as it stands, checked."""
        return examine(self.workspace, self.ledger, self.register, case_id, DAY)

    def approve(
        self,
        case_id: str,
        role: str,
        name: str | None = None,
        *,
        returned: bool = False,
        author: str = "A",
    ) -> Decision:
        """Approve a case in a role."""
        self.make_keys()
        return approve(
            self.workspace,
            self.ledger,
            self.examine(case_id),
            role=role,
            name=name,
            words="I have read it.",
            returned=returned,
            author=author,
            at=NOW,
        ).decision

    def approve_all(self, case_id: str) -> None:
        """Approve a case in every role."""
        for role, name in SIGNERS:
            self.approve(case_id, role, name)

    def freeze(
        self, case_id: str, template: str | None = None, *, drop_signatures: bool = False
    ) -> FrozenRecord:
        """Freeze a case with its one notebook, or with that of a template."""
        return freeze_case(
            self.workspace,
            self.ledger,
            self.log,
            self.examine(case_id),
            on=DAY,
            template=template,
            drop_signatures=drop_signatures,
        )

    def issue(self, frozen: FrozenRecord) -> IssuedRecord:
        """Issue a signed record."""
        return issue(self.workspace, self.ledger, self.log, str(frozen.path), at=NOW)

    def sign(self, frozen: FrozenRecord, role: str, name: str | None = None) -> None:
        """Sign a frozen record in a role."""
        seen = look_before_signing(
            self.workspace, self.ledger, str(frozen.path), role=role, name=name, at=NOW
        )
        sign(self.workspace, seen, words="I stand behind it.", at=NOW, ask=self.ask)

    def check(self, frozen: FrozenRecord, *, with_log: bool = True) -> VerificationReport:
        """Check a record's file with this workspace's trust list."""
        return check_record(
            str(frozen.path),
            workspace=self.workspace,
            log=self.log if with_log else None,
            trust=(),
            register=None,
            at=NOW,
        )

    def notebook(self, case_id: str) -> Path:
        """The file of a case's notebook."""
        return self.workspace.cases / case_id / "structured-analysis.ipynb"


def make_office(folder: Path) -> Office:
    """A new workspace in `folder`, with one incident in its register."""
    config = Config(organisation="Invented Support", provider_type="other registered person")
    workspace = create_workspace(folder, config)
    engine = open_engine(workspace.database_url)
    office = Office(workspace, Ledger(engine), RecordLog(engine), Register(engine))
    written = io.StringIO()
    writer = csv.DictWriter(written, _ROW)
    writer.writeheader()
    writer.writerow(_ROW)
    file = folder / "incidents.csv"
    file.write_text(written.getvalue(), encoding="utf-8")
    office.register.import_file(file, at=NOW)
    return office
