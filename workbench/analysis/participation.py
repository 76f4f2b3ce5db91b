"""Who a case concerns, who took part in it, and who was asked about its draft."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident, Evidence, Person
from workbench.domain.people import Comment, FormatNeed, Interview, Involvement, StaffSupport
from workbench.domain.story import Event
from workbench.domain.vocabulary import EvidenceType, PersonRole

__all__ = [
    "OWN_SIDE",
    "STAFF_SIDE",
    "affected_staff",
    "asked_about_draft",
    "format_needs",
    "has_own_account",
    "memory_delay",
    "people_supported",
    "support_offered_to",
]

OWN_SIDE: Final = (PersonRole.SUPPORTED, PersonRole.FAMILY, PersonRole.ADVOCATE)
"""The roles that stand with the person supported."""

STAFF_SIDE: Final = (PersonRole.STAFF, PersonRole.MANAGER)
"""The roles of those who work for the service."""


def people_supported(case: Case) -> tuple[Person, ...]:
    """Return the people supported whom the case is about."""
    return tuple(one for one in case.all(Person) if one.role is PersonRole.SUPPORTED)


def affected_staff(case: Case) -> tuple[Person, ...]:
    """Return the staff and managers who stand in an event, or whose account was taken."""
    named = {who for event in case.all(Event) for who in (*event.who, event.account_of)}
    named |= {one.account_of for one in case.all(Evidence)}
    named |= {one.person for one in case.all(Interview)}
    return tuple(one for one in case.all(Person) if one.role in STAFF_SIDE and one.id in named)


def support_offered_to(case: Case) -> frozenset[str]:
    """Return the references of those whom support was offered."""
    return frozenset(one.person for one in case.all(StaffSupport))


def has_own_account(case: Case, person: Person) -> bool:
    """Tell whether the person's own account, in words or not, is among the evidence.

    An account that does not say whose it is counts where only one person is supported.
    """
    only_one = len(people_supported(case)) == 1
    return any(
        one.account_of == person.id or (one.account_of is None and only_one)
        for one in case.all(Evidence)
        if one.type is EvidenceType.OWN_ACCOUNT
    )


def format_needs(case: Case) -> tuple[tuple[Involvement, FormatNeed], ...]:
    """Return each person's format needs as they stand, with the latest entry that names each."""
    latest = {
        (one.person, need.need.casefold()): (one, need)
        for one in sorted(case.all(Involvement), key=lambda entry: entry.at)
        for need in one.needs
    }
    return tuple(latest.values())


def asked_about_draft(case: Case, person: Person) -> bool:
    """Tell whether it is recorded what a person said about a draft, or that they said nothing.

    For a person supported, the reply of their family or an advocate counts too. A reply in a
    role, without a reference, counts for everybody of that side.
    """
    side = OWN_SIDE if person.role in OWN_SIDE else STAFF_SIDE
    for comment in case.all(Comment):
        if comment.person == person.id:
            return True
        by = case.get(Person, comment.person) if comment.person else None
        if comment.role in side and by is None:
            return True
        if side is OWN_SIDE and by is not None and by.role in OWN_SIDE:
            return True
    return False


def memory_delay(case: Case, interview: Interview) -> timedelta | None:
    """Return how long after the incident somebody's memory was first captured.

    None where the case holds no incident, or the interview was before its end.
    """
    held = case.only(CaseIncident)
    if held is None:
        return None
    captured: datetime = interview.first_captured_at or interview.at
    delay = captured - held.incident.when.end
    return delay if delay >= timedelta() else None
