"""TIM: silences, conflicting accounts and late records on the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check

__all__ = ["recorded_late", "unexplained_gap", "unsettled_conflict"]


@check(
    "TIM001",
    "unexplained-gap",
    severity="warns",
    accept_by=SIGNATORIES,
    source="MES/STEP, row test: no unexplained gap",
)
def unexplained_gap(asked: Asked) -> Iterator[Hit]:
    """Nothing is known about a stretch of the timeline, and nothing says why.

    Why it matters:
        What was not written down is often where care changed hands. A silence of more than 12
        hours (unless the workspace asks for another) is looked into, or explained.

    Example:
        >>> from workbench.checks.examples import found
        >>> events = (("event", "T1", {"when": "14/03/2026 08:00", "what": "A visit."}),
        ...     ("event", "T2", {"when": "15/03/2026 08:00", "what": "A visit."}))
        >>> found("TIM001", *events)
        ['T1']

    Instead:
        >>> found("TIM001", *events, ("gap", "G1", {
        ...     "after": "T1", "before": "T2", "explanation": "No support is planned at night."}))
        []

    References:
        Multilinear events sequencing (MES/STEP), row test.
    """
    for gap in asked.timeline.unexplained_gaps:
        yield Hit(
            gap.after,
            f"Nothing is known of the {_long(gap.duration)} between {gap.after} and {gap.before}. "
            "Add what happened, or explain the gap.",
            "What was planned for this time, and who was there?",
        )


@check(
    "TIM002",
    "unsettled-conflict",
    severity="warns",
    accept_by=SIGNATORIES,
    source="London Protocol: accounts are weighed, none is thrown away",
)
def unsettled_conflict(asked: Asked) -> Iterator[Hit]:
    """Two accounts disagree, and the investigation does not say which one it follows.

    Why it matters:
        Both accounts stay on the timeline. Whoever reads it needs to know which one the findings
        rest on, and why; "cannot be told" is an answer too.

    Example:
        >>> from workbench.checks.examples import found
        >>> first = ("event", "T1", {"when": "14/03/2026 18:00", "what": "The dose was given."})
        >>> second = {"when": "14/03/2026 18:05", "what": "The dose was still in the box.",
        ...     "conflicts_with": ["T1"]}
        >>> found("TIM002", first, ("event", "T2", second))
        ['T1']

    Instead:
        >>> found("TIM002", first, ("event", "T2", {
        ...     **second, "settled": "The chart was signed at 22:10; we follow this account."}))
        []

    References:
        London Protocol; CAST, each account is evidence of how things looked from there.
    """
    for conflict in asked.timeline.unsettled_conflicts:
        yield Hit(
            conflict.first,
            f"{conflict.first} and {conflict.second} disagree. Say in 'settled' which account the "
            "investigation follows and why, or that it cannot be told.",
        )


@check(
    "TIM003",
    "recorded-late",
    severity="advises",
    accept_by=SIGNATORIES,
    source="Honest time: when it happened is told apart from when it was recorded",
)
def recorded_late(asked: Asked) -> Iterator[Hit]:
    """An event was written down more than 24 hours after it had ended.

    Why it matters:
        Memory fills in what became known later. A late record can still be right; the reader
        should know, and it may say something about how recording fits into the work.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("TIM003", ("event", "T1", {"what": "A visit.", "when": {
        ...     "stated": "14/03/2026 18:00", "recorded_at": "2026-03-17T09:00+00:00"}}))
        ['T1']

    Instead:
        >>> found("TIM003", ("event", "T1", {"what": "A visit.", "when": {
        ...     "stated": "14/03/2026 18:00", "recorded_at": "2026-03-14T20:00+00:00"}}))
        []

    References:
        Contemporaneous recording in care services; see *Time*.
    """
    for late in asked.timeline.recorded_late:
        yield Hit(
            late.event,
            f"The event was recorded {_long(late.delay)} after it ended. Look for a second "
            "source, and for what delayed the record.",
        )


def _long(duration: timedelta) -> str:
    hours = duration // timedelta(hours=1)
    return f"{hours} hours" if hours < 72 else f"{duration.days} days"
