"""JupyterLab takes the place of the command that opens it, with what it may know."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workbench.errors import InvalidInput
from workbench.notebooks.lab import lab_command, lab_environment, refuse_taken
from workbench.server.extension import NAME
from workbench.workspace.config import Config
from workbench.workspace.folder import Workspace

OPEN = """
import sys
from pathlib import Path
from workbench.notebooks.lab import open_lab
from workbench.workspace.config import Config
from workbench.workspace.folder import Workspace
config = Config(organisation="Invented", provider_type="other registered person")
open_lab(Workspace(Path(sys.argv[1]), config), None, browser=False, port=int(sys.argv[2]))
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for_server(port: int) -> None:
    for _ in range(240):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.25)
    pytest.fail("JupyterLab did not start")


def test_the_environment_holds_no_passphrase_and_finds_the_workbench() -> None:
    given = {"WORKBENCH_PASSPHRASE": "three quiet otters", "PATH": "/usr/bin", "LANG": "C"}

    made = lab_environment(given)

    assert "WORKBENCH_PASSPHRASE" not in made
    assert made["PATH"] == f"{Path(sys.executable).parent}{os.pathsep}/usr/bin"
    assert made["LANG"] == "C"
    assert lab_environment({})["PATH"].startswith(str(Path(sys.executable).parent))


def test_without_a_case_the_list_of_cases_opens_and_with_one_its_notebook(tmp_path: Path) -> None:
    config = Config(organisation="Invented", provider_type="other registered person")
    folder = tmp_path / "cases" / "C-0001"
    folder.mkdir(parents=True)
    (folder / "triage.ipynb").touch()
    workspace = Workspace(tmp_path, config)

    home = lab_command(workspace, None, browser=False, port=1)
    case = lab_command(workspace, "C-0001", browser=False, port=1)

    assert "--LabApp.default_url=/workbench/" in home
    assert "--LabApp.default_url=/lab/tree/cases/C-0001/triage.ipynb" in case
    assert f"--ServerApp.jpserver_extensions={NAME}=True" in home


def test_a_port_that_another_program_uses_is_refused() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(InvalidInput, match=f"port {port}") as caught:
            refuse_taken(port)

    assert "--port" in caught.value.remedy
    refuse_taken(port)


@pytest.mark.skipif(os.name != "posix", reason="elsewhere JupyterLab is a process of its own")
def test_ending_the_command_ends_the_server(tmp_path: Path) -> None:
    port = free_port()
    started = subprocess.Popen(
        [sys.executable, "-c", OPEN, str(tmp_path), str(port)],
        env=os.environ | {"HOME": str(tmp_path), "WORKBENCH_PASSPHRASE": "three quiet otters"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for_server(port)
        kept = Path(f"/proc/{started.pid}/environ")
        environment = kept.read_bytes() if kept.exists() else b""
    finally:
        started.send_signal(signal.SIGKILL)
        started.wait(timeout=30)

    refuse_taken(port)
    assert b"three quiet otters" not in environment
