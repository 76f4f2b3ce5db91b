"""What the checks still ask of each step, for the person who is working on it."""

from __future__ import annotations

from workbench.checks.report import CheckFinding, CheckReport
from workbench.domain.case import Case
from workbench.figures.exhibit import Cell, Exhibit, Table, Tone
from workbench.widgets.steps import step_of

__all__ = ["to_do_exhibit"]


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
