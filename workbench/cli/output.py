"""Printing: tables for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["console", "print_json", "print_table", "progress_bar", "say"]


def console() -> Console:
    """Return the console that people read, on standard output."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def say(text: str = "") -> None:
    """Print a line of plain text, wrapped to the terminal, without interpreting markup."""
    console().print(text, markup=False)


def print_json(data: object) -> None:
    """Print `data` as JSON; dates and other values print as their text."""
    print(json.dumps(data, ensure_ascii=False, indent=2, default=str))  # noqa: T201


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
    """Show a progress bar on standard error; yields `advance(done, total, what)`."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,.0f}/{task.total:,.0f}"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[what]}"),
        console=Console(stderr=True, highlight=False),
    ) as progress:
        task = progress.add_task(label, total=1, what="")

        def advance(done: int, total: int, what: str = "") -> None:
            progress.update(task, completed=done, total=max(total, 1), what=what)

        yield advance
