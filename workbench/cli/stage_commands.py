"""Commands for the path of a case: where it stands, and moving it on or back."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options import ActingRole, AsJson, Author, CaseArgument, Where, Who
from workbench.cli.output import print_json, print_table, say
from workbench.cli.session import author_name, now, open_session, today

__all__ = ["advance", "stage"]


def stage(
    case: CaseArgument,
    to: Annotated[
        str | None,
        typer.Option("--to", help="What this stage asks; else the next one.", show_default=False),
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Show what the next stage of a case asks, how the case came where it is, and where that is.

    Examples:

        workbench stage C-0001

        workbench stage C-0001 --to closed

        workbench stage C-0001 --json
    """
    from workbench.cli.stage_views import blocker_rows, move_rows, standing_as_json, summary
    from workbench.conduct.standing import standing
    from workbench.domain.stages import Stage
    from workbench.notebooks.choosing import following_triage

    session = open_session(folder)
    session.admit(case, "workbench stage")
    held = standing(session.examine, session.record_log.events(), case, to, today())
    if as_json:
        print_json(standing_as_json(held))
        return
    if held.blockers:
        columns = ("Gate", "Check", "About", "What it asks")
        print_table(f"Missing before {held.toward}", columns, blocker_rows(held))
    print_table(f"The path of {case}", ("Move", "When", "Who", "Because"), move_rows(held))
    say(summary(held))
    if not held.stage.reaches(Stage.OUT_FOR_COMMENT):
        for line in following_triage(session.workspace, session.ledger.fold(case)):
            say(line)


def advance(
    case: CaseArgument,
    to: Annotated[str, typer.Option("--to", help="The stage, such as 'under review'.")],
    role: ActingRole,
    because: Annotated[str, typer.Option("--because", help="Why it moves now.")],
    name: Who = None,
    author: Author = None,
    folder: Where = None,
) -> None:
    """Move a case on, through every gate on the way, or back to an earlier stage.

    Examples:

        workbench advance C-0001 --to triaged --as manager --because "Harm, and the third time"

        workbench advance C-0001 --to "out for comment" --as investigator --because "Draft is read"

        workbench advance C-0001 --to "under review" --as manager --because "A new account came in"
    """
    from workbench.conduct.stages import advance as move
    from workbench.conduct.stages import is_issued, stage_named
    from workbench.domain.stages import Stage
    from workbench.notebooks.choosing import following_triage

    session, wanted = open_session(folder), stage_named(to)
    session.admit(case, "workbench advance")
    examined = session.examine(case, today(), wanted.before)
    made = move(
        session.workspace,
        session.ledger,
        examined,
        to=wanted,
        role=role,
        name=name,
        because=because,
        issued=is_issued(examined.case, session.record_log.events()),
        author=author_name(author),
        at=now(),
    )
    word = "Back at" if made.goes_back else "Moved on to"
    say(f"{word} {made.to}, from {made.came_from}: {made.name} ({made.role}).")
    if not made.to.reaches(Stage.ANALYSED):
        for line in following_triage(session.workspace, examined.case):
            say(line)
