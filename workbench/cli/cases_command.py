"""The command that lists the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.cli.options import AsJson, Where
from workbench.cli.output import print_json, print_table, say
from workbench.cli.session import open_session

if TYPE_CHECKING:
    from workbench.ledger.queries import ListedCase

__all__ = ["cases"]


def cases(folder: Where = None, as_json: AsJson = False) -> None:
    """List the cases: the incident each looks into, and how far its history goes.

    Examples:

        workbench cases

        workbench cases --json
    """
    held = open_session(folder).ledger.cases()
    if as_json:
        print_json([_as_json(case) for case in held])
        return
    columns = ("Case", "Incident", "Template", "Started", "Last change", "Entries", "")
    print_table("Cases", columns, (_row(case) for case in held))
    say(f"{len(held)} case(s)." if held else "None yet; 'workbench start INCIDENT' starts one.")


def _row(case: ListedCase) -> tuple[str, ...]:
    from workbench.domain.when import LONDON

    started, changed = (at.astimezone(LONDON) for at in (case.started_at, case.changed_at))
    return (
        case.id,
        case.incident_id,
        case.template,
        f"{started:%d/%m/%Y}",
        f"{changed:%d/%m/%Y %H:%M}",
        str(case.head.seq),
        "erased" if case.erased else "",
    )


def _as_json(case: ListedCase) -> dict[str, Any]:
    return {
        "case": case.id,
        "incident": case.incident_id,
        "template": case.template,
        "started_at": case.started_at.isoformat(),
        "changed_at": case.changed_at.isoformat(),
        "entries": case.head.seq,
        "erased": case.erased,
    }
