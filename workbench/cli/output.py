"""Printing: tables for people, JSON for programs."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["console", "guarded_output", "print_json", "print_table", "progress_bar", "say", "warn"]

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG)


def console() -> Console:
    """Return the console that people read, on standard output."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def say(text: str = "") -> None:
    """Print a line of plain text as it is; nothing in it is interpreted."""
    console().print(text, markup=False, emoji=False, soft_wrap=True)


def warn(text: str) -> None:
    """Print a line of plain text on standard error, where it does not mix with what was asked."""
    from rich.console import Console

    shown = Console(stderr=True, highlight=False)
    shown.print(f"warning: {text}", markup=False, emoji=False, soft_wrap=True)


def print_json(data: object) -> None:
    """Print `data` as JSON; dates and other values print as their text.

    Letters stay as they are where the output takes all of them, and are escaped elsewhere.
    """
    takes_all = (sys.stdout.encoding or "").lower().startswith("utf")
    print(json.dumps(data, ensure_ascii=not takes_all, indent=2, default=str))  # noqa: T201


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table with a title and a header row."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(title=Text(title, style="bold"), box=SIMPLE_HEAD, title_justify="left")
    for place, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=place == 0)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console().print(table)


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int, str], None]]:
    """Show a progress bar on standard error, if it is a terminal.

    Yields `advance(done, total, what)`.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    shown = Console(stderr=True, highlight=False)
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f}/{task.total:,.0f}"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[what]}"),
        console=shown,
        disable=not shown.is_terminal,
    ) as progress:
        task = progress.add_task(label, total=0, what="")

        def advance(done: int, total: int, what: str = "") -> None:
            progress.update(task, completed=done, total=total, what=what)

        yield advance


@contextmanager
def guarded_output() -> Iterator[None]:
    """Run a program whose output may have no room, no reader, or too few letters.

    A letter that the output's encoding lacks becomes a question mark. Output that cannot be
    written for lack of room ends in one error line and exit code 1; a reader that went away, in
    exit code 1 alone.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except OSError as error:
        if error.errno not in (*_FULL, errno.EPIPE):
            raise
        _drop_what_is_left()
        if error.errno != errno.EPIPE:
            with suppress(OSError):
                sys.stderr.write(
                    "error: There is no room left where the output goes, so part of it is lost.\n"
                    "hint: Make room, and look before doing it again: what the command changed is "
                    "kept.\n"
                )
        raise SystemExit(1) from error


def _drop_what_is_left() -> None:
    """Send what is still in the buffer nowhere, since Python writes it once more at its end."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
