"""Commands for a case that is out for comment."""

from __future__ import annotations

from workbench.cli.options import AsJson, CaseArgument, DayOf, Where, WhichNotebook
from workbench.cli.output import print_json, progress_bar, say
from workbench.cli.session import day_of, open_session

__all__ = ["draft"]


def draft(
    case: CaseArgument,
    template: WhichNotebook = None,
    on: DayOf = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Make a draft for comment: without names, not approved, and marked so on every page.

    For the person, their family or an advocate, and the staff it concerns. Enter what each of
    them says with 'workbench add CASE comment'.

    Examples:

        workbench draft C-0001

        workbench draft C-0001 --template rapid-learning-review

        workbench draft C-0001 --date 2026-09-01 --json
    """
    from dataclasses import asdict

    from workbench.notebooks.drafting import draft_case

    session, day = open_session(folder), day_of(on)
    session.admit(case, "workbench draft")
    with progress_bar(f"Drafting {case}") as advance:
        made = draft_case(
            session.workspace, session.ledger, case, on=day, template=template, progress=advance
        )
    if as_json:
        print_json(asdict(made))
        return
    say(f"Draft for comment: {made.path} ({made.size:,} bytes), entry {made.head}.")
    say(f"Of the notebook {made.template}, without names, safeguarding and what is private to one.")
    say("Read it once yourself: a list finds names, and not every word that points at somebody.")
