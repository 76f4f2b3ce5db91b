"""Opening a case: who may, and a note of who did."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from workbench.domain.access import AccessList, Opening
from workbench.domain.case import Case
from workbench.domain.when import LONDON
from workbench.errors import AccessRefused, CaseErased
from workbench.ledger.entry import Draft
from workbench.ledger.store import Ledger
from workbench.record.keyring import people_in_role
from workbench.workspace.folder import Workspace

__all__ = ["admit", "whoami"]

_AUTHOR: Final = "WORKBENCH_AUTHOR"


def whoami(environment: Mapping[str, str]) -> str:
    """Return who is at the keyboard, as they say: `WORKBENCH_AUTHOR`, else the computer's user."""
    return environment.get(_AUTHOR) or getpass.getuser()


def admit(
    workspace: Workspace, ledger: Ledger, case_id: str, *, person: str, how: str, at: datetime
) -> None:
    """Return if `person` may open the case, and note in the ledger that they did, and `how`.

    A case without an access list is open to whoever has the workspace, and nothing is noted. One
    opening a person and day (in London) is noted. An erased case has nothing left to open.

    Raises:
        AccessRefused: the case has an access list and `person` is not on it.
        NotFound: there is no such case.
    """
    try:
        case = ledger.fold(case_id)
    except CaseErased:
        return
    listed = case.only(AccessList)
    if listed is None:
        return
    if not listed.admits(person, _roles_of(workspace, listed, person, at)):
        raise AccessRefused(
            f"{case_id} has an access list, and the name you work under is not on it.",
            f"The {listed.kept_by} keeps the list and can add you. Where you are on it under "
            "another name, give that one in WORKBENCH_AUTHOR.",
        )
    if not _noted(case, person, at):
        data = {"name": person, "at": at.isoformat(), "how": how}
        drafts = [Draft("opening", None, data)]
        ledger.append(case_id, drafts, author=person, reason="Opened", at=at)


def _roles_of(
    workspace: Workspace, listed: AccessList, person: str, at: datetime
) -> tuple[str, ...]:
    """The roles on the list, granted to whoever holds them, that the person has a key for."""
    asked = {grant.role for grant in listed.grants if grant.name is None}
    return tuple(
        sorted(
            role
            for role in asked
            if any(
                key.name.casefold() == person.casefold()
                for key in people_in_role(workspace, role, at)
            )
        )
    )


def _noted(case: Case, person: str, at: datetime) -> bool:
    day = at.astimezone(LONDON).date()
    return any(
        one.name.casefold() == person.casefold() and one.at.astimezone(LONDON).date() == day
        for one in case.all(Opening)
    )
