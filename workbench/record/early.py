"""The page of a record that is made early: what was decided in the first days, and no outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from workbench.checks.report import CheckReport
from workbench.domain.case import Case
from workbench.domain.inquiry import CaseIncident, Evidence
from workbench.figures.scope import evidence_exhibit
from workbench.record.annexes import (
    Provenance,
    checks_exhibit,
    provenance_exhibit,
    verifying_exhibit,
)
from workbench.record.page import Annex, RecordPage, long_date

__all__ = ["build_early_page"]

_FIRST_DAYS: Final = ("INC", "TRI", "LAW", "REF")
"""The families of checks that have something to say in the first days."""


def build_early_page(
    case: Case,
    report: CheckReport,
    *,
    called: str,
    organisation: str,
    record_id: str,
    version: int,
    on: date,
    required_roles: tuple[str, ...],
    provenance: Provenance,
    supersedes: str | None = None,
) -> RecordPage:
    """Return the page of an early record, whose title opens with `called`, such as *Triage*.

    The other arguments are those of `record.page.build_page`. It has no summary of findings and
    approvals, and of the checks only those that speak of the first days.
    """
    held = case.only(CaseIncident)
    about = held.incident.id if held else case.id
    evidence = Annex("evidence", "Evidence", evidence_exhibit(case), True)
    return RecordPage(
        title=f"{called} of {about}",
        organisation=organisation,
        record_id=record_id,
        version=version,
        supersedes=supersedes,
        on=long_date(on),
        case_id=case.id,
        head=case.head,
        annexes=(
            *((evidence,) if case.all(Evidence) else ()),
            Annex("checks", "What the checks asked", checks_exhibit(_first_days(report))),
            Annex(
                "provenance",
                "Where this record comes from",
                provenance_exhibit(case, provenance, on=long_date(on)),
            ),
            Annex("verifying", "How to check this record", verifying_exhibit(required_roles)),
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
