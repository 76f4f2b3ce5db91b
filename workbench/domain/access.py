"""Who needs to see a case, who has opened it, and what may not be erased."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from workbench.domain.values import Entity, Line, Moment, Text, Value

__all__ = ["AccessList", "Grant", "Hold", "Opening"]


class Grant(Value):
    """Somebody who needs to see the case, and why: one person by name, or whoever holds a role.

    `account` is their name on this computer, where it is another. A grant without a name is for
    everybody who holds a key for `role`.
    """

    role: Line
    because: Text
    name: Line | None = None
    account: Line | None = None


class AccessList(Entity):
    """Who needs to see this case; while it stands, the workbench's commands refuse anybody else.

    `kept_by` is the role that keeps the list, and is on it.
    """

    kept_by: Line
    grants: tuple[Grant, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _keeper_is_on_it(self) -> Self:
        if not any(grant.role.casefold() == self.kept_by.casefold() for grant in self.grants):
            raise ValueError("whoever keeps the list must be on it: grant the role in 'kept_by'")
        return self

    def admits(self, person: str, roles: tuple[str, ...] = ()) -> bool:
        """Tell whether somebody is on the list: by name, by account, or by a role they hold."""
        known, held = person.casefold(), {role.casefold() for role in roles}
        return any(
            known in {(grant.name or "").casefold(), (grant.account or "").casefold()} - {""}
            or (grant.name is None and grant.account is None and grant.role.casefold() in held)
            for grant in self.grants
        )


class Opening(Entity):
    """Somebody opened the case on that day, with which command or in its notebook."""

    name: Line
    at: Moment
    how: Line


class Hold(Entity):
    """A legal hold: while it stands, the content of the case cannot be erased.

    `role` is who placed it. It is lifted by taking it out of the case, with the reason.
    """

    role: Line
    name: Line
    because: Text
    at: Moment
