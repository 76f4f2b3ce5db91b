"""Adds the pages to a Jupyter server. Outside a workspace it stays quiet; the pages say why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tornado import web

from workbench.server.case_pages import CaseDeedHandler, CaseHandler, DraftHandler
from workbench.server.handler import PageHandler, guarded
from workbench.server.home_pages import HomeHandler
from workbench.server.import_pages import EmptyRegisterHandler, ImportHandler, RejectsHandler
from workbench.server.keys_pages import KeysDeedHandler, KeysHandler
from workbench.server.record_pages import (
    HandedOnHandler,
    RecordDeedHandler,
    RecordFileHandler,
    RecordHandler,
)
from workbench.server.served import Served
from workbench.server.start_pages import StartHandler
from workbench.server.work_pages import WorkHandler

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

__all__ = ["NAME", "StaticHandler", "handlers"]

NAME: Final = "workbench.server.extension"
"""What the server knows the extension by."""

_CASE: Final = r"(C-[0-9]{4,6})"
_RECORD: Final = r"(C-[0-9]{4,6}-[a-z-]+-v[0-9]+)"
_STATIC: Final = {"pages.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}


class StaticHandler(PageHandler):
    """The style sheet and the icon."""

    @guarded
    async def get(self, name: str) -> None:
        """Send the file."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Content-Type", _STATIC[name])
        self.finish((Path(__file__).parent / "static" / name).read_bytes())


class _NotThereHandler(PageHandler):
    """Every other address below the pages."""

    @guarded
    async def get(self) -> None:
        """Say that there is nothing."""
        raise web.HTTPError(404)


def handlers(served: Served) -> list[tuple[str, type[PageHandler], dict[str, Served]]]:
    """Return the pages' addresses with what answers there."""
    routes: tuple[tuple[str, type[PageHandler]], ...] = (
        ("", HomeHandler),
        ("start", StartHandler),
        ("import", ImportHandler),
        ("import/incidents.csv", EmptyRegisterHandler),
        ("work/([A-Za-z0-9_-]+)", WorkHandler),
        ("work/([A-Za-z0-9_-]+)/rejects.csv", RejectsHandler),
        (f"cases/{_CASE}", CaseHandler),
        (f"cases/{_CASE}/(move|notebook|decide|freeze|draft)", CaseDeedHandler),
        (f"cases/{_CASE}/drafts/(draft-[0-9-]+)", DraftHandler),
        (f"records/{_RECORD}", RecordHandler),
        (f"records/{_RECORD}/(read|download)", RecordFileHandler),
        (f"records/{_RECORD}/(sign|issue|withdraw)", RecordDeedHandler),
        ("records/(register.json|trust.json)", HandedOnHandler),
        ("keys", KeysHandler),
        ("keys/(roots|person)", KeysDeedHandler),
        (f"static/({'|'.join(_STATIC)})", StaticHandler),
        (".*", _NotThereHandler),
    )
    home = served.links.home
    pages = [(f"{home}{route}", handler, {"served": served}) for route, handler in routes]
    return [(home.rstrip("/"), HomeHandler, {"served": served}), *pages]


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": NAME}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    served = Served(Path(app.root_dir), app.base_url, app.log)
    app.web_app.add_handlers(".*$", handlers(served))  # type: ignore[no-untyped-call]
