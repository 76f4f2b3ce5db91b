"""When an acceptance counts."""

from __future__ import annotations

from workbench.checks.registry import check_named
from workbench.domain.case import Case
from workbench.domain.commission import Commission
from workbench.domain.governance import Acceptance
from workbench.domain.roles import BY_NAME, RoleFunctions
from workbench.domain.stages import Stage, StageMove
from workbench.errors import UnknownName

__all__ = ["why_not_counted"]


def why_not_counted(
    case: Case, acceptance: Acceptance, functions: RoleFunctions = BY_NAME
) -> str | None:
    """Return why `acceptance` does not count, as the end of a sentence, or None when it does.

    It counts for a check that may be accepted, in a role that may accept it (`functions` says what
    it stands for), by somebody who does not oversee their own work in it, nor through the account
    of somebody who would, and for what its subject said when it was accepted: a later change of
    the subject asks for a fresh look. For the whole case, which always changes, it is going back to
    a stage ahead of the approval that does.
    """
    try:
        check = check_named(acceptance.code)
    except UnknownName:
        return "there is no check with this code"
    if acceptance.code != check.code:
        return f"the code is to be written {check.code}"
    if not check.acceptable:
        return f"{check.code} cannot be accepted, only mended"
    function, commission = functions.of(acceptance.role), case.only(Commission)
    if function not in check.accept_by:
        return f"{check.code} is for {' or '.join(check.accept_by)} to accept"
    accepted, subject = case.stamps[acceptance.id], case.stamps.get(acceptance.subject)
    people = (acceptance.name, accepted.author)
    if commission is not None and any(commission.bars(function, person) for person in people):
        return (
            f"whoever accepted it as {acceptance.role}, or entered it for them, is among the "
            "investigators"
        )
    if subject is not None and subject.seq > accepted.seq:
        return f"{acceptance.subject} was changed after it was accepted"
    if subject is None and _reopened_after(case, accepted.seq):
        return "the case went back to look again after it was accepted"
    return None


def _reopened_after(case: Case, seq: int) -> bool:
    """True where the case went back to a stage ahead of its approval after entry `seq`."""
    return any(
        move.goes_back and not move.to.reaches(Stage.APPROVED) and case.stamps[move.id].seq > seq
        for move in case.all(StageMove)
    )
