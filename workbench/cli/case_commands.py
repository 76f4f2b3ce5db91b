"""Commands for a case: start it, add to it, look at it, check it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.options import AsJson, Author, CaseArgument, Reason, Where
from workbench.cli.output import print_json, print_table, say, warn
from workbench.cli.session import author_name, now, open_session, today

__all__ = [
    "add",
    "check",
    "evidence",
    "history",
    "kinds",
    "refresh",
    "rules",
    "show",
    "start",
]


def start(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="Its id in the register.")],
    template: Annotated[
        str, typer.Option("--template", help="The kind of review to work through.")
    ] = "structured-analysis",
    author: Author = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Start a case for an incident, with a guided notebook to work in.

    Examples:

        workbench start INC-0042

        workbench start INC-0042 --template structured-analysis --json
    """
    from workbench.notebooks.start import start_case

    session = open_session(folder)
    started = start_case(
        session.workspace,
        session.ledger,
        session.register.get(incident),
        template,
        author=author_name(author),
        at=now(),
    )
    if as_json:
        print_json({"case": started.case_id, "notebook": started.notebook})
        return
    say(f"Started {started.case_id}. Its notebook: {started.notebook}")
    say(f"Next: 'workbench lab --case {started.case_id}', or 'workbench add {started.case_id} …'.")


def refresh(case: CaseArgument, author: Author = None, folder: Where = None) -> None:
    """Bring a case's incident up to date with the register, as its own entry in the history.

    Examples:

        workbench refresh C-0001
    """
    from workbench.notebooks.start import refresh_incident

    session = open_session(folder)
    session.admit(case, "workbench refresh")
    changed = refresh_incident(
        session.ledger, session.register, case, author=author_name(author), at=now()
    )
    say(f"{case} now holds the incident as registered." if changed else "Nothing had changed.")


def evidence(
    case: CaseArgument,
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The evidence, such as E3.")],
    to: Annotated[Path, typer.Option("--to", help="The new file to write it to.")],
    folder: Where = None,
) -> None:
    """Write the file that is kept with a piece of evidence to a place of your own.

    Examples:

        workbench evidence C-0001 E3 --to notes.pdf
    """
    from workbench.ledger.attach import detach

    session = open_session(folder)
    session.admit(case, "workbench evidence")
    size = detach(session.evidence, session.ledger.fold(case), identifier, to)
    say(f"Wrote {to}: {size:,} bytes, unchanged since it was kept.")


def add(
    case: CaseArgument,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="Such as event; 'workbench kinds' lists them.")
    ],
    json_text: Annotated[
        str | None, typer.Option("--json", help="The content as JSON, or - for standard input.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", help="A JSON file with one entry or a list of them.")
    ] = None,
    identifier: Annotated[
        str | None,
        typer.Option("--id", help="Change this one (fields not given stay); else a new one."),
    ] = None,
    base_version: Annotated[
        int | None,
        typer.Option(
            "--version", min=1, help="The version the change is based on; else the latest."
        ),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Take the entity --id out of the case.")
    ] = False,
    attach: Annotated[
        Path | None, typer.Option("--attach", help="A file to keep with this evidence.")
    ] = None,
    author: Author = None,
    reason: Reason = None,
    folder: Where = None,
) -> None:
    """Add to a case, change what is there, or take it out; everything is kept in the history.

    Examples:

        workbench add C-0001 event --json '{"when": "14/03/2026 18:30", "what": "Tea was served"}'

        workbench add C-0001 action --id A1 --json '{"due": "2026-10-01"}' --reason "Agreed"

        workbench add C-0001 evidence --json '{"title": "Daily notes", "type": "care record"}'
        --attach notes.pdf

        workbench add C-0001 factor --file factors.json

        workbench add C-0001 event --id T7 --remove --reason "Entered twice"
    """
    from workbench.cli.case_views import loose_ends
    from workbench.cli.entry_input import read_amendments
    from workbench.ledger.amend import amend
    from workbench.ledger.attach import attach as keep_file
    from workbench.ledger.loose_ends import refuse_unsaid_change

    session = open_session(folder)
    session.admit(case, "workbench add")
    amendments = read_amendments(
        kind, json_text, file, identifier=identifier, base_version=base_version, remove=remove
    )
    if reason is None and base_version is None:
        refuse_unsaid_change(session.ledger.fold(case), amendments)
    if attach:
        amendments = (keep_file(session.evidence, amendments, attach),)
    kept = amend(
        session.ledger,
        case,
        amendments,
        author=author_name(author),
        reason=reason or "Entered",
        at=now(),
    )
    for entry in kept:
        word = "Removed" if entry.removes else "Kept"
        say(f"{word} {entry.kind} {entry.entity} (version {entry.version}).")
    for loose in loose_ends(session.ledger.fold(case), kept):
        warn(loose)


def show(
    case: CaseArgument,
    as_of: Annotated[
        int | None, typer.Option("--as-of", help="As it stood after this entry.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only entities of this kind.")] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Show a case as it stands, or as it stood.

    Examples:

        workbench show C-0001

        workbench show C-0001 --kind action --json

        workbench show C-0001 --as-of 40
    """
    from workbench.cli.case_views import case_as_json, case_tables

    session = open_session(folder)
    session.admit(case, "workbench show")
    held = session.ledger.fold(case, as_of)
    if as_json:
        print_json(case_as_json(held, kind))
        return
    for title, columns, rows in case_tables(held, kind):
        print_table(title, columns, rows)


def history(
    case: CaseArgument,
    entity: Annotated[str | None, typer.Option("--id", help="Only this entity.")] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Show who changed what in a case, when and why.

    Examples:

        workbench history C-0001

        workbench history C-0001 --id A1 --json
    """
    from workbench.cli.case_views import change_as_json, change_row

    session = open_session(folder)
    session.admit(case, "workbench history")
    changes = session.ledger.history(case)
    changes = tuple(change for change in changes if entity in (None, change.entity))
    if as_json:
        print_json([change_as_json(change) for change in changes])
        return
    print_table(
        f"History of {case}",
        ("Entry", "When", "Who", "What", "Changed", "Why"),
        (change_row(change) for change in changes),
    )


def check(
    case: CaseArgument,
    gate: Annotated[
        str | None, typer.Option("--gate", help="Only what closes this gate, such as review.")
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Check the reasoning of a case; exits with 6 while something closes a gate.

    Examples:

        workbench check C-0001

        workbench check C-0001 --gate approve --json
    """
    from dataclasses import asdict

    from workbench.cli.check_views import (
        found_rows,
        gate_named,
        name_lines,
        reaches_approval,
        report_as_json,
        summary,
    )
    from workbench.record.names.residual import names_in_entries

    closing = gate_named(gate)
    session = open_session(folder)
    session.admit(case, "workbench check")
    examined, config = session.examine(case, today()), session.workspace.config
    report = examined.report
    named = names_in_entries(examined.case, config.sign_off_roles, config.functions)
    if as_json:
        print_json({**report_as_json(report, closing), "listed_names": list(map(asdict, named))})
    else:
        columns = ("Code", "Weight", "About", "What was found, and what it asks")
        print_table(f"Checks on {case}", columns, found_rows(report, closing))
        for line in name_lines(named):
            say(line)
        say(summary(report))
    if report.blocking(closing or "issue") or (named and reaches_approval(closing)):
        raise typer.Exit(6)


def rules(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="One rule.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the rules that check an investigation, or explain one.

    Examples:

        workbench rules

        workbench rules ACT001

        workbench rules --json
    """
    from workbench.checks.pages import explain, page_markdown
    from workbench.checks.registry import all_checks, check_named
    from workbench.cli.check_views import rule_as_json, rule_rows

    if as_json:
        chosen = (check_named(code),) if code else all_checks()
        print_json([rule_as_json(rule) for rule in chosen])
    elif code:
        say(page_markdown(explain(code)))
    else:
        print_table("Rules", ("Code", "Name", "Weight", "Source"), rule_rows(all_checks()))


def kinds(
    kind: Annotated[str | None, typer.Argument(metavar="KIND", help="One kind.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the kinds of entry a case is made of, or the fields of one.

    Examples:

        workbench kinds

        workbench kinds action

        workbench kinds action --json
    """
    from workbench.cli.case_views import field_rows, kind_rows
    from workbench.domain.kinds import KINDS, kind_named

    if kind is None:
        if as_json:
            print_json({name: held.summary for name, held in KINDS.items()})
        else:
            print_table("Kinds of entry", ("Kind", "Letters", "What it is"), kind_rows())
        return
    model = kind_named(kind).model
    if as_json:
        print_json(model.model_json_schema())
    else:
        print_table(kind_named(kind).summary, ("Field", "Needed", "Takes"), field_rows(model))
