"""A desk on the case of an office: what a notebook's kernel holds, without a kernel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from tests.fakes.workspaces import DAY, NOW, Office
from workbench.conduct.session import Session
from workbench.domain.case import without_names
from workbench.notebooks.opening import OpenCase
from workbench.widgets.desk import Desk

__all__ = ["STEPS", "desk_of"]

STEPS = ("scope", "people", "questions", "evidence", "timeline", "causes", "actions", "sign-off")


def desk_of(
    office: Office,
    person: str = "Asha",
    *,
    steps: tuple[str, ...] = STEPS,
    clock: Callable[[], datetime] = lambda: NOW,
    key: str = "",
) -> Desk[OpenCase]:
    """A desk on the office's one case."""
    session = Session(office.workspace)
    config = office.workspace.config
    opened = OpenCase(
        without_names(session.ledger.fold("C-0001")),
        DAY,
        config.sign_off_roles,
        office.workspace.framework,
        live=True,
        organisation=config.organisation,
        provider_type=config.provider_type,
    )
    return Desk(
        session,
        "C-0001",
        person,
        steps,
        lambda case: replace(opened, case=case),
        clock,
        key=key or person,
    )
