"""Accepting a finding of the checks, by somebody who may, with the reason."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options import ActingRole, Author, CaseArgument, Where, Who
from workbench.cli.output import say
from workbench.cli.session import author_name, now, open_session, today

__all__ = ["accept"]


def accept(
    case: CaseArgument,
    code: Annotated[str, typer.Argument(metavar="CODE", help="The check, such as TIM001.")],
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help="Where it found something, such as T13.")
    ],
    role: ActingRole,
    reason: Annotated[str, typer.Option("--reason", help="Why it stays so; the record says it.")],
    name: Who = None,
    author: Author = None,
    folder: Where = None,
) -> None:
    """Accept a finding of the checks that is to stay, with the reason; the record shows both.

    A later change of the subject asks for it again.

    Examples:

        workbench accept C-0001 TIM001 T13 --as investigator --reason "Nobody was with P1 then"

        workbench accept C-0001 COM003 CO1 --as manager --name "Dana Example" --reason "Two of us"
    """
    from workbench.conduct.accepting import accept as decide

    session = open_session(folder)
    session.admit(case, "workbench accept")
    made = decide(
        session.workspace,
        session.ledger,
        session.examine(case, today()),
        code=code,
        subject=subject,
        role=role,
        name=name,
        reason=reason,
        author=author_name(author),
        at=now(),
    )
    say(f"{made.name} ({made.role}) accepts {made.code} at {made.subject}: kept as {made.id}.")
