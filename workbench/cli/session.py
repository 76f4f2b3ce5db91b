"""What a command begins with: the workspace it works on, who is at the keyboard, what day it is."""

from __future__ import annotations

import getpass
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from workbench.conduct.session import Session, now, today
from workbench.errors import InvalidInput, SigningRefused, UnreadableFile

if TYPE_CHECKING:
    from workbench.record.keyring import AskPassphrase

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


def open_session(folder: Path | None) -> Session:
    """Return a session on the workspace at `folder`, or on the one the current folder is in.

    Raises:
        NotFound: there is no workspace.
        WorkspaceError: it cannot be used.
    """
    from workbench.workspace.folder import find_workspace, open_workspace

    return Session(open_workspace(folder) if folder else find_workspace(Path.cwd()))


def author_name(given: str | None) -> str:
    """Return the author to write into the history: as given, or the user of this computer."""
    return given or getpass.getuser()


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
