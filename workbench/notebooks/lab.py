"""Opens JupyterLab on a workspace, on this computer only."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from workbench.errors import NotFound
from workbench.workspace.folder import Workspace

__all__ = ["lab_command", "open_lab"]

_SETTINGS = Path(__file__).parent / "lab_settings"


def open_lab(
    workspace: Workspace,
    case_id: str | None,
    *,
    template: str | None = None,
    browser: bool,
    port: int,
) -> int:
    """Run JupyterLab until it is closed; returns its exit code.

    Raises:
        NotFound: the case has no notebook, or none of this template, in this workspace.
    """
    command = lab_command(workspace, case_id, template=template, browser=browser, port=port)
    environment = {
        name: value for name, value in os.environ.items() if name != "WORKBENCH_PASSPHRASE"
    }
    return subprocess.call(command, env=environment)  # noqa: S603


def lab_command(
    workspace: Workspace,
    case_id: str | None,
    *,
    template: str | None = None,
    browser: bool,
    port: int,
) -> tuple[str, ...]:
    """Return the command that opens JupyterLab on the workspace.

    With a case, its notebook is opened: the one of `template`, or its only one. Where it has
    several and none is named, its folder is. It listens on the loopback address with a token, and
    its kernels talk over local sockets.

    Raises:
        NotFound: the case has no notebook, or none of this template, in this workspace.
    """
    url = "/lab"
    if case_id:
        folder = workspace.cases / case_id
        notebooks = sorted(path.name for path in folder.glob("*.ipynb"))
        if template:
            notebooks = [name for name in notebooks if name == f"{template}.ipynb"]
        if not notebooks:
            raise NotFound(
                f"The case {case_id} has no notebook here{f' of {template}' if template else ''}.",
                "'workbench start INCIDENT' starts a case; 'workbench open-template CASE TEMPLATE' "
                "gives one a further notebook; 'ls cases' shows those there are.",
            )
        url = f"/lab/tree/cases/{case_id}" + (f"/{notebooks[0]}" if len(notebooks) == 1 else "")
    return (
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={workspace.root}",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        f"--LabApp.default_url={url}",
        "--LabApp.news_url=None",
        f"--LabApp.app_settings_dir={_SETTINGS}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--KernelManager.transport=ipc",
        *(() if browser else ("--no-browser",)),
        *(("--allow-root",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
    )
