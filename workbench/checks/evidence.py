"""EVI: what the investigation knows, and from where."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.thread import Break
from workbench.checks.context import Asked
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.domain.reasoning import Cause, Link

__all__ = ["cause_without_evidence", "event_without_source", "link_without_evidence"]


@check(
    "EVI001",
    "event-without-source",
    severity="warns",
    accept_by=SIGNATORIES,
    source="MES/STEP: every event rests on a source",
)
def event_without_source(asked: Asked) -> Iterator[Hit]:
    """An event names no evidence.

    Why it matters:
        A timeline is only as good as its sources. Without one nobody can tell a record from a
        memory, or weigh two accounts against each other.

    Example:
        >>> from workbench.checks.examples import found
        >>> event = {"when": "14/03/2026 18:00", "what": "The shift changed."}
        >>> found("EVI001", ("event", "T1", event))
        ['T1']

    Instead:
        >>> found("EVI001", ("evidence", "E1", {"title": "Rota", "type": "rota"}),
        ...     ("event", "T1", {**event, "evidence": ["E1"]}))
        []

    References:
        Multilinear events sequencing (MES/STEP), row test.
    """
    for broken in asked.thread.broken(Break.EVENT_WITHOUT_EVIDENCE):
        yield Hit(
            broken.subject,
            "The event has no source. Name the record, account or observation it comes from.",
        )


@check(
    "EVI002",
    "cause-without-evidence",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Five Rules of Causation, rule 1; cause mapping: evidence on each cause",
)
def cause_without_evidence(asked: Asked) -> Iterator[Hit]:
    """A cause has no evidence for it, or only evidence against it.

    Why it matters:
        A cause that nobody can show is a guess, and actions built on it change the wrong thing.
        Evidence may stand at the cause itself, or at the events and factors it names.

    Example:
        >>> from workbench.checks.examples import found
        >>> rota = ("evidence", "E1", {"title": "Rota", "type": "rota"})
        >>> cause = {"statement": "Two shifts overlapped", "type": "condition"}
        >>> found("EVI002", rota, ("cause", "C1", {**cause, "evidence_against": ["E1"]}))
        ['C1']

    Instead:
        >>> found("EVI002", rota, ("cause", "C1", {**cause, "evidence": ["E1"]}))
        []

    References:
        Five Rules of Causation, VA National Center for Patient Safety.
    """
    for broken in asked.thread.broken(Break.CAUSE_WITHOUT_EVIDENCE):
        cause = asked.case.get(Cause, broken.subject)
        against = cause is not None and cause.evidence_against
        yield Hit(
            broken.subject,
            "The only evidence speaks against this cause. Take it out, or find what speaks for it."
            if against
            else "The cause has no evidence. Name some here, or at its events or factors.",
            "How do we know that this was so?",
        )


@check(
    "EVI003",
    "link-without-evidence",
    severity="advises",
    accept_by=SIGNATORIES,
    source="MES/STEP: necessary-and-sufficient test on each link",
)
def link_without_evidence(asked: Asked) -> Iterator[Hit]:
    """A link between two causes has no evidence, or only evidence against it.

    Why it matters:
        That two things were so does not show that one led to the other. *Possible* links need no
        evidence yet; a link called probable or established does.

    Example:
        >>> from workbench.checks.examples import found
        >>> link = {"cause": "C2", "effect": "C1", "mechanism": "Nobody was free",
        ...     "confidence": "probable"}
        >>> found("EVI003", ("link", "L1", link))
        ['L1']

    Instead:
        >>> found("EVI003", ("link", "L1", {**link, "evidence": ["E1"]}),
        ...     ("link", "L2", {**link, "confidence": "possible"}))
        []

    References:
        Multilinear events sequencing (MES/STEP), necessary-and-sufficient test.
    """
    for link in asked.case.all(Link):
        if link.confidence != "possible" and not link.evidence:
            yield Hit(
                link.id,
                f"The link is called {link.confidence} without evidence. Name what shows that "
                "one led to the other, or call it possible.",
                "What shows that one led to the other?",
            )
