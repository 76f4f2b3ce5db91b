"""The page of a record that is made early: what was decided in the first days, and no outcome."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from workbench.checks.report import CheckReport
from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident, Evidence
from workbench.figures.scope import evidence_exhibit
from workbench.record.annexes import checks_exhibit
from workbench.record.page import Annex, Imprint, RecordPage, imprinted_page

__all__ = ["build_early_page"]

_FIRST_DAYS: Final = ("INC", "TRI", "LAW", "REF")
"""The families of checks that have something to say in the first days."""


def build_early_page(
    case: Case, report: CheckReport, imprint: Imprint, *, called: str
) -> RecordPage:
    """Return the page of an early record, whose title opens with `called`, such as *Triage*.

    It has no summary of findings and approvals, and of the checks only those that speak of the
    first days.
    """
    held = case.only(CaseIncident)
    evidence = Annex("evidence", "Evidence", evidence_exhibit(case), True)
    return imprinted_page(
        case,
        imprint,
        title=f"{called} of {held.incident.id if held else case.id}",
        annexes=(
            *((evidence,) if case.all(Evidence) else ()),
            Annex("checks", "What the checks asked", checks_exhibit(_first_days(report))),
        ),
    )


def _first_days(report: CheckReport) -> CheckReport:
    return replace(
        report,
        checks_run=tuple(one for one in report.checks_run if one.code[:3] in _FIRST_DAYS),
        open=tuple(one for one in report.open if one.code[:3] in _FIRST_DAYS),
        accepted=tuple(one for one in report.accepted if one.finding.code[:3] in _FIRST_DAYS),
        not_asked=tuple(one for one in report.not_asked if one.code[:3] in _FIRST_DAYS),
    )
