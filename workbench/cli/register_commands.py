"""Commands for the incident register: other systems' data, mapped and validated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli.options import AsJson, Where
from workbench.cli.output import print_json, print_table, progress_bar, say
from workbench.cli.session import now, open_session

__all__ = ["import_register", "incidents"]


def _show_mapping(name: str | None) -> None:
    """Print a shipped mapping and stop, where one is named."""
    from workbench.register.mapping import mapping_text

    if name is not None:
        say(mapping_text(name).rstrip())
        raise typer.Exit


def _write_empty(file: Path | None) -> None:
    """Write an empty register and stop, where a file is named."""
    from workbench.register.template import write_template

    if file is not None:
        write_template(file)
        say(f"Wrote {file}. Fill in a row for each incident, then 'workbench import' it.")
        raise typer.Exit


def import_register(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV or XLSX register.")],
    mapping: Annotated[
        str | None,
        typer.Option(
            "--mapping",
            help="How its columns are called: 'plain', 'datix-like', or a TOML file. "
            "By default the shipped mapping that fits.",
            show_default=False,
        ),
    ] = None,
    rejects: Annotated[
        Path | None,
        typer.Option(
            "--rejects",
            help="Where unreadable rows go; by default beside FILE, as NAME.rejects.csv.",
            show_default=False,
        ),
    ] = None,
    show_mapping: Annotated[
        str | None,
        typer.Option(
            "--show-mapping",
            metavar="NAME",
            help="Print a shipped mapping, to begin your own from, and stop.",
            callback=_show_mapping,
            is_eager=True,
            expose_value=False,
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="Write an empty register with the plain headings (CSV), and stop.",
            callback=_write_empty,
            is_eager=True,
            expose_value=False,
            show_default=False,
        ),
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """Import an incident register; importing it again shows what changed.

    Rows that lack a required field are imported as incomplete. Rows that cannot be read at all
    go to the rejects file, each with the reason. Nothing that was imported before is removed.

    Examples:

        workbench import --template incidents.csv

        workbench import incidents.csv

        workbench import export.xlsx --mapping datix-like

        workbench import --show-mapping plain > our-columns.toml

        workbench import export.csv --mapping our-columns.toml --json
    """
    from workbench.cli.register_views import import_as_json, import_lines
    from workbench.register.mapping import load_mapping

    session = open_session(folder)
    chosen = load_mapping(mapping) if mapping else None
    with progress_bar("Importing") as advance:
        report = session.register.import_file(
            file,
            chosen,
            at=now(),
            rejects=rejects or file.with_name(f"{file.stem}.rejects.csv"),
            progress=lambda done, total: advance(done, total, ""),
        )
    if as_json:
        print_json(import_as_json(report))
        return
    for line in import_lines(report):
        say(line)


def incidents(
    service: Annotated[str | None, typer.Option("--service", help="Only this service.")] = None,
    category: Annotated[str | None, typer.Option("--category", help="Only this category.")] = None,
    incomplete: Annotated[
        bool, typer.Option("--incomplete", help="Only those that lack a required field.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many rows.")] = 50,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """List the incidents in the register, latest first.

    Examples:

        workbench incidents --service "Alder House"

        workbench incidents --incomplete --limit 200 --json
    """
    from workbench.cli.register_views import incident_as_json, incident_row

    register = open_session(folder).register
    found = register.list(service=service, category=category, incomplete=incomplete, limit=limit)
    if as_json:
        print_json([incident_as_json(item) for item in found])
        return
    print_table(
        "Incidents",
        ("Incident", "When", "Service", "Category", "Harm", "Still missing"),
        (incident_row(item) for item in found),
    )
    say(f"{len(found)} of {register.count()} incidents in the register.")
