"""WRD: words that end the search too early. They warn and ask; they never close a gate.

Read are the investigation's own words, from its terms and its events to its actions and its
summaries. An event that is somebody's account is left as they told it, as are the comments of
others and the register's text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.checks.action_words import BROAD, EMPTY, OPENING
from workbench.checks.context import Asked
from workbench.checks.lexicons import BLAME, HINDSIGHT, LABELS
from workbench.checks.registry import SIGNATORIES, Hit, check
from workbench.checks.words import Lexicon, find_words
from workbench.domain.case import Case
from workbench.domain.change import Action, Measure
from workbench.domain.commission import Commission
from workbench.domain.inquiry import Question, Scope
from workbench.domain.methods import Barrier, EscalationStep, Ownership, Shift
from workbench.domain.people import Comment, Summary
from workbench.domain.reasoning import Cause, Factor, Finding, LensConsideration, Link, Problem
from workbench.domain.restriction import Restriction, RestrictionReview
from workbench.domain.story import Event, ExplainedGap
from workbench.domain.values import Entity
from workbench.domain.vocabulary import CauseType

__all__ = ["blame_wording", "hindsight_wording", "labelling_wording", "weak_action_wording"]

_OWN_WORDS: Final[tuple[tuple[type[Entity], tuple[str, ...]], ...]] = (
    (Commission, ("terms", "scope", "not_investigated")),
    (Scope, ("title", "summary")),
    (Event, ("what", "settled")),
    (ExplainedGap, ("explanation",)),
    (EscalationStep, ("warning", "step", "not_taken")),
    (Shift, ("note",)),
    (Ownership, ("what",)),
    (Problem, ("statement",)),
    (Factor, ("statement", "interaction")),
    (LensConsideration, ("because",)),
    (Cause, ("statement", "stop_reason")),
    (Link, ("mechanism",)),
    (Barrier, ("what", "why")),
    (Finding, ("statement", "not_acted_on_because")),
    (Question, ("answer", "because")),
    (Action, ("statement",)),
    (Measure, ("statement",)),
    (
        Restriction,
        (
            "what",
            "rationale",
            "alternatives_considered",
            "persons_involvement",
            "least_restrictive_because",
            "reduction_plan",
            "antecedents",
            "de_escalation",
            "outcome",
        ),
    ),
    (RestrictionReview, ("because",)),
    (Comment, ("answer",)),
    (Summary, ("title", "paragraphs")),
)

_RATIONAL: Final = "What did they know, want, and have open to them at the time?"
_FORESIGHT: Final = "How did it look at the time, before the outcome was known?"
_PERSON: Final = "What was the person telling us, and what was going on around them?"
_SPECIFIC: Final = "What exactly will be different, for whom, by when, and how will it be checked?"

_SPECIFIC_WORDS: Final = 8
"""How many words an action with a broad approach needs to be taken to say what and for whom."""


@check(
    "WRD001",
    "weak-action-wording",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Learning cultures: actions are specific (not 'remind staff'); LRRIT D7",
)
def weak_action_wording(asked: Asked) -> Iterator[Hit]:
    """An action asks people to remember, or does not say what will be different.

    Why it matters:
        Reminders and awareness fade in weeks. Training, updated policies, supervision and
        monitoring can be right. They pass when the action says in at least eight words what and
        for whom, has an owner and a date, and a measure with a plan shows how it will be checked.
        Reminding, reiterating, raising awareness, taking care and "as soon as possible" never do.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("WRD001", ("action", "A1", {"statement": "Remind staff of the protocol."}),
        ...     ("action", "A2", {"statement": "Update the medication policy."}))
        ['A1', 'A2']

    Instead:
        >>> found("WRD001", ("action", "A1", {
        ...     "statement": "Update the medication policy: evening doses before handover, for "
        ...     "all four houses, on one page.", "due": "2026-05-01",
        ...     "owner": {"name": "Dana Example", "role": "service manager"}}),
        ...     ("measure", "M1", {"action": "A1", "statement": "Evening doses on time", "plan": {
        ...         "method": "file sampling", "detail": "25 doses a week", "weeks": 4,
        ...         "responsible": "deputy manager", "review_on": "2026-06-15"}}))
        []

    References:
        Hibbert and others 2018: 48% of recommendations from 227 analyses were weak. Learning
        Response Review and Improvement Tool (LRRIT), dimension 7.
    """
    planned = {one.action for one in asked.case.all(Measure) if one.plan is not None}
    for action in asked.case.all(Action):
        weak = list(find_words(action.statement, EMPTY))
        if not _is_specific(action, planned):
            weak += find_words(action.statement, OPENING)
            weak += find_words(action.statement, BROAD)
        if weak:
            yield Hit(
                action.id,
                f"{_listed(weak)} leaves open what will be different. Say what changes, and where "
                "you can, change the work rather than people's memory of it.",
                _SPECIFIC,
                weak[0],
            )


@check(
    "WRD002",
    "blame-wording",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Five Rules of Causation, rule 2; LRRIT D4",
)
def blame_wording(asked: Asked) -> Iterator[Hit]:
    """A word judges people, teams, organisations or systems instead of describing what was so.

    Why it matters:
        "Poor", "failed to" or "lack of" compare with what somebody wanted. What was there
        instead, and why it made sense, is what can be changed. Quotations, cited law and
        equipment are left alone, and so is an omission that names the duty to act.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("WRD002", ("finding", "FI1", {"statement": "Staff failed to follow the plan."}))
        ['FI1']

    Instead:
        >>> found("WRD002",
        ...     ("finding", "FI1", {"statement": "The plan in the house was two versions old."}),
        ...     ("finding", "FI2", {"statement": "Her sister said: “Nobody rang, it was poor.”"}),
        ...     ("finding", "FI3", {"statement": "The pump failed to start."}),
        ...     ("finding", "FI4", {"statement": "Under the Care Act 2014 failure to act counts."}))
        []

    References:
        Five Rules of Causation, rule 2: no negative descriptors. Learning Response Review and
        Improvement Tool (LRRIT), dimension 4: of individuals, teams, departments, organisations
        or systems.
    """
    for entity, text in _own_words(asked.case):
        if not (isinstance(entity, Cause) and entity.type is CauseType.OMISSION and entity.duty):
            yield from _worded(
                entity, text, BLAME, "judges. Describe what was so instead", _RATIONAL
            )


@check(
    "WRD003",
    "hindsight-wording",
    severity="warns",
    accept_by=SIGNATORIES,
    source="LRRIT D6: counterfactual reasoning",
)
def hindsight_wording(asked: Asked) -> Iterator[Hit]:
    """A sentence says what people should, could or would have done.

    Why it matters:
        What did not happen explains nothing. Once the outcome is known, the right choice is easy
        to see; the people who were there did not know it.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("WRD003", ("finding", "FI1", {"statement": "Staff should have called sooner."}))
        ['FI1']

    Instead:
        >>> found("WRD003", ("finding", "FI1", {
        ...     "statement": "At 18:00 the breathing rate was 18, and the plan asks for a call "
        ...     "from 24."}))
        []

    References:
        Learning Response Review and Improvement Tool (LRRIT), dimension 6: describe work as done,
        use policy descriptively.
    """
    for entity, text in _own_words(asked.case):
        yield from _worded(
            entity,
            text,
            HINDSIGHT,
            "looks back from the outcome. Describe what happened",
            _FORESIGHT,
        )


@check(
    "WRD004",
    "labelling-wording",
    severity="warns",
    accept_by=SIGNATORIES,
    source="Language about people with a learning disability; LRRIT D4",
)
def labelling_wording(asked: Asked) -> Iterator[Hit]:
    """A word labels the person instead of saying what they did, felt or needed.

    Why it matters:
        "Challenging", "attention-seeking" or "non-compliant" place the cause in the person and
        hide what they were telling us: pain, fear, noise, a change nobody explained.

    Example:
        >>> from workbench.checks.examples import found
        >>> found("WRD004", ("event", "T1", {
        ...     "when": "14/03/2026 18:00", "what": "P1 was attention-seeking and absconded."}))
        ['T1', 'T1']

    Instead:
        >>> found("WRD004", ("event", "T1", {
        ...     "when": "14/03/2026 18:00", "what": "P1 asked for help twice, then left by the "
        ...     "garden gate."}))
        []

    References:
        Positive behaviour support: behaviour communicates a need.
    """
    for entity, text in _own_words(asked.case):
        yield from _worded(
            entity, text, LABELS, "labels the person. Say what they did, felt or needed", _PERSON
        )


def _own_words(case: Case) -> Iterator[tuple[Entity, str]]:
    for model, fields in _OWN_WORDS:
        for entity in case.all(model):
            if isinstance(entity, Event) and entity.account_of is not None:
                continue
            for field in fields:
                text = getattr(entity, field)
                if text:
                    yield entity, text if isinstance(text, str) else "\n".join(text)


def _worded(entity: Entity, text: str, words: Lexicon, what: str, question: str) -> Iterator[Hit]:
    for word in dict.fromkeys(one.lower() for one in find_words(text, words)):
        yield Hit(entity.id, f"“{word}” {what}.", question, word)


def _is_specific(action: Action, planned: set[str]) -> bool:
    return (
        action.owner is not None
        and action.due is not None
        and action.id in planned
        and len(action.statement.split()) >= _SPECIFIC_WORDS
    )


def _listed(words: list[str]) -> str:
    return ", ".join(f"“{word.lower()}”" for word in dict.fromkeys(words))
