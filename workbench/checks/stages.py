"""STG: whether the stage of a case fits what it holds, and who decides about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.domain.change import Action, Measure, Verification
from workbench.domain.commission import Commission
from workbench.domain.governance import SignOff
from workbench.domain.inquiry import Question
from workbench.domain.reasoning import Cause, Factor, Finding
from workbench.domain.stages import Stage, StageMove
from workbench.domain.standing import decisions_before, standing_decisions
from workbench.domain.story import Event
from workbench.domain.vocabulary import ActionState, Decision, QuestionState

__all__ = [
    "action_not_verified",
    "changed_after_closing",
    "exception_in_use",
    "investigator_approves",
    "left_open_at_close",
    "stage_ahead_of_case",
    "stage_behind_case",
    "stage_out_of_order",
]

_SEPARATION: Final = "Incident governance: managerial review and sign-off, apart from inquiry"
_PATH: Final = "Each move of a case says who, when and why, and can be gone back on"
_COMPLETED: Final = (
    "“Completed” means implemented and communicated; verification shows that it made the difference"
)


@check("STG001", "investigator-approves", severity="blocks", gate="issue", source=_SEPARATION)
def investigator_approves(asked: Asked) -> Iterator[Hit]:
    """Somebody who investigates has approved the case in a role that oversees the investigation.

    Why it matters:
        Approving is a second pair of eyes. Whoever found it cannot be the one who tests it. In a
        provider too small for two people the commission says so, with who agreed to it.

    Example:
        >>> from workbench.checks.examples import found
        >>> terms = {"terms": "How did the dose come to be late?",
        ...     "investigators": [{"name": "Robin Example", "role": "investigator"}]}
        >>> approval = ("sign-off", "SO1", {"role": "manager", "name": "Robin Example",
        ...     "decision": "approved", "meaning": "I stand behind it.",
        ...     "at": "2026-03-30T09:00+00:00", "content_seq": 1})
        >>> found("STG001", ("commission", "CO1", terms), approval)
        ['SO1']

    Instead:
        >>> found("STG001", ("commission", "CO1", {**terms, "tiny_provider_exception": {
        ...     "because": "Three people work here, and two were on shift.",
        ...     "agreed_by": "Chair of trustees", "agreed_on": "2026-03-18"}}), approval)
        []

    References:
        Managerial review and sign-off: incident governance in learning disability services.
    """
    commission = asked.case.only(Commission)
    if commission is None or commission.tiny_provider_exception is not None:
        return
    for one in _double(asked, commission):
        yield Hit(
            one.id,
            f"The {one.role} who approved, or whoever entered it for them, is among the "
            "investigators. Have somebody else approve, from their own account, or record in the "
            "commission why nobody else can.",
        )


@check("STG002", "exception-in-use", severity="advises", source=_SEPARATION)
def exception_in_use(asked: Asked) -> Iterator[Hit]:
    """Somebody who investigates has also approved, under the exception that the commission records.

    Why it matters:
        The exception is allowed and it weakens the record. Whoever reads it should see that, and
        an outside pair of eyes may make up for some of it.

    Example:
        >>> from workbench.checks.examples import found
        >>> terms = {"terms": "How did the dose come to be late?",
        ...     "investigators": [{"name": "Robin Example", "role": "investigator"}],
        ...     "tiny_provider_exception": {"because": "Three people work here.",
        ...         "agreed_by": "Chair of trustees", "agreed_on": "2026-03-18"}}
        >>> approval = {"role": "manager", "decision": "approved", "content_seq": 1,
        ...     "meaning": "I stand behind it.", "at": "2026-03-30T09:00+00:00"}
        >>> found("STG002", ("commission", "CO1", terms),
        ...     ("sign-off", "SO1", {**approval, "name": "Robin Example"}))
        ['SO1']

    Instead:
        >>> found("STG002", ("commission", "CO1", terms),
        ...     ("sign-off", "SO1", {**approval, "name": "Dana Example"}))
        []

    References:
        Managerial review and sign-off: incident governance in learning disability services.
    """
    commission = asked.case.only(Commission)
    if commission is None or commission.tiny_provider_exception is None:
        return
    exception = commission.tiny_provider_exception
    for one in _double(asked, commission):
        yield Hit(
            one.id,
            f"The {one.role} who approved, or entered it, also investigated, as agreed by "
            f"{exception.agreed_by}: {exception.because}",
            "Who outside the provider could read the reasoning?",
        )


@check("STG003", "stage-out-of-order", severity="warns", accept_by=LEADERS, source=_PATH)
def stage_out_of_order(asked: Asked) -> Iterator[Hit]:
    """A move between stages does not begin where the move before it ended, or is dated before it.

    Why it matters:
        The path of a case is read years later. A jump in it looks like something left out.

    Example:
        >>> from workbench.checks.examples import found
        >>> by = {"role": "manager", "name": "Dana Example", "content_seq": 1,
        ...     "because": "Read and weighed."}
        >>> first = ("stage", "ST1", {**by, "came_from": "reported", "to": "triaged",
        ...     "at": "2026-03-15T09:00+00:00"})
        >>> then = {**by, "to": "under review", "at": "2026-03-18T09:00+00:00"}
        >>> found("STG003", first, ("stage", "ST2", {**then, "came_from": "analysed"}))
        ['ST2']

    Instead:
        >>> found("STG003", first, ("stage", "ST2", {**then, "came_from": "triaged"}))
        []

    References:
        The page of the case, and `workbench advance`, keep the order, and refuse the second of two
        people who move a case at the same moment; entries that were brought in otherwise need not.
    """
    moves = asked.case.all(StageMove)
    if moves and moves[0].came_from is not Stage.REPORTED:
        yield Hit(
            moves[0].id, f"The first move begins at {moves[0].came_from}; a case is reported first."
        )
    for before, move in pairwise(moves):
        if move.came_from is not before.to:
            yield Hit(
                move.id,
                f"The move begins at {move.came_from}, and the case stood at {before.to}.",
            )
        elif move.at < before.at:
            yield Hit(move.id, f"The move is dated before the one that led to {before.to}.")


@check("STG004", "stage-ahead-of-case", severity="warns", accept_by=LEADERS, source=_PATH)
def stage_ahead_of_case(asked: Asked) -> Iterator[Hit]:
    """The case was moved on to its approval, and a role had not approved what it said then.

    Why it matters:
        A stage is a promise to whoever waits for the outcome. It must not say more than people
        have decided.

    Example:
        >>> from workbench.checks.examples import found
        >>> terms = ("commission", "CO1", {"terms": "How did the dose come to be late?"})
        >>> move = ("stage", "ST1", {"role": "manager", "name": "Dana Example", "content_seq": 1,
        ...     "came_from": "reported", "to": "approved", "because": "All have read it.",
        ...     "at": "2026-03-31T09:00+00:00"})
        >>> found("STG004", terms, move)
        ['ST1']

    Instead:
        >>> approval = ("sign-off", "SO1", {"role": "manager", "name": "Dana Example",
        ...     "decision": "approved", "meaning": "I stand behind it.", "content_seq": 1,
        ...     "at": "2026-03-30T09:00+00:00"})
        >>> found("STG004", terms, approval, move)
        []

    References:
        The page of the case asks for every role's approval before a case is moved on to approved,
        and so does `workbench advance CASE --to approved`.
    """
    crossing = [
        move
        for move in asked.case.all(StageMove)
        if move.to.reaches(Stage.APPROVED) and not move.came_from.reaches(Stage.APPROVED)
    ]
    if not crossing or not asked.stage.reaches(Stage.APPROVED):
        return
    last = crossing[-1]
    approved = _approved_by(decisions_before(asked.case, last))
    lacking = [role for role in asked.roles if role not in approved]
    if lacking:
        yield Hit(
            last.id,
            f"The case stands at {asked.stage}, and when it was moved on it was not approved by: "
            f"{', '.join(lacking)}.",
        )


@check("STG005", "stage-behind-case", severity="warns", accept_by=LEADERS, source=_PATH)
def stage_behind_case(asked: Asked) -> Iterator[Hit]:
    """The case holds what belongs to a later stage than the one it stands at.

    Why it matters:
        Whoever looks at the stage, to see what is late or who waits, is told the wrong thing.

    Example:
        >>> from workbench.checks.examples import found
        >>> finding = ("finding", "FI1", {"statement": "Two duties fell in one half hour."})
        >>> found("STG005", finding)
        ['case']

    Instead:
        >>> found("STG005", finding, ("stage", "ST1", {"role": "manager", "content_seq": 1,
        ...     "name": "Dana Example", "came_from": "reported", "to": "under review",
        ...     "because": "Terms are agreed.", "at": "2026-03-18T09:00+00:00"}))
        []

    References:
        The page of the case says where it stands and what the next step asks, and so does
        `workbench stage CASE`.
    """
    held = asked.case
    analysis = any(held.all(model) for model in (Event, Factor, Cause, Finding))
    approved = _approved_by(standing_decisions(held)) >= set(asked.roles)
    if approved and not asked.stage.reaches(Stage.APPROVED):
        yield Hit(
            "case", f"Every role has approved the case, and it stands at {asked.stage}. {_BEHIND}"
        )
    elif analysis and not asked.stage.reaches(Stage.UNDER_REVIEW):
        yield Hit(
            "case", f"The case is being looked into, and it stands at {asked.stage}. {_BEHIND}"
        )


_BEHIND: Final = "Move it on, so that its stage is true."


@check(
    "STG006",
    "action-not-verified",
    severity="blocks",
    gate="verify",
    accept_by=LEADERS,
    source=_COMPLETED,
)
def action_not_verified(asked: Asked) -> Iterator[Hit]:
    """The record is issued, and an action is neither verified nor followed by another.

    Why it matters:
        What was promised is done when practice has changed. An action that did not work is an
        answer too, as long as another one takes it up: one that was entered later and answers one
        of the same findings, causes or factors.

    Example:
        >>> from workbench.checks.examples import found
        >>> tried = {"statement": "Post a reminder.", "findings": ["FI1"],
        ...     "implemented_on": "2026-02-01", "communicated_on": "2026-02-02",
        ...     "communicated_to": "All shifts"}
        >>> issued = ("stage", "ST1", {"role": "manager", "name": "Dana Example",
        ...     "content_seq": 1, "came_from": "reported", "to": "issued",
        ...     "because": "Issued.", "at": "2026-03-20T09:00+00:00"})
        >>> found("STG006", ("action", "A1", {**tried, "state": "not effective"}), issued)
        ['A1']

    Instead:
        >>> found("STG006", ("action", "A1", {**tried, "state": "not effective"}),
        ...     ("action", "A2", {**tried, "statement": "Move the handover.",
        ...         "state": "verified"}), issued)
        []

    References:
        Verification of actions: re-audit, file sampling, observation, trend.
    """
    if not asked.stage.reaches(Stage.ISSUED):
        return
    actions = asked.case.all(Action)
    for place, action in enumerate(actions):
        if action.state is ActionState.VERIFIED:
            continue
        if action.state is not ActionState.NOT_EFFECTIVE:
            yield Hit(action.id, f"The action is {action.state}; it is not verified yet.")
        elif not any(_takes_up(later, action) for later in actions[place + 1 :]):
            yield Hit(
                action.id,
                "The action did not have its effect, and no later action takes up what it was for.",
            )


@check(
    "STG007",
    "left-open-at-close",
    severity="blocks",
    gate="close",
    accept_by=LEADERS,
    source=_COMPLETED,
)
def left_open_at_close(asked: Asked) -> Iterator[Hit]:
    """The actions are verified, and a question is open or a measure was never checked.

    Why it matters:
        Closing says to the person, the family and the staff that they have had their answer.

    Example:
        >>> from workbench.checks.examples import found
        >>> verified = ("stage", "ST1", {"role": "manager", "name": "Dana Example",
        ...     "content_seq": 1, "came_from": "reported", "to": "verified",
        ...     "because": "All measures met.", "at": "2026-03-20T09:00+00:00"})
        >>> found("STG007", ("question", "Q1", {"text": "Why was it late?"}), verified)
        ['Q1']

    Instead:
        >>> found("STG007", ("question", "Q1", {"text": "Why was it late?", "state": "answered",
        ...     "answer": "Two duties fell in one half hour."}), verified)
        []

    References:
        Closing the loop with those affected: learning cultures in community mental health services.
    """
    if not asked.stage.reaches(Stage.VERIFIED):
        return
    for question in asked.case.all(Question):
        if question.state is QuestionState.OPEN:
            yield Hit(question.id, "The question is open: answer it, or say why it cannot be.")
    checked = {one.measure for one in asked.case.all(Verification)}
    given_up = {
        action.id for action in asked.case.all(Action) if action.state is ActionState.NOT_EFFECTIVE
    }
    for measure in asked.case.all(Measure):
        if measure.id not in checked and measure.action not in given_up:
            yield Hit(measure.id, "The measure was never checked. Enter what was found.")


@check("STG008", "changed-after-closing", severity="warns", accept_by=LEADERS, source=_PATH)
def changed_after_closing(asked: Asked) -> Iterator[Hit]:
    """What the case says was changed after it was closed.

    Why it matters:
        Something new came to light, and that is welcome. Going back to an earlier stage says so,
        and brings it before those who approved.

    Example:
        >>> from workbench.checks.examples import found
        >>> scope = ("scope", "SC1", {"title": "A late dose", "summary": "It was late."})
        >>> closed = ("stage", "ST1", {"role": "manager", "name": "Dana Example",
        ...     "content_seq": 1, "came_from": "reported", "to": "closed",
        ...     "because": "Nothing is open.", "at": "2026-03-20T09:00+00:00"})
        >>> found("STG008", scope, closed, ("evidence", "E1", {"title": "Rota", "type": "rota"}))
        ['ST1']

    Instead:
        >>> found("STG008", scope, closed)
        []

    References:
        The page of the case takes it back, with the reason, and so does
        `workbench advance CASE --to "under review"`.
    """
    moves = asked.case.all(StageMove)
    closed = moves and moves[-1].to is Stage.CLOSED
    if closed and asked.case.content_seq > moves[-1].content_seq:
        yield Hit(
            moves[-1].id,
            "The case was changed after it was closed. Take it back to the stage that the change "
            "belongs to, or say why it stays closed.",
        )


def _double(asked: Asked, commission: Commission) -> Iterator[SignOff]:
    """Yield the standing approvals in an overseeing role that an investigator gave or entered."""
    for one in standing_decisions(asked.case).values():
        people = (one.name, asked.case.stamps[one.id].author)
        function = asked.functions.of(one.role)
        double = any(commission.oversees_own_work(function, person) for person in people)
        if one.decision is Decision.APPROVED and double:
            yield one


def _approved_by(decisions: Mapping[str, SignOff]) -> set[str]:
    return {role for role, one in decisions.items() if one.decision is Decision.APPROVED}


def _takes_up(later: Action, earlier: Action) -> bool:
    grounds = {*earlier.findings, *earlier.causes, *earlier.factors}
    return not grounds.isdisjoint((*later.findings, *later.causes, *later.factors))
