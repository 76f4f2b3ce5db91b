"""The one place where the parts of the workbench are put together for a command."""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from workbench.errors import InvalidInput, SigningRefused, UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.conduct.across import Across
    from workbench.domain.case import Case
    from workbench.domain.stages import Stage
    from workbench.ledger.records import RecordLog
    from workbench.ledger.store import Ledger
    from workbench.record.examine import Examined
    from workbench.record.keyring import AskPassphrase
    from workbench.record.seal.trust import TrustList
    from workbench.register.store import Register
    from workbench.workspace.database import Engine
    from workbench.workspace.folder import Workspace
    from workbench.workspace.store import ContentStore

__all__ = [
    "Session",
    "ask_with",
    "author_name",
    "day_of",
    "now",
    "open_session",
    "optional_session",
    "today",
]


@dataclass(frozen=True)
class Session:
    """An open workspace and what stands on its database."""

    workspace: Workspace

    @cached_property
    def engine(self) -> Engine:
        """The workspace's database, brought up to date with this version of the program."""
        from workbench.workspace.database import open_engine, upgrade

        engine = open_engine(self.workspace.database_url)
        upgrade(engine)
        return engine

    @cached_property
    def ledger(self) -> Ledger:
        """The workspace's ledger."""
        from workbench.ledger.store import Ledger

        return Ledger(self.engine)

    @cached_property
    def register(self) -> Register:
        """The workspace's incident register."""
        from workbench.register.store import Register

        return Register(self.engine)

    @cached_property
    def record_log(self) -> RecordLog:
        """The log of records that the workspace has issued."""
        from workbench.ledger.records import RecordLog

        return RecordLog(self.engine)

    @cached_property
    def evidence(self) -> ContentStore:
        """The files that are kept as evidence."""
        from workbench.workspace.store import ContentStore

        return ContentStore(self.workspace.evidence)

    def lost_files(self, case_id: str) -> tuple[str, ...]:
        """Return the evidence of a case of which the file was lost or altered."""
        from workbench.errors import CaseErased
        from workbench.ledger.attach import lost_files

        try:
            return lost_files(self.evidence, self.ledger.fold(case_id))
        except CaseErased:
            return ()

    def trust(self) -> TrustList | None:
        """Return the workspace's trust list, or None before there is one."""
        from workbench.record.keyring import current_trust

        return current_trust(self.workspace, now()) if self.workspace.trust_file.exists() else None

    def admit(self, case_id: str, how: str) -> None:
        """Return if whoever is at the keyboard may open the case; where it is noted, note it."""
        from workbench.conduct.access import admit, whoami

        person = whoami(os.environ)
        admit(self.workspace, self.ledger, case_id, person=person, how=how, at=now())

    def across(self, concerns: Callable[[Case], bool], how: str) -> Across:
        """Return the cases that `concerns` says yes to, as far as whoever asks may open them."""
        from workbench.conduct.access import whoami
        from workbench.conduct.across import look_across

        person = whoami(os.environ)
        return look_across(self.workspace, self.ledger, concerns, person=person, how=how, at=now())

    def examine(self, case_id: str, day: date, stage: Stage | None = None) -> Examined:
        """Return a case as it stands, with what the checks say of it on a day.

        `stage` is where to take it to stand; without it, where it does.
        """
        from workbench.record.examine import examine

        return examine(self.workspace, self.ledger, self.register, case_id, day, stage=stage)


def open_session(folder: Path | None) -> Session:
    """Return a session on the workspace at `folder`, or on the one the current folder is in."""
    from workbench.workspace.folder import find_workspace, open_workspace

    return Session(open_workspace(folder) if folder else find_workspace(Path.cwd()))


def author_name(given: str | None) -> str:
    """Return the author to write into the history: as given, or the user of this computer."""
    return given or getpass.getuser()


def now() -> datetime:
    """Return the present moment, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def today() -> date:
    """Return the present day in England."""
    from workbench.domain.when import LONDON

    return now().astimezone(LONDON).date()


def day_of(given: str | None) -> date:
    """Return the day that was typed, the year first or the day first, or today.

    Raises:
        InvalidInput: it is no day, or lies in the future.
    """
    from workbench.domain.when import LONDON, Precision, parse_local

    if given is None:
        return today()
    try:
        earliest, _, precision = parse_local(given)
    except ValueError:
        precision = None
    if precision is not Precision.DAY:
        raise InvalidInput(
            f"{given!r} is not a day.",
            "Write it as 2026-09-01, or as 01/09/2026 with the day first.",
        )
    day = earliest.astimezone(LONDON).date()
    if day > today():
        raise InvalidInput(
            "The date lies in the future.", "Leave --date out, or give an earlier day."
        )
    return day


def optional_session(folder: Path | None) -> Session | None:
    """Return a session, or None where no workspace is named and none is around."""
    from workbench.errors import NotFound

    try:
        return open_session(folder)
    except NotFound:
        if folder is not None:
            raise
        return None


def ask_with(file: Path | None) -> AskPassphrase:
    """Return a way to ask for passphrases: a file, `WORKBENCH_PASSPHRASE`, or the terminal."""
    return lambda whose, new: _passphrase(file, f"Passphrase of {whose}", confirm=new)


def _passphrase(file: Path | None, prompt: str, *, confirm: bool) -> str:
    if file is not None:
        try:
            given = file.read_text(encoding="utf-8").split("\n")[0]
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadableFile(
                "The passphrase file cannot be read.", "Check its path and that you may read it."
            ) from error
    else:
        given = os.environ.get("WORKBENCH_PASSPHRASE") or str(
            typer.prompt(prompt, hide_input=True, confirmation_prompt=confirm)
        )
    if not given:
        raise SigningRefused("The passphrase is empty.", "Give one of at least 12 characters.")
    return given
