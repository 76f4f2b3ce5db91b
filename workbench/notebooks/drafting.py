"""Makes a draft of a case for comment, with the template that its notebook began from."""

from __future__ import annotations

from datetime import date

from workbench.errors import NotFound
from workbench.ledger.store import Ledger
from workbench.notebooks.templates import template_bytes
from workbench.record.draft import Draft, draft
from workbench.record.run import Progress
from workbench.workspace.folder import Workspace

__all__ = ["draft_case"]


def draft_case(
    workspace: Workspace,
    ledger: Ledger,
    case_id: str,
    *,
    on: date,
    progress: Progress | None = None,
) -> Draft:
    """Make a draft of a case as it stands; see `record.draft.draft`.

    Raises:
        NotFound: the ledger does not know the case.
        WorkbenchError: as for `record.draft.draft`.
    """
    info = next((one for one in ledger.cases() if one.id == case_id), None)
    if info is None:
        raise NotFound(f"There is no case {case_id}.", "'workbench start' starts one.")
    return draft(
        workspace,
        ledger.fold(case_id),
        template=info.template,
        template_source=template_bytes(info.template),
        on=on,
        progress=progress,
    )
