"""Where records lie in a workspace, and how one is found by what a person calls it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from workbench.domain.nearest import did_you_mean
from workbench.errors import NotFound, UnreadableFile
from workbench.record.seal.envelope import MAX_SIZE
from workbench.workspace.folder import Workspace

_NAMED: Final = re.compile(r"^((C-[0-9]{4,6})-[a-z-]+)-v([0-9]+)$")

__all__ = ["archive_folder", "find_record", "read_record", "record_path", "register_path"]


def record_path(workspace: Workspace, record_id: str, version: int) -> Path:
    """Return where a record's file is."""
    return workspace.records / f"{record_id}-v{version}.html"


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
