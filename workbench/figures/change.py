"""What was concluded, what will change, how it will show, and who approved."""

from __future__ import annotations

from datetime import date

from workbench.domain.case import Case
from workbench.domain.change import Action, Measure, Verification, VerificationPlan
from workbench.domain.frameworks import action_hierarchy, strength_of
from workbench.domain.reasoning import Finding
from workbench.domain.standing import last_decisions
from workbench.domain.vocabulary import ActionState, Decision, FindingType, VerificationOutcome
from workbench.domain.when import written_day, written_moment
from workbench.figures.exhibit import Card, Cell, Exhibit, Fact, Table, Tone
from workbench.figures.words import in_short

__all__ = [
    "action_table",
    "actions_exhibit",
    "assurance_exhibit",
    "day",
    "findings_exhibit",
    "sign_off_exhibit",
]

_STATE_TONES = {
    ActionState.OPEN: Tone.OPEN,
    ActionState.IMPLEMENTED: Tone.OPEN,
    ActionState.COMMUNICATED: Tone.OPEN,
    ActionState.VERIFIED: Tone.DONE,
    ActionState.NOT_EFFECTIVE: Tone.WARN,
}
_OUTCOME_TONES = {
    VerificationOutcome.MET: Tone.DONE,
    VerificationOutcome.NOT_MET: Tone.WARN,
    VerificationOutcome.INSUFFICIENT: Tone.OPEN,
}


def findings_exhibit(case: Case) -> Exhibit:
    """Return the findings: areas for improvement, and good practice to keep."""
    findings = sorted(case.all(Finding), key=lambda f: f.type is FindingType.GOOD_PRACTICE)
    return Exhibit(
        name="findings",
        title="What was found",
        paragraphs=() if findings else ("No finding has been entered yet.",),
        cards=tuple(_finding(case, finding) for finding in findings),
    )


def actions_exhibit(case: Case) -> Exhibit:
    """Return the safety actions: owner, due date, strength, measure and state of each."""
    return Exhibit(
        name="actions",
        title="What will change",
        cards=tuple(_action(case, action) for action in case.all(Action)),
        table=action_table(case),
        note=f"Strength: {action_hierarchy().source}. It says how much an action depends on people "
        "remembering; it is one consideration among several.",
    )


def action_table(case: Case) -> Table:
    """Return one row an action, with the dates and names a governance forum tracks."""
    return Table(
        caption="Safety actions",
        columns=("Reference", "Action", "Owner", "Due", "Strength", "Measure", "State"),
        rows=tuple(_action_row(case, action) for action in case.all(Action)),
        empty="No action has been entered yet.",
    )


def assurance_exhibit(case: Case) -> Exhibit:
    """Return how it is checked that the actions worked, and what the checks showed so far."""
    results = {
        m.id: [v for v in case.all(Verification) if v.measure == m.id] for m in _measures(case)
    }
    return Exhibit(
        name="assurance",
        title="How it will show",
        paragraphs=()
        if results
        else ("No measure has been entered yet, so nothing can show whether things improved.",),
        cards=tuple(_measure(measure, results[measure.id]) for measure in _measures(case)),
    )


def sign_off_exhibit(case: Case, required: tuple[str, ...]) -> Exhibit:
    """Return who must approve, and who has, for the case as it stands.

    `required` are the roles, in order. A decision taken before the last change does not count.
    """
    return Exhibit(
        name="sign-off",
        title="Who approved",
        table=Table(
            caption="Decisions on this case",
            columns=("Role", "Name", "Decision", "When", "In their words"),
            rows=tuple(_sign_off_row(case, role) for role in required),
        ),
        note="Approval is a decision on the case. The signatures themselves are made on the frozen "
        "record, outside this page, and are shown by whoever checks it.",
    )


def day(value: date | None) -> str:
    """Return a date as an English reader writes it, or *not set*."""
    return written_day(value) if value else "not set"


def _measures(case: Case) -> tuple[Measure, ...]:
    return case.all(Measure)


def _finding(case: Case, finding: Finding) -> Card:
    answering = [a.id for a in case.all(Action) if finding.id in a.findings]
    facts = [
        Fact(label=label, value=", ".join(ids))
        for label, ids in (
            ("Causes", finding.causes),
            ("Factors", finding.factors),
            ("Evidence", finding.evidence),
            ("Acted on by", tuple(answering)),
        )
        if ids
    ]
    if finding.not_acted_on_because:
        facts.append(Fact(label="Not acted on, because", value=finding.not_acted_on_because))
    if finding.not_acted_on_accepted_by:
        accepted = finding.not_acted_on_accepted_by
        facts.append(Fact(label="Accepted by", value=f"{accepted.name}, {accepted.role}"))
    return Card(
        anchor=finding.id,
        reference=finding.id,
        title=finding.statement,
        status=Cell(
            text=finding.type.capitalize(),
            tone=Tone.DONE if finding.type is FindingType.GOOD_PRACTICE else Tone.OPEN,
        ),
        facts=tuple(facts),
    )


def _action(case: Case, action: Action) -> Card:
    entry = next((e for e in action_hierarchy().entries if e.code == action.approach), None)
    facts = (
        ("Owner", _owner(action)),
        ("Due", day(action.due)),
        ("Kind of change", f"{entry.label} ({entry.strength})" if entry else "not set"),
        ("When", action.horizon.capitalize()),
        (
            "Answers",
            ", ".join((*action.findings, *action.causes, *action.factors)) or "nothing yet",
        ),
        ("Implemented", day(action.implemented_on) if action.implemented_on else None),
        (
            "Communicated",
            f"{day(action.communicated_on)}, to {action.communicated_to}"
            if action.communicated_on
            else None,
        ),
        ("If the partner is slow", action.escalation_route),
        ("Evidence", ", ".join(action.evidence) or None),
    )
    return Card(
        anchor=action.id,
        reference=action.id,
        title=action.statement,
        status=_state(action),
        facts=tuple(Fact(label=label, value=text) for label, text in facts if text),
    )


def _action_row(case: Case, action: Action) -> tuple[Cell | str, ...]:
    measures = [m.statement for m in _measures(case) if m.action == action.id]
    strength = strength_of(action.approach)
    return (
        Cell(text=action.id, href=f"#actions-{action.id}"),
        in_short(action.statement),
        _owner(action),
        day(action.due),
        strength.capitalize() if strength else "not set",
        "\n".join(measures) or "not set",
        _state(action),
    )


def _state(action: Action) -> Cell:
    return Cell(text=action.state.capitalize(), tone=_STATE_TONES[action.state])


def _owner(action: Action) -> str:
    owner = action.owner
    if owner is None:
        return "nobody yet"
    return ", ".join(part for part in (owner.name, owner.role, owner.organisation) if part)


def _measure(measure: Measure, results: list[Verification]) -> Card:
    facts = (
        ("From", measure.baseline),
        ("To", measure.target),
        *_plan(measure.plan),
    )
    shown = tuple(
        Fact(
            label=f"Checked on {day(result.on)}",
            value=Cell(
                text=result.outcome.capitalize(),
                tone=_OUTCOME_TONES[result.outcome],
                more=(Cell(text=_result(result)),),
            ),
        )
        for result in results
    )
    latest = results[-1].outcome if results else None
    return Card(
        anchor=measure.id,
        reference=measure.id,
        title=measure.statement,
        status=Cell(
            text=f"Checked: {latest}" if latest else "Not checked yet",
            tone=_OUTCOME_TONES[latest] if latest else Tone.OPEN,
        ),
        facts=(
            Fact(label="For action", value=measure.action),
            *(Fact(label=label, value=text) for label, text in facts if text),
            *shown,
        ),
    )


def _plan(plan: VerificationPlan | None) -> tuple[tuple[str, str | None], ...]:
    if plan is None:
        return (("Plan", "not set"),)
    size = f"{plan.sample_size} each time" if plan.sample_size else None
    weeks = f"for {plan.weeks} weeks" if plan.weeks else None
    how = ", ".join(part for part in (plan.method.capitalize(), size, weeks) if part)
    return (
        ("Plan", f"{how}. {plan.detail}"),
        ("Checked by", f"{plan.responsible}, by {day(plan.review_on)}"),
    )


def _result(result: Verification) -> str:
    counts = (
        f" {result.conforming} of {result.sampled} met it."
        if result.conforming is not None and result.sampled
        else ""
    )
    return f"{result.result}{counts} Checked by {result.by}."


def _sign_off_row(case: Case, role: str) -> tuple[Cell | str, ...]:
    last = last_decisions(case).get(role)
    if last is None:
        return (role, "", Cell(text="Not yet", tone=Tone.OPEN), "", "")
    if last.content_seq != case.content_seq:
        decision = Cell(
            text=f"{last.decision.capitalize()}, before the last change", tone=Tone.WARN
        )
    else:
        approved = last.decision is Decision.APPROVED
        decision = Cell(text=last.decision.capitalize(), tone=Tone.DONE if approved else Tone.WARN)
    return (role, last.name, decision, written_moment(last.at), last.meaning)
