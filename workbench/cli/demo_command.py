"""The demonstration: an invented register and case, from import to the verified closure."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.options import AsJson
from workbench.cli.output import print_json, print_table, progress_bar, say
from workbench.cli.session import now

if TYPE_CHECKING:
    from workbench.examples.play import PlayedExample

__all__ = ["demo"]


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder.")] = Path("demo"),
    case: Annotated[
        str, typer.Option("--case", help="Which example; --list shows them.")
    ] = "missed-escalation",
    list_them: Annotated[bool, typer.Option("--list", help="List the examples and stop.")] = False,
    as_json: AsJson = False,
) -> None:
    """Play an invented case from the incident register to its closing, with a record that verifies.

    Examples:

        workbench demo

        workbench demo try-out --case missed-escalation

        workbench demo --list
    """
    from workbench.examples.library import example_names, load_example
    from workbench.examples.play import play

    if list_them:
        known = [load_example(name) for name in example_names()]
        if as_json:
            print_json([{"name": one.name, "title": one.title} for one in known])
            return
        rows = ((one.name, one.title, one.template.replace("-", " ")) for one in known)
        print_table("Examples (all invented)", ("Name", "What it is about", "Kind of review"), rows)
        return
    with progress_bar("Playing the example") as advance:
        played = play(folder, load_example(case), now(), advance)
    if as_json:
        print_json(_as_json(played))
    else:
        _tell(played)
    raise typer.Exit(played.verification.exit_code)


def _tell(played: PlayedExample) -> None:
    say(f"{played.example.title}")
    say(f"Register: {played.registered} incidents, {played.rejected} unreadable rows set aside.")
    for line in played.findings:
        say(f"  Found: {line}")
    say(f"  To change: {played.actions} actions, each with an owner and a date.")
    say(f"Stage:    {played.stage}")
    say(f"Record:   {played.first_record}, on which the case was acted")
    say(f"          {played.record}, made at its closing; it takes the place of the first")
    say(f"Verifies: {played.verification.verdict}, {played.verification.verdict.sentence}")
    say(f"Open the records in any browser; 'cd {played.folder}' to work with the case:")
    say(f"  workbench stage {played.case_id}")
    say(f"  workbench verify {played.record.stem} --explain")
    say(f"  workbench verify {played.first_record.stem}")
    say(f"  workbench lab --case {played.case_id}")


def _as_json(played: PlayedExample) -> dict[str, object]:
    return {
        "example": played.example.name,
        "folder": played.folder,
        "case": played.case_id,
        "stage": played.stage,
        "registered": played.registered,
        "rejected": played.rejected,
        "findings": played.findings,
        "actions": played.actions,
        "first_record": played.first_record,
        "record": played.record,
        "verdict": played.verification.verdict,
        "record_code": played.verification.record_code,
    }
