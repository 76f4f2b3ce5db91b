"""BAS: what an investigation cannot do without, in proportion to its tier."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.domain.inquiry import Evidence, Person, Question
from workbench.domain.reasoning import Factor, Finding
from workbench.domain.restriction import Restriction
from workbench.domain.story import Event

__all__ = ["nothing_found", "nothing_to_go_on", "nothing_was_asked"]

_PROPORTION: Final = "Incident governance: three tiers, in proportion; the golden thread"


@check(
    "BAS001",
    "nothing-to-go-on",
    severity="blocks",
    gate="analyse",
    accept_by=LEADERS,
    source=_PROPORTION,
)
def nothing_to_go_on(asked: Asked) -> Iterator[Hit]:
    """The case does not say who it is about, what happened, or what that is known from.

    Why it matters:
        Every other check looks at what was entered. A case in which nothing was entered would pass
        them all, and whoever approves it would stand behind an empty page. A rapid learning review
        needs these three too; in it, an event told as somebody's account is enough to know from.

    Example:
        >>> from workbench.checks.examples import found
        >>> person = ("person", "P1", {"role": "person supported"})
        >>> event = ("event", "T1", {"when": "14/03/2026 22:10", "what": "The dose was given."})
        >>> found("BAS001", person, event)
        ['case']

    Instead:
        >>> found("BAS001", person, event,
        ...     ("evidence", "E1", {"title": "Medication chart", "type": "care record"}))
        []

    References:
        Three tiers, in proportion, and the golden thread: incident governance in learning
        disability services.
    """
    events = asked.case.all(Event)
    told = asked.rapid and any(one.account_of for one in events)
    in_place = bool(asked.case.all(Restriction))
    owed = [
        words
        for held, words in (
            (bool(asked.case.all(Person)), "who it is about (person)"),
            (
                bool(events) or in_place,
                "what happened (event), or what is in place (restriction)",
            ),
            (told or bool(asked.case.all(Evidence)), "what that is known from (evidence)"),
        )
        if not held
    ]
    if owed:
        yield Hit(
            "case",
            f"Nothing is entered about {'; '.join(owed)}.",
            "What would somebody who was not there need to know?",
        )


@check(
    "BAS002",
    "nothing-was-asked",
    severity="blocks",
    gate="analyse",
    accept_by=LEADERS,
    source=_PROPORTION,
)
def nothing_was_asked(asked: Asked) -> Iterator[Hit]:
    """A thematic review or a structured analysis has no question that it answers.

    Why it matters:
        Without a question nobody can say whether the investigation is finished, and the person and
        the family cannot see their own in it. Where they were asked and had none, whoever leads
        accepts this with that as the reason. A rapid learning review asks its own three.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("BAS002", ("person", "P1", {"role": "person supported"}))
        ['case']

    Instead:
        >>> found("BAS002", ("person", "P1", {"role": "person supported"}),
        ...     ("question", "Q1", {"text": "Why was the dose late?", "asked_by": "P1"}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 1; CQC, *Learning,
        candour and accountability* (2016).
    """
    if not asked.rapid and not asked.case.all(Question):
        yield Hit(
            "case",
            "The case has no question to answer. Ask the person and the family for theirs, and "
            "enter them in their words; where they had none, accept this and say who asked them.",
            "What do they most want to know?",
        )


@check(
    "BAS003",
    "nothing-found",
    severity="blocks",
    gate="analyse",
    accept_by=LEADERS,
    source=_PROPORTION,
)
def nothing_found(asked: Asked) -> Iterator[Hit]:
    """The case comes to no finding, or its tier asks for factors and causes and there are none.

    Why it matters:
        A finding says what was learned, good practice too. In a thematic review and a structured
        analysis it rests on what contributed and on a cause that explains the outcome; without
        them it is an opinion. A review of a restriction asks for no cause where nothing happened.
        Where nothing is to change, whoever leads accepts this and says why.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("BAS003", ("finding", "FI1", {"statement": "Two duties fell together."}))
        ['case']

    Instead:
        >>> found("BAS003", ("finding", "FI1", {"statement": "Two duties fell together."}),
        ...     ("factor", "F1", {"statement": "Handover and round shared half an hour"}),
        ...     ("cause", "C1", {"statement": "The dose was late", "type": "outcome"}),
        ...     ("cause", "C2", {"statement": "The rota overlapped", "type": "condition"}),
        ...     ("link", "L1", {"cause": "C2", "effect": "C1", "confidence": "probable",
        ...         "mechanism": "Both needed the same two people"}))
        []

    References:
        Three tiers, in proportion, and the golden thread: incident governance in learning
        disability services.
    """
    in_place = asked.case.all(Restriction) and not asked.case.all(Event)
    deeper = (
        (asked.case.all(Factor), "a factor"),
        (
            in_place or _explained(asked),
            "a cause that explains the outcome, with the link between them",
        ),
    )
    owed = [
        words
        for held, words in (
            *(() if asked.rapid else deeper),
            (asked.case.all(Finding), "a finding, or that there is nothing to change and why"),
        )
        if not held
    ]
    if owed:
        yield Hit("case", f"Still to come: {'; '.join(owed)}.", "What was learned?")


def _explained(asked: Asked) -> bool:
    """True when a cause leads to an outcome, or where its lack is for GRA002 to say."""
    graph = asked.graph
    if graph.nodes and not graph.outcomes:
        return True
    return any(edge.effect in graph.outcomes for edge in graph.edges)
