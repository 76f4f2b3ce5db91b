"""The templates that the notebooks of a case began from, kept as they were on that day."""

from __future__ import annotations

from workbench.domain.case import Case
from workbench.domain.notebook import CaseNotebook
from workbench.ledger.entry import Draft
from workbench.notebooks.templates import template_bytes
from workbench.workspace.folder import Workspace
from workbench.workspace.store import ContentStore

__all__ = ["began_from", "keep_template"]


def keep_template(workspace: Workspace, template: str, source: bytes, case: Case | None) -> Draft:
    """Keep the bytes of a template, and return the draft that says what a notebook begins from.

    `case` is the one that gets the notebook, None for a new one.

    Raises:
        StorageError: the bytes cannot be kept.
    """
    digest = ContentStore(workspace.evidence).put(source)
    data = {"template": template, "sha256": digest}
    held = _held(case, template) if case else None
    if case is None or held is None:
        return Draft("notebook", None, data)
    return Draft("notebook", held.id, data, case.stamps[held.id].version)


def began_from(workspace: Workspace, case: Case, template: str) -> bytes:
    """Return the template that the case's notebook of this name began from, as it was then.

    A notebook that was put into the case's folder by hand began from none that is known; it is
    compared with the template as it is shipped.

    Raises:
        NotFound: the bytes that were kept are not there any more.
        StorageError: they were altered.
        UnknownName: nothing was kept, and there is no such template.
    """
    held = _held(case, template)
    if held is None:
        return template_bytes(template)
    return ContentStore(workspace.evidence).get(held.sha256)


def _held(case: Case, template: str) -> CaseNotebook | None:
    return next((one for one in case.all(CaseNotebook) if one.template == template), None)
