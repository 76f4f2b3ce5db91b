"""Approving a case: a decision in the ledger by somebody in a role, on the case as it stands."""

from __future__ import annotations

from datetime import datetime

from workbench.checks.registry import Gate
from workbench.domain.case import Case
from workbench.domain.commission import Commission
from workbench.domain.governance import SignOff
from workbench.domain.vocabulary import Decision
from workbench.errors import InvalidInput, SigningRefused
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.record.examine import Examined
from workbench.record.keyring import known_role, people_in_role
from workbench.workspace.folder import Workspace

__all__ = ["approve", "only_person", "standing_sign_offs"]


def approve(
    workspace: Workspace,
    ledger: Ledger,
    examined: Examined,
    *,
    role: str,
    name: str | None,
    words: str,
    returned: bool,
    at: datetime,
) -> SignOff:
    """Record that somebody approves the case, or returns it, and return the sign-off.

    Raises:
        GateClosed: findings block approval. Returning a case is always possible.
        InvalidInput: several people hold the role, or none is known, and no name was given.
        SigningRefused: the same person has approved in another role, or investigates and the role
            oversees the investigation.
        UnknownName: the role is not one that signs in this workspace.
    """
    case = examined.case
    known_role(workspace, role)
    who = name or only_person(workspace, role, at)
    if not returned:
        examined.report.require(Gate.APPROVE)
        _refuse_second_role(case, role, who)
        _refuse_own_work(case, role, who)
    data = {
        "role": role,
        "name": who,
        "decision": (Decision.RETURNED if returned else Decision.APPROVED).value,
        "meaning": words,
        "at": at.isoformat(),
        "content_seq": case.content_seq,
    }
    reason = f"{'Returned' if returned else 'Approved'} as {role}"
    (entry,) = ledger.append(
        case.id, [Draft("sign-off", None, data)], author=who, reason=reason, at=at
    )
    return SignOff.model_validate({**data, "id": entry.entity})


def standing_sign_offs(case: Case) -> dict[str, SignOff]:
    """Return, by role, the last decision on the case as it stands; older ones do not count."""
    return {
        sign_off.role: sign_off
        for sign_off in case.all(SignOff)
        if sign_off.content_seq == case.content_seq
    }


def only_person(workspace: Workspace, role: str, at: datetime) -> str:
    """Return the name of the one person who holds a key for the role at a moment.

    Raises:
        InvalidInput: several people do, or nobody.
    """
    names = sorted({key.name for key in people_in_role(workspace, role, at)})
    if len(names) != 1:
        raise InvalidInput(
            f"{len(names) or 'No'} people hold a key for the role {role!r}.",
            "Say who decides with --name.",
        )
    return names[0]


def _refuse_second_role(case: Case, role: str, who: str) -> None:
    for sign_off in standing_sign_offs(case).values():
        same = sign_off.name.casefold() == who.casefold()
        if same and sign_off.role != role and sign_off.decision is Decision.APPROVED:
            raise SigningRefused(
                f"The same person has approved this case as {sign_off.role}.",
                "Each role is held by a different person; ask somebody else.",
            )


def _refuse_own_work(case: Case, role: str, who: str) -> None:
    commission = case.only(Commission)
    if commission is None or commission.tiny_provider_exception is not None:
        return
    if commission.bars(role, who):
        raise SigningRefused(
            f"Whoever approves as {role} is among the investigators of this case.",
            "Have somebody else approve it, or record in the commission, under "
            "tiny_provider_exception, why nobody else can.",
        )
