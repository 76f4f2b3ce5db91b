"""Which decisions on a case stand: one rule, for gates, pages and figures alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.domain.case import Case
from workbench.domain.governance import Acceptance, SignOff
from workbench.domain.stages import StageMove
from workbench.domain.values import person_key

__all__ = ["decisions_before", "entered_by", "last_decisions", "standing_decisions"]


def last_decisions(case: Case) -> Mapping[str, SignOff]:
    """Return each role's last decision, whether or not the case has changed since."""
    return _last_of(case, case.all(SignOff))


def standing_decisions(case: Case) -> Mapping[str, SignOff]:
    """Return each role's last decision where it was on the case as it stands."""
    return _on(last_decisions(case), case.content_seq)


def decisions_before(case: Case, move: StageMove) -> Mapping[str, SignOff]:
    """Return each role's last decision before a move, where it was on what the case said then."""
    earlier = (
        one for one in case.all(SignOff) if case.stamps[one.id].seq < case.stamps[move.id].seq
    )
    return _on(_last_of(case, earlier), move.content_seq)


def entered_by(case: Case, decision: SignOff | StageMove | Acceptance) -> str | None:
    """Return the account that entered a decision, None where it bears the name of who decided.

    An account that several people use, or that bears nobody's name, does not show who used it.
    """
    stamp = case.stamps.get(decision.id)
    if stamp is None or person_key(stamp.author) == person_key(decision.name):
        return None
    return stamp.author


def _last_of(case: Case, given: Iterable[SignOff]) -> Mapping[str, SignOff]:
    in_order = sorted(given, key=lambda one: case.stamps[one.id].seq)
    return {sign_off.role: sign_off for sign_off in in_order}


def _on(decisions: Mapping[str, SignOff], content_seq: int) -> Mapping[str, SignOff]:
    return {role: one for role, one in decisions.items() if one.content_seq == content_seq}
