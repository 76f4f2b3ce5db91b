"""Makes a draft of a case for comment, with the template that its notebook began from."""

from __future__ import annotations

from datetime import date

from workbench.errors import NotFound
from workbench.ledger.store import Ledger
from workbench.notebooks.kept import began_from
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
    case = ledger.fold(case_id)
    return draft(
        workspace,
        case,
        template=info.template,
        template_source=began_from(workspace, case, info.template),
        on=on,
        progress=progress,
    )
