"""Opens JupyterLab on a workspace, with the workbench's pages, on this computer only."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from workbench.errors import InvalidInput, NotFound
from workbench.workspace.folder import Workspace

__all__ = ["lab_command", "lab_environment", "open_lab", "refuse_taken"]

_ADDRESS: Final = "127.0.0.1"
_SETTINGS: Final = Path(__file__).parent / "lab_settings"
_JUPYTER: Final = Path(__file__).parent / "jupyter"
_HOME: Final = "/workbench/"
_EXPORTERS: Final = {
    "TemplateExporter": False,
    "HTMLExporter": True,
    "RecordExporter": True,
    "QtPDFExporter": False,
    "QtPNGExporter": False,
    "SlidesExporter": False,
    "WebPDFExporter": False,
}
"""What *Save and Export* offers, each with those that are made from it: a page, and the record.
Not formats for developers, and none that needs more programs."""
_PAGES: Final = "workbench.server.extension"
"""The server extension with the pages, by name: it stands on a floor above."""


def open_lab(
    workspace: Workspace,
    case_id: str | None,
    *,
    template: str | None = None,
    browser: bool,
    port: int,
) -> int:
    """Run JupyterLab until it is closed; returns its exit code.

    Where the system can, JupyterLab takes the place of this process and the function does not
    return: who ends the process has ended the server.

    Raises:
        InvalidInput: another program listens on the port, or this user may not.
        NotFound: the case has no notebook, or none of this template, in this workspace.
    """
    command = lab_command(workspace, case_id, template=template, browser=browser, port=port)
    environment = lab_environment(os.environ)
    refuse_taken(port)
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execvpe(command[0], command, environment)  # noqa: S606
    return subprocess.call(command, env=environment)  # noqa: S603


def lab_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for JupyterLab: without a passphrase, with `workbench` on the path.

    Jupyter finds there what wakes the editors of a notebook, and a kernel that imports nothing from
    the folder the notebook lies in.
    """
    kept = {name: value for name, value in environment.items() if name != "WORKBENCH_PASSPHRASE"}
    programs = (str(Path(sys.executable).parent), environment.get("PATH", os.defpath))
    ours = (str(_JUPYTER), *filter(None, (environment.get("JUPYTER_PATH"),)))
    return kept | {"PATH": os.pathsep.join(programs), "JUPYTER_PATH": os.pathsep.join(ours)}


def refuse_taken(port: int) -> None:
    """Return if a server may listen on the port of this computer.

    Raises:
        InvalidInput: another program does, or this user may not.
    """
    with socket.socket() as tried:
        if os.name == "posix":
            # as servers do: a port that was just given up is free
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((_ADDRESS, port))
        except OSError as error:
            raise InvalidInput(
                f"Nothing can be opened on port {port}: {error.strerror or 'unknown reason'}.",
                "Close what uses it, such as another JupyterLab, or give another, for instance "
                f"--port {8889 if port != 8889 else 8890}.",
            ) from error


def lab_command(
    workspace: Workspace,
    case_id: str | None,
    *,
    template: str | None = None,
    browser: bool,
    port: int,
) -> tuple[str, ...]:
    """Return the command that opens JupyterLab on the workspace.

    Without a case, the list of cases is opened. With one, its notebook is: the one of `template`,
    or its only one. Where it has several and none is named, its folder is. It listens on the
    loopback address with a token, and its kernels talk over local sockets.

    Raises:
        NotFound: the case has no notebook, or none of this template, in this workspace.
    """
    url = _HOME
    if case_id:
        folder = workspace.cases / case_id
        notebooks = sorted(path.name for path in folder.glob("*.ipynb"))
        if template:
            notebooks = [name for name in notebooks if name == f"{template}.ipynb"]
        if not notebooks:
            raise NotFound(
                f"The case {case_id} has no notebook here{f' of {template}' if template else ''}.",
                "'workbench cases' lists the cases; 'workbench open-template CASE TEMPLATE' gives "
                "one a further notebook.",
            )
        url = f"/lab/tree/cases/{case_id}" + (f"/{notebooks[0]}" if len(notebooks) == 1 else "")
    return (
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={workspace.root}",
        f"--ServerApp.ip={_ADDRESS}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        # where the package is installed, Jupyter finds it by itself; in a checkout it may not
        f"--ServerApp.jpserver_extensions={_PAGES}=True",
        f"--LabApp.default_url={url}",
        "--LabApp.news_url=None",
        f"--LabApp.app_settings_dir={_SETTINGS}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--KernelManager.transport=ipc",
        *(f"--{exporter}.enabled={offered}" for exporter, offered in _EXPORTERS.items()),
        *(() if browser else ("--no-browser",)),
        *(("--allow-root",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
    )
