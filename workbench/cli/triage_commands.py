"""Commands for the first days of a case, and for the clocks of all of them."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options import AsJson, Author, CaseArgument, Where
from workbench.cli.output import print_json, print_table, say
from workbench.cli.session import author_name, now, open_session

__all__ = ["due", "duties", "open_template", "triage"]


def triage(
    case: CaseArgument,
    days: Annotated[
        int, typer.Option("--days", min=1, help="How far back to look for the like.")
    ] = 365,
    person: Annotated[
        list[str] | None,
        typer.Option(
            "--person",
            help="How the register refers to the person; by default as in 'people involved'.",
            show_default=False,
        ),
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Show how deep the facts speak for looking, why, whether it happened before, what is missing.

    The decision is entered as any entry is: workbench add C-0001 triage.

    Examples:

        workbench triage C-0001

        workbench triage C-0001 --days 180 --person AR2 --json
    """
    from workbench.cli.triage_views import looked_back_as_json, print_looked_back
    from workbench.conduct.looking_back import look_back
    from workbench.notebooks.choosing import following_triage

    session = open_session(folder)
    session.admit(case, "workbench triage")
    held = session.ledger.fold(case)
    found = look_back(
        held,
        session.register,
        lambda concerns: session.across(concerns, "workbench triage"),
        days=days,
        persons=tuple(person) if person else None,
    )
    if as_json:
        print_json(looked_back_as_json(held, found))
        return
    print_looked_back(held, found)
    for line in following_triage(session.workspace, held):
        say(line)


def duties(case: CaseArgument, folder: Where = None, as_json: AsJson = False) -> None:
    """Show which duties may apply to a case, why, who decides, and what was decided.

    Examples:

        workbench duties C-0001

        workbench duties C-0001 --json
    """
    from workbench.analysis.duties import duties_of
    from workbench.cli.triage_views import DUTY_COLUMNS, duties_as_json, duty_row
    from workbench.domain.law import law_england

    session = open_session(folder)
    session.admit(case, "workbench duties")
    found = duties_of(session.ledger.fold(case), session.workspace.config.provider_type)
    if as_json:
        print_json(duties_as_json(found))
        return
    print_table(f"May apply to {case}", DUTY_COLUMNS, (duty_row(one) for one in found.may_apply))
    say(f"{len(found.others)} more come into question on further facts: see the triage notebook.")
    say(law_england().note)


def due(
    case: Annotated[
        str | None, typer.Option("--case", help="Only this case.", show_default=False)
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            "--within",
            min=0,
            metavar="DAYS",
            help="Only what has lapsed or lapses within so many days; all of it if not given.",
            show_default=False,
        ),
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """List the clocks that run on cases: what lapses first, who set it, what started it.

    A clock is statutory, contractual or local: set by law, by a contract, or by ourselves. One
    without a length runs until the thing is done, and is always listed. Closing a case stops none.

    Examples:

        workbench due

        workbench due --within 7

        workbench due --case C-0001 --json
    """
    from workbench.cli.triage_views import CLOCK_COLUMNS, clock_as_json, clock_row
    from workbench.conduct.clocks import clocks_of, has_clocks

    session, at = open_session(folder), now()
    if case:
        session.admit(case, "workbench due")
    provider = session.workspace.config.provider_type
    across = session.across(has_clocks(provider, at, only=case), "workbench due")
    held = clocks_of(across.cases, provider, at, days)
    if as_json:
        print_json([clock_as_json(one, at) for one in held])
        return
    print_table("Clocks that run", CLOCK_COLUMNS, (clock_row(one, at) for one in held))
    if across.closed:
        say(f"Not looked into: {across.closed} with an access list that you are not on.")


def open_template(
    case: CaseArgument,
    template: Annotated[
        str, typer.Argument(metavar="TEMPLATE", help="Such as triage or rapid-learning-review.")
    ],
    author: Author = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Give a case the notebook of a further template; what the case holds shows in each.

    Examples:

        workbench open-template C-0001 triage

        workbench open-template C-0001 rapid-learning-review --json
    """
    from workbench.notebooks.start import open_template as write_notebook

    session = open_session(folder)
    session.admit(case, "workbench open-template")
    path = write_notebook(
        session.workspace,
        session.ledger,
        case,
        template,
        author=author_name(author),
        at=now(),
    )
    if as_json:
        print_json({"case": case, "template": template, "notebook": path})
        return
    say(f"Made: {path}")
    say(f"Next: 'workbench lab --case {case} --template {template}'.")
