"""Which decisions on a case stand: one rule, for gates, pages and figures alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from workbench.domain.case import Case
from workbench.domain.governance import SignOff

__all__ = ["last_decisions", "person_key", "standing_decisions"]


def person_key(name: str) -> str:
    """Return `name` in the form in which two spellings of one name are the same."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def last_decisions(case: Case) -> Mapping[str, SignOff]:
    """Return each role's last decision, whether or not the case has changed since."""
    given = sorted(case.all(SignOff), key=lambda one: case.stamps[one.id].seq)
    return {sign_off.role: sign_off for sign_off in given}


def standing_decisions(case: Case) -> Mapping[str, SignOff]:
    """Return each role's last decision where it was on the case as it stands."""
    return {
        role: sign_off
        for role, sign_off in last_decisions(case).items()
        if sign_off.content_seq == case.content_seq
    }
