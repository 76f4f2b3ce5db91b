"""What the checks still ask of each step, for the person who is working on it."""

from __future__ import annotations

from typing import Final

from workbench.checks.report import CheckFinding, CheckReport
from workbench.domain.case import Case
from workbench.domain.kinds import kind_of
from workbench.figures.exhibit import Cell, Exhibit, Table, Tone

__all__ = ["step_of", "to_do_exhibit"]

_STEP_OF_KIND: Final = {
    "question": "questions",
    "evidence": "evidence",
    "event": "timeline",
    "gap": "timeline",
    "factor": "factors",
    "lens-consideration": "factors",
    "problem": "fishbone",
    "cause": "causes",
    "link": "causes",
    "finding": "findings",
    "action": "actions",
    "measure": "assurance",
    "verification": "assurance",
    "sign-off": "sign-off",
    "acceptance": "sign-off",
}
_STEP_OF_FAMILY: Final = {
    "QUE": "questions",
    "EVI": "evidence",
    "TIM": "timeline",
    "FAC": "factors",
    "GRA": "causes",
    "FND": "findings",
    "ACT": "actions",
    "GOV": "sign-off",
}


def step_of(case: Case, finding: CheckFinding) -> str:
    """Return the step in which a finding is mended: by what it is about, else by its family."""
    entity = case.find(finding.subject)
    if entity is not None:
        return _STEP_OF_KIND.get(kind_of(type(entity)).name, "scope")
    return _STEP_OF_FAMILY.get(finding.code[:3], "scope")


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
