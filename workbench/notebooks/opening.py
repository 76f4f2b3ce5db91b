"""Opens a case for a notebook: the frozen one while a record is made, else as it stands now."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from workbench.analysis.case_facts import PROVIDER
from workbench.analysis.causal import CausalGraph, build_causal_graph
from workbench.analysis.quality import DimensionEvidence, gather_quality
from workbench.analysis.thread import Thread, thread
from workbench.analysis.timeline import Timeline, build_timeline
from workbench.checks.report import CheckReport, run_checks
from workbench.conduct.access import whoami
from workbench.conduct.session import Session, now, today
from workbench.domain.case import Case, without_names
from workbench.domain.frameworks import Framework
from workbench.domain.roles import BY_NAME, RoleFunctions
from workbench.errors import InvalidParameters
from workbench.notebooks.page import page_listens, steps_of_notebook
from workbench.record.frozen_case import frozen_case_from_json
from workbench.record.run import FROZEN_CASE
from workbench.widgets.desk import Desk
from workbench.workspace.folder import find_workspace

__all__ = ["OpenCase", "open_case"]


@dataclass(frozen=True)
class OpenCase:
    """A case as a notebook sees it, without names; what is worked out from it is kept.

    `live` is False while a record is made: what is still to do then stands in the record's own
    section on checks, not below each step. `framework` is the workspace's own choice of
    contributory-factor framework. With a `desk`, the steps of the notebook are editors.
    """

    case: Case
    on: date
    required_roles: tuple[str, ...]
    framework: Framework
    live: bool
    organisation: str | None = None
    provider_type: str = PROVIDER
    functions: RoleFunctions = BY_NAME
    desk: Desk[OpenCase] | None = None

    @cached_property
    def timeline(self) -> Timeline:
        """The timeline of the case."""
        return build_timeline(self.case)

    @cached_property
    def graph(self) -> CausalGraph:
        """The causal graph of the case."""
        return build_causal_graph(self.case)

    @cached_property
    def thread(self) -> Thread:
        """The golden thread of the case."""
        return thread(self.case, self.on)

    @cached_property
    def report(self) -> CheckReport:
        """What the checks say of the case, without looking at the register."""
        return run_checks(
            self.case,
            self.on,
            roles=self.required_roles,
            framework=self.framework,
            organisation=self.organisation,
            provider_type=self.provider_type,
            functions=self.functions,
        )

    @cached_property
    def quality(self) -> tuple[DimensionEvidence, ...]:
        """What speaks to each dimension of the quality of the investigation."""
        return gather_quality(self.case, self.graph, self.report.found_at)

    def _repr_html_(self) -> str:
        standing = f"{self.case.id} as it stands after entry {self.case.head.seq}"
        return f"<p>{standing}, looked at on {self.on.day} {self.on:%B %Y}.</p>"


def open_case(case_id: str, as_of: int = 0, record_date: str = "") -> OpenCase:
    """Return the case that a notebook works on.

    `as_of` is the entry to look back to, 0 for the case as it stands; `record_date` is the day to
    look at it from (ISO), empty for today. While a record is made, all three are given, and the
    case is the frozen one.

    A live opening is noted where the case has an access list.

    Raises:
        AccessRefused: the case has an access list and whoever is at the keyboard is not on it.
        InvalidParameters: `case_id` is empty, does not fit the frozen case, or the date is not one.
        NotFound: the notebook lies in no workspace, or there is no such case.
    """
    if not case_id:
        raise InvalidParameters(
            "The notebook does not say which case it is about.",
            'Write it in the first cell: case_id = "C-0001".',
        )
    frozen = os.environ.get(FROZEN_CASE)
    if frozen:
        return _frozen(Path(frozen), case_id, as_of)
    session = Session(find_workspace(Path.cwd()))
    session.admit(case_id, "notebook")
    opened = _live(session, session.ledger.fold(case_id, as_of or None), _day(record_date))
    if as_of or not page_listens(os.environ):
        session.engine.dispose()
        return opened
    return replace(opened, desk=_desk(session, opened, record_date))


def _live(session: Session, case: Case, on: date) -> OpenCase:
    config = session.workspace.config
    return OpenCase(
        without_names(case),
        on,
        config.sign_off_roles,
        session.workspace.framework,
        live=True,
        organisation=config.organisation,
        provider_type=config.provider_type,
        functions=config.functions,
    )


def _desk(session: Session, opened: OpenCase, record_date: str) -> Desk[OpenCase]:
    begun = next(info for info in session.ledger.cases() if info.id == opened.case.id)
    return Desk(
        session,
        opened.case.id,
        whoami(os.environ),
        steps_of_notebook(begun.template, os.environ),
        lambda case: replace(opened, case=case, on=_day(record_date)),
        now,
    )


def _frozen(path: Path, case_id: str, as_of: int) -> OpenCase:
    held = frozen_case_from_json(path.read_text(encoding="utf-8"))
    if (held.case.id, held.case.head.seq) != (case_id, as_of):
        raise InvalidParameters(
            f"The notebook asks for {case_id} at entry {as_of}; the record is being made of "
            f"{held.case.id} at entry {held.case.head.seq}.",
            "Leave case_id and as_of as the parameters cell has them.",
        )
    return OpenCase(
        held.case,
        held.on,
        held.required_roles,
        held.framework,
        live=False,
        provider_type=held.provider_type,
        functions=held.functions,
    )


def _day(text: str) -> date:
    if not text:
        return today()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidParameters(
            "The record's date in the first cell is not a date.",
            'Write it as record_date = "2026-09-18", or leave it empty for today.',
        ) from error
