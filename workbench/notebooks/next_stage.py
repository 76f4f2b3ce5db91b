"""What the next stage of a case asks, for the person who is working on it."""

from __future__ import annotations

from workbench.checks.report import CheckReport
from workbench.conduct.stages import Blocker, blockers, current_stage
from workbench.domain.case import Case
from workbench.figures.exhibit import Cell, Exhibit, Table, Tone

__all__ = ["next_stage_exhibit"]


def next_stage_exhibit(case: Case, report: CheckReport) -> Exhibit:
    """Return what stands between a case and its next stage, gate by gate and check by check.

    The log of issued records is not looked at here; the page of the case does.
    """
    toward = current_stage(case).next
    if toward is None:
        return Exhibit(
            name="next-stage",
            title="What comes next",
            paragraphs=("The case is closed. It can be taken back to any stage, with a reason.",),
        )
    found = blockers(case, report, toward, None)
    return Exhibit(
        name="next-stage",
        title=f"Before the stage “{toward}”",
        paragraphs=()
        if found
        else (
            "Nothing in the case stands in the way. Choose “Sign and export”, above the notebook: "
            "the page of the case moves it on.",
        ),
        table=Table(
            caption=f"What the case needs before it moves on to “{toward}”",
            columns=("Check", "About", "What it asks"),
            rows=tuple(_row(one) for one in found),
        )
        if found
        else None,
    )


def _row(one: Blocker) -> tuple[Cell | str, ...]:
    gate = Cell(text=f"gate: {one.gate}", tone=Tone.QUIET)
    return (Cell(text=one.code or "log of records", more=(gate,)), one.subject, one.message)
