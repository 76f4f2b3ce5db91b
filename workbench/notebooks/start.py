"""Starts a case: its first entries in the ledger and its guided notebook."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workbench.domain.inquiry import CaseIncident
from workbench.errors import CaseExists, NotFound, WorkspaceExists
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.notebooks.kept import began_from, keep_template
from workbench.notebooks.templates import template_bytes
from workbench.record.places import notebook_path
from workbench.register.store import Register, RegisteredIncident
from workbench.workspace.files import make_private_folder, write_private
from workbench.workspace.folder import Workspace

__all__ = [
    "StartedCase",
    "notebook_for",
    "open_template",
    "refresh_incident",
    "start_case",
]


@dataclass(frozen=True, slots=True)
class StartedCase:
    """A case that was started and where its notebook is."""

    case_id: str
    notebook: Path


def start_case(
    workspace: Workspace,
    ledger: Ledger,
    registered: RegisteredIncident,
    template: str,
    *,
    author: str,
    at: datetime,
) -> StartedCase:
    """Start a case for a registered incident, with a notebook made from `template`.

    Returns its identifier and where the notebook is. The case keeps the incident as the register
    holds it now; the register is never edited. It keeps the template, too. A case that has lost
    its notebook gets it as it began.

    Raises:
        CaseExists: a case already looks into this incident.
        UnknownName: there is no such template.
    """
    source = template_bytes(template)
    drafts = [_snapshot(registered), keep_template(workspace, template, source, None)]
    try:
        case_id = ledger.start_case(
            registered.incident.id, template, drafts, author=author, reason="Case started", at=at
        )
    except CaseExists as taken:
        return _taken_up_again(workspace, ledger, taken)
    return StartedCase(case_id, _write_notebook(workspace, case_id, template, source))


def open_template(
    workspace: Workspace,
    ledger: Ledger,
    case_id: str,
    template: str,
    *,
    author: str,
    at: datetime,
) -> Path:
    """Give a case the notebook of a further template, and return where it is.

    What the case says stays as it was; the ledger notes what the notebook began from.

    Raises:
        NotFound: there is no such case.
        UnknownName: there is no such template.
        WorkspaceExists: the case has this notebook already; it is left as it is.
    """
    source = template_bytes(template)
    case = ledger.fold(case_id)
    path = notebook_path(workspace, case_id, template)
    if path.exists():
        raise WorkspaceExists(
            f"{case_id} has a notebook of the template {template} already.",
            f"Open it: 'workbench lab --case {case_id} --template {template}'.",
        )
    draft = keep_template(workspace, template, source, case)
    ledger.append(case_id, [draft], author=author, reason=f"Opened {template}", at=at)
    return _write_notebook(workspace, case_id, template, source)


def _taken_up_again(workspace: Workspace, ledger: Ledger, taken: CaseExists) -> StartedCase:
    """Give a case its notebook where it has lost it, or never got it."""
    known = next(one for one in ledger.cases() if one.id == taken.case_id)
    if notebook_path(workspace, known.id, known.template).exists():
        raise taken
    source = began_from(workspace, ledger.fold(known.id), known.template)
    return StartedCase(known.id, _write_notebook(workspace, known.id, known.template, source))


def refresh_incident(
    ledger: Ledger,
    register: Register,
    case_id: str,
    *,
    author: str,
    at: datetime,
) -> bool:
    """Bring a case's incident up to date with the register; False where nothing had changed.

    Raises:
        NotFound: there is no such case, it refers to no incident, or the register has lost it.
    """
    case = ledger.fold(case_id)
    held = case.only(CaseIncident)
    if held is None:
        raise NotFound(
            f"{case_id} refers to no incident of the register.", "Start a case from an incident."
        )
    registered = register.get(held.incident.id)
    if registered.digest == held.digest:
        return False
    draft = _snapshot(registered, case.stamps[held.id].version)
    ledger.append(case_id, [draft], author=author, reason="Register row changed", at=at)
    return True


def _snapshot(registered: RegisteredIncident, version: int | None = None) -> Draft:
    data = {
        "incident": registered.incident.model_dump(mode="json", exclude_defaults=True),
        "digest": registered.digest,
    }
    return Draft("incident", "I1", data, version)


def notebook_for(template: bytes, case_id: str) -> bytes:
    """Return the template as the notebook of one case: its `case_id` parameter filled in."""
    notebook = json.loads(template)
    for cell in notebook["cells"]:
        if "parameters" in cell["metadata"].get("tags", ()):
            source = "".join(cell["source"])
            filled = source.replace('case_id: str = ""', f'case_id: str = "{case_id}"', 1)
            cell["source"] = filled.splitlines(keepends=True)
    text = json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode()


def _write_notebook(workspace: Workspace, case_id: str, template: str, source: bytes) -> Path:
    path = notebook_path(workspace, case_id, template)
    make_private_folder(path.parent)
    write_private(path, notebook_for(source, case_id))
    return path
