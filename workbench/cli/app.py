"""The command `workbench`: every command there is, in the order a case meets them."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from workbench.cli import (
    accept_command,
    access_commands,
    assurance_commands,
    case_commands,
    cases_command,
    demo_command,
    draft_commands,
    framework_commands,
    keys_commands,
    ledger_commands,
    record_commands,
    register_commands,
    stage_commands,
    triage_commands,
    workspace_commands,
)
from workbench.cli.output import guarded_output
from workbench.cli.reporting import Reporting

__all__ = ["app", "main"]

app = typer.Typer(
    name="workbench",
    cls=Reporting,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
keys = typer.Typer(help="The keys people sign with, and the trust list.", no_args_is_help=True)
ledger = typer.Typer(help="The history of all cases.", no_args_is_help=True)

app.command()(workspace_commands.init)
app.command("import")(register_commands.import_register)
app.command()(register_commands.incidents)
app.command()(case_commands.start)
app.command()(triage_commands.open_template)
app.command()(cases_command.cases)
app.command()(workspace_commands.lab)
app.command()(case_commands.add)
app.command()(case_commands.evidence)
app.command()(case_commands.refresh)
app.command()(case_commands.kinds)
app.command()(case_commands.show)
app.command()(case_commands.history)
app.command()(case_commands.check)
app.command()(accept_command.accept)
app.command()(case_commands.rules)
app.command()(framework_commands.frameworks)
app.command()(triage_commands.triage)
app.command()(triage_commands.duties)
app.command()(triage_commands.due)
app.command()(stage_commands.stage)
app.command()(stage_commands.advance)
app.command()(draft_commands.draft)
app.command()(assurance_commands.restrictions)
app.command()(assurance_commands.quality)
app.command()(assurance_commands.thread)
app.command()(record_commands.approve)
app.command()(record_commands.freeze)
app.command()(record_commands.sign)
app.command()(record_commands.issue)
app.command()(record_commands.withdraw)
app.command()(record_commands.verify)
app.command()(access_commands.openings)
app.command()(access_commands.hold)
app.add_typer(keys, name="keys")
keys.command("roots")(keys_commands.roots)
keys.command("new")(keys_commands.new)
keys.command("list")(keys_commands.list_keys)
keys.command("revoke")(keys_commands.revoke_key)
keys.command("renew")(keys_commands.renew)
app.add_typer(ledger, name="ledger")
ledger.command("verify")(ledger_commands.verify_ledger)
ledger.command("erase")(ledger_commands.erase)
app.command()(workspace_commands.backup)
app.command()(workspace_commands.restore)
app.command()(demo_command.demo)


@app.callback(invoke_without_command=True)
def options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Investigate incidents, and issue a record that anyone can check.

    Exit codes: 0 done; 1 an error, with a hint; 2 wrong usage; 3, 4, 5 from verify; 6 a check
    stands in the way.
    """
    if version:
        from workbench import __version__

        print(__version__)  # noqa: T201
        raise typer.Exit


def main() -> None:
    """Run the command line; files that it makes are readable by their owner only."""
    os.umask(0o077)
    with guarded_output():
        app()
