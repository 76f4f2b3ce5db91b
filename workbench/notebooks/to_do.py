"""What the checks still ask of each step, for the person who is working on it."""

from __future__ import annotations

from typing import Final

from workbench.checks.report import CheckFinding, CheckReport
from workbench.domain.case import Case
from workbench.domain.kinds import kind_of
from workbench.figures.exhibit import Cell, Exhibit, Table, Tone

__all__ = ["step_of", "to_do_exhibit"]

_STEP_OF_KIND: Final = {
    "triage": "triage",
    "alert": "triage",
    "partner": "triage",
    "safeguarding": "duties",
    "duty": "duties",
    "duty-step": "duties",
    "commission": "commission",
    "stage": "stages",
    "representation": "people",
    "involvement": "people",
    "staff-support": "people",
    "interview": "people",
    "question": "questions",
    "evidence": "evidence",
    "event": "timeline",
    "gap": "timeline",
    "factor": "factors",
    "lens-consideration": "factors",
    "plan-in-force": "plans",
    "escalation-step": "escalation",
    "shift": "shifts",
    "ownership": "ownership",
    "barrier": "barriers",
    "problem": "fishbone",
    "cause": "causes",
    "link": "causes",
    "finding": "findings",
    "action": "actions",
    "faces": "actions",
    "measure": "assurance",
    "verification": "assurance",
    "restriction": "restrictions",
    "restriction-review": "restrictions",
    "quality-rating": "quality",
    "comment": "comments",
    "summary": "summaries",
    "sign-off": "sign-off",
    "acceptance": "sign-off",
}
_ABOUT_PEOPLE: Final = {"PPL": "people", "CMT": "comments", "SUM": "summaries"}
_STEP_OF_CODE: Final = {
    "BAS002": "questions",
    "BAS003": "findings",
    "MET005": "shifts",
    "MET009": "plans",
}
_STEP_OF_FAMILY: Final = {
    "TRI": "triage",
    "LAW": "duties",
    "COM": "commission",
    "STG": "stages",
    "QUE": "questions",
    "EVI": "evidence",
    "TIM": "timeline",
    "FAC": "factors",
    "GRA": "causes",
    "FND": "findings",
    "ACT": "actions",
    "RES": "restrictions",
    "QUA": "quality",
    "GOV": "sign-off",
}


def step_of(case: Case, finding: CheckFinding) -> str:
    """Return the step in which a finding is mended: by what it is about, else by its family.

    Where it is about somebody's part in the investigation, its family says it.
    """
    if finding.code[:3] in _ABOUT_PEOPLE:
        return _ABOUT_PEOPLE[finding.code[:3]]
    entity = case.find(finding.subject)
    if entity is not None:
        return _STEP_OF_KIND.get(kind_of(type(entity)).name, "scope")
    known = {**_STEP_OF_FAMILY, **_STEP_OF_CODE}
    return known.get(finding.code, known.get(finding.code[:3], "scope"))


def to_do_exhibit(case: Case, report: CheckReport, step: str) -> Exhibit:
    """Return the open findings of a step as a table, those that close a gate first."""
    here = [one for one in report.open if step_of(case, one) == step]
    here.sort(key=lambda one: one.gate is None)
    return Exhibit(
        name=f"to-do-{step}",
        title="What the checks ask here",
        paragraphs=() if here else ("Nothing is open in this step.",),
        table=Table(
            caption="Open in this step",
            columns=("About", "What was found", "What it asks", "Check"),
            rows=tuple(_row(one) for one in here),
        )
        if here
        else None,
    )


def _row(finding: CheckFinding) -> tuple[Cell | str, ...]:
    weight = f"blocks {finding.gate}" if finding.gate else finding.severity.value
    tone = Tone.WARN if finding.gate else Tone.OPEN
    found = Cell(
        text=finding.message,
        more=(Cell(text=f"“{finding.excerpt}”", tone=Tone.QUIET),) if finding.excerpt else (),
    )
    return (
        finding.subject,
        found,
        finding.question or "",
        Cell(text=finding.code, more=(Cell(text=weight, tone=tone),)),
    )
