"""COM: what the investigation was asked to do, and whether those who do it can."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.context import Asked
from workbench.checks.registry import LEADERS, Hit, check
from workbench.domain.commission import Commission, ParallelProcess

__all__ = [
    "commission_missing",
    "conflict_not_declared",
    "investigator_not_described",
    "parallel_process_without_lead",
    "terms_not_agreed",
]

_COMMISSIONING = "SCIE, Safeguarding Adults Review Quality Markers: commissioning"
_MANAGEMENT = "SCIE, Safeguarding Adults Review Quality Markers: process management"
_PARALLEL = "SCIE, Safeguarding Adults Review Quality Markers: parallel processes"


@check(
    "COM001",
    "commission-missing",
    severity="blocks",
    gate="review",
    accept_by=LEADERS,
    source=_COMMISSIONING,
)
def commission_missing(asked: Asked) -> Iterator[Hit]:
    """Nobody has recorded what the investigation is asked to do, and who carries it out.

    Why it matters:
        Without terms of reference a review answers the question that is easiest to answer. The
        person and their family cannot tell what will be looked into, nor who looks.

        Asked of a thematic review and of a structured analysis, and as long as no tier is chosen. A
        rapid learning review has the same three questions every time, and its triage says what is
        looked into and who decided: it needs no commission, though it may have one.

    Example:
        >>> from workbench.checks.examples import found, incident, triage
        >>> found("COM001", incident())
        ['case']

    Instead:
        >>> found("COM001", ("commission", "CO1", {
        ...     "terms": "How did the evening dose come to be late, and what will change?"}))
        []
        >>> found("COM001", incident(), triage(tier="rapid learning review"))
        []

    References:
        SCIE, Safeguarding Adults Review Quality Markers: clarity of purpose, commissioning. Three
        tiers, in proportion: incident governance in learning disability services.
    """
    if asked.case.only(Commission) is None and not asked.rapid:
        yield Hit(
            "case",
            "No commission is recorded. Add the terms of reference, who agreed them and when, "
            "and who investigates.",
        )


@check("COM002", "terms-not-agreed", severity="blocks", gate="review", source=_COMMISSIONING)
def terms_not_agreed(asked: Asked) -> Iterator[Hit]:
    """The terms of reference name nobody who agreed them, or no date on which they did.

    Why it matters:
        Terms that only their author has seen move with the findings. Agreed and dated, they show
        later what was asked for, and by whom.

    Example:
        >>> from workbench.checks.examples import found
        >>> terms = {"terms": "How did the evening dose come to be late?"}
        >>> found("COM002", ("commission", "CO1", terms))
        ['CO1']

    Instead:
        >>> found("COM002", ("commission", "CO1", {**terms, "agreed_on": "2026-03-18",
        ...     "agreed_by": ["Head of operations", "P1, with her advocate"]}))
        []

    References:
        SCIE, Safeguarding Adults Review Quality Markers: commissioning.
    """
    commission = asked.case.only(Commission)
    if commission is None:
        return
    owed = [
        words
        for held, words in (
            (commission.agreed_by, "who agreed them"),
            (commission.agreed_on, "when they were agreed"),
        )
        if not held
    ]
    if owed:
        yield Hit(commission.id, f"The terms of reference do not say {' and '.join(owed)}.")


@check(
    "COM003",
    "investigator-not-described",
    severity="blocks",
    gate="review",
    accept_by=LEADERS,
    source=_MANAGEMENT,
)
def investigator_not_described(asked: Asked) -> Iterator[Hit]:
    """No investigator is named, or one without their training or their independence.

    Why it matters:
        Investigating is a craft, and distance from the events is part of it. Where there is no
        training, or little distance, it helps to know before the work begins.

    Example:
        >>> from workbench.checks.examples import found
        >>> terms = {"terms": "How did the evening dose come to be late?"}
        >>> robin = {"name": "Robin Example", "role": "investigator"}
        >>> found("COM003", ("commission", "CO1", {**terms, "investigators": [robin]}))
        ['CO1']

    Instead:
        >>> found("COM003", ("commission", "CO1", {**terms, "investigators": [{**robin,
        ...     "training": "Systems-based investigation, five days, 2025",
        ...     "independence": "Works in another service; knows nobody in the case"}]}))
        []

    References:
        SCIE, Safeguarding Adults Review Quality Markers: governance, process management.
    """
    commission = asked.case.only(Commission)
    if commission is None:
        return
    who = commission.investigators
    if not who:
        yield Hit(commission.id, "The commission names nobody who investigates.")
        return
    owed = [
        f"{what} of: {', '.join(dict.fromkeys(roles))}"
        for what, roles in (
            ("the training", [one.role for one in who if one.training is None]),
            ("the independence", [one.role for one in who if one.independence is None]),
        )
        if roles
    ]
    if owed:
        yield Hit(
            commission.id,
            f"Not stated is {', and '.join(owed)}. Say how it is, even where it is little.",
        )


@check("COM004", "conflict-not-declared", severity="blocks", gate="review", source=_MANAGEMENT)
def conflict_not_declared(asked: Asked) -> Iterator[Hit]:
    """An investigator has not declared their conflicts of interest, or that there are none.

    Why it matters:
        A friendship or a former post does not rule somebody out. Found out later, it takes the
        trust out of everything they found.

    Example:
        >>> from workbench.checks.examples import found
        >>> terms = {"terms": "How did the evening dose come to be late?"}
        >>> robin = {"name": "Robin Example", "role": "investigator"}
        >>> found("COM004", ("commission", "CO1", {**terms, "investigators": [robin]}))
        ['CO1']

    Instead:
        >>> found("COM004", ("commission", "CO1", {**terms, "investigators": [{**robin,
        ...     "conflicts": "None; has not worked with the team."}]}))
        []

    References:
        SCIE, Safeguarding Adults Review Quality Markers: governance.
    """
    commission = asked.case.only(Commission)
    if commission is None:
        return
    silent = [one.role for one in commission.investigators if one.conflicts is None]
    if silent:
        yield Hit(
            commission.id,
            f"No declaration of conflicts is recorded of: {', '.join(dict.fromkeys(silent))}.",
            "What would somebody who disagrees with the findings point to?",
        )


@check(
    "COM005",
    "parallel-process-without-lead",
    severity="blocks",
    gate="review",
    accept_by=LEADERS,
    source=_PARALLEL,
)
def parallel_process_without_lead(asked: Asked) -> Iterator[Hit]:
    """Another process runs on the same events, and it is not said who leads it or whom to ask.

    Why it matters:
        A family that is asked the same question by four organisations is hurt again. Evidence that
        is gathered in the wrong order may be lost to a coroner or to the police.

    Example:
        >>> from workbench.checks.examples import found
        >>> terms = {"terms": "How did the evening dose come to be late?"}
        >>> found("COM005", ("commission", "CO1", {**terms, "parallel": [{"process": "police"}]}))
        ['CO1']

    Instead:
        >>> found("COM005", ("commission", "CO1", {**terms, "parallel": [{
        ...     "process": "police", "lead": "Police", "contact_role": "Detective sergeant",
        ...     "must_wait": "Conversations with the two staff on shift"}]}))
        []

    References:
        SCIE, Safeguarding Adults Review Quality Markers: parallel processes. Which process leads,
        and what has to wait for it, is agreed with the organisations that run them.
    """
    commission = asked.case.only(Commission)
    for running in commission.parallel if commission else ():
        owed = _owed(running)
        if owed:
            assert commission is not None
            yield Hit(
                commission.id,
                f"Beside this case runs: {running.detail or running.process}. It is not said "
                f"{' and '.join(owed)}.",
            )


def _owed(running: ParallelProcess) -> list[str]:
    return [
        words
        for held, words in (
            (running.lead, "who leads it"),
            (running.contact_role, "whom to speak to there"),
            (running.must_wait, "what must wait for it here"),
        )
        if held is None
    ]
