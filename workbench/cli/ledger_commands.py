"""Commands for the ledger as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.options import AsJson, Author, CaseArgument, Where
from workbench.cli.output import print_json, say
from workbench.cli.session import author_name, now, open_session

if TYPE_CHECKING:
    from workbench.ledger.chain import LedgerReport

__all__ = ["erase", "verify_ledger"]


def verify_ledger(
    case: Annotated[str | None, typer.Option("--case", help="Only this case.")] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Walk each case's chain of entries, and compare it with its records and evidence files.

    The log of records is compared with the register file in records/. Exits with 1 where a chain or
    the log does not hold, or a file was lost or altered.

    Examples:

        workbench ledger verify

        workbench ledger verify --case C-0001 --json
    """
    from workbench.record.witness import demand_log_holds, noted_heads

    session = open_session(folder)
    heads = noted_heads(session.workspace, session.trust(), now())
    report = session.ledger.verify(case, heads)
    lost = {known: files for known in report.heads if (files := session.lost_files(known))}
    if as_json:
        print_json({**_as_json(report), "lost_files": lost})
    else:
        for line in (*_said(report), *_lost(lost)):
            say(line)
    demand_log_holds(session.workspace, session.record_log)
    if lost or not report.intact:
        raise typer.Exit(1)


def erase(
    case: CaseArgument,
    reason: Annotated[str, typer.Option("--reason", help="Why, for the history.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again.")] = False,
    author: Author = None,
    folder: Where = None,
) -> None:
    """Erase what a case says, for ever, at the end of its retention; that it was said stays.

    Files kept as evidence, notebooks, records and backups are not touched. While a legal hold
    stands on the case, nothing is erased.

    Examples:

        workbench ledger erase C-0001 --reason "Retention ended on 31 March 2034"
    """
    session = open_session(folder)
    session.admit(case, "workbench ledger erase")
    if not yes:
        typer.confirm(f"Erase the content of {case}? This cannot be undone.", abort=True)
    session.ledger.erase(case, author=author_name(author), reason=reason, at=now())
    say(f"Erased the content of {case}; its chain of entries still verifies.")


def _said(report: LedgerReport) -> Iterator[str]:
    for broken in report.breaks:
        yield f"{broken.case_id}, entry {broken.seq}: {broken.meaning}."
    count = len(report.heads) + len(report.breaks)
    held = "every chain holds" if report.intact else f"{len(report.breaks)} do not hold"
    yield f"{report.entries} entries in {count} case(s): {held}."
    if report.unwitnessed:
        yield (
            "No record notes how far these cases went, so entries cut off their end would not "
            f"show: {', '.join(report.unwitnessed)}."
        )


def _lost(lost: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for case_id, files in lost.items():
        yield f"{case_id}: the files kept with {', '.join(files)} are gone, or were altered."


def _as_json(report: LedgerReport) -> dict[str, Any]:
    return {
        "intact": report.intact,
        "entries": report.entries,
        "heads": {case: asdict(head) for case, head in report.heads.items()},
        "breaks": [{**asdict(one), "meaning": one.meaning} for one in report.breaks],
        "unwitnessed": report.unwitnessed,
    }
