"""The papermill engine that runs a record's notebook. Imports papermill: import it late."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any, Final

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, papermill_engines

__all__ = ["ENGINE", "register"]

ENGINE: Final = "workbench-record"


def register() -> None:
    """Make the engine known to papermill in this process.

    It is no entry point: papermill loads those for everybody, and a broken one breaks it.
    """
    papermill_engines.register(ENGINE, _RecordEngine)


class _OwnKernel(AsyncKernelManager):
    """A kernel of this interpreter, spoken to over an encrypted connection.

    It imports what is installed and nothing else: a module in the working folder, which is the
    case's, would otherwise take the library's place unseen.
    """

    @property
    def kernel_spec(self) -> KernelSpec:
        return KernelSpec(
            argv=[
                sys.executable,
                "-P",  # nothing that lies beside the notebook is imported,
                "-s",  # nor anything from the user's own packages
                "-m",
                "ipykernel_launcher",
                "-f",
                "{connection_file}",
                "--InteractiveShellApp.ignore_cwd=True",
                "--HistoryManager.enabled=False",
            ],
            display_name="Python 3",
            language="python",
            metadata={"supported_encryption": ["curve"], "debugger": False},
        )


class _RecordEngine(Engine):  # type: ignore[misc]
    """Runs the cells with an environment, a working folder and a connection file of our own."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        *,
        environment: dict[str, str],
        connection_file: str,
        working_folder: str,
        on_start: Callable[[int], None],
        execution_timeout: int,
        start_timeout: int = 60,
        **_: Any,
    ) -> Any:
        kernel = _OwnKernel(
            kernel_name=kernel_name,
            connection_file=connection_file,
            transport_encryption="auto",
        )
        client = PapermillNotebookClient(
            nb_man,
            km=kernel,
            timeout=execution_timeout,
            startup_timeout=start_timeout,
            store_widget_state=False,
            on_cell_start=lambda cell, cell_index: on_start(cell_index),
        )
        client.owns_km = True
        return client.execute(
            env=environment,
            cwd=working_folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
