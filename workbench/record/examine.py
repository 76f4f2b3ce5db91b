"""A case as it stands, together with what the checks say of it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.analysis.proportionality import turns_on_recurrence
from workbench.analysis.recurrence import RECURRENCE_COLUMNS, recurrence_of
from workbench.checks.context import RegisterRow
from workbench.checks.report import CheckReport, run_checks
from workbench.domain.case import Case
from workbench.domain.incident import Incident
from workbench.domain.inquiry import CaseIncident
from workbench.domain.stages import Stage
from workbench.domain.triage import Triage
from workbench.errors import NotFound
from workbench.ledger.store import Ledger
from workbench.register.store import Register
from workbench.workspace.folder import Workspace

__all__ = ["Examined", "examine"]


@dataclass(frozen=True, slots=True)
class Examined:
    """One fold of a case and the checks' report on exactly that fold."""

    case: Case
    report: CheckReport


def examine(
    workspace: Workspace,
    ledger: Ledger,
    register: Register,
    case_id: str,
    on: date,
    *,
    stage: Stage | None = None,
) -> Examined:
    """Return a case as it stands now, checked as on the day `on`.

    The chain of the case's entries is walked first: nobody is to approve, or freeze, what was
    changed behind the ledger's back. `stage` is where to take the case to stand; without it,
    where it does.

    Raises:
        ChainBroken: an entry was changed, taken out or put in.
        NotFound: there is no such case.
        LedgerError: it was erased or does not hold together.
        InvalidConfiguration: the workspace's own factor framework cannot be read.
    """
    ledger.verify(case_id).demand()
    case = ledger.fold(case_id)
    report = run_checks(
        case,
        on,
        roles=workspace.config.sign_off_roles,
        framework=workspace.framework,
        register=_row(case, register),
        stage=stage,
        organisation=workspace.config.organisation,
        provider_type=workspace.config.provider_type,
        functions=workspace.config.functions,
    )
    return Examined(case, report)


def _row(case: Case, register: Register) -> RegisterRow | None:
    held = case.only(CaseIncident)
    if held is None:
        return None
    like = _like(case, held.incident, register)
    try:
        return RegisterRow(register.get(held.incident.id).digest, like)
    except NotFound:
        return RegisterRow(None, like)


def _like(case: Case, incident: Incident, register: Register) -> tuple[str, ...] | None:
    """The earlier incidents like it, or None where no check turns on them."""
    triage = case.only(Triage)
    if triage is None or triage.override_because is not None or not turns_on_recurrence(case):
        return None
    frame = register.frame(RECURRENCE_COLUMNS)
    return recurrence_of(incident, frame, category=triage.category).like
