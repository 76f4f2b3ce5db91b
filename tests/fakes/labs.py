"""JupyterLab on a workspace, as `workbench lab` opens it, for a browser to look at."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from tests.fakes.patience import PATIENCE
from tests.fakes.served import TOKEN, free_port, wait_for
from tests.fakes.workspaces import Office
from workbench.notebooks.lab import lab_command, lab_environment

__all__ = ["RUN_ALL", "Lab", "opened", "running_home", "running_lab"]

RUN_ALL = """async () => {
    const context = jupyterapp.shell.currentWidget.context;
    await context.ready;
    await context.sessionContext.ready;
    await context.sessionContext.session.kernel.info;
    await jupyterapp.commands.execute('notebook:run-all-cells');
}"""
"""Runs every cell of the notebook that is open, once its kernel is there."""

_LAST = "stages"
_IN_SIGHT = """step => {
    const found = document.querySelector(`.rca-editor[data-rca-step="${step}"]`);
    if (!found) return false;
    const window = found.closest('.jp-WindowedPanel-outer').getBoundingClientRect();
    const within = (one, bottom) => {
        const box = one.getBoundingClientRect();
        return box.bottom > window.top && box.top < bottom;
    };
    const seen = within(found, window.top + window.height / 2);
    const waiting = [...document.querySelectorAll('.rca-waiting')];
    const settled = !waiting.some(one => within(one, window.bottom));
    if (seen && settled && found.querySelector('.rca-frame')) return true;
    if (!seen) found.scrollIntoView({ block: 'start' });
    return false;
}"""


@dataclass
class Lab:
    """A server of JupyterLab for one person, that can go and come again on its port.

    Without a case it opens on the list of cases.
    """

    office: Office
    author: str = "Asha"
    token: str = TOKEN
    case_id: str | None = "C-0001"
    port: int = field(default_factory=free_port)
    _server: subprocess.Popen[bytes] | None = None

    @property
    def root(self) -> str:
        """The address of the server."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def address(self) -> str:
        """The address of the case's notebook, with its token."""
        notebook = "lab/tree/cases/C-0001/structured-analysis.ipynb"
        return f"{self.root}{notebook}?token={self.token}&reset"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = lab_command(self.office.workspace, self.case_id, browser=False, port=self.port)
        options = (f"--IdentityProvider.token={self.token}", "--LabApp.expose_app_in_browser=True")
        home = str(self.office.workspace.root.parent)
        self._server = subprocess.Popen(
            [*command, *options],
            env=lab_environment(os.environ) | {"HOME": home, "WORKBENCH_AUTHOR": self.author},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for(f"{self.root}api")

    def stop(self) -> None:
        """Stop it, and its kernels with it."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(timeout=30)
            self._server = None


@contextmanager
def running_lab(office: Office, author: str = "Asha") -> Iterator[str]:
    """Run JupyterLab; yields the address of the case's notebook, with its token."""
    lab = Lab(office, author)
    try:
        lab.start()
        yield lab.address
    finally:
        lab.stop()


@contextmanager
def running_home(office: Office) -> Iterator[str]:
    """Run JupyterLab as `workbench lab` opens it on the list of cases; yields its address."""
    lab = Lab(office, "Office computer", case_id=None)
    try:
        lab.start()
        yield lab.root
    finally:
        lab.stop()


def opened(page: Page, step: str) -> Locator:
    """The editor of a step, on the screen and filled, with nothing around it still on its way.

    Editors fill when they come into sight, and those above push what is below them out again.
    """
    page.locator(f'.rca-editor[data-rca-step="{_LAST}"]').wait_for(
        state="attached", timeout=PATIENCE
    )
    page.wait_for_function(_IN_SIGHT, arg=step, polling=200, timeout=PATIENCE)
    return page.locator(f'.rca-editor[data-rca-step="{step}"]')
