"""A server extension with a page that fails, as a page with a fault of ours would."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from workbench.server.handler import PageHandler, guarded
from workbench.server.served import Served

__all__ = ["SECRET"]

SECRET = "Maryam Invented"


class _FaultyHandler(PageHandler):
    @guarded
    async def get(self) -> None:
        raise RuntimeError(f"There is something wrong with {SECRET}")


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": "tests.fakes.faulty_pages"}]


def _load_jupyter_server_extension(app: Any) -> None:
    served = Served(Path(app.root_dir), app.base_url, logging.getLogger(__name__))
    app.web_app.add_handlers(".*$", [("/workbench/.*", _FaultyHandler, {"served": served})])
