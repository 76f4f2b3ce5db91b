"""Approving a case: a decision in the ledger by somebody in a role, on the case as it stands."""

from __future__ import annotations

from datetime import datetime

from workbench.checks.registry import Gate
from workbench.domain.case import Case
from workbench.domain.commission import Commission
from workbench.domain.governance import SignOff
from workbench.domain.standing import person_key, standing_decisions
from workbench.domain.vocabulary import Decision
from workbench.errors import InvalidInput, SigningRefused
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.record.examine import Examined
from workbench.record.keyring import known_role, people_in_role
from workbench.record.text_of_notebooks import notebooks_digest
from workbench.workspace.folder import Workspace

__all__ = ["approve", "holder_of"]


def approve(
    workspace: Workspace,
    ledger: Ledger,
    examined: Examined,
    *,
    role: str,
    name: str | None,
    words: str,
    returned: bool,
    author: str,
    at: datetime,
) -> SignOff:
    """Record that somebody approves the case, or returns it, and return the sign-off.

    The decision is on what the case says and on what its notebooks hold, commentary included: a
    later change of either asks for it again. `author` is the account that enters it, which the
    history keeps beside the name.

    Raises:
        GateClosed: findings block approval. Returning a case is always possible.
        InvalidInput: the name holds no key for the role, or several people do and none was named.
        SigningRefused: the same person has approved in another role, or investigates and the role
            oversees the investigation.
        UnknownName: the role is not one that signs in this workspace.
    """
    case = examined.case
    known_role(workspace, role)
    who = holder_of(workspace, role, name, at)
    if not returned:
        examined.report.require(Gate.APPROVE)
        _refuse_second_role(case, role, who)
        _refuse_own_work(workspace, case, role, who)
    data = {
        "role": role,
        "name": who,
        "decision": (Decision.RETURNED if returned else Decision.APPROVED).value,
        "meaning": words,
        "at": at.isoformat(),
        "content_seq": case.content_seq,
        "notebooks": notebooks_digest(workspace.cases / case.id),
    }
    reason = f"{'Returned' if returned else 'Approved'} as {role}"
    (entry,) = ledger.append(
        case.id, [Draft("sign-off", None, data)], author=author, reason=reason, at=at
    )
    return SignOff.model_validate({**data, "id": entry.entity})


def holder_of(workspace: Workspace, role: str, name: str | None, at: datetime) -> str:
    """Return the name, as the trust list spells it, of who holds a key for the role at a moment.

    Raises:
        InvalidInput: the name holds none; or nobody or several people do, and none was named.
    """
    names = sorted({key.name for key in people_in_role(workspace, role, at)})
    chosen = [one for one in names if name is None or person_key(one) == person_key(name)]
    if len(chosen) == 1:
        return chosen[0]
    if name is not None:
        raise InvalidInput(
            f"Nobody of that name holds a key for the role {role!r}.",
            "'workbench keys list' shows who does; 'workbench keys new' adds somebody.",
        )
    raise InvalidInput(
        f"{len(names) or 'No'} people hold a key for the role {role!r}.",
        "Say who decides with --name; 'workbench keys new' makes a key.",
    )


def _refuse_second_role(case: Case, role: str, who: str) -> None:
    for sign_off in standing_decisions(case).values():
        same = person_key(sign_off.name) == person_key(who)
        if same and sign_off.role != role and sign_off.decision is Decision.APPROVED:
            raise SigningRefused(
                f"The same person has approved this case as {sign_off.role}.",
                "Each role is held by a different person; ask somebody else.",
            )


def _refuse_own_work(workspace: Workspace, case: Case, role: str, who: str) -> None:
    commission = case.only(Commission)
    if commission is None or commission.tiny_provider_exception is not None:
        return
    if commission.bars(workspace.config.functions.of(role), who):
        raise SigningRefused(
            f"Whoever approves as {role} is among the investigators of this case.",
            "Have somebody else approve it, or record in the commission, under "
            "tiny_provider_exception, why nobody else can.",
        )
