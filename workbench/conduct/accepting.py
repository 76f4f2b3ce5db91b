"""Accepting a finding of the checks: somebody in a role that may says why it stays so."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from workbench.checks.registry import Check, check_named
from workbench.checks.report import CheckReport
from workbench.domain.case import Case
from workbench.domain.governance import Acceptance
from workbench.domain.nearest import did_you_mean
from workbench.errors import InvalidInput, UnknownName
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.record.approve import decider, refuse_borrowed_name, refuse_own_work
from workbench.record.examine import Examined
from workbench.workspace.config import Config
from workbench.workspace.folder import Workspace

__all__ = ["accept"]

_IDENTIFIER: Final = re.compile(r"[A-Z]{1,2}[1-9][0-9]*")


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
            reason was given, it was not said who decides, or the name holds no key for a role that
            signs.
        SigningRefused: whoever accepts or enters it investigates, and the role oversees the
            investigation.
        UnknownName: there is no such check, or it found nothing at `subject` that is open.
    """
    check, case = check_named(code), examined.case
    if not check.acceptable:
        raise InvalidInput(
            f"{check.code} cannot be accepted, only mended.",
            f"'workbench rules {check.code}' says what to do instead.",
        )
    found = _open_at(examined.report, check, subject, case)
    _refuse_other_role(workspace.config, check, role)
    who = decider(workspace, role, name, at)
    refuse_own_work(workspace, case, role, who, "accepts it")
    refuse_borrowed_name(workspace, case, role, who, author)
    data = {
        "code": check.code,
        "subject": found,
        "reason": reason,
        "role": role,
        "name": who,
    }
    (entry,) = ledger.append(
        case.id,
        [Draft("acceptance", None, data)],
        author=author,
        reason=f"Accepted {check.code} at {found} as {role}",
        at=at,
    )
    return Acceptance.model_validate({**data, "id": entry.entity})


def _open_at(report: CheckReport, check: Check, subject: str, case: Case) -> str:
    """The subject as the check spells it, where it has a finding there that is open."""
    case_id = case.id
    places = {place.casefold(): place for place in report.found_at.get(check.code, ())}
    if subject.casefold() in places:
        return places[subject.casefold()]
    if _IDENTIFIER.fullmatch(subject.upper()) and case.find(subject.upper()) is None:
        open_at = f"{check.code} is open at: {', '.join(places.values())}. " if places else ""
        raise UnknownName(
            f"There is no {subject.upper()} in {case_id}.",
            f"{did_you_mean(subject, places.values())}{open_at}'workbench show {case_id}' lists "
            "what there is.",
        )
    if not places:
        accepted = [one for one in report.accepted if one.finding.code == check.code]
        already = " What it found was accepted before." if accepted else ""
        raise UnknownName(
            f"{check.code} finds nothing in {case_id} that is open.{already}",
            f"'workbench check {case_id}' lists what is.",
        )
    raise UnknownName(
        f"{check.code} finds nothing that is open at {subject!r}.",
        f"{did_you_mean(subject, places.values())}It is open at: {', '.join(places.values())}.",
    )


def _refuse_other_role(config: Config, check: Check, role: str) -> None:
    if config.functions.of(role) in check.accept_by:
        return
    able = [one for one in config.sign_off_roles if config.functions.of(one) in check.accept_by]
    raise InvalidInput(
        f"{check.code} is for {' or '.join(check.accept_by)} to accept, and {role!r} stands for "
        "none of these here.",
        f"{did_you_mean(role, able)}Have it accepted by: {', '.join(able)}."
        if able
        else "Say in 'role_functions' in workbench.toml what each of your roles stands for.",
    )
