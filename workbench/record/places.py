"""Where records and the notebooks they are made from lie, and how a record is found by a name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from workbench.domain.nearest import did_you_mean
from workbench.errors import NotFound, UnreadableFile
from workbench.record.seal.envelope import MAX_SIZE
from workbench.workspace.folder import Workspace

_NAMED: Final = re.compile(r"^((C-[0-9]{4,6})-[a-z-]+)-v([0-9]+)$")

__all__ = [
    "archive_folder",
    "case_of",
    "find_record",
    "notebook_path",
    "read_notebook",
    "read_record",
    "record_path",
    "register_path",
]


def notebook_path(workspace: Workspace, case_id: str, template: str) -> Path:
    """Return where the notebook of a case that began from `template` is."""
    return workspace.cases / case_id / f"{template}.ipynb"


def read_notebook(workspace: Workspace, case_id: str, template: str) -> bytes:
    """Return the bytes of the notebook of a case that began from `template`.

    Raises:
        NotFound: there is none, or it cannot be read.
    """
    path = notebook_path(workspace, case_id, template)
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(
            f"The notebook {path.name} of {case_id} cannot be read.",
            f"'workbench open-template {case_id} {template}' makes a new one where there was none; "
            "else restore the last backup.",
        ) from error


def record_path(workspace: Workspace, record_id: str, version: int) -> Path:
    """Return where a record's file is."""
    return workspace.records / f"{record_id}-v{version}.html"


def case_of(record_id: str) -> str:
    """Return the case that a record is of: the first two parts of its name, version or not.

    `C-0001-triage` and `C-0001-triage-v1` are of `C-0001`.
    """
    return "-".join(record_id.split("-")[:2])


def archive_folder(workspace: Workspace, record_id: str, version: int) -> Path:
    """Return where what a record was made from is kept: executed notebook, case and seed."""
    return workspace.records / "archive" / f"{record_id}-v{version}"


def register_path(workspace: Workspace) -> Path:
    """Return where the register of issued records is, the file that is handed on."""
    return workspace.records / "register.json"


def find_record(workspace: Workspace | None, name: str) -> Path:
    """Return the file of the record called `name`.

    `name` is a path, a file in the workspace's records, with or without `.html`, or a record's
    identifier or a case, which stand for the latest version.

    Raises:
        NotFound: there is none; the remedy names the nearest.
    """
    given = Path(name)
    if given.is_file():
        return given
    held = sorted(workspace.records.glob("*.html")) if workspace else []
    for path in held:
        if given.name in (path.name, path.stem):
            return path
    latest = {
        match[1]: path
        for path in sorted(held, key=_version)
        if (match := _NAMED.match(path.stem)) and name in (match[2], match[1])
    }
    if len(latest) == 1:
        return next(iter(latest.values()))
    if latest:
        raise NotFound(
            f"{name} has records of several kinds.", f"Name one of: {', '.join(sorted(latest))}."
        )
    hint = did_you_mean(name, [path.stem for path in held])
    raise NotFound(
        f"There is no record called {name}.", f"{hint}Give its file, such as records/NAME.html."
    )


def read_record(path: Path) -> bytes:
    """Return the bytes of a record's file, at most one more than a record may have.

    Raises:
        UnreadableFile: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(MAX_SIZE + 1)
    except OSError as error:
        raise UnreadableFile(
            f"The record {path.name} cannot be read.", "Check that you may read the file."
        ) from error


def _version(path: Path) -> int:
    match = _NAMED.match(path.stem)
    return int(match[3]) if match else 0
