"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "ActingRole",
    "AsJson",
    "Author",
    "CaseArgument",
    "DayOf",
    "PassphraseFile",
    "Reason",
    "Where",
    "WhichNotebook",
    "Who",
]

Where = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        envvar="WORKBENCH_WORKSPACE",
        help="The workspace folder; by default the one you are in.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for other programs.")]
Author = Annotated[
    str | None,
    typer.Option(
        "--author",
        envvar="WORKBENCH_AUTHOR",
        help="Who is entering this; by default your name on this computer.",
        show_default=False,
    ),
]
Reason = Annotated[
    str | None,
    typer.Option("--reason", help="Why, for the history of the case.", show_default=False),
]
CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help="The case, such as C-0001.")]
ActingRole = Annotated[str, typer.Option("--as", help="The role you act in, such as manager.")]
Who = Annotated[
    str | None,
    typer.Option(
        "--name",
        help="Your name; needed unless one person alone holds a key for the role.",
        show_default=False,
    ),
]
WhichNotebook = Annotated[
    str | None,
    typer.Option(
        "--template",
        help="Which of the case's notebooks, such as triage; by default the one of the depth that "
        "triage chose, else the deepest there.",
        show_default=False,
    ),
]
DayOf = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DAY",
        help="The day it is made for; today if not given. Such as 2026-09-01 or 01/09/2026.",
        show_default=False,
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        help="Use the first line of this file for every passphrase that is needed. Without it, "
        "WORKBENCH_PASSPHRASE is used for all of them, or each person is asked for their own.",
        show_default=False,
    ),
]
