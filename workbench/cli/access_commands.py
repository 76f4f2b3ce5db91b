"""Commands for who opened a case, and for legal holds on it."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options import AsJson, Author, CaseArgument, Where, Who
from workbench.cli.output import print_json, print_table, say
from workbench.cli.session import author_name, now, open_session

__all__ = ["hold", "openings"]


def openings(case: CaseArgument, folder: Where = None, as_json: AsJson = False) -> None:
    """Show who opened a case, from the day on which it was given an access list.

    Examples:

        workbench openings C-0001

        workbench openings C-0001 --json
    """
    from workbench.cli.access_views import opening_rows, openings_as_json

    session = open_session(folder)
    session.admit(case, "workbench openings")
    held = session.ledger.fold(case)
    if as_json:
        print_json(openings_as_json(held))
        return
    print_table(f"Who opened {case}", ("When", "Who", "With"), opening_rows(held))
    say("One opening a person and day is noted, while the case has an access list.")


def hold(
    case: CaseArgument,
    because: Annotated[str, typer.Option("--because", help="Why it is placed, or lifted.")],
    role: Annotated[
        str, typer.Option("--as", help="The role you act in, such as governance lead.")
    ] = "governance lead",
    lift: Annotated[
        str | None, typer.Option("--lift", help="Lift this hold, such as H1, instead.")
    ] = None,
    name: Who = None,
    author: Author = None,
    folder: Where = None,
) -> None:
    """Place a legal hold on a case, so that its content cannot be erased, or lift one.

    Examples:

        workbench hold C-0001 --because "The coroner has asked for the file"

        workbench hold C-0001 --lift H1 --because "The inquest was concluded on 4 May 2027"
    """
    from workbench.conduct.hold import lift as take_off
    from workbench.conduct.hold import place

    session = open_session(folder)
    session.admit(case, "workbench hold")
    workspace, ledger, by, at = session.workspace, session.ledger, author_name(author), now()
    if lift:
        who = take_off(
            workspace, ledger, case, lift, role=role, name=name, because=because, author=by, at=at
        )
        say(f"Lifted the hold {lift} on {case}: {who} ({role}). The history keeps that it stood.")
        return
    placed = place(workspace, ledger, case, role=role, name=name, because=because, author=by, at=at)
    say(f"Placed the hold {placed.id} on {case}: {placed.name} ({role}).")
    say("Until it is lifted, nothing of it is erased.")
