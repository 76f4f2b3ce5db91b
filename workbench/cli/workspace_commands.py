"""Commands for the workspace itself: make it, open it, keep a copy of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.options import AsJson, Where, WhichNotebook
from workbench.cli.output import print_json, say
from workbench.cli.session import now, open_session

__all__ = ["backup", "init", "lab", "restore"]


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
    organisation: Annotated[
        str, typer.Option("--organisation", help="Your organisation's name, as records show it.")
    ] = "Our organisation",
    health_body: Annotated[
        bool,
        typer.Option(
            "--health-body/--other-provider",
            help="A health service body (duty of candour, regulation 20(8)) or any other "
            "registered provider (20(9)).",
        ),
    ] = False,
    role: Annotated[
        list[str] | None,
        typer.Option(
            "--role",
            help="A role that must sign each record, in order; repeat it for each. "
            "Default: investigator, manager, governance lead.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Make a workspace: the folder that holds your register, cases, evidence and records.

    Examples:

        workbench init our-reviews --organisation "Willowbank Support"

        workbench init our-reviews --role investigator --role "registered manager"
    """
    import shlex

    from workbench.domain.roles import DEFAULT_ROLES
    from workbench.workspace.config import make_config
    from workbench.workspace.folder import create_workspace

    provider = "health service body" if health_body else "other registered person"
    config = make_config(
        organisation=organisation,
        provider_type=provider,
        sign_off_roles=tuple(role) if role is not None else DEFAULT_ROLES,
    )
    workspace = create_workspace(folder, config)
    say(f"Made the workspace {workspace.root}.")
    place = shlex.quote(str(folder))
    say(f"Next: cd {place}, then 'workbench import FILE' with your incident register.")


def lab(
    folder: Where = None,
    case: Annotated[
        str | None, typer.Option("--case", help="Open this case's notebook straight away.")
    ] = None,
    template: WhichNotebook = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open a browser window.")
    ] = True,
    port: Annotated[
        int, typer.Option("--port", min=1, max=65535, help="The local port to listen on.")
    ] = 8888,
) -> None:
    """Open your cases in the browser, with JupyterLab behind them, on this computer only.

    With --case, the case's notebook is opened instead of the list of cases.

    Examples:

        workbench lab

        workbench lab --case C-0001

        workbench lab --case C-0001 --template triage
    """
    from workbench.notebooks.choosing import chosen_template
    from workbench.notebooks.lab import open_lab

    session = open_session(folder)
    if case:
        session.admit(case, "workbench lab")
        given, template = (
            template,
            chosen_template(session.workspace, session.ledger, case, template),
        )
        if given is None:
            say(f"Opening {template}; --template opens another of the case's notebooks.")
    raise typer.Exit(
        open_lab(session.workspace, case, template=template, browser=browser, port=port)
    )


def backup(
    archive: Annotated[Path, typer.Argument(metavar="FILE", help="The .zip file to write.")],
    folder: Where = None,
    include_keys: Annotated[
        bool, typer.Option("--include-keys", help="Copy the (encrypted) private keys as well.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Keep a copy of the whole workspace in one file, taken while others may be working.

    Examples:

        workbench backup ../our-reviews-2026-09-01.zip
    """
    from dataclasses import asdict

    from workbench.workspace.backup import back_up

    workspace = open_session(folder).workspace
    report = back_up(workspace, archive, include_keys=include_keys, at=now())
    if as_json:
        print_json(asdict(report))
        return
    say(f"Wrote {report.path}: {report.files} files, {report.size:,} bytes.")
    for name in report.skipped:
        say(f"Left out: {name}")
    if not include_keys:
        say("Private keys are not in it; keep those apart, or use --include-keys.")


def restore(
    archive: Annotated[Path, typer.Argument(metavar="FILE", help="A file made by 'backup'.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new, empty folder.")],
) -> None:
    """Bring a workspace back from a backup into a new folder, checking every file first.

    Examples:

        workbench restore our-reviews-2026-09-01.zip our-reviews-restored
    """
    from workbench.workspace.backup import restore as bring_back

    workspace = bring_back(archive, folder)
    say(f"Restored the workspace {workspace.root}; 'workbench ledger verify' checks its history.")
