"""Every command that a hint, a message, a template or a page names is there, with its options."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from workbench.cli.app import app

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    [
        *(ROOT / "workbench").rglob("*.py"),
        *(ROOT / "workbench").rglob("*.toml"),
        *(ROOT / "notebooks" / "templates").glob("*.py"),
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
    ]
)
QUOTED = re.compile(r"['`]workbench ([a-z][^'`]*)['`]")
LINES = re.compile(r"^(?:# |\$ |cd \S+ && )*workbench ([a-z].*)$", re.MULTILINE)
BLOCK = re.compile(r"^ *```\w+\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
USAGE = ["[OPTIONS]"]
OPTION = re.compile(r"(?<![\w-])--[a-z-]+")


def mentions(path: Path) -> Iterator[str]:
    """Yield what stands behind `workbench` wherever a file names a command."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py" and "templates" not in path.parts:
        for said in strings(text):
            yield from (match[1] for match in QUOTED.finditer(" ".join(said.split())))
            yield from (match[1].strip() for match in LINES.finditer(said))
        return
    blocks = text if path.suffix != ".md" else "\n".join(BLOCK.findall(text))
    joined = re.sub(r"\\\n\s*", " ", blocks)
    yield from (match[1] for match in LINES.finditer(joined))
    yield from (match[1] for match in QUOTED.finditer(re.sub(r"\n(?:# )?", " ", text)))


def strings(source: str) -> Iterator[str]:
    """Yield every string of a module, with … for what is put into it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield "\n".join(line.strip() for line in node.value.splitlines())


def fault(mention: str) -> str | None:
    """Return what is wrong with a command as it was mentioned, or None."""
    words = mention.split()
    group = get_command(app)
    command = group.commands.get(words[0])  # type: ignore[attr-defined]
    if command is not None and hasattr(command, "commands") and words[1:2] not in ([], USAGE):
        command = command.commands.get(words[1])
    if command is None:
        return f"there is no command 'workbench {mention}'"
    known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    unknown = [name for name in OPTION.findall(mention) if name not in known | {"--help"}]
    return f"'workbench {mention}' has no {unknown[0]}" if unknown else None


def test_the_faults_that_this_looks_for_are_found() -> None:
    assert fault("register list")
    assert fault("keys sign")
    assert fault("incidents --wrong")
    assert not fault("keys new --role … --name …")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_command_that_is_named_is_there(path: Path) -> None:
    assert [said for mention in mentions(path) if (said := fault(mention))] == []


def test_commands_are_named_in_many_places() -> None:
    assert sum(1 for path in SOURCES for _ in mentions(path)) > 150
