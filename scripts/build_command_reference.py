"""Write docs/reference/commands.md from the commands themselves; with --check, compare only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer.main
from generated import keep

from workbench.cli.app import app

TARGET = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"
OPENING = """\
# Commands

<!-- Written by scripts/build_command_reference.py. Change the command's docstring instead. -->

"""


def reference() -> str:
    """Return the page: one heading a command, with its usage, text, arguments and options."""
    root = typer.main.get_command(app)
    context = root.context_class(root, info_name="workbench")
    return OPENING + "\n".join(_command(root, context)).rstrip() + "\n"


def _command(command: Any, context: Any) -> Iterator[str]:
    yield f"## {context.command_path}"
    yield ""
    yield "```text"
    yield " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield "```"
    yield ""
    yield from _text(command.help or "")
    yield from _table("Argument", _rows(command, context, "argument"))
    yield from _table("Option", _rows(command, context, "option"))
    below = getattr(command, "commands", {})
    for name, inner in below.items():
        if not inner.hidden:
            yield from _command(inner, inner.context_class(inner, info_name=name, parent=context))


def _text(text: str) -> Iterator[str]:
    """Yield paragraphs; those that start with the command's own name are examples, in one block."""
    examples: list[str] = []
    for paragraph in text.replace("\b", "").strip().split("\n\n"):
        lines = [line.strip() for line in paragraph.strip().splitlines()]
        if lines and lines[0].startswith("workbench "):
            examples.append(" \\\n    ".join(lines))
            continue
        yield from _block(examples)
        yield from [*lines, ""]
    yield from _block(examples)


def _block(examples: list[str]) -> Iterator[str]:
    if examples:
        yield from ["```sh", *examples, "```", ""]
        examples.clear()


def _rows(command: Any, context: Any, kind: str) -> list[tuple[str, str]]:
    parameters = (p for p in command.params if p.param_type_name == kind and not p.hidden)
    records = (parameter.get_help_record(context) for parameter in parameters)
    return [(left, right) for left, right in filter(None, records) if left != "--help"]


def _table(title: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    if not rows:
        return
    yield f"| {title} | |"
    yield "|---|---|"
    for left, right in rows:
        yield f"| `{_cell(left)}` | {_cell(right)} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    raise SystemExit(keep({TARGET: reference()}, sys.argv[1:]))
