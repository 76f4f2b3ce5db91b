"""What a record asks before it is frozen, and who signs it: by its template."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from workbench.checks.registry import Gate
from workbench.domain.case import Case
from workbench.domain.triage import Triage

__all__ = ["Terms", "is_early", "signing_roles", "terms_of"]


@dataclass(frozen=True, slots=True)
class Terms:
    """The gate that must be open, and whether every role must have approved the case as it stands.

    A record that asks for no approval is early: it is made while the investigation goes on, and
    says nothing about its outcome. `called` opens its title, None for the case's own title.
    """

    gate: Gate
    approved: bool
    called: str | None = None


_WHOLE: Final = Terms(Gate.ISSUE, approved=True)
_EARLY: Final = MappingProxyType({"triage": Terms(Gate.TRIAGE, approved=False, called="Triage")})


def terms_of(template: str) -> Terms:
    """Return what a record of this template asks."""
    return _EARLY.get(template, _WHOLE)


def is_early(record_id: str) -> bool:
    """Tell whether a record, by its identifier, is one that is made before the outcome is known."""
    return any(record_id.endswith(f"-{template}") for template in _EARLY)


def signing_roles(case: Case, template: str, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Return the roles that sign a record of this template, in order.

    Triage is signed in the role that triaged, where that is one of the `roles` that sign here.
    """
    triage = case.only(Triage)
    if triage is None or terms_of(template).approved:
        return roles
    return tuple(role for role in roles if role.casefold() == triage.role.casefold()) or roles
