"""What a notebook's cells are: steps, guidance, the template's own, and what was added."""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from workbench.errors import UnreadableFile

__all__ = [
    "AddedCell",
    "NotebookCell",
    "added_cells",
    "declared_parameters",
    "joined",
    "missing_steps",
    "read_cells",
    "shipped_cells",
]

_STEP: Final = re.compile(r"step:([a-z][a-z0-9-]{0,39})")
_MEANT: Final = ("parameters", "guidance", "exhibit")
_INJECTED: Final = "injected-parameters"


@dataclass(frozen=True, slots=True)
class NotebookCell:
    """One cell: `index` counts from 0, `step` is the step it stands in (None before the first)."""

    index: int
    kind: str
    tags: frozenset[str]
    source: str
    step: str | None
    outputs: tuple[Mapping[str, Any], ...] = ()
    attachments: Mapping[str, Mapping[str, str]] | None = None

    @property
    def starts(self) -> str | None:
        """The step that this cell is the heading of, from its tag `step:<name>`."""
        return _step_of(self.kind, self.tags)

    @property
    def digest(self) -> str:
        """SHA-256 over the kind, the tags that mean something, and the source."""
        tags = sorted(tag for tag in self.tags if tag in _MEANT or _STEP.fullmatch(tag))
        said = json.dumps([self.kind, tags, self.source.rstrip()])
        return hashlib.sha256(said.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class AddedCell:
    """A cell that the template does not contain: where it stands, and whether it is code."""

    index: int
    kind: str
    step: str | None


def read_cells(notebook: bytes) -> tuple[NotebookCell, ...]:
    """Return the cells of a notebook (format 4, JSON) in their order.

    Raises:
        UnreadableFile: it is not a notebook of that format.
    """
    try:
        document = json.loads(notebook)
        if document["nbformat"] != 4:
            raise ValueError("not format 4")
        return tuple(_cells(document["cells"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableFile(
            "The notebook is not a Jupyter notebook of format 4.",
            "Open and save it in JupyterLab, or start it again from its template.",
        ) from error


def shipped_cells(
    cells: tuple[NotebookCell, ...], template: tuple[NotebookCell, ...]
) -> frozenset[int]:
    """Return the indexes of the `cells` that are the template's own.

    The parameters cell may hold other values than the template's, as long as it does nothing
    but give values to the names that the template declares. So may the one that papermill adds.
    """
    own = {cell.digest for cell in template}
    declared = set(_declared(template))
    valued = _parameter_cells(cells, declared)
    return frozenset(cell.index for cell in cells if cell.digest in own or cell.index in valued)


def missing_steps(notebook: bytes, template: bytes) -> tuple[str, ...]:
    """Return the template's steps of which the heading or a code cell is not in the notebook.

    The heading counts by its tag, since its words may be changed; code counts by its content.

    Raises:
        UnreadableFile: one of them is not a notebook.
    """
    cells, own = read_cells(notebook), read_cells(template)
    present = {cell.digest for cell in cells}
    started = {cell.starts for cell in cells}
    steps = dict.fromkeys(cell.starts for cell in own if cell.starts)
    lost = {
        cell.step
        for cell in own
        if cell.kind == "code" and "parameters" not in cell.tags and cell.digest not in present
    }
    return tuple(step for step in steps if step and (step not in started or step in lost))


def added_cells(notebook: bytes, template: bytes) -> tuple[AddedCell, ...]:
    """Return the cells of the notebook that are not the template's own, empty ones left out.

    Raises:
        UnreadableFile: one of them is not a notebook.
    """
    cells = read_cells(notebook)
    own = shipped_cells(cells, read_cells(template))
    return tuple(
        AddedCell(cell.index, cell.kind, cell.step)
        for cell in cells
        if cell.index not in own and cell.source.strip()
    )


def declared_parameters(notebook: bytes) -> tuple[str, ...]:
    """Return the names that the notebook's `parameters` cell gives values to, in their order.

    Raises:
        UnreadableFile: it is not a notebook.
    """
    return _declared(read_cells(notebook))


def joined(lines: object) -> str:
    """Return notebook text, which may be stored as one string or as a list of lines."""
    return "".join(map(str, lines)) if isinstance(lines, list) else str(lines)


def _declared(cells: tuple[NotebookCell, ...]) -> tuple[str, ...]:
    first = next(
        (cell for cell in cells if cell.kind == "code" and "parameters" in cell.tags), None
    )
    if first is None:
        return ()
    try:
        body = ast.parse(first.source).body
    except (SyntaxError, ValueError, RecursionError):
        return ()
    return tuple(dict.fromkeys(name for statement in body for name in _names(statement)))


def _parameter_cells(cells: tuple[NotebookCell, ...], declared: set[str]) -> set[int]:
    found = (
        next((cell for cell in cells if cell.kind == "code" and tag in cell.tags), None)
        for tag in ("parameters", _INJECTED)
    )
    return {cell.index for cell in found if cell and _only_values(cell.source, declared)}


def _only_values(source: str, declared: set[str]) -> bool:
    try:
        return all(_is_value(statement, declared) for statement in ast.parse(source).body)
    except (SyntaxError, ValueError, RecursionError):
        return False


def _is_value(statement: ast.stmt, declared: set[str]) -> bool:
    value = getattr(statement, "value", None)
    if value is None or not _targets(statement) or not _all_declared(statement, declared):
        return False
    try:
        ast.literal_eval(value)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False
    return not isinstance(statement, ast.AnnAssign) or _is_plain_annotation(statement.annotation)


_PLAIN: Final = (ast.Name, ast.Constant, ast.BinOp, ast.BitOr, ast.Subscript, ast.Tuple, ast.Load)


def _is_plain_annotation(annotation: ast.expr) -> bool:
    return all(isinstance(node, _PLAIN) for node in ast.walk(annotation))


def _all_declared(statement: ast.stmt, declared: set[str]) -> bool:
    return all(
        isinstance(target, ast.Name) and target.id in declared for target in _targets(statement)
    )


def _targets(statement: ast.stmt) -> list[ast.expr]:
    if isinstance(statement, ast.Assign):
        return statement.targets
    return [statement.target] if isinstance(statement, ast.AnnAssign) else []


def _names(statement: ast.stmt) -> Iterator[str]:
    yield from (target.id for target in _targets(statement) if isinstance(target, ast.Name))


def _cells(raw: list[dict[str, Any]]) -> Iterator[NotebookCell]:
    step = None
    for index, cell in enumerate(raw):
        tags = frozenset(str(tag) for tag in cell.get("metadata", {}).get("tags", ()))
        kind = str(cell["cell_type"])
        step = _step_of(kind, tags) or step
        yield NotebookCell(
            index,
            kind,
            tags,
            joined(cell["source"]).replace("\r\n", "\n"),
            step,
            tuple(cell.get("outputs", ())),
            cell.get("attachments"),
        )


def _step_of(kind: str, tags: frozenset[str]) -> str | None:
    if kind != "markdown":
        return None
    found = (_STEP.fullmatch(tag) for tag in sorted(tags))
    return next((match.group(1) for match in found if match), None)
