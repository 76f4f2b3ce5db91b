"""How errors reach the person at the terminal, in one place."""

from __future__ import annotations

import json
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from workbench.errors import EntityConflict, GateClosed, WorkbenchError

__all__ = ["EXIT_ERROR", "EXIT_GATE", "Reporting"]

EXIT_ERROR = 1
"""Something went wrong for a reason that the message and the hint explain."""

EXIT_GATE = 6
"""Check findings block the step that was asked for."""


class Reporting(TyperGroup):
    """A command group that turns the package's own errors into two lines and an exit code.

    Exit code 2 stays typer's, for wrong usage. Anything that is not a `WorkbenchError` is a bug
    and keeps its traceback.
    """

    def invoke(self, ctx: Any) -> Any:
        """Run the command; print a `WorkbenchError` to standard error and exit."""
        try:
            return super().invoke(ctx)
        except WorkbenchError as error:
            sys.stderr.write(f"error: {error}\nhint: {error.remedy}\n")
            for line in _details(error):
                sys.stderr.write(f"{line}\n")
            raise typer.Exit(EXIT_GATE if isinstance(error, GateClosed) else EXIT_ERROR) from error


def _details(error: WorkbenchError) -> list[str]:
    if isinstance(error, EntityConflict):
        return [
            f"  theirs (version {error.actual}): {_as_json(error.theirs)}",
            f"  yours (from version {error.expected}): {_as_json(error.ours)}",
        ]
    return []


def _as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)
