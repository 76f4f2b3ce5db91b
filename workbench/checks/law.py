"""LAW: each duty that may apply was decided on by whoever decides, and its steps were taken.

These checks say what may apply and why. The decision is always somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.analysis.clocks import lapse_of
from workbench.analysis.duties import DutyState, duties_of
from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.domain.law import DutyStepAsked
from workbench.domain.roles import RoleFunction
from workbench.domain.stages import Stage
from workbench.domain.vocabulary import ClockKind

__all__ = [
    "candour_undecided",
    "duty_open_at_close",
    "duty_step_missing",
    "duty_undecided",
    "notification_gap",
    "safeguarding_undecided",
    "unverified_duty_undecided",
]

_LAW: Final = "The law of England as data: docs/reference/law.md"
_CANDOUR: Final = "SI 2014/2936, regulation 20: duty of candour"
_CARE_ACT: Final = "Care Act 2014, section 42"


@check("LAW001", "duty-undecided", severity="warns", accept_by=LEADERS, source=_LAW)
def duty_undecided(asked: Asked) -> Iterator[Hit]:
    """A duty may apply to this incident, and nobody has decided on it.

    Why it matters:
        What the law asks turns on facts that may come in bit by bit. A decision with its reasons,
        by whoever it belongs to, shows that the question was asked in time. Candour and
        safeguarding have checks of their own, LAW002 and LAW003; LAW007 asks again at the closing.

    Example:
        >>> from workbench.checks.examples import found, incident, triage
        >>> decided = triage(circumstances=["reported to the police, or looked into by them"])
        >>> found("LAW001", incident(), decided)
        ['case']

    Instead:
        >>> found("LAW001", incident(), decided, ("duty", "DU1", {
        ...     "duty": "cqc-18-2-f", "applies": True, "decided_by": "Registered manager",
        ...     "decision": "Notified.", "because": "The police took a statement.",
        ...     "at": "2026-03-15T11:00+00:00"}))
        []

    References:
        The duties, their sources and what may bring each into play: the page on the law.
    """
    for state in _undecided(asked):
        if state.verified and state.duty.topic is None:
            yield Hit("case", _may_apply(state), _who(state))


@check("LAW002", "candour-undecided", severity="blocks", gate="review", source=_CANDOUR)
def candour_undecided(asked: Asked) -> Iterator[Hit]:
    """The duty of candour may apply, and nobody has decided on it.

    Why it matters:
        People who were harmed, and those close to them, hear first and from us. Health service
        bodies and other registered persons have different lists, regulation 20(8) and 20(9); the
        workspace's settings say which is meant. Candour as a way of working goes further than
        either.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> found("LAW002", incident(physical_harm="severe"))
        ['case']

    Instead:
        >>> found("LAW002", incident(physical_harm="severe"), ("duty", "DU1", {
        ...     "duty": "candour-20-9", "applies": True, "decided_by": "Registered manager",
        ...     "decision": "We treat it as notifiable.", "at": "2026-03-15T11:00+00:00",
        ...     "because": "In the GP's opinion she needed treatment to prevent lasting injury."}))
        []

    References:
        Health and Social Care Act 2008 (Regulated Activities) Regulations 2014, regulation 20,
        as amended by SI 2015/64, regulation 10.
    """
    for state in _undecided(asked):
        if state.verified and state.duty.topic == "candour":
            yield Hit("case", _may_apply(state), _who(state))


@check("LAW003", "safeguarding-undecided", severity="blocks", gate="review", source=_CARE_ACT)
def safeguarding_undecided(asked: Asked) -> Iterator[Hit]:
    """A safeguarding duty may apply, and neither facts nor referral are recorded.

    Why it matters:
        Whether to make enquiries is for the local authority to decide, and it can only decide on
        what it was told. It does not wait for the review.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> found("LAW003", incident(physical_harm="moderate"))
        ['case']

    Instead:
        >>> found("LAW003", incident(physical_harm="moderate"), ("safeguarding", "SG1", {
        ...     "facts": "A dose was four hours late.", "concern_raised": True,
        ...     "raised_with": "Adult safeguarding team", "at": "2026-03-15T11:00+00:00",
        ...     "because": "Harm while she relied on support.", "decided_by": "manager"}))
        []

    References:
        Care Act 2014, section 42(1): needs for care and support; experiencing, or at risk of,
        abuse or neglect; unable to protect themselves as a result of those needs.
    """
    for state in _undecided(asked):
        if state.verified and state.duty.topic == "safeguarding":
            yield Hit(
                "case",
                f"{_may_apply(state)} Add a safeguarding entry: the facts on each of the three "
                "parts, and the referral.",
                _who(state),
            )


@check("LAW004", "duty-step-missing", severity="warns", accept_by=LEADERS, source=_LAW)
def duty_step_missing(asked: Asked) -> Iterator[Hit]:
    """A duty was found to apply, and one of its steps was not recorded as taken.

    Why it matters:
        A duty is done step by step, and the last ones are easily lost once the first letter has
        gone. Steps that tell somebody are asked for by LAW005.

    Example:
        >>> from workbench.checks.examples import found
        >>> decided = ("duty", "DU1", {"duty": "candour-20-9", "applies": True,
        ...     "decided_by": "Registered manager", "decision": "We treat it as notifiable.",
        ...     "because": "In the GP's opinion.", "at": "2026-03-15T11:00+00:00"})
        >>> found("LAW004", decided)
        ['DU1']

    Instead:
        >>> steps = ("reasonable-support", "account-and-enquiries", "apology", "written-record",
        ...     "keep-copies")
        >>> found("LAW004", decided, *(("duty-step", f"DS{number}", {"duty": "DU1", "step": code,
        ...     "done_on": "2026-03-16"}) for number, code in enumerate(steps, 1)))
        []

    References:
        The steps of each duty and where they come from: the page on the law.
    """
    for state in _found_to_apply(asked):
        owed = [one for one in state.owed if one.tells is None]
        if owed and state.decision is not None:
            listed = "; ".join(f"{one.text.rstrip('.')} ({one.code})" for one in owed)
            yield Hit(state.decision.id, f"{state.duty.name}: not recorded as taken: {listed}.")


@check("LAW005", "notification-gap", severity="warns", accept_by=LEADERS, source=_LAW)
def notification_gap(asked: Asked) -> Iterator[Hit]:
    """A duty was found to apply, and somebody was not told, or was told after the clock lapsed.

    Why it matters:
        A clock in law, in a contract and in local procedure are three different things, and each
        finding says which it is. Telling late is better than not at all; say what delayed it.

    Example:
        >>> from workbench.checks.examples import found, incident
        >>> decided = ("duty", "DU1", {"duty": "riddor-over-seven-days", "applies": True,
        ...     "decided_by": "Employer", "decision": "Report it.",
        ...     "because": "Eight days away from work.", "at": "2026-03-23T11:00+00:00"})
        >>> told = {"duty": "DU1", "step": "report-enforcing-authority"}
        >>> found("LAW005", incident(), decided)
        ['DU1']
        >>> found("LAW005", incident(), decided,
        ...     ("duty-step", "DS1", {**told, "done_on": "2026-03-31"}))
        ['DU1']

    Instead:
        >>> found("LAW005", incident(), decided,
        ...     ("duty-step", "DS1", {**told, "done_on": "2026-03-27"}))
        []

    References:
        Clocks and what starts them: the page on the law.
    """
    for state in _found_to_apply(asked):
        gaps = [*_untold(state), *_told_late(asked, state)]
        if gaps and state.decision is not None:
            yield Hit(state.decision.id, f"{state.duty.name}: {'; '.join(gaps)}.")


@check("LAW006", "unverified-duty-undecided", severity="advises", source=_LAW)
def unverified_duty_undecided(asked: Asked) -> Iterator[Hit]:
    """A process may run beside this one, by an entry that was not read in its source.

    Why it matters:
        Police, coroners and boards have processes of their own, and what they ask comes before
        ours. What the workbench holds on them is general knowledge: look it up, or ask.

    Example:
        >>> from workbench.checks.examples import found, incident, triage
        >>> decided = triage(circumstances=["the coroner was told or looks into the death"])
        >>> found("LAW006", incident(), decided)
        ['case']

    Instead:
        >>> found("LAW006", incident(), decided, ("duty", "DU1", {
        ...     "duty": "coroner", "applies": True, "decided_by": "Coroner",
        ...     "decision": "An inquest was opened.", "because": "Letter of 16 March.",
        ...     "at": "2026-03-17T11:00+00:00"}))
        []

    References:
        Entries marked unverified on the page on the law.
    """
    for state in _undecided(asked):
        if not state.verified:
            yield Hit(
                "case",
                f"{_may_apply(state)} This entry was not read in its source: look it up.",
                _who(state),
            )


@check(
    "LAW007",
    "duty-open-at-close",
    severity="blocks",
    gate="close",
    accept_by=(RoleFunction.GOVERNANCE_LEAD,),
    source=_LAW,
)
def duty_open_at_close(asked: Asked) -> Iterator[Hit]:
    """A duty in law or in a contract is undecided, or its steps are open, and the case is to close.

    Why it matters:
        Nobody looks at a closed case for a notification that is still owed. Whether the duty
        applies stays for those to say whom it names: accepting this says why the case closes with
        the question open, and settles nothing about the duty.

    Example:
        >>> from workbench.checks.examples import found, incident, triage
        >>> decided = triage(circumstances=["reported to the police, or looked into by them"])
        >>> verified = ("stage", "ST1", {"role": "manager", "name": "Dana Example",
        ...     "content_seq": 1, "came_from": "reported", "to": "verified",
        ...     "because": "All measures met.", "at": "2026-03-20T09:00+00:00"})
        >>> found("LAW007", incident(), decided, verified)
        ['case']
        >>> duty = ("duty", "DU1", {"duty": "cqc-18-2-f", "applies": True,
        ...     "decided_by": "Registered manager", "decision": "Notify.",
        ...     "because": "The police took a statement.", "at": "2026-03-15T11:00+00:00"})
        >>> found("LAW007", incident(), decided, duty, verified)
        ['DU1']

    Instead:
        >>> found("LAW007", incident(), decided, duty,
        ...     ("duty-step", "DS1", {"duty": "DU1", "step": "notify-cqc",
        ...         "done_on": "2026-03-16"}), verified)
        []

    References:
        The duties, their steps, and who decides: the page on the law.
    """
    if not asked.stage.reaches(Stage.VERIFIED):
        return
    binding = [one for one in _states(asked) if _binds(one)]
    undecided = [one.duty for one in binding if not one.decided]
    if undecided:
        listed = "; ".join(
            f"{one.name} ({one.code}; {one.who_decides} decides)" for one in undecided
        )
        yield Hit(
            "case",
            f"May apply, and nobody has decided: {listed}. Add the decision, with why.",
            "Who was to decide, and what do they say?",
        )
    for state in binding:
        if state.found_to_apply and state.owed and state.decision is not None:
            listed = "; ".join(f"{one.text.rstrip('.')} ({one.code})" for one in state.owed)
            yield Hit(state.decision.id, f"{state.duty.name}: steps that are still open: {listed}.")


def _binds(state: DutyState) -> bool:
    """True for a duty in law or in a contract that was read in its source."""
    return state.verified and state.duty.clock_kind in (
        ClockKind.STATUTORY,
        ClockKind.CONTRACTUAL,
    )


def _states(asked: Asked) -> tuple[DutyState, ...]:
    return duties_of(asked.case, asked.provider_type, on=asked.on).may_apply


def _undecided(asked: Asked) -> Iterator[DutyState]:
    for state in _states(asked):
        if not state.decided:
            yield state


def _found_to_apply(asked: Asked) -> Iterator[DutyState]:
    for state in _states(asked):
        if state.found_to_apply:
            yield state


def _may_apply(state: DutyState) -> str:
    facts = "; ".join(state.because)
    waiting = f" {state.decision.id} waits for the decision." if state.decision else ""
    return f"{state.duty.name} ({state.duty.code}) may apply. {facts}.{waiting}"


def _who(state: DutyState) -> str:
    return f"Who decides: {state.duty.who_decides}. Clock: {state.duty.clock}."


def _untold(state: DutyState) -> Iterator[str]:
    for step in state.owed:
        if step.tells is not None:
            yield f"{step.tells} not recorded as told ({step.code}{_clock_words(step)})"


def _told_late(asked: Asked, state: DutyState) -> Iterator[str]:
    for step in state.steps:
        lapses = lapse_of(asked.case, state, step.asked)
        if lapses is not None and step.done and step.done[0].done_on > lapses:
            yield (
                f"{step.asked.tells or step.asked.code} told on {step.done[0].done_on:%d/%m/%Y}, "
                f"after {lapses:%d/%m/%Y} ({step.asked.code}{_clock_words(step.asked)})"
            )


def _clock_words(step: DutyStepAsked) -> str:
    return f"; {step.clock.kind} clock: {step.clock.text}" if step.clock else ""
