"""Commands for a case that is out for comment."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from workbench.cli.options import DAY_FORMATS, AsJson, CaseArgument, Where
from workbench.cli.output import print_json, progress_bar, say
from workbench.cli.session import now, open_session

__all__ = ["draft"]


def draft(
    case: CaseArgument,
    on: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            metavar="DAY",
            formats=DAY_FORMATS,
            help="The draft's date; today if not given. Such as 2026-09-01 or 01/09/2026.",
        ),
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Make a draft for comment: without names, not approved, and marked so on every page.

    For the person, their family or an advocate, and the staff it concerns. Enter what each of
    them says with 'workbench add CASE comment'.

    Examples:

        workbench draft C-0001

        workbench draft C-0001 --date 2026-09-01 --json
    """
    from dataclasses import asdict

    from workbench.notebooks.drafting import draft_case

    session, day = open_session(folder), (on or now()).date()
    with progress_bar(f"Drafting {case}") as advance:
        made = draft_case(session.workspace, session.ledger, case, on=day, progress=advance)
    if as_json:
        print_json(asdict(made))
        return
    say(f"Draft for comment: {made.path} ({made.size:,} bytes), entry {made.head}.")
    say("Read it once yourself: a list finds names, and not every word that points at somebody.")
