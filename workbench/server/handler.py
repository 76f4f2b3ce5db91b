"""What every page's handler does: who may ask, what a browser may do with it, what is logged."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from workbench.errors import WorkbenchError
from workbench.server.quiet import place_of
from workbench.server.refusals import Refusal, refusal_of
from workbench.server.rendering import Frame, Page, message_page, render
from workbench.server.served import Served

__all__ = ["PageHandler", "guarded"]

_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS: Final = (
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Referrer-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
)

_Method = Callable[..., Awaitable[None] | None]


def guarded(method: _Method) -> _Method:
    """Return the method of a handler, for whoever is logged in and may use the workbench alone."""
    return web.authenticated(authorized(method))


class PageHandler(JupyterHandler):
    """Answers with a page of HTML in which no script can run.

    A form is taken only with its key, and only as a page of its own that the browser goes to: what
    runs in a notebook's page cannot send one unseen. Sources: Jupyter Server, `xsrf_cookies`; W3C,
    "Fetch Metadata Request Headers".
    """

    auth_resource = "workbench"

    def initialize(self, served: Served) -> None:
        """Take what the pages stand on."""
        self.served = served

    @property
    def content_security_policy(self) -> str:
        """No script, nothing from elsewhere, and in no frame."""
        return _POLICY

    def set_default_headers(self) -> None:
        """Set what a browser may do with the page."""
        super().set_default_headers()
        for name, value in _HEADERS:
            self.set_header(name, value)

    async def prepare(  # type: ignore[override]
        self, **options: Any
    ) -> Awaitable[None] | None:
        """Refuse a form that was not sent by a page of its own, before anything is looked at."""
        if self.request.method == "POST" and not self._is_sent_by_a_page():
            raise web.HTTPError(403)
        waiting = await super().prepare(**options)
        # nothing here is for another origin, whatever Jupyter allows its own programs
        self.clear_header("Access-Control-Allow-Origin")
        if self.request.method == "GET" and self.current_user and self._token_in_address():
            self.redirect(self._address_without_token())
        return waiting

    def check_xsrf_cookie(self) -> None:
        """Ask for the form's key of everybody, also of those who come with a token."""
        if not hasattr(self, "_jupyter_current_user"):
            return  # too early: it is asked for again once it is known who asks
        if not self.check_origin():
            raise web.HTTPError(403)
        web.RequestHandler.check_xsrf_cookie(self)

    async def show(self, make: Callable[[], Page]) -> None:
        """Answer with the page that `make` returns, or with what the workbench refused it for."""
        try:
            page = await self.served.aside(make)
        except WorkbenchError as error:
            page = message_page(error)
        self.answer(page)

    async def carry_out(
        self, form: str, typed: dict[str, str], act: Callable[[], str], again: Callable[..., Page]
    ) -> None:
        """Do what a form asks and go on to the address that `act` returns.

        Where it is refused, answer with the page that `again` makes of the refusal, which holds
        what was typed.
        """
        try:
            onward = await self.served.aside(act)
        except WorkbenchError as error:
            refusal: Refusal = refusal_of(error, form, typed)
            await self.show(lambda: again(refusal))
        else:
            self.redirect(onward, status=303)

    def typed(self, *names: str) -> dict[str, str]:
        """Return what was typed into the fields of a form, empty where nothing was."""
        return {name: self.get_body_argument(name, "").replace("\r\n", "\n") for name in names}

    def answer(self, page: Page) -> None:
        """Send a page."""
        self.set_status(page.status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if page.refresh is not None:
            self.set_header("Refresh", str(page.refresh))
        self.finish(render(page, self._frame()))

    async def hand_over(self, read: Callable[[], bytes], name: str, media_type: str) -> None:
        """Send what `read` returns as a file to keep, or say what it was refused for."""
        try:
            data = await self.served.aside(read)
        except WorkbenchError as error:
            self.answer(message_page(error))
        else:
            self.send_file(data, name, media_type)

    def send_file(self, data: bytes, name: str, media_type: str) -> None:
        """Send bytes as a file to keep."""
        self.set_header("Content-Type", media_type)
        self.set_attachment_header(name)
        self.finish(data)

    def write_error(self, status_code: int, **_: Any) -> None:
        """Answer with a page that says no more of an error than what kind it is."""
        message = _WORDS.get(status_code, f"Something went wrong ({status_code}).")
        values = {"message": message, "remedy": _REMEDIES.get(status_code, _FAULT)}
        self.answer(Page("message", "This cannot be shown", values, status_code))

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """Log the kind and the place of a fault, never what was asked or typed."""
        if value is not None and not isinstance(value, web.HTTPError):
            self.log.error("A page of the workbench failed: %s", place_of(value))

    def _log(self) -> None:
        status = self.get_status()
        level = logging.DEBUG if status < 400 else logging.WARNING
        self.log.log(level, "%s %s %s", status, self.request.method, self.request.path)

    def _token_in_address(self) -> bool:
        return bool(self.get_query_arguments("token"))

    def _address_without_token(self) -> str:
        query = parse_qsl(self.request.query)
        kept = urlencode([(name, value) for name, value in query if name != "token"])
        return f"{self.request.path}?{kept}" if kept else self.request.path

    def _is_sent_by_a_page(self) -> bool:
        """Whether a browser says so; other programs say nothing of it, and have no other pages."""
        asked = self.request.headers
        expected = {
            "Sec-Fetch-Site": "same-origin",
            "Sec-Fetch-Mode": "navigate",
            "Sec-Fetch-Dest": "document",
        }
        return all(asked.get(name, value) == value for name, value in expected.items())

    def _frame(self) -> Frame:
        held = self.served.__dict__.get("session")
        organisation = held.workspace.config.organisation if held else None
        # a page for somebody who is not known yet holds no form
        token = self.xsrf_token.decode() if hasattr(self, "_jupyter_current_user") else ""
        return Frame(self.served.links, self.served.person, organisation, token)


_WORDS: Final = {
    403: "This was refused: it did not come from a page of the workbench, or is too old (403).",
    404: "There is no such page (404).",
    405: "There is no such page (405).",
}
_FAULT: Final = "Something went wrong in the workbench itself. The server's log says where."
_REMEDIES: Final = {
    403: "Go back to the page, load it again, and send the form from there.",
    404: "Go back to the list of cases, and choose from there.",
    405: "Go back to the list of cases, and choose from there.",
}
