"""The list of cases: what each lacks, what lapses soon, and which incidents wait for a case."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from workbench.conduct.across import Across
from workbench.conduct.at_a_glance import Glance, glance
from workbench.conduct.clocks import clocks_of, has_clocks
from workbench.conduct.session import Session, now
from workbench.conduct.waiting import proposed_for, waiting
from workbench.domain.stages import Stage
from workbench.server.handler import PageHandler, guarded
from workbench.server.rendering import Page
from workbench.server.served import Served

__all__ = ["HomeHandler", "home_page"]

_SOON: Final = 14
"""Within how many days a clock that lapses is listed."""

_WAITING: Final = 5
"""How many incidents without a case are shown; the others are a page away."""


class HomeHandler(PageHandler):
    """The list of cases."""

    @guarded
    async def get(self) -> None:
        """Show the list of cases."""
        await self.show(lambda: home_page(self.served, now()))


def home_page(served: Served, at: datetime) -> Page:
    """Return the list of cases, as far as whoever asks may open them.

    Raises:
        NotFound: the server shows no workspace.
    """
    session = served.session
    infos = session.ledger.cases()
    across = session.across(lambda _: True, "the list of cases")
    shown = sorted(
        (glance(session, case, at) for case in across.cases),
        key=lambda one: one.changed_at,
        reverse=True,
    )
    opened = {case.id for case in across.cases}
    unseen = waiting(session.register, (info.incident_id for info in infos))
    values = {
        "at": at,
        "soon": _SOON,
        "clocks": _soon(session, across, at),
        "open_cases": [one for one in shown if one.stage is not Stage.CLOSED],
        "closed_cases": [one for one in shown if one.stage is Stage.CLOSED],
        "not_open": [one.id for one in infos if one.id not in opened and not one.erased],
        "erased": [one.id for one in infos if one.erased],
        "registered": session.register.count(),
        "waiting": proposed_for(
            session.register,
            unseen[:_WAITING],
            lambda concerns: Across(tuple(filter(concerns, across.cases)), across.closed),
        ),
        "more_waiting": max(0, len(unseen) - _WAITING),
        "signs": session.workspace.trust_file.exists(),
        "notebooks": {one.case_id: _notebook(served, one) for one in shown},
    }
    return Page("home", "Your cases", values)


def _soon(session: Session, across: Across, at: datetime) -> list[tuple[str, object, bool]]:
    provider = session.workspace.config.provider_type
    concerns = has_clocks(provider, at)
    running = (case for case in across.cases if concerns(case))
    return [
        (one.case_id, one.clock, one.clock.lapsed(at))
        for one in clocks_of(running, provider, at, _SOON)
    ]


def _notebook(served: Served, shown: Glance) -> str | None:
    folder = served.session.workspace.cases / shown.case_id
    return served.links.notebook(folder) if folder.is_dir() else None
