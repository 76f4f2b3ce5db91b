"""Importing a register file: the upload, the mapping, the report, and the rejected rows."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.conduct.session import Session, now
from workbench.errors import InvalidInput, NotFound
from workbench.record.run import Progress
from workbench.register.mapping import SHIPPED, ColumnMapping, load_mapping, mapping_from_bytes
from workbench.register.report import ImportReport
from workbench.register.template import plain_template
from workbench.server.handler import PageHandler, guarded
from workbench.server.refusals import Refusal
from workbench.server.rendering import Page
from workbench.server.served import Served
from workbench.workspace.files import write_private

__all__ = [
    "EmptyRegisterHandler",
    "ImportHandler",
    "Imported",
    "RejectsHandler",
    "Upload",
    "import_upload",
    "safe_name",
]

_LONGEST_NAME: Final = 50


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent: its name, made safe, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, and the rejected rows as a CSV file, None where there are none."""

    report: ImportReport
    rejects: bytes | None


class ImportHandler(PageHandler):
    """Importing a register file."""

    @guarded
    async def get(self) -> None:
        """Show the form."""
        await self.show(lambda: import_page(self.served))

    @guarded
    async def post(self) -> None:
        """Begin the import and go on to its page."""
        typed = self.typed("mapping")
        register, own = self._upload("register"), self._upload("own_mapping")
        await self.carry_out(
            "import",
            typed,
            lambda: _begin(self.served, register, typed["mapping"], own),
            lambda refused: import_page(self.served, refused),
        )

    def _upload(self, name: str) -> Upload | None:
        sent = self.request.files.get(name, [])
        if not sent or not sent[0].filename:
            return None
        return Upload(safe_name(sent[0].filename), sent[0].body)


class RejectsHandler(PageHandler):
    """The rejected rows of an import."""

    @guarded
    async def get(self, token: str) -> None:
        """Send the rows as a CSV file."""
        await self.hand_over(
            lambda: _rejects(self.served, token), "rejects.csv", "text/csv; charset=utf-8"
        )


class EmptyRegisterHandler(PageHandler):
    """An empty register to fill in."""

    @guarded
    async def get(self) -> None:
        """Send it as a CSV file."""
        self.send_file(plain_template(), "incidents.csv", "text/csv; charset=utf-8")


def import_page(served: Served, refused: Refusal | None = None) -> Page:
    """Return the page that a register file is imported from."""
    values = {
        "registered": served.session.register.count(),
        "mappings": SHIPPED,
        "chosen": refused.typed.get("mapping", "") if refused else "",
        "refused": refused,
    }
    return Page("import", "Import a register", values, 400 if refused else 200)


def import_upload(
    session: Session, upload: Upload, mapping: ColumnMapping | None, progress: Progress
) -> Imported:
    """Import what was uploaded; nothing of the upload stays outside the register.

    Returns the report, and the file of the rejected rows where there are any.

    Raises:
        WorkbenchError: as for `Register.import_file`.
    """
    with tempfile.TemporaryDirectory(prefix="workbench-import-") as folder:
        path, rejects = Path(folder) / upload.name, Path(folder, "rejected", "rows.csv")
        rejects.parent.mkdir()
        write_private(path, upload.data)
        report = session.register.import_file(
            path,
            mapping,
            at=now(),
            rejects=rejects,
            progress=lambda done, total: progress(done, total, ""),
        )
        return Imported(report, report.rejects.read_bytes() if report.rejects else None)


def safe_name(given: str) -> str:
    """Return the last part of a file's name, without what could lead out of a folder."""
    last = given.replace("\\", "/").rpartition("/")[2]
    kept = "".join(one for one in last if one.isprintable()).strip(". ")
    return kept[-_LONGEST_NAME:].strip(". ") or "register"


def _rejects(served: Served, token: str) -> bytes:
    result = served.works.get(token).result
    if not isinstance(result, Imported) or result.rejects is None:
        raise NotFound("This import rejected no rows.", "Look at its report.")
    return result.rejects


def _begin(served: Served, register: Upload | None, mapping: str, own: Upload | None) -> str:
    if register is None:
        raise InvalidInput("No register file was chosen.", "Choose a .csv or .xlsx file.")
    chosen = _mapping(mapping, own)
    session = served.session
    work = served.works.start(
        f"Importing {register.name}",
        None,
        lambda progress: import_upload(session, register, chosen, progress),
    )
    return served.links.work(work.token)


def _mapping(name: str, own: Upload | None) -> ColumnMapping | None:
    if name == "own":
        if own is None:
            raise InvalidInput(
                "No mapping file was chosen.", "Choose your mapping file, or another mapping."
            )
        return mapping_from_bytes(own.data, own.name)
    return load_mapping(name) if name in SHIPPED else None
