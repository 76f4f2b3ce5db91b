"""ACT: whether a verification says one thing, and whether somebody else than the owner made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, SIGNATORIES, Hit, check
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.values import person_key
from workbench.domain.vocabulary import VerificationOutcome

__all__ = ["verification_contradicts_itself", "verified_by_owner"]

_VERIFIED: Final = "Verification: re-audit, targeted file sampling, observation, trend"
_PAIR: Final = re.compile(r"\b(\d+) (?:out )?of (?:the )?(\d+)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\b\d+\b")
_SHARE: Final = re.compile(r"\b(\d+(?:\.\d+)?) ?(?:%|per ?cent\b)", re.IGNORECASE)
_FEWER_IS_BETTER: Final = re.compile(
    r"\b(?:at most|no more|not more|fewer|less|under|below|up to|within|none|no)\b", re.IGNORECASE
)


@check(
    "ACT012",
    "verification-contradicts-itself",
    severity="warns",
    accept_by=SIGNATORIES,
    source=_VERIFIED,
)
def verification_contradicts_itself(asked: Asked) -> Iterator[Hit]:
    """The counts of a verification say something else than its words, or than its outcome.

    Why it matters:
        Whoever reads *met* believes it, and whoever charts the counts believes those. One of the
        two is mistyped, or the target was not reached. Compared are "so many of so many" in the
        result, and a target such as "98 of 100" or "95%"; one of at most so many is left alone.

    Example:
        >>> from workbench.checks.examples import found
        >>> measure = ("measure", "M1", {"action": "A1", "statement": "Doses on time",
        ...     "target": "19 of 20"})
        >>> checked = {"measure": "M1", "on": "2026-03-30", "outcome": "met", "by": "deputy",
        ...     "result": "19 of 20 doses on time", "sampled": 20}
        >>> found("ACT012", measure, ("verification", "V1", {**checked, "conforming": 9}))
        ['V1', 'V1']

    Instead:
        >>> found("ACT012", measure, ("verification", "V1", {**checked, "conforming": 19}))
        []

    References:
        Re-audit and targeted file sampling: learning cultures in community mental health services.
    """
    for one in asked.case.all(Verification):
        if one.sampled is None or one.conforming is None:
            continue
        said = [int(some) for some, of in _PAIR.findall(one.result) if int(of) == one.sampled]
        if said and {one.conforming, one.sampled - one.conforming}.isdisjoint(_numbers(one)):
            yield Hit(
                one.id,
                f"The result says {said[0]} of {one.sampled}, and the counts {one.conforming} of "
                f"{one.sampled}.",
                "Which of the two was counted?",
            )
        measure = asked.case.get(Measure, one.measure)
        target = measure.target if measure is not None else None
        wanted = _wanted(target)
        if wanted is None:
            continue
        reached = one.conforming / one.sampled >= wanted
        if one.outcome is (VerificationOutcome.NOT_MET if reached else VerificationOutcome.MET):
            yield Hit(
                one.id,
                f"The outcome is '{one.outcome}': {one.conforming} of {one.sampled}, and the "
                f"target is {target}.",
                "Was the target reached?",
            )


@check("ACT013", "verified-by-owner", severity="warns", accept_by=LEADERS, source=_VERIFIED)
def verified_by_owner(asked: Asked) -> Iterator[Hit]:
    """Whether an action worked was checked by its own owner.

    Why it matters:
        Whoever carried it out knows best what was meant, and sees it where others do not. Somebody
        else looks at what is there. In a small service, a second person at some of the samples is
        enough.

    Example:
        >>> from workbench.checks.examples import found
        >>> action = ("action", "A1", {"statement": "Move the handover to 19:00.",
        ...     "owner": {"name": "Dana Example", "role": "service manager"}})
        >>> measure = ("measure", "M1", {"action": "A1", "statement": "Doses on time"})
        >>> checked = {"measure": "M1", "on": "2026-03-30", "outcome": "met", "result": "Met."}
        >>> found("ACT013", action, measure,
        ...     ("verification", "V1", {**checked, "by": "Service manager"}))
        ['V1']

    Instead:
        >>> found("ACT013", action, measure,
        ...     ("verification", "V1", {**checked, "by": "deputy manager of another service"}))
        []

    References:
        Re-audit, targeted file sampling, observation: learning cultures in community mental health
        services.
    """
    for one in asked.case.all(Verification):
        measure = asked.case.get(Measure, one.measure)
        action = asked.case.get(Action, measure.action) if measure is not None else None
        if action is None or action.owner is None:
            continue
        if person_key(one.by) in map(person_key, (action.owner.name, action.owner.role)):
            yield Hit(
                one.id,
                f"It was checked by the owner of {action.id}.",
                "Who else could look at some of it?",
            )


def _numbers(verification: Verification) -> set[int]:
    """The numbers in the words of a result, which may count what conformed or what did not."""
    return {int(number) for number in _NUMBER.findall(verification.result)}


def _wanted(target: str | None) -> float | None:
    """The share that a target asks for, or None where it asks for several, or for another thing."""
    if target is None or _FEWER_IS_BETTER.search(target):
        return None
    pairs, shares = _PAIR.findall(target), _SHARE.findall(target)
    if len(pairs) + len(shares) != 1:
        return None
    if shares:
        return float(shares[0]) / 100
    some, of = (int(one) for one in pairs[0])
    return some / of if of else None
