"""Keeps a file with the evidence that is entered for it, and gives it out again."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import IO, Final

from workbench.domain.case import Case
from workbench.domain.inquiry import Evidence
from workbench.domain.values import clean_text
from workbench.errors import InvalidInput, NotFound, StorageError, UnreadableFile
from workbench.ledger.amend import Amendment
from workbench.workspace.files import write_private
from workbench.workspace.store import ContentStore

__all__ = ["MAX_FILE", "attach", "detach", "kept_file", "lost_files"]

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
    kept = kept_file(store, file.name, io.BytesIO(_read(file)))
    return replace(amendments[0], fields={**amendments[0].fields, **kept})


def kept_file(store: ContentStore, name: str, source: IO[bytes]) -> dict[str, str | int]:
    """Keep a file by its hash and return the fields of evidence that tell of it.

    `name` is what the file was called; it is made safe to show and is never used as a path.
    `source` holds the file, and is left open.

    Raises:
        StorageError: it cannot be kept.
    """
    size = source.seek(0, io.SEEK_END)
    return {"file_name": _shown(name), "size": size, "sha256": store.put_file(source)}


def detach(store: ContentStore, case: Case, identifier: str, target: Path) -> int:
    """Write the file kept with a piece of evidence to `target`, a new file; returns its size.

    Raises:
        NotFound: there is no such evidence, no file is kept with it, or the file was lost.
        InvalidInput: `target` exists.
        StorageError: the file was altered since it was kept, or cannot be written.
    """
    item = case.get(Evidence, identifier)
    if item is None or item.sha256 is None:
        raise NotFound(
            f"No file is kept with the evidence {identifier} of {case.id}.",
            f"'workbench show {case.id} --kind evidence' shows which have one.",
        )
    if target.exists():
        raise InvalidInput(f"There is a file {target} already.", "Give a new name.")
    data = store.get(item.sha256)
    write_private(target, data)
    return len(data)


def lost_files(store: ContentStore, case: Case) -> tuple[str, ...]:
    """Return the evidence of which the kept file is gone, or no longer what was kept."""
    return tuple(
        item.id for item in case.all(Evidence) if item.sha256 and not _intact(store, item.sha256)
    )


def _intact(store: ContentStore, digest: str) -> bool:
    try:
        store.get(digest)
    except (NotFound, StorageError):
        return False
    return True


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise UnreadableFile(
            f"The file to attach, {_shown(file.name)}, cannot be read.",
            "Check its path and that you may read it.",
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
