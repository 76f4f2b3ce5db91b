"""What the pages stand on: the workspace that the server shows, and the work that runs for it."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from workbench.conduct.access import whoami
from workbench.conduct.session import Session
from workbench.server.links import Links
from workbench.server.works import Works
from workbench.workspace.folder import find_workspace

__all__ = ["Served"]

T = TypeVar("T")


class Served:
    """The workspace that lies in, or around, the folder that the server shows."""

    def __init__(self, root: Path, base_url: str, log: logging.Logger) -> None:
        self.links = Links(base_url, root.resolve())
        self.works = Works(log)
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="workbench-pages")

    @cached_property
    def session(self) -> Session:
        """The session on the workspace; it is looked for again while there is none.

        Raises:
            NotFound: the server shows no workspace.
            WorkspaceError: it cannot be used.
        """
        return Session(find_workspace(self.links.root))

    @property
    def person(self) -> str:
        """Who is at the keyboard, as they say."""
        return whoami(os.environ)

    async def aside(self, make: Callable[[], T]) -> T:
        """Return what `make` returns, without holding up the server while it works."""
        return await asyncio.get_running_loop().run_in_executor(self._desk, make)
