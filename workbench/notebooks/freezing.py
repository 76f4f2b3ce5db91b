"""Freezes a case with the template that one of its notebooks began from."""

from __future__ import annotations

from datetime import date

from workbench.ledger.records import RecordLog
from workbench.ledger.store import Ledger
from workbench.notebooks.choosing import chosen_template
from workbench.notebooks.kept import began_from
from workbench.record.examine import Examined
from workbench.record.freeze import FrozenRecord, freeze
from workbench.record.run import Progress
from workbench.workspace.folder import Workspace

__all__ = ["freeze_case"]


def freeze_case(
    workspace: Workspace,
    ledger: Ledger,
    log: RecordLog,
    examined: Examined,
    *,
    on: date,
    drop_signatures: bool = False,
    template: str | None = None,
    progress: Progress | None = None,
) -> FrozenRecord:
    """Make the record of a case as it stands; see `record.freeze.freeze`.

    `template` is the one whose notebook is frozen, as in `choosing.chosen_template`.

    Raises:
        NotFound: the ledger does not know the case, or has lost the template that was kept.
        UnknownName: there is no such template.
        WorkbenchError: as for `record.freeze.freeze`.
    """
    chosen = chosen_template(workspace, ledger, examined.case.id, template)
    return freeze(
        workspace,
        log,
        examined,
        template=chosen,
        template_source=began_from(workspace, examined.case, chosen),
        on=on,
        drop_signatures=drop_signatures,
        progress=progress,
    )
