"""Placing and lifting a legal hold on a case."""

from __future__ import annotations

from datetime import datetime

from workbench.domain.access import Hold
from workbench.domain.case import Case
from workbench.errors import InvalidInput, NotFound
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.record.approve import decider, refuse_borrowed_name
from workbench.record.keyring import known_role
from workbench.workspace.folder import Workspace

__all__ = ["lift", "place"]


def place(
    workspace: Workspace,
    ledger: Ledger,
    case_id: str,
    *,
    role: str,
    name: str | None,
    because: str,
    author: str,
    at: datetime,
) -> Hold:
    """Place a legal hold on a case and return it: until it is lifted, nothing is erased.

    `name` is who decides, in `role`; None stands for the one person who holds its key, or for
    `author`, who enters it, where nobody here has keys.

    Raises:
        CaseErased: the content is gone already.
        InvalidInput: the name holds no key for a role that signs.
        NotFound: there is no such case.
        SigningRefused: an investigator enters it in the name of somebody above them.
    """
    who = _who(workspace, ledger.fold(case_id), role, name, author, at)
    data = {"role": role, "name": who, "because": because, "at": at.isoformat()}
    drafts = [Draft("hold", None, data)]
    (entry,) = ledger.append(case_id, drafts, author=author, reason=because, at=at)
    return Hold.model_validate({**data, "id": entry.entity})


def lift(
    workspace: Workspace,
    ledger: Ledger,
    case_id: str,
    hold: str,
    *,
    role: str,
    name: str | None,
    because: str,
    author: str,
    at: datetime,
) -> str:
    """Take a hold off a case and return who did; the history keeps that, why, and that it stood.

    Who decides is said as for `place`; where people here have keys, the role is one that signs.

    Raises:
        InvalidInput: no reason is given, or the name holds no key for a role that signs.
        NotFound: there is no such hold on the case.
        SigningRefused: an investigator enters it in the name of somebody above them.
        UnknownName: the role is not one that signs in this workspace.
    """
    if not because.strip():
        raise InvalidInput("A hold is lifted with a reason.", "Say it with --because.")
    case = ledger.fold(case_id)
    if case.get(Hold, hold) is None:
        standing = ", ".join(one.id for one in case.all(Hold))
        raise NotFound(
            f"There is no hold {hold} on {case_id}.",
            f"Those that stand: {standing}." if standing else "No hold stands on it.",
        )
    if workspace.trust_file.exists():
        known_role(workspace, role)
    who = _who(workspace, case, role, name, author, at)
    drafts = [Draft("hold", hold, None, case.stamps[hold].version)]
    reason = f"Lifted by {who} ({role}): {because}"
    ledger.append(case_id, drafts, author=author, reason=reason, at=at)
    return who


def _who(
    workspace: Workspace, case: Case, role: str, name: str | None, author: str, at: datetime
) -> str:
    named = name if workspace.trust_file.exists() else name or author
    who = decider(workspace, role, named, at)
    refuse_borrowed_name(workspace, case, role, who, author)
    return who
