"""The command that shows contributory-factor frameworks."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.options import AsJson, Where
from workbench.cli.output import print_json, print_table, say
from workbench.cli.session import optional_session

__all__ = ["frameworks"]


def frameworks(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="One framework; 'own' is the workspace's own file."),
    ] = None,
    folder: Where = None,
    as_json: AsJson = False,
) -> None:
    """List the contributory-factor frameworks, or show the groups of one.

    A workspace chooses one with 'factor_framework' in workbench.toml, or names a file of its own
    there. HFACS is for reading labels of other systems, and is never offered for choosing.

    Examples:

        workbench frameworks

        workbench frameworks npsa

        workbench frameworks own --json
    """
    from workbench.cli.framework_views import framework_lines, framework_rows, group_rows, shown

    session = optional_session(folder)
    workspace = session.workspace if session else None
    if name is None:
        if as_json:
            print_json(framework_rows(workspace))
        else:
            columns = ("Name", "Framework", "Groups", "Wording", "Use")
            print_table(
                "Frameworks", columns, (tuple(row.values()) for row in framework_rows(workspace))
            )
        return
    framework = shown(name, workspace)
    if as_json:
        print_json(framework.model_dump(mode="json", exclude_defaults=True))
        return
    for line in framework_lines(framework):
        say(line)
    print_table("Groups", ("Code", "Group", "Look for", "SEIPS"), group_rows(framework))
