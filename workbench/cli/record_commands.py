"""Commands for the signed record: approve, freeze, sign, issue, withdraw, verify."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.options import (
    ActingRole,
    AsJson,
    Author,
    CaseArgument,
    DayOf,
    PassphraseFile,
    Where,
    WhichNotebook,
    Who,
)
from workbench.cli.output import print_json, progress_bar, say
from workbench.cli.session import (
    ask_with,
    author_name,
    day_of,
    now,
    open_session,
    optional_session,
    today,
)

__all__ = ["approve", "freeze", "issue", "sign", "verify", "withdraw"]

RecordArgument = Annotated[
    str, typer.Argument(metavar="RECORD", help="A record's file, or its name in records/.")
]


def approve(
    case: CaseArgument,
    role: ActingRole,
    words: Annotated[
        str,
        typer.Option("--words", prompt="In your words", help="What you say to it, in your words."),
    ],
    name: Who = None,
    returned: Annotated[
        bool, typer.Option("--return", help="Return it to the investigators instead.")
    ] = False,
    author: Author = None,
    folder: Where = None,
) -> None:
    """Approve a case in a role, once nothing blocks it; a later change asks for it again.

    Examples:

        workbench approve C-0001 --as manager --words "Reviewed with the team on 3 September"

        workbench approve C-0001 --as "governance lead" --return --words "Question 2 is open"
    """
    from workbench.domain.standing import entered_by
    from workbench.notebooks.choosing import chosen_template, too_light
    from workbench.record.approve import approve as decide

    session = open_session(folder)
    session.admit(case, "workbench approve")
    examined = session.examine(case, today())
    decided = decide(
        session.workspace,
        session.ledger,
        examined,
        role=role,
        name=name,
        words=words,
        returned=returned,
        author=author_name(author),
        at=now(),
    )
    say(
        f"{decided.name} ({decided.role}): {decided.decision}, the case as it stands after "
        f"entry {decided.content_seq}."
    )
    if account := entered_by(session.ledger.fold(case), decided):
        say(
            f"Entered by {account!r}, which the record shows beside the name. Who sat at the "
            "keyboard, an account that is shared or bears nobody's name cannot show."
        )
    chosen = chosen_template(session.workspace, session.ledger, case)
    if warning := too_light(examined.case, chosen):
        say(warning)


def freeze(
    case: CaseArgument,
    template: WhichNotebook = None,
    on: DayOf = None,
    drop_signatures: Annotated[
        bool,
        typer.Option(
            "--drop-signatures", help="Replace a record that was signed and never issued."
        ),
    ] = False,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Run the case's notebook and seal the result, ready to be signed.

    The record of triage asks for triage alone; every other asks for the whole case, approved.

    Examples:

        workbench freeze C-0001

        workbench freeze C-0001 --template triage

        workbench freeze C-0001 --date 2026-09-01 --json
    """
    from dataclasses import asdict

    from workbench.notebooks.choosing import chosen_template, too_light
    from workbench.notebooks.freezing import freeze_case

    session, day = open_session(folder), day_of(on)
    session.admit(case, "workbench freeze")
    examined = session.examine(case, day)
    chosen = chosen_template(session.workspace, session.ledger, case, template)
    with progress_bar(f"Freezing {case}") as advance:
        frozen = freeze_case(
            session.workspace,
            session.ledger,
            session.record_log,
            examined,
            on=day,
            drop_signatures=drop_signatures,
            template=chosen,
            progress=advance,
        )
    if as_json:
        print_json(asdict(frozen))
        return
    say(f"Frozen: {frozen.path} ({frozen.size:,} bytes), record code {frozen.record_code}.")
    say(f"Of the notebook {chosen}. {too_light(examined.case, chosen) or ''}".rstrip())
    if frozen.added_code:
        say(f"It holds {frozen.added_code} code cell(s) that the template does not contain.")
    say(
        f"{frozen.names_sought} listed name(s) were searched for and not found in it. A name that "
        f"is not listed is not found: 'workbench add {case} name' lists one."
    )
    say(f"Next: {', then '.join(frozen.required)} sign it, with 'workbench sign'.")


def sign(
    record: RecordArgument,
    role: ActingRole,
    words: Annotated[
        str,
        typer.Option(
            "--words", prompt="In your words", help="What your signature means, in your words."
        ),
    ],
    name: Who = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask again before signing.")] = False,
    passphrase_file: PassphraseFile = None,
    folder: Where = None,
) -> None:
    """Sign a frozen record in a role, with your own key, after seeing what it is.

    Examples:

        workbench sign C-0001 --as investigator --words "I stand behind what was found"

        workbench sign C-0001-structured-analysis-v1 --as manager --words "I answer for the actions"
        --yes --passphrase-file my-passphrase
    """
    from workbench.cli.record_views import to_sign_lines
    from workbench.record.sign import look_before_signing
    from workbench.record.sign import sign as put_signature

    session, at = open_session(folder), now()
    seen = look_before_signing(
        session.workspace, session.ledger, record, role=role, name=name, at=at
    )
    for line in to_sign_lines(seen):
        say(line)
    if not yes:
        typer.confirm("Have you read it, and do you sign it?", abort=True)
    signed = put_signature(
        session.workspace, seen, words=words, at=at, ask=ask_with(passphrase_file)
    )
    say(f"Signed by {signed.name} ({signed.role}).")
    say(f"Next: {signed.next_role} signs." if signed.next_role else "Next: 'workbench issue'.")


def issue(record: RecordArgument, folder: Where = None, as_json: AsJson = False) -> None:
    """Issue a fully signed record: from then on it verifies as complete.

    Examples:

        workbench issue C-0001
    """
    from dataclasses import asdict

    from workbench.record.issue import issue as put_out

    session = open_session(folder)
    issued = put_out(session.workspace, session.ledger, session.record_log, record, at=now())
    if as_json:
        print_json(asdict(issued))
        return
    say(f"Issued: {issued.path}, entry {issued.position} of the log of records.")
    say("Hand it on with records/register.json; trust.json reaches its readers by another way.")
    say(f"Give the record code {issued.record_code} by another way too, such as the telephone.")


def withdraw(
    record: RecordArgument,
    role: ActingRole,
    because: Annotated[str, typer.Option("--because", help="Why it no longer stands.")],
    name: Who = None,
    author: Author = None,
    folder: Where = None,
) -> None:
    """Withdraw an issued record: it stays, and verifies as withdrawn from then on.

    Who withdrew it and why is kept in its case; the register of issued records says that and when.

    Examples:

        workbench withdraw C-0001-triage-v1 --as manager --because "It shows a house number"
    """
    from workbench.record.places import case_of
    from workbench.record.withdraw import issued_as
    from workbench.record.withdraw import withdraw as take_back

    session = open_session(folder)
    issued = issued_as(session.workspace, session.record_log, record)
    session.admit(case_of(issued.record_id), "workbench withdraw")
    made = take_back(
        session.workspace,
        session.ledger,
        session.record_log,
        record,
        role=role,
        name=name,
        because=because,
        author=author_name(author),
        at=now(),
    )
    say(f"Withdrawn: {made.record}, version {made.version}, by {made.name} ({made.role}).")
    say("Nothing is deleted. Send records/register.json to everybody who was given the record.")


def verify(
    record: RecordArgument,
    trust: Annotated[
        list[Path] | None,
        typer.Option(
            "--trust",
            metavar="FILE",
            help="The organisation's trust list; else the workspace's. Given again for a newer "
            "one, it asks that the root keys of the list before have signed it.",
            show_default=False,
        ),
    ] = None,
    register: Annotated[
        Path | None,
        typer.Option("--register", help="The register of issued records; else the workspace's."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print each step of the check and its result.")
    ] = False,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Check a record: signed (exit 0), incomplete (3), unknown signers (4) or altered (5).

    Examples:

        workbench verify records/C-0001-structured-analysis-v1.html

        workbench verify C-0001 --explain

        workbench verify letter.html --trust trust.json --register register.json --json

        workbench verify letter.html --trust trust-we-had.json --trust trust-they-sent.json
    """
    from workbench.cli.record_views import report_as_json, report_lines
    from workbench.record.check import check_record
    from workbench.record.withdraw import why_withdrawn

    session = optional_session(folder)
    report = check_record(
        record,
        workspace=session.workspace if session else None,
        log=session.record_log if session else None,
        trust=trust or (),
        register=register,
        at=now(),
    )
    if as_json:
        print_json(report_as_json(report))
    else:
        for line in report_lines(report, explain=explain):
            say(line)
        if session and report.manifest_hash and not trust:
            made = why_withdrawn(session.ledger, session.record_log, report.manifest_hash)
            if made:
                say(f"Withdrawn by {made.name} ({made.role}): “{made.because}”")
    raise typer.Exit(report.verdict.exit_code)
