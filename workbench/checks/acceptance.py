"""When an acceptance counts."""

from __future__ import annotations

from workbench.checks.registry import check_named
from workbench.domain.case import Case
from workbench.domain.governance import Acceptance
from workbench.domain.roles import BY_NAME, RoleFunctions
from workbench.errors import UnknownName

__all__ = ["why_not_counted"]


def why_not_counted(
    case: Case, acceptance: Acceptance, functions: RoleFunctions = BY_NAME
) -> str | None:
    """Return why `acceptance` does not count, as the end of a sentence, or None when it does.

    It counts for a check that may be accepted, in a role that may accept it (`functions` says what
    it stands for), and for what its subject said when it was accepted: a later change of the
    subject asks for a fresh look.
    """
    try:
        check = check_named(acceptance.code)
    except UnknownName:
        return "there is no check with this code"
    if acceptance.code != check.code:
        return f"the code is to be written {check.code}"
    if not check.acceptable:
        return f"{check.code} cannot be accepted, only mended"
    if functions.of(acceptance.role) not in check.accept_by:
        return f"{check.code} is for {' or '.join(check.accept_by)} to accept"
    accepted, subject = case.stamps[acceptance.id], case.stamps.get(acceptance.subject)
    if subject is not None and subject.seq > accepted.seq:
        return f"{acceptance.subject} was changed after it was accepted"
    return None
