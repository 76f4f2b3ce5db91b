"""Makes a draft of a case for comment, with the template that its notebook began from."""

from __future__ import annotations

from datetime import date

from workbench.ledger.store import Ledger
from workbench.notebooks.choosing import chosen_template
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
    template: str | None = None,
    progress: Progress | None = None,
) -> Draft:
    """Make a draft of a case as it stands; see `record.draft.draft`.

    `template` is as in `choosing.chosen_template`.

    Raises:
        NotFound: the ledger does not know the case.
        UnknownName: there is no such template.
        WorkbenchError: as for `record.draft.draft`.
    """
    chosen, case = chosen_template(workspace, ledger, case_id, template), ledger.fold(case_id)
    return draft(
        workspace,
        case,
        template=chosen,
        template_source=began_from(workspace, case, chosen),
        on=on,
        progress=progress,
    )
