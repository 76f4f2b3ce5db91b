"""The page of a case: moving it on, deciding on it, and making its record or a draft of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workbench.conduct.session import now, today
from workbench.conduct.stages import advance, is_issued, stage_named
from workbench.domain.stages import Stage
from workbench.errors import InvalidInput, NotFound
from workbench.notebooks.drafting import draft_case
from workbench.notebooks.freezing import freeze_case
from workbench.notebooks.start import open_template
from workbench.record.approve import approve
from workbench.record.run import Progress
from workbench.server.case_view import case_view, chosen_holder, holders
from workbench.server.handler import PageHandler, guarded
from workbench.server.refusals import Refusal
from workbench.server.rendering import Page
from workbench.server.served import Served

__all__ = ["CaseDeedHandler", "CaseHandler", "DraftHandler", "case_page"]

_HOW: Final = "the page of the case"
_SAID: Final = {
    "moved": "The case was moved.",
    "decided": "The decision is kept.",
}
_FIELDS: Final = {
    "move": ("to", "role", "name", "because"),
    "notebook": ("template",),
    "decide": ("who", "decision", "words"),
    "freeze": ("template", "drop"),
    "draft": (),
}


class CaseHandler(PageHandler):
    """The page of a case."""

    @guarded
    async def get(self, case_id: str) -> None:
        """Show it."""
        said = self.get_query_argument("said", "")
        await self.show(lambda: case_page(self.served, case_id, said=_SAID.get(said)))


class CaseDeedHandler(PageHandler):
    """One of the forms on the page of a case."""

    @guarded
    async def get(self, case_id: str, _deed: str) -> None:
        """Go to the page that the form is on."""
        self.redirect(self.served.links.case(case_id))

    @guarded
    async def post(self, case_id: str, deed: str) -> None:
        """Do what the form asks."""
        typed = self.typed(*_FIELDS[deed])
        await self.carry_out(
            deed,
            typed,
            lambda: _DEEDS[deed](self.served, _admitted(self.served, case_id), typed),
            lambda refused: case_page(self.served, case_id, refused=refused),
        )


class DraftHandler(PageHandler):
    """A draft for comment."""

    @guarded
    async def get(self, case_id: str, name: str) -> None:
        """Send it as a file."""
        await self.hand_over(
            lambda: _draft(self.served, case_id, name),
            f"{case_id}-{name}.html",
            "text/html; charset=utf-8",
        )


def case_page(
    served: Served, case_id: str, *, said: str | None = None, refused: Refusal | None = None
) -> Page:
    """Return the page of a case, with what was just done, or refused.

    Raises:
        AccessRefused: the case has an access list and whoever asks is not on it.
        NotFound: there is no such case.
    """
    session, at = served.session, now()
    session.admit(case_id, _HOW)
    view = case_view(session, case_id, served.links, at, _wanted(refused))
    values = {
        "view": view,
        "stages": list(Stage),
        "roles": session.workspace.config.sign_off_roles,
        "holders": holders(session, at),
        "people": sorted({one.person for one in session.presence.seen(case_id, at)}),
        "running": served.works.running(case_id),
        "said": said,
        "refused": refused,
    }
    return Page("case", f"{case_id} {view.title}", values, 400 if refused else 200)


def _wanted(refused: Refusal | None) -> Stage | None:
    """The stage that a refused move asked for."""
    if refused is None or refused.form != "move":
        return None
    return next((stage for stage in Stage if stage == refused.typed["to"]), None)


def _admitted(served: Served, case_id: str) -> str:
    served.session.admit(case_id, _HOW)
    return case_id


def _move(served: Served, case_id: str, typed: dict[str, str]) -> str:
    session = served.session
    if not typed["to"]:
        raise InvalidInput("No stage was chosen.", "Choose where the case moves to.")
    to = stage_named(typed["to"])
    examined = session.examine(case_id, today(), to.before)
    advance(
        session.workspace,
        session.ledger,
        examined,
        to=to,
        role=typed["role"],
        name=typed["name"] or None,
        because=typed["because"],
        issued=is_issued(examined.case, session.record_log.events()),
        author=served.person,
        at=now(),
    )
    return served.links.case(case_id, said="moved")


def _notebook(served: Served, case_id: str, typed: dict[str, str]) -> str:
    session = served.session
    path = open_template(
        session.workspace,
        session.ledger,
        case_id,
        typed["template"],
        author=served.person,
        at=now(),
    )
    return served.links.notebook(path) or served.links.case(case_id)


def _decide(served: Served, case_id: str, typed: dict[str, str]) -> str:
    session = served.session
    who = chosen_holder(session, typed["who"], now())
    if typed["decision"] not in ("approve", "return"):
        raise InvalidInput("No decision was chosen.", "Choose to approve it or to return it.")
    approve(
        session.workspace,
        session.ledger,
        session.examine(case_id, today()),
        role=who.role,
        name=who.name,
        words=typed["words"],
        returned=typed["decision"] == "return",
        author=served.person,
        at=now(),
    )
    return served.links.case(case_id, said="decided")


def _freeze(served: Served, case_id: str, typed: dict[str, str]) -> str:
    session = served.session

    def run(progress: Progress) -> object:
        return freeze_case(
            session.workspace,
            session.ledger,
            session.record_log,
            session.examine(case_id, today()),
            on=today(),
            drop_signatures=typed["drop"] == "yes",
            template=typed["template"] or None,
            progress=progress,
        )

    return served.links.work(served.works.start(f"Freezing {case_id}", case_id, run).token)


def _make_draft(served: Served, case_id: str, _: dict[str, str]) -> str:
    session = served.session

    def run(progress: Progress) -> object:
        return draft_case(session.workspace, session.ledger, case_id, on=today(), progress=progress)

    return served.links.work(served.works.start(f"Drafting {case_id}", case_id, run).token)


def _draft(served: Served, case_id: str, name: str) -> bytes:
    served.session.admit(case_id, _HOW)
    path = served.session.workspace.cases / case_id / f"{name}.html"
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(
            f"There is no draft {name} of {case_id}.", "See the drafts on the page of the case."
        ) from error


_DEEDS: Final[dict[str, Callable[[Served, str, dict[str, str]], str]]] = {
    "move": _move,
    "notebook": _notebook,
    "decide": _decide,
    "freeze": _freeze,
    "draft": _make_draft,
}
