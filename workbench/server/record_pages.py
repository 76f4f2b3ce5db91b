"""The page of a record: what it is, signing it, issuing it, and handing it on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from workbench.conduct.session import now
from workbench.errors import InvalidInput, NotFound, RecordNotUsable, SigningRefused, WorkbenchError
from workbench.record.issue import issue
from workbench.record.places import case_of, register_path
from workbench.record.sign import look_before_signing, sign
from workbench.record.withdraw import withdraw
from workbench.server.case_view import chosen_holder, holders
from workbench.server.handler import PageHandler, guarded
from workbench.server.record_view import record_file, record_path_of, record_view
from workbench.server.refusals import Refusal
from workbench.server.rendering import Page, message_page
from workbench.server.served import Served

__all__ = [
    "HandedOnHandler",
    "RecordDeedHandler",
    "RecordFileHandler",
    "RecordHandler",
    "record_page",
]

_HOW: Final = "the page of a record"
_SAID: Final = {
    "signed": "The signature is kept.",
    "issued": "The record is issued.",
    "withdrawn": "The record is withdrawn.",
}
_HTML: Final = "text/html; charset=utf-8"
_READ_ONLY: Final = "; ".join(
    (
        "sandbox",
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)


class RecordHandler(PageHandler):
    """The page of a record."""

    @guarded
    async def get(self, name: str) -> None:
        """Show it."""
        said = self.get_query_argument("said", "")
        await self.show(lambda: record_page(self.served, name, said=_SAID.get(said)))


class RecordFileHandler(PageHandler):
    """The record itself."""

    @guarded
    async def get(self, name: str, way: str) -> None:
        """Send it to be read as a page on which nothing can run, or as a file to keep."""
        if way == "download":
            await self.hand_over(lambda: _file(self.served, name), f"{name}.html", _HTML)
            return
        try:
            data = await self.served.aside(lambda: _file(self.served, name))
        except WorkbenchError as error:
            self.answer(message_page(error))
        else:
            self.set_header("Content-Security-Policy", _READ_ONLY)
            self.set_header("Content-Type", _HTML)
            self.finish(data)


class HandedOnHandler(PageHandler):
    """What goes with a record: the register of issued records, and the trust list."""

    @guarded
    async def get(self, name: str) -> None:
        """Send the file."""
        await self.hand_over(lambda: _handed_on(self.served, name), name, "application/json")


class RecordDeedHandler(PageHandler):
    """Signing, issuing, withdrawing. A passphrase is used at once, and not kept or said again."""

    @guarded
    async def get(self, name: str, _deed: str) -> None:
        """Go to the page that the form is on."""
        self.redirect(self.served.links.record(name))

    @guarded
    async def post(self, name: str, deed: str) -> None:
        """Sign, issue or withdraw the record."""
        typed = self.typed("name", "words", "code", "read", "who", "because")
        passphrase = self.get_body_argument("passphrase", "", strip=False)
        deeds: dict[str, Callable[[], str]] = {
            "sign": partial(_sign, self.served, name, typed, passphrase),
            "issue": partial(_issue, self.served, name),
            "withdraw": partial(_withdraw, self.served, name, typed),
        }
        act = deeds[deed]
        await self.carry_out(
            deed, typed, act, lambda refused: record_page(self.served, name, refused=refused)
        )


def record_page(
    served: Served, name: str, *, said: str | None = None, refused: Refusal | None = None
) -> Page:
    """Return the page of a record, with what was just done, or refused.

    Raises:
        AccessRefused: its case has an access list and whoever asks is not on it.
        NotFound: there is no such record, or no trust list.
    """
    _admit(served, name)
    view = record_view(served.session, name, now())
    title = view.report.manifest.title if view.report.manifest else "Altered, or not a record"
    values = {
        "view": view,
        "said": said,
        "refused": refused,
        "holders": holders(served.session, now()),
        "register_there": register_path(served.session.workspace).is_file(),
    }
    return Page("record", f"{name}: {title}", values, 400 if refused else 200)


def _sign(served: Served, name: str, typed: dict[str, str], passphrase: str) -> str:
    _admit(served, name)
    session, at = served.session, now()
    view = record_view(session, name, at)
    if view.turn is None:
        raise RecordNotUsable("Nobody is to sign this record now.", "See what its check says.")
    if typed["read"] != "yes":
        raise InvalidInput(
            "You have not said that you have read the record.", "Read it, then tick the box."
        )
    seen = look_before_signing(
        session.workspace,
        session.ledger,
        str(record_path_of(session, name)),
        role=view.turn,
        name=typed["name"] or None,
        at=at,
    )
    if seen.record_code != typed["code"]:
        raise RecordNotUsable(
            "The record was replaced while you were looking at it.", "Look at it again."
        )

    def ask(_whose: str, _new: bool) -> str:
        if not passphrase:
            raise SigningRefused("No passphrase was typed.", "Type the passphrase of your key.")
        return passphrase

    sign(session.workspace, seen, words=typed["words"], at=at, ask=ask)
    return served.links.record(name, said="signed")


def _issue(served: Served, name: str) -> str:
    _admit(served, name)
    session = served.session
    path = str(record_path_of(session, name))
    issue(session.workspace, session.ledger, session.record_log, path, at=now())
    return served.links.record(name, said="issued")


def _withdraw(served: Served, name: str, typed: dict[str, str]) -> str:
    _admit(served, name)
    session, at = served.session, now()
    who = chosen_holder(session, typed["who"], at)
    if not typed["because"]:
        raise InvalidInput("It was not said why.", "Say in a line why the record no longer stands.")
    withdraw(
        session.workspace,
        session.ledger,
        session.record_log,
        str(record_path_of(session, name)),
        role=who.role,
        name=who.name,
        because=typed["because"],
        author=served.person,
        at=at,
    )
    return served.links.record(name, said="withdrawn")


def _file(served: Served, name: str) -> bytes:
    _admit(served, name)
    return record_file(served.session, name)


def _handed_on(served: Served, name: str) -> bytes:
    workspace = served.session.workspace
    path = register_path(workspace) if name == "register.json" else workspace.trust_file
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(f"There is no {name} yet.", "Issuing a record writes it.") from error


def _admit(served: Served, name: str) -> None:
    served.session.admit(case_of(name), _HOW)
