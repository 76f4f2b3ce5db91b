"""Starting a case: choosing an incident that nobody looks into yet, and a kind of review."""

from __future__ import annotations

from typing import Final

from workbench.conduct.session import now
from workbench.conduct.waiting import proposed_for, waiting
from workbench.errors import InvalidInput
from workbench.notebooks.start import start_case
from workbench.notebooks.templates import template_names, template_words
from workbench.server.handler import PageHandler, guarded
from workbench.server.refusals import Refusal
from workbench.server.rendering import Page
from workbench.server.served import Served

__all__ = ["StartHandler", "begin", "start_page"]

_USUAL: Final = "structured-analysis"
_A_PAGE: Final = 20
_HOW: Final = "starting another case"


class StartHandler(PageHandler):
    """Starting a case."""

    @guarded
    async def get(self) -> None:
        """Show the incidents that wait, or those that hold the words that were looked for."""
        words = self.get_query_argument("words", "")
        chosen = self.get_query_argument("incident", "")
        page = _number(self.get_query_argument("page", "1"))
        await self.show(lambda: start_page(self.served, words=words, chosen=chosen, page=page))

    @guarded
    async def post(self) -> None:
        """Start the case and open its notebook."""
        typed = self.typed("incident", "template", "words", "page")
        await self.carry_out(
            "start",
            typed,
            lambda: begin(self.served, typed["incident"], typed["template"]),
            lambda refused: start_page(
                self.served,
                words=typed["words"],
                chosen=typed["incident"],
                page=_number(typed["page"]),
                refused=refused,
            ),
        )


def begin(served: Served, incident: str, template: str) -> str:
    """Start a case and return the address of its notebook in JupyterLab, else of its page.

    Raises:
        InvalidInput: no incident or no template was chosen.
        NotFound: the register has no such incident.
        CaseExists: a case looks into it already.
    """
    if not incident or not template:
        lacking = "incident" if not incident else "kind of review"
        raise InvalidInput(f"No {lacking} was chosen.", f"Choose one {lacking}, then start.")
    session = served.session
    started = start_case(
        session.workspace,
        session.ledger,
        session.register.get(incident),
        template,
        author=served.person,
        at=now(),
    )
    return served.links.notebook(started.notebook) or served.links.case(started.case_id)


def start_page(
    served: Served,
    *,
    words: str = "",
    chosen: str = "",
    page: int = 1,
    refused: Refusal | None = None,
) -> Page:
    """Return the page that a case is started from.

    `words` are looked for in the incidents; `chosen` is the one that is ticked, and stands first;
    `page` counts from 1.
    """
    session = served.session
    found = waiting(session.register, (info.incident_id for info in session.ledger.cases()), words)
    pages = max(1, -(-len(found) // _A_PAGE))
    page = min(max(1, page), pages)
    shown = found[(page - 1) * _A_PAGE : page * _A_PAGE]
    if chosen and all(one.incident.id != chosen for one in shown):
        everywhere = waiting(session.register, (i.incident_id for i in session.ledger.cases()))
        shown = (*(one for one in everywhere if one.incident.id == chosen), *shown)
    values = {
        "words": words,
        "chosen": chosen,
        "page": page,
        "pages": pages,
        "found": len(found),
        "registered": session.register.count(),
        "incidents": proposed_for(
            session.register, shown, lambda concerns: session.across(concerns, _HOW)
        ),
        "templates": [template_words(name) for name in template_names()],
        "template": (refused.typed.get("template") if refused else None) or _USUAL,
        "refused": refused,
    }
    return Page("start", "Start a case", values, 400 if refused else 200)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 1
