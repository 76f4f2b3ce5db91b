"""Approving a case: a decision in the ledger by somebody in a role, on the case as it stands."""

from __future__ import annotations

from datetime import datetime

from workbench.checks.registry import Gate
from workbench.domain.case import Case
from workbench.domain.commission import Commission
from workbench.domain.governance import SignOff
from workbench.domain.standing import standing_decisions
from workbench.domain.values import person_key
from workbench.domain.vocabulary import Decision
from workbench.errors import InvalidInput, SigningRefused
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.record.examine import Examined
from workbench.record.keyring import known_role, people_in_role
from workbench.record.names.residual import refuse_names_in_entries
from workbench.record.text_of_notebooks import notebooks_digest
from workbench.workspace.folder import Workspace

__all__ = ["approve", "decider", "holder_of", "refuse_borrowed_name", "refuse_own_work"]


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
        ResidualName: a listed name stands in what the case says.
        SigningRefused: the same person has approved in another role, or investigates and the role
            oversees the investigation; or whoever enters it investigates and is not who approves.
        UnknownName: the role is not one that signs in this workspace.
    """
    case = examined.case
    known_role(workspace, role)
    who = holder_of(workspace, role, name, at)
    if not returned:
        examined.report.require(Gate.APPROVE)
        config = workspace.config
        refuse_names_in_entries(case, config.sign_off_roles, config.functions)
        _refuse_second_role(case, role, who)
        refuse_own_work(workspace, case, role, who, "approves")
        refuse_borrowed_name(workspace, case, role, who, author)
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


def decider(workspace: Workspace, role: str, name: str | None, at: datetime) -> str:
    """Return the name of who decides in a role: one who holds its key, where it is one that signs.

    A role that signs nothing here has no keys: whoever is named in it is taken at their word, as
    everybody is before the workspace has a trust list.

    Raises:
        InvalidInput: as for `holder_of`; or nobody was named.
    """
    has_keys = workspace.trust_file.exists() and role in workspace.config.sign_off_roles
    return name if name and not has_keys else holder_of(workspace, role, name, at)


def refuse_borrowed_name(
    workspace: Workspace, case: Case, role: str, who: str, author: str
) -> None:
    """Return unless somebody who investigates enters another's decision, in a role above theirs.

    `author` is the account that enters it. One that several people share, or that bears nobody's
    name, cannot show who was at the keyboard: it is kept beside the decision, and that is all.

    Raises:
        SigningRefused: they do, and the commission records no exception.
    """
    commission = case.only(Commission)
    if commission is None or person_key(author) == person_key(who):
        return
    if commission.bars(workspace.config.functions.of(role), author):
        raise SigningRefused(
            f"The name you work under is that of an investigator of {case.id}, and this would be "
            f"a decision as {role} by somebody else.",
            f"Have the {role} enter it, under their own name in WORKBENCH_AUTHOR; or record in the "
            "commission, under tiny_provider_exception, why nobody else can.",
        )


def _refuse_second_role(case: Case, role: str, who: str) -> None:
    for sign_off in standing_decisions(case).values():
        same = person_key(sign_off.name) == person_key(who)
        if same and sign_off.role != role and sign_off.decision is Decision.APPROVED:
            raise SigningRefused(
                f"The same person has approved this case as {sign_off.role}.",
                "Each role is held by a different person; ask somebody else.",
            )


def refuse_own_work(workspace: Workspace, case: Case, role: str, who: str, does: str) -> None:
    """Return unless somebody investigates and `does`, in a role, what oversees investigators.

    Raises:
        SigningRefused: they do, and the commission records no exception.
    """
    commission = case.only(Commission)
    if commission is not None and commission.bars(workspace.config.functions.of(role), who):
        raise SigningRefused(
            f"Whoever {does} as {role} is among the investigators of this case.",
            "Have somebody else do it, or record in the commission, under "
            "tiny_provider_exception, why nobody else can.",
        )
