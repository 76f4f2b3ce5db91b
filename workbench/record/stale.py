"""Whether a frozen record still is what its approvers stand behind."""

from __future__ import annotations

from workbench.domain.governance import SignOff
from workbench.domain.standing import last_decisions
from workbench.domain.values import person_key
from workbench.domain.vocabulary import Decision
from workbench.errors import NotFound, RecordNotUsable, SigningRefused
from workbench.ledger.store import Ledger
from workbench.record.places import case_of
from workbench.record.seal.manifest import Manifest

__all__ = ["approver_of", "refuse_stale"]


def refuse_stale(ledger: Ledger, manifest: Manifest) -> None:
    """Do nothing if the case still says what the record was made from, and nobody returned it.

    Raises:
        ChainBroken: an entry of the case was changed behind the ledger's back.
        RecordNotUsable: the case was changed or returned since, or is not the one in the ledger.
    """
    case_id = case_of(manifest.id)
    try:
        ledger.verify(case_id).demand()
        then, now = ledger.fold(case_id, manifest.case.seq), ledger.fold(case_id)
    except NotFound as error:
        raise _unknown(case_id) from error
    if then.head.hash != manifest.case.head:
        raise _unknown(case_id)
    if now.content_seq != then.content_seq:
        raise RecordNotUsable(
            f"{case_id} was changed after this record was frozen, at entry {now.content_seq}.",
            "Approve the case as it stands now, and freeze it again.",
        )
    returned = [
        role
        for role, decision in last_decisions(now).items()
        if decision.decision is Decision.RETURNED
    ]
    if returned:
        raise RecordNotUsable(
            f"{case_id} was returned after this record was frozen, by: {', '.join(returned)}.",
            "See what they ask for, approve the case again, and freeze it again.",
        )


def approver_of(ledger: Ledger, manifest: Manifest, role: str, name: str) -> SignOff:
    """Return the approval that the signature of `name` in `role` stands behind.

    Raises:
        SigningRefused: another person approved the case in that role.
    """
    decided = last_decisions(ledger.fold(case_of(manifest.id), manifest.case.seq)).get(role)
    if decided is None or person_key(decided.name) != person_key(name):
        raise SigningRefused(
            f"Another person approved the case as {role}.",
            "Whoever approved the case signs its record.",
        )
    return decided


def _unknown(case_id: str) -> RecordNotUsable:
    return RecordNotUsable(
        f"The ledger here does not hold {case_id} as the record was made from it.",
        "Sign and issue in the workspace that the record was frozen in.",
    )
