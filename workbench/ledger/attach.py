"""Keeps a file with the evidence that is entered for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from workbench.domain.values import clean_text
from workbench.errors import InvalidInput, UnreadableFile
from workbench.ledger.amend import Amendment
from workbench.workspace.store import ContentStore

__all__ = ["MAX_FILE", "attach"]

MAX_FILE: Final = 256 * 1024 * 1024
"""Most bytes in a file that is kept as evidence."""


def attach(store: ContentStore, amendments: tuple[Amendment, ...], file: Path) -> Amendment:
    """Keep `file` by its hash and return the one amendment with the file's name, size and hash.

    The name is only ever shown; the file is found by its hash.

    Raises:
        InvalidInput: there is not exactly one amendment, or it is not of evidence.
        UnreadableFile: the file cannot be read, or is larger than 256 MiB.
        StorageError: it cannot be kept.
    """
    if len(amendments) != 1 or amendments[0].kind != "evidence" or amendments[0].fields is None:
        raise InvalidInput(
            "A file can only be kept with one piece of evidence.",
            "Use --attach with 'workbench add CASE evidence' and a single entry.",
        )
    data = _read(file)
    kept = {"file_name": _shown(file.name), "size": len(data), "sha256": store.put(data)}
    return replace(amendments[0], fields={**amendments[0].fields, **kept})


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise UnreadableFile(
            "The file to attach cannot be read.", "Check its path and that you may read it."
        ) from error
    if len(data) > MAX_FILE:
        raise UnreadableFile(
            f"The file to attach is larger than {MAX_FILE // 1024**2} MiB.",
            "Keep it where it is and describe in the evidence where that is.",
        )
    return data


def _shown(name: str) -> str:
    """Return a file's name as it can be shown: what cannot be printed becomes a mark."""
    printable = "".join(char if char.isprintable() else "\ufffd" for char in name)
    return clean_text(printable)[:255] or "file"
