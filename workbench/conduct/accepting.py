"""Accepting a finding of the checks: somebody in a role that may says why it stays so."""

from __future__ import annotations

import difflib
from datetime import datetime

from workbench.checks.registry import Check, check_named
from workbench.checks.report import CheckReport
from workbench.domain.governance import Acceptance
from workbench.errors import InvalidInput, UnknownName
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.record.approve import holder_of
from workbench.record.examine import Examined
from workbench.workspace.config import Config
from workbench.workspace.folder import Workspace

__all__ = ["accept"]


def accept(
    workspace: Workspace,
    ledger: Ledger,
    examined: Examined,
    *,
    code: str,
    subject: str,
    role: str,
    name: str | None,
    reason: str,
    author: str,
    at: datetime,
) -> Acceptance:
    """Accept what the check `code` found at `subject`, and return the acceptance as it is kept.

    It holds for what the subject says now: a later change of it asks again. `author` is the
    account that enters it, which the history keeps beside the name.

    Raises:
        InvalidInput: the check's findings can only be mended, the role may not accept them, no
            reason was given, or it was not said who decides.
        UnknownName: there is no such check, or it found nothing at `subject` that is open.
    """
    check, case = check_named(code), examined.case
    if not check.acceptable:
        raise InvalidInput(
            f"{check.code} cannot be accepted, only mended.",
            f"'workbench rules {check.code}' says what to do instead.",
        )
    found = _open_at(examined.report, check, subject, case.id)
    _refuse_other_role(workspace.config, check, role)
    data = {
        "code": check.code,
        "subject": found,
        "reason": reason,
        "role": role,
        "name": name or holder_of(workspace, role, None, at),
    }
    (entry,) = ledger.append(
        case.id,
        [Draft("acceptance", None, data)],
        author=author,
        reason=f"Accepted {check.code} at {found} as {role}",
        at=at,
    )
    return Acceptance.model_validate({**data, "id": entry.entity})


def _open_at(report: CheckReport, check: Check, subject: str, case_id: str) -> str:
    """The subject as the check spells it, where it has a finding there that is open."""
    places = {place.casefold(): place for place in report.found_at.get(check.code, ())}
    if subject.casefold() in places:
        return places[subject.casefold()]
    if not places:
        accepted = [one for one in report.accepted if one.finding.code == check.code]
        already = " What it found was accepted before." if accepted else ""
        raise UnknownName(
            f"{check.code} finds nothing in {case_id} that is open.{already}",
            f"'workbench check {case_id}' lists what is.",
        )
    near = difflib.get_close_matches(subject.casefold(), places, n=1)
    hint = f"Did you mean {places[near[0]]}? " if near else ""
    raise UnknownName(
        f"{check.code} finds nothing that is open at {subject!r}.",
        f"{hint}It is open at: {', '.join(places.values())}.",
    )


def _refuse_other_role(config: Config, check: Check, role: str) -> None:
    if config.functions.of(role) in check.accept_by:
        return
    able = [one for one in config.sign_off_roles if config.functions.of(one) in check.accept_by]
    near = difflib.get_close_matches(role, able, n=1)
    hint = f"Did you mean {near[0]!r}? " if near else ""
    raise InvalidInput(
        f"{check.code} is for {' or '.join(check.accept_by)} to accept, and {role!r} stands for "
        "none of these here.",
        f"{hint}Have it accepted by: {', '.join(able)}."
        if able
        else "Say in 'role_functions' in workbench.toml what each of your roles stands for.",
    )
