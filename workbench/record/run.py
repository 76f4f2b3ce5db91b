"""Run a notebook on a frozen case, by papermill, in a fresh kernel of this interpreter."""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from workbench.errors import NotebookFailed, StorageFull, UnreadableFile
from workbench.record.cells import NotebookCell, read_cells
from workbench.record.parameters import check_parameters

__all__ = ["FROZEN_CASE", "ExecutedNotebook", "Progress", "run_notebook"]

FROZEN_CASE: Final = "WORKBENCH_FROZEN_CASE"
"""The environment variable that tells a notebook in which file its frozen case is."""

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told before each cell: how many are done, how many there are, and the step (or "").

Told once more at the end, when all are done.
"""

_WIDGET: Final = "application/vnd.jupyter.widget-view+json"

# What a kernel needs of its surroundings, and nothing else: a notebook runs other people's
# code, and must see no passphrase or token. None of these leads Python to other modules; that is
# why no PYTHON* variable is among them, and VIRTUAL_ENV, which IPython follows, is not either.
_INHERITED: Final = [
    "PATH",
    "HOME",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "FONTCONFIG_PATH",
    "FONTCONFIG_FILE",
    "XDG_CACHE_HOME",
]


@dataclass(frozen=True, slots=True)
class ExecutedNotebook:
    """A notebook with the outputs of its run, as the bytes of an `.ipynb` file."""

    content: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(slots=True)
class _Place:
    """Where the run is: the cells as they run, and the index of the present one."""

    cells: tuple[NotebookCell, ...]
    at: int = -1
    progress: Progress | None = field(default=None)

    def start(self, index: int) -> None:
        self.at = index
        if self.progress:
            self.progress(index, len(self.cells), self.cells[index].step or "")

    def finish(self) -> None:
        if self.progress:
            self.progress(len(self.cells), len(self.cells), "")

    def words(self, index: int | None = None) -> str:
        index = self.at if index is None else index
        if not 0 <= index < len(self.cells):
            return "before the first cell"
        here = self.cells[index]
        number = sum(
            cell.kind == "code"
            and cell.step == here.step
            and "injected-parameters" not in cell.tags
            for cell in self.cells[: index + 1]
        )
        where = f"of the step '{here.step}'" if here.step else "before the first step"
        return f"code cell {number} {where}"


def run_notebook(
    notebook: bytes,
    parameters: Mapping[str, object],
    *,
    frozen_case: str,
    cwd: Path,
    progress: Progress | None = None,
    timeout: int = 600,
) -> ExecutedNotebook:
    """Return the notebook, executed from top to bottom with `parameters` in a fresh kernel.

    The notebook finds the case (JSON) in the file named by `WORKBENCH_FROZEN_CASE`. The kernel
    is always this interpreter, whatever the notebook asks for. It starts in `cwd`, where it can
    read files but import none, and sees neither this process's secrets nor the user's IPython
    set-up. `timeout` is in seconds, for one cell. On failure nothing is left behind.

    Raises:
        InvalidParameters: a name or value is not one the notebook's parameters cell declares.
        UnreadableFile: `notebook` is not a notebook.
        NotebookFailed: a cell failed, took too long, asked for typing or showed a widget; the
            message names the place and the type of the error, never what it said.
        StorageFull: the disk is full.
    """
    values = check_parameters(notebook, parameters)
    with tempfile.TemporaryDirectory(prefix="workbench-run-") as folder:
        try:
            with _quiet("papermill"):
                executed = _run(notebook, values, frozen_case, cwd, Path(folder), progress, timeout)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise StorageFull(
                    "The disk is full: the notebook could not be run.",
                    "Free some space in the folder for temporary files and try again.",
                ) from error
            raise
    _refuse_unfinished(read_cells(executed))
    return ExecutedNotebook(executed)


def _run(
    notebook: bytes,
    values: dict[str, Any],
    frozen_case: str,
    cwd: Path,
    folder: Path,
    progress: Progress | None,
    timeout: int,
) -> bytes:
    # Imported here, so that commands that run no notebook do not wait for it.
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from workbench.record.kernel import ENGINE, register

    case_file = folder / "case.json"
    _write_private(case_file, frozen_case.encode())
    (folder / "ipython").mkdir(mode=0o700)
    (folder / "temporary").mkdir(mode=0o700)
    book = _read(notebook)
    _with_own_kernel(book)
    place = _Place(_as_run(book, values), progress=progress)
    register()
    try:
        executed = papermill.execute_notebook(
            book,
            None,
            parameters=values,
            engine_name=ENGINE,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            execution_timeout=timeout,
            environment=_environment(case_file, folder),
            connection_file=str(folder / "kernel.json"),
            working_folder=str(cwd),
            on_start=place.start,
        )
    except PapermillExecutionError as error:
        raise _cell_failed(place.words(error.cell_index), error.ename) from error
    except OSError as error:
        if isinstance(error, TimeoutError):
            raise _run_failed(place.words(), error) from error
        raise
    except Exception as error:  # whatever the kernel machinery raises, at its seam
        raise _run_failed(place.words(), error) from error
    place.finish()
    _forget_paths(executed)
    return _written(executed)


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Keep a logger and those below it from speaking: parameters were checked before."""
    logger = logging.getLogger(name)
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _as_run(book: Any, values: Mapping[str, Any]) -> tuple[NotebookCell, ...]:
    """The cells as papermill will run them: with the cell that holds the parameters."""
    from papermill.parameterize import parameterize_notebook

    copy = _read(_written(book))
    return read_cells(_written(parameterize_notebook(copy, dict(values)) if values else copy))


def _read(notebook: bytes) -> Any:
    import nbformat

    try:
        return nbformat.reads(notebook.decode(), as_version=4)  # type: ignore[no-untyped-call]
    except (nbformat.ValidationError, ValueError) as error:
        raise UnreadableFile(
            "The notebook does not hold together as a Jupyter notebook.",
            "Open and save it in JupyterLab, or start it again from its template.",
        ) from error


def _written(book: Any) -> bytes:
    import nbformat

    return str(nbformat.writes(book, version=4)).encode()  # type: ignore[no-untyped-call]


def _with_own_kernel(book: Any) -> None:
    book.metadata["kernelspec"] = {
        "display_name": "Python 3",
        "language": "python",
        "name": "python3",
    }
    book.metadata.pop("language_info", None)
    book.metadata.pop("widgets", None)
    book.metadata.setdefault("papermill", {})
    for cell in book.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.setdefault("tags", [])


def _environment(case_file: Path, folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return {
        **kept,
        FROZEN_CASE: str(case_file),
        "IPYTHONDIR": str(folder / "ipython"),
        "TMPDIR": str(folder / "temporary"),
        "LC_ALL": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "PYTHONNOUSERSITE": "1",
        "PYTHONSAFEPATH": "1",
        "TZ": "Europe/London",
    }


def _write_private(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)


def _forget_paths(book: Any) -> None:
    for name in ("input_path", "output_path", "environment_variables"):
        book.metadata.papermill.pop(name, None)


def _refuse_unfinished(cells: tuple[NotebookCell, ...]) -> None:
    place = _Place(cells)
    for cell in cells:
        if any(output.get("output_type") == "error" for output in cell.outputs):
            # papermill lets SystemExit pass, and the cells after it would be missing
            raise _cell_failed(place.words(cell.index), "SystemExit")
        if any(_WIDGET in output.get("data", {}) for output in cell.outputs):
            raise NotebookFailed(
                f"In {place.words(cell.index)}, the output is an interactive control, "
                "which a record cannot hold.",
                "Show a table, a figure or text there instead, and try again.",
            )


def _cell_failed(where: str, ename: object) -> NotebookFailed:
    name = str(ename) if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]{0,79}", str(ename)) else "an error"
    if name == "StdinNotImplementedError":
        return NotebookFailed(
            f"In {where}, the notebook asks for something to be typed.",
            "A record is made without anybody at the keyboard: take the question out of the cell.",
        )
    return NotebookFailed(
        f"In {where}, the notebook stopped with {name}.",
        "Open the notebook, choose Run > Restart Kernel and Run All Cells, and mend that cell.",
    )


def _run_failed(where: str, error: Exception) -> NotebookFailed:
    kind = type(error).__name__
    if kind == "CellTimeoutError":
        return NotebookFailed(
            f"In {where}, the notebook took too long and was stopped.",
            "Make the cell faster, or allow more time.",
        )
    if kind == "DeadKernelError":
        return NotebookFailed(
            f"In {where}, the program that runs the notebook stopped.",
            "Check that the computer has memory to spare, then try again.",
        )
    return NotebookFailed(
        f"The notebook could not be run ({kind}, {where}).",
        "Run all its cells in JupyterLab; if that works, report this as a fault.",
    )
