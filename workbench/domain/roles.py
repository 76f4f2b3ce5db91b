"""What the roles of an organisation stand for, whatever it calls them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = ["BY_NAME", "DEFAULT_ROLES", "RoleFunction", "RoleFunctions"]


class RoleFunction(StrEnum):
    """What somebody does in an investigation: carries it out, answers for the service, or tests it.

    Source: managerial review and sign-off, apart from inquiry; incident governance in learning
    disability services.
    """

    INVESTIGATOR = "investigator"
    MANAGER = "manager"
    GOVERNANCE_LEAD = "governance lead"


DEFAULT_ROLES: Final = tuple(one.value for one in RoleFunction)
"""Who signs off a case, in this order, unless the workspace says otherwise."""


@dataclass(frozen=True, slots=True)
class RoleFunctions:
    """Which function each role has; `chosen` are the pairs that the workspace's settings name.

    A role that is not named there has the function it is called by, such as *manager*. One with
    *investigator* in its name investigates. Any other has none.
    """

    chosen: tuple[tuple[str, RoleFunction], ...] = ()

    def of(self, role: str) -> RoleFunction | None:
        """Return the function of a role, None where it has none of the three."""
        chosen = dict(self.chosen)
        if role in chosen:
            return chosen[role]
        if RoleFunction.INVESTIGATOR in role.casefold():
            return RoleFunction.INVESTIGATOR
        return RoleFunction(role) if role in list(RoleFunction) else None


BY_NAME: Final = RoleFunctions()
"""Roles stand for what they are called, as where the settings name none."""
