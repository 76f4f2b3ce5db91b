"""Commands that look across what was done: restrictions, quality, the golden thread."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.options import AsJson, CaseArgument, Where
from workbench.cli.output import print_json, print_table, say
from workbench.cli.session import open_session, today

__all__ = ["quality", "restrictions", "thread"]


def restrictions(
    due: Annotated[
        bool, typer.Option("--due", help="Only those that somebody has to look at now.")
    ] = False,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """List the restrictions in force, over all cases: the register for the monthly review.

    Those to look at come first: without a review date, or with one that is today or past.

    Examples:

        workbench restrictions

        workbench restrictions --due --json
    """
    from workbench.analysis.restrictions import has_restrictions, restriction_register
    from workbench.cli.assurance_views import standing_as_json, standing_row

    across = open_session(folder).across(has_restrictions, "workbench restrictions")
    held = restriction_register(across.cases, today(), due=due)
    if as_json:
        print_json([standing_as_json(one) for one in held])
        return
    columns = ("Case", "Id", "Person", "What", "Since", "Review by", "Limit", "Stands")
    print_table("Restrictions in force", columns, (standing_row(one) for one in held))
    if across.closed:
        say(f"Not looked into: {across.closed} with an access list that you are not on.")


def quality(case: CaseArgument, folder: Where = None, as_json: AsJson = False) -> None:
    """Show what in a case speaks to each dimension of its quality, and how it was rated.

    A rating is entered as any entry is: workbench add C-0001 quality-rating.

    Examples:

        workbench quality C-0001

        workbench quality C-0001 --json
    """
    from workbench.analysis.causal import build_causal_graph
    from workbench.analysis.quality import gather_quality
    from workbench.cli.assurance_views import dimension_as_json, dimension_row

    session = open_session(folder)
    session.admit(case, "workbench quality")
    examined = session.examine(case, today())
    graph = build_causal_graph(examined.case)
    held = gather_quality(examined.case, graph, examined.report.found_at)
    if as_json:
        print_json([dimension_as_json(one) for one in held])
        return
    columns = ("Code", "Dimension", "What the case holds", "Rated")
    print_table(f"Quality of {case}", columns, (dimension_row(one) for one in held))
    say("+ speaks for it   ? asks for a second look   · to know")


def thread(
    case: CaseArgument,
    csv: Annotated[
        Path | None, typer.Option("--csv", help="Write the traceability table to this file.")
    ] = None,
    graphml: Annotated[
        Path | None, typer.Option("--graphml", help="Write the typed graph to this file.")
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Show the golden thread of a case, broken links first, or write it for other programs.

    Examples:

        workbench thread C-0001

        workbench thread C-0001 --csv thread.csv --graphml thread.graphml
    """
    from workbench.analysis.thread import thread as follow
    from workbench.analysis.thread_export import thread_as_json
    from workbench.cli.assurance_views import print_thread, write_thread

    session = open_session(folder)
    session.admit(case, "workbench thread")
    held = follow(session.ledger.fold(case), today())
    for written in write_thread(held, csv, graphml):
        if not as_json:
            say(f"Wrote {written}")
    if as_json:
        print_json(thread_as_json(held))
    elif not (csv or graphml):
        print_thread(case, held)
