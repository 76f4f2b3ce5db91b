"""JupyterLab on a workspace, as `workbench lab` opens it, for a browser to look at."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.workspaces import Office
from workbench.notebooks.lab import lab_command

__all__ = ["RUN_ALL", "running_lab"]

RUN_ALL = """async () => {
    const context = jupyterapp.shell.currentWidget.context;
    await context.ready;
    await context.sessionContext.ready;
    await context.sessionContext.session.kernel.info;
    await jupyterapp.commands.execute('notebook:run-all-cells');
}"""
"""Runs every cell of the notebook that is open, once its kernel is there."""


@contextmanager
def running_lab(office: Office, author: str = "Asha") -> Iterator[str]:
    """Run JupyterLab; yields the address of the case's notebook, with its token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = lab_command(office.workspace, "C-0001", browser=False, port=port)
    options = ("--IdentityProvider.token=invented", "--LabApp.expose_app_in_browser=True")
    home = str(office.workspace.root.parent)
    server = subprocess.Popen(
        [*command, *options],
        env={**os.environ, "HOME": home, "WORKBENCH_AUTHOR": author},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    root = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{root}/api?token=invented")
        yield f"{root}/lab/tree/cases/C-0001/structured-analysis.ipynb?token=invented&reset"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    raise AssertionError("JupyterLab did not start")
