"""Placing and lifting a legal hold on a case."""

from __future__ import annotations

from datetime import datetime

from workbench.domain.access import Hold
from workbench.errors import InvalidInput, NotFound
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger

__all__ = ["lift", "place"]


def place(
    ledger: Ledger, case_id: str, *, role: str, name: str, because: str, at: datetime
) -> Hold:
    """Place a legal hold on a case and return it: until it is lifted, nothing is erased.

    Raises:
        CaseErased: the content is gone already.
        NotFound: there is no such case.
    """
    data = {"role": role, "name": name, "because": because, "at": at.isoformat()}
    drafts = [Draft("hold", None, data)]
    (entry,) = ledger.append(case_id, drafts, author=name, reason=because, at=at)
    return Hold.model_validate({**data, "id": entry.entity})


def lift(
    ledger: Ledger, case_id: str, hold: str, *, author: str, because: str, at: datetime
) -> None:
    """Take a hold off a case, with the reason; that it stood remains in the history.

    Raises:
        InvalidInput: no reason is given.
        NotFound: there is no such hold on the case.
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
    drafts = [Draft("hold", hold, None, case.stamps[hold].version)]
    ledger.append(case_id, drafts, author=author, reason=because, at=at)
